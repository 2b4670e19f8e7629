using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>What a receiver was called with.</summary>
public sealed record ReceivedCall(string Signature, string Type, string Body);

/// <summary>Somebody else's program that takes calls over HTTP: a real Kestrel on a free port.</summary>
public sealed class HttpReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedCall> _calls = new();
    private readonly WebApplication _app;

    private HttpReceiver(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single() + "/andon";

    public int Answer { get; set; } = 200;

    public string? Location { get; set; }

    public IReadOnlyList<ReceivedCall> Calls => [.. _calls];

    public static async Task<HttpReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new HttpReceiver(app);
        app.MapPost("/andon", receiver.Take);
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _calls.Enqueue(new(context.Request.Headers["X-Kaizen-Signature"].ToString(), context.Request.ContentType ?? "", await reader.ReadToEndAsync()));
        context.Response.StatusCode = Answer;
        if (Location is not null)
        {
            context.Response.Headers.Location = Location;
        }
    }
}
