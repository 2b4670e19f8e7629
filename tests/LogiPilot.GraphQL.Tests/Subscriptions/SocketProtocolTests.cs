using System.Net.WebSockets;
using System.Security.Claims;
using System.Text;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

/// <summary>graphql-transport-ws frame by frame: what the official client never sends, and how each close is told.</summary>
public sealed class SocketProtocolTests
{
    private const string Init = """{"type":"connection_init"}""";

    private static string Subscribe(string id, string query) => $$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""";

    private static async Task<ClientWebSocket> Connect(KitchenHost host, string? protocol = "graphql-transport-ws", string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (protocol is not null) socket.Options.AddSubProtocol(protocol);
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new UriBuilder(host.Endpoint) { Scheme = "ws" }.Uri, default);
        return socket;
    }

    private static Task Send(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, default);

    /// <summary>The next message, or the code and reason of the close, or <c>cut</c>.</summary>
    private static async Task<string> Next(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        try
        {
            var count = 0;
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(count), patience.Token);
                count += received.Count;
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    var said = $"{(int)socket.CloseStatus!} {socket.CloseStatusDescription}";
                    if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                    return said;
                }
                if (received.EndOfMessage) return Encoding.UTF8.GetString(buffer, 0, count);
            }
        }
        catch (WebSocketException)
        {
            return "cut";
        }
    }

    private static async Task<string> CloseAfter(KitchenHost host, params string[] messages)
    {
        using var socket = await Connect(host);
        foreach (var message in messages) await Send(socket, message);
        while (true)
        {
            var said = await Next(socket);
            if (!said.StartsWith('{')) return said;
        }
    }

    [Fact]
    public async Task Each_mistake_closes_with_its_code_and_reason()
    {
        await using (var strict = await KitchenHost.Start(options => options.Subscriptions.ConnectionInitTimeout = TimeSpan.FromMilliseconds(200)))
            Assert.Equal("4408 Connection initialisation timeout", await CloseAfter(strict));
        await using var host = await KitchenHost.Start(options =>
        {
            options.Subscriptions.ConnectionInitTimeout = TimeSpan.FromSeconds(20);
            options.Subscriptions.MaxMessageSize = 2_000;
        });
        Assert.Equal("4401 Unauthorized", await CloseAfter(host, Subscribe("1", "{ menu }")));
        Assert.Equal("4429 Too many initialisation requests", await CloseAfter(host, Init, Init));
        Assert.Equal("4409 Subscriber for 1 already exists", await CloseAfter(host, Init, Subscribe("1", "subscription { endless }"), Subscribe("1", "{ menu }")));
        Assert.Equal("4400 Invalid message: it is not JSON", await CloseAfter(host, "{"));
        Assert.Equal("4400 Invalid message: it is no JSON object", await CloseAfter(host, "[1]"));
        Assert.Equal("4400 Invalid message: it has no \"type\"", await CloseAfter(host, "{}"));
        Assert.Equal("4400 Invalid message: \"start\" is no type of a client's message", await CloseAfter(host, """{"type":"start"}"""));
        Assert.Equal("4400 Invalid message: the payload of \"ping\" is no object", await CloseAfter(host, """{"type":"ping","payload":1}"""));
        Assert.Equal("4400 Invalid message: \"subscribe\" has no \"id\"", await CloseAfter(host, Init, """{"type":"subscribe","payload":{"query":"{ menu }"}}"""));
        Assert.Equal("4400 Invalid message: \"subscribe\" has no payload", await CloseAfter(host, Init, """{"type":"subscribe","id":"1"}"""));
        Assert.Equal("4400 Invalid message: \"query\" must be a string.", await CloseAfter(host, Init, """{"type":"subscribe","id":"1","payload":{"query":1}}"""));
        Assert.Equal("1009 A message may have 2000 bytes", await CloseAfter(host, Init, new string(' ', 3_000)));
        var closed = await CloseAfter(host, $$"""{"type":"{{new string('é', 200)}}"}""");
        Assert.StartsWith("4400 Invalid message: \"éé", closed, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(closed) - 5, 118, 123);
        using (var socket = await Connect(host))
        {
            await socket.SendAsync(new byte[3], WebSocketMessageType.Binary, true, default);
            Assert.StartsWith("4400 Invalid message: binary", await Next(socket), StringComparison.Ordinal);
        }
        using (var socket = await Connect(host, protocol: null)) Assert.Equal("4406 Subprotocol not acceptable", await Next(socket));
        await host.UntilFree();
    }

    [Fact]
    public async Task The_hook_of_connection_init_signs_in_or_refuses()
    {
        await using var host = await KitchenHost.Start(options =>
        {
            options.Subscriptions.ConnectionInitTimeout = TimeSpan.FromSeconds(2);
            options.Subscriptions.ConnectionInit = async init =>
            {
                if (!init.Payload.TryGetProperty("token", out var token)) return false;
                init.HttpContext.User = new(new ClaimsIdentity([new(ClaimTypes.Name, token.GetString()!)], "token"));
                if (token.GetString() == "slow") await Task.Delay(TimeSpan.FromMinutes(1));
                return token.GetString() switch
                {
                    "old" => throw new GraphQLException("The token has expired."),
                    "bug" => throw new InvalidOperationException("the password is 1234"),
                    _ => true,
                };
            };
        });
        Assert.Equal("4408 Connection initialisation timeout", await CloseAfter(host, """{"type":"connection_init","payload":{"token":"slow"}}"""));
        Assert.Equal("4403 Forbidden", await CloseAfter(host, """{"type":"connection_init","payload":{}}"""));
        Assert.Equal("4403 The token has expired.", await CloseAfter(host, """{"type":"connection_init","payload":{"token":"old"}}"""));
        Assert.Equal("4500 Internal server error", await CloseAfter(host, """{"type":"connection_init","payload":{"token":"bug"}}"""));
        using var socket = await Connect(host);
        await Send(socket, """{"type":"connection_init","payload":{"token":"Ann"}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await Next(socket));
        await Send(socket, Subscribe("a\\\"b", "subscription { later(word: \\\"I am \\\") }"));
        Assert.Equal("""{"id":"a\u0022b","type":"next","payload":{"data":{"later":"I am Ann"}}}""", await Next(socket));
    }

    [Fact]
    public async Task Pages_of_other_origins_may_not_connect_unless_allowed()
    {
        await using var host = await KitchenHost.Start(options => options.Subscriptions.AllowedOrigins.Add("https://app.example"));
        foreach (var origin in (string[])["https://evil.example", "null", $"chrome-extension://{host.Address.Authority}", $"http://127.0.0.1:{host.Address.Port + 1}"])
            await Assert.ThrowsAsync<WebSocketException>(() => Connect(host, origin: origin));
        foreach (var origin in (string[])["https://app.example", host.Address.GetLeftPart(UriPartial.Authority)])
            using (await Connect(host, origin: origin)) { }
    }

    [Fact]
    public async Task A_client_that_completes_hears_no_more_and_may_use_the_id_again()
    {
        await using var host = await KitchenHost.Start(options => options.Subscriptions.MaxPerConnection = 2);
        using var socket = await Connect(host);
        await Send(socket, """{"type":"ping","payload":{"a":[1, "x"]}}""");
        Assert.Equal("""{"type":"pong","payload":{"a":[1, "x"]}}""", await Next(socket));
        await Send(socket, """{"type":"pong"}""");
        await Send(socket, Init);
        Assert.Equal("""{"type":"connection_ack"}""", await Next(socket));
        await Send(socket, Subscribe("1", "subscription { onDish { number } }"));
        await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 1);
        await Send(socket, """{"type":"complete","id":"1"}""");
        await Send(socket, """{"type":"complete","id":"unknown"}""");
        await host.UntilFree();
        host.Kitchen.Dishes.Publish(new(1, "soup", Library.Ursula));
        await Send(socket, Subscribe("1", "{ menu }"));
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"menu":"soup"}}}""", await Next(socket));
        Assert.Equal("""{"id":"1","type":"complete"}""", await Next(socket));

        await Send(socket, Subscribe("1", "subscription { onDish { number } }"));
        await Send(socket, Subscribe("2", "subscription { onDish { number } }"));
        await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 2);
        await Send(socket, Subscribe("3", "{ menu }"));
        Assert.Equal("""{"id":"3","type":"error","payload":[{"message":"A connection may have 2 operations at once.","extensions":{"code":"LIMIT"}}]}""", await Next(socket));
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", default);
        Assert.Equal("1000 ", await Next(socket));
        await host.UntilFree();
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_cut_off()
    {
        await using var host = await KitchenHost.Start(options => options.Subscriptions.KeepAlive = TimeSpan.FromSeconds(1));
        using var alive = await Connect(host);
        using var dead = await Connect(host);
        foreach (var socket in (ClientWebSocket[])[alive, dead])
        {
            await Send(socket, Init);
            await Send(socket, Subscribe("1", "subscription { onDish { number } }"));
            Assert.Equal("""{"type":"connection_ack"}""", await Next(socket));
        }
        await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 2);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("""{"type":"ping"}""", await Next(alive));
            await Send(alive, """{"type":"pong"}""");
        }
        await host.Kitchen.Until(kitchen => kitchen.Dishes.ReaderCount == 1);
        Assert.Equal("""{"type":"ping"}""", await Next(dead));
        Assert.Equal("""{"type":"ping"}""", await Next(dead));
        Assert.Equal("cut", await Next(dead));
        Assert.Equal(WebSocketState.Open, alive.State);
    }
}
