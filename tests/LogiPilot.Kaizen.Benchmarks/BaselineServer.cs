using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>
/// What the product is measured against: a bare Kestrel endpoint that answers the same bytes, a bare WebSocket broadcast and a
/// bare SignalR <c>Clients.All</c> of the same bytes.
/// </summary>
internal static class BaselineServer
{
    public static async Task<int> Run(string[] args)
    {
        var payload = await File.ReadAllBytesAsync(args[1]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        var app = builder.Build();
        var sockets = new ConcurrentBag<WebSocket>();
        app.UseWebSockets();
        app.MapGet("/ready", () => Results.Ok());
        app.MapPost("/bytes", async (HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/graphql-response+json; charset=utf-8";
            context.Response.ContentLength = payload.Length;
            await context.Response.Body.WriteAsync(payload);
        });
        app.MapGet("/socket", async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            sockets.Add(socket);
            var buffer = new byte[256];
            while ((await socket.ReceiveAsync(buffer, context.RequestAborted)).MessageType != WebSocketMessageType.Close)
            {
            }
        });
        byte[] message = [.. "{\"type\":1,\"target\":\"BoardChanged\",\"arguments\":["u8, .. payload, .. "]}\u001e"u8];
        app.MapPost("/fire/socket", () => Task.WhenAll(sockets.Select(
            socket => socket.SendAsync(message, WebSocketMessageType.Text, true, CancellationToken.None))));
        app.MapHub<BareHub>("/hub");
        using var document = JsonDocument.Parse(payload);
        var delta = document.RootElement.Clone();
        app.MapPost("/fire/hub", (IHubContext<BareHub> hub) => hub.Clients.All.SendAsync("BoardChanged", delta));
        await app.RunAsync(args[0]);
        return 0;
    }

    internal sealed class BareHub : Hub;
}
