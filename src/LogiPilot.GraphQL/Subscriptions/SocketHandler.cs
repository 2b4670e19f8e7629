using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL.Subscriptions;

/// <summary>Accepts WebSockets that speak <c>graphql-transport-ws</c>.</summary>
internal sealed class SocketHandler(
    GraphQLExecutor executor, SubscriptionOptions options, TimeProvider time, ILogger logger, CancellationToken stopping)
{
    private const string Protocol = "graphql-transport-ws";

    public static bool IsSocket(HttpRequest request) =>
        HttpMethods.IsConnect(request.Method)
        || (HttpMethods.IsGet(request.Method) && string.Equals(request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase));

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (!IsAllowedOrigin(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("Pages of this origin may not connect.", context.RequestAborted).ConfigureAwait(false);
            return;
        }
        var isSpoken = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol, StringComparer.Ordinal);
        // The protocol has its own pings.
        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { SubProtocol = isSpoken ? Protocol : null, KeepAliveInterval = TimeSpan.Zero }).ConfigureAwait(false);
        using var connection = new SocketConnection(socket, context, executor, options, time, logger);
        await connection.RunAsync(isSpoken, stopping).ConfigureAwait(false);
    }

    // Browsers send cookies with a handshake from any page, and no CORS stops it: the server must look at the origin.
    private bool IsAllowedOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || options.AllowedOrigins.Contains("*")) return true;
        if (options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return true;
        // Pages alone are told by their host: that of an extension is a name it has chosen.
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || (from.Scheme != Uri.UriSchemeHttp && from.Scheme != Uri.UriSchemeHttps)) return false;
        var host = request.Host;
        // Behind a proxy the scheme of the request may not be the page's, so only host and port are compared.
        return from.Host.Equals(host.Host, StringComparison.OrdinalIgnoreCase) && (host.Port is { } port ? port == from.Port : from.IsDefaultPort);
    }
}
