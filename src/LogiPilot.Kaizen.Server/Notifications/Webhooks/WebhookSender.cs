using System.Net.Http.Headers;
using System.Net.Mime;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Notifications.Sending;

namespace LogiPilot.Kaizen.Server.Notifications.Webhooks;

/// <summary>Posts rows of the outbox to webhooks. Any answer of 200 to 299 within ten seconds is taken; a redirect is followed nowhere.</summary>
public sealed class WebhookSender(
    IServiceProvider services, NoticeTexts words, Texts texts, PublicAddress address, TimeProvider clock) : IOutboxSender, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Patience,
    };

    public NoticeChannel Channel => NoticeChannel.Webhook;

    /// <summary>Each to another webhook: one that does not answer must not hold the others.</summary>
    public int AtOnce => 4;

    public async Task<SendResult> Send(OutboxItem item, CancellationToken cancellationToken)
    {
        await using var scope = services.Acting(Actor.System);
        var webhook = item.WebhookId is { } id
            ? await scope.ServiceProvider.GetRequiredService<IWebhookReader>().Find(id, cancellationToken)
            : null;
        return webhook is { IsActive: true }
            ? await Post(webhook, WebhookCall.Body(item, await Picture(scope, cancellationToken), words, address), cancellationToken)
            : SendResult.Dropped;
    }

    /// <summary>A call that tells of nothing, to see that it arrives.</summary>
    public async Task<SendResult> SendTest(Webhook webhook, CancellationToken cancellationToken)
    {
        await using var scope = services.Acting(Actor.System);
        var picture = await Picture(scope, cancellationToken);
        return await Post(webhook, WebhookCall.TestBody(webhook, picture, texts, clock.GetUtcNow()), cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<OrganisationPicture> Picture(AsyncServiceScope scope, CancellationToken cancellationToken) =>
        await scope.ServiceProvider.GetRequiredService<IDirectory>().Current(cancellationToken);

    private async Task<SendResult> Post(Webhook webhook, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json, "utf-8");
        request.Headers.Add(WebhookCall.SignatureHeader, WebhookCall.Sign(webhook.Secret, body, clock.GetUtcNow()));
        try
        {
            // The headers say it all; what else the other side writes is not read.
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? SendResult.Sent : SendResult.Failed($"HTTP {(int)answer.StatusCode}");
        }
        catch (HttpRequestException failure)
        {
            return SendResult.Silent(failure);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            return SendResult.Silent(late);
        }
    }
}
