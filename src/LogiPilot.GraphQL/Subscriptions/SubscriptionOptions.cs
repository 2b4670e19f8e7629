using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LogiPilot.GraphQL;

/// <summary>How subscriptions are served over WebSockets and Server-Sent Events, and their limits.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>How often a stream that is silent shows that it lives; a WebSocket that answers none of two is cut off. Zero for never.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>Longest a client may take to make room for what is sent to it; then it is cut off. Zero for no limit.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Longest a WebSocket may wait with its <c>connection_init</c>, and the hook with its answer.</summary>
    public TimeSpan ConnectionInitTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Asked with each <c>connection_init</c>; false refuses the connection with 4403. To sign the caller in by the payload, set
    /// <c>HttpContext.User</c>.
    /// </summary>
    public Func<ConnectionInit, ValueTask<bool>>? ConnectionInit { get; set; }

    /// <summary>Origins whose pages may connect by WebSocket beside the server's own, such as <c>https://app.example</c>; <c>*</c> for all.</summary>
    public ICollection<string> AllowedOrigins { get; } = [];

    /// <summary>Largest message of a WebSocket client, in bytes.</summary>
    public int MaxMessageSize { get; set; } = 1024 * 1024;

    /// <summary>Most operations at once on a WebSocket.</summary>
    public int MaxPerConnection { get; set; } = 100;

    /// <summary>Most subscriptions at once on the server.</summary>
    public int Max { get; set; } = 10_000;
}

/// <summary>A WebSocket that asks to be connected.</summary>
public sealed class ConnectionInit(HttpContext httpContext, JsonElement payload)
{
    public HttpContext HttpContext { get; } = httpContext;

    /// <summary>The payload of <c>connection_init</c>: a JSON object, or undefined.</summary>
    public JsonElement Payload { get; } = payload;
}
