using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>A small client of the hub that speaks SignalR's JSON protocol on a bare WebSocket.</summary>
public sealed class HubProbe : IAsyncDisposable
{
    private const char EndOfRecord = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonElement> _messages = Channel.CreateUnbounded<JsonElement>();
    private readonly CancellationTokenSource _end = new();
    private Task _reading = Task.CompletedTask;
    private int _calls;

    public static async Task<HubProbe> Connect(HttpClient http, string? token)
    {
        var probe = new HubProbe();
        var address = new UriBuilder(new Uri(http.BaseAddress!, "/hubs/live")) { Scheme = "ws" };
        if (token is not null)
        {
            address.Query = "access_token=" + token;
        }

        await probe._socket.ConnectAsync(address.Uri, new HttpMessageInvoker(new SessionOf(http)), CancellationToken.None);
        await probe.Send("""{"protocol":"json","version":1}""");
        probe._reading = probe.Read();
        return probe;
    }

    /// <summary>Calls a method of the hub and waits for its answer.</summary>
    public async Task<JsonElement> Call(string method, params object[] arguments)
    {
        var answer = await Answer(method, arguments);
        Assert.False(answer.TryGetProperty("error", out var error), error.ToString());
        return answer.GetProperty("result");
    }

    /// <summary>Calls a method that answers nothing.</summary>
    public async Task Do(string method, params object[] arguments)
    {
        var answer = await Answer(method, arguments);
        Assert.False(answer.TryGetProperty("error", out var error), error.ToString());
    }

    /// <summary>The error of a call that must be refused.</summary>
    public async Task<string> Refused(string method, params object[] arguments) =>
        (await Answer(method, arguments)).GetProperty("error").GetString()!;

    public Task<JsonElement> Join(Guid plantId) => Call("Join", new { plantId });

    /// <summary>The next message that the hub sends under a name.</summary>
    public async Task<JsonElement> Next(string target) =>
        (await Next(m => m.TryGetProperty("target", out var of) && of.GetString() == target)).GetProperty("arguments")[0];

    /// <summary>The next change of the board that satisfies a condition.</summary>
    public async Task<JsonElement> NextChange(Func<JsonElement, bool> which)
    {
        while (true)
        {
            var change = await Next("BoardChanged");
            if (which(change))
            {
                return change;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _socket.Abort();
        await _reading;
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task<JsonElement> Answer(string method, object[] arguments)
    {
        var id = $"{++_calls}";
        await Send(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
        return await Next(m => m.TryGetProperty("invocationId", out var of) && of.GetString() == id);
    }

    private async Task<JsonElement> Next(Func<JsonElement, bool> which)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = await _messages.Reader.ReadAsync(patience.Token);
            if (which(message))
            {
                return message;
            }
        }
    }

    private Task Send(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfRecord), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task Read()
    {
        var buffer = new byte[64 * 1024];
        var waiting = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, _end.Token);
                foreach (var one in buffer.AsMemory(0, part.Count).ToArray())
                {
                    if (one != EndOfRecord)
                    {
                        waiting.WriteByte(one);
                        continue;
                    }

                    await _messages.Writer.WriteAsync(JsonSerializer.Deserialize<JsonElement>(waiting.ToArray()));
                    waiting.SetLength(0);
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            _messages.Writer.TryComplete();
        }
    }

    /// <summary>The session of an HTTP client, its cookies with it; the probe does not own the client.</summary>
    private sealed class SessionOf(HttpClient http) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
