using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Notifications.Sending;
using MediatR;

namespace LogiPilot.Kaizen.Server.Notifications.Webhooks;

[MutationType]
public static class WebhookMutations
{
    [GraphQLDescription("Makes a webhook, or changes one. Calls are signed: X-Kaizen-Signature: t={unix},v1={hex HMAC-SHA256(secret, t + \".\" + body)}.")]
    public static Task<FieldResult<SavedWebhook>> SaveWebhookAsync(
        Guid? webhookId, Guid plantId, string name, string url, IReadOnlyList<AlertKind>? kinds, Severity? minSeverity, bool? isActive,
        bool? newSecret, int? expectedVersion, Guid? clientId, UseCases useCases, IWebhookReader webhooks, CancellationToken cancellationToken) =>
        useCases.Do(
            new SaveWebhook(plantId, name, url, kinds ?? [], minSeverity ?? Severity.Information, isActive ?? true, webhookId, newSecret ?? false)
            {
                ExpectedVersion = expectedVersion, ClientId = clientId,
            },
            async made =>
            {
                var webhook = await webhooks.Find(made.Id, cancellationToken);
                return new SavedWebhook(
                    webhook is null ? null : new(webhook), webhookId is null || newSecret is true ? webhook?.Secret : null);
            },
            cancellationToken);

    [Payload("webhookId")]
    public static Task<FieldResult<Guid>> RemoveWebhookAsync(
        Guid webhookId, int? expectedVersion, Guid? clientId, UseCases useCases, CancellationToken cancellationToken) =>
        useCases.Do(
            new RemoveWebhook(webhookId) { ExpectedVersion = expectedVersion, ClientId = clientId }, made => Task.FromResult(made.Id),
            cancellationToken);

    [GraphQLDescription("Calls a webhook now, with a call that tells of nothing.")]
    public static async Task<FieldResult<TestedWebhook>> TestWebhookAsync(
        Guid webhookId, IMediator mediator, Refusals refusals, WebhookSender sender, NoticeTexts texts, ICurrentActor current,
        CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new FindWebhook(webhookId), cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusals.Failure(refusal);
        }

        var result = await sender.SendTest(found.Value, cancellationToken);
        return new TestedWebhook(result.End == SendEnd.Sent, texts.Error(result.Error, current.Actor.Language));
    }
}
