using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using LogiPilot.GraphQL.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL.Subscriptions;

/// <summary>
/// One WebSocket that speaks <c>graphql-transport-ws</c>: a loop that takes messages, and an operation each that sends its answers in
/// turn with the others. An operation has at most one answer under way, so the memory of a connection is bounded by what it may ask for.
/// </summary>
internal sealed partial class SocketConnection(
    WebSocket socket, HttpContext context, GraphQLExecutor executor, SubscriptionOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    // How long a client may take to answer the close of the connection.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly Outlet _outlet = new(options, time);
    private readonly CancellationTokenSource _abort = new(Timeout.InfiniteTimeSpan, time);
    private readonly CancellationTokenSource _watching = new();
    private bool _isInitialised;
    private bool _isAcknowledged;
    private int _isClosing;
    private int _unanswered;

    private bool IsClosing => Volatile.Read(ref _isClosing) != 0;

    public async Task RunAsync(bool isSpoken, CancellationToken stopping)
    {
        // Also what is being sent ends with the grace.
        using var cut = _abort.Token.UnsafeRegister(static socket => ((WebSocket)socket!).Abort(), socket);
        var watch = _outlet.WatchAsync(KeepAliveAsync, CutOff, _watching.Token);
        using var stop = stopping.UnsafeRegister(_ => Close(1001, "The server is shutting down"), null);
        using var init = time.CreateTimer(_ =>
        {
            if (!Volatile.Read(ref _isInitialised)) Close(4408, "Connection initialisation timeout");
        }, null, options.ConnectionInitTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            if (!isSpoken) Close(4406, "Subprotocol not acceptable");
            await ReceiveAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            logger.LogDebug(exception, "A WebSocket is gone");
        }
        finally
        {
            Volatile.Write(ref _isClosing, 1);
            await EndOperationsAsync().ConfigureAwait(false);
            await _watching.CancelAsync().ConfigureAwait(false);
            await watch.ConfigureAwait(false);
            await _closing.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _outlet.Dispose();
        _abort.Dispose();
        _watching.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var message = new ArrayBufferWriter<byte>(1024);
        while (true)
        {
            var received = await socket.ReceiveAsync(message.GetMemory(512), _abort.Token).ConfigureAwait(false);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                if (socket.State == WebSocketState.CloseReceived) Close(1000, "");
                return;
            }
            message.Advance(received.Count);
            _outlet.EndSilence();
            Volatile.Write(ref _unanswered, 0);
            // After the close was sent, what the client had under way is read and forgotten.
            if (IsClosing) message.ResetWrittenCount();
            else if (received.MessageType == WebSocketMessageType.Binary) Close(4400, "Invalid message: binary, where text is expected");
            else if (message.WrittenCount > options.MaxMessageSize) Close(1009, $"A message may have {options.MaxMessageSize} bytes");
            else if (received.EndOfMessage) await TakeAsync(message).ConfigureAwait(false);
            if (received.EndOfMessage) message.ResetWrittenCount();
        }
    }

    private async ValueTask TakeAsync(ArrayBufferWriter<byte> bytes)
    {
        try
        {
            await TakeAsync(SocketMessage.Read(bytes.WrittenMemory)).ConfigureAwait(false);
        }
        catch (RequestRefusedException mistake)
        {
            Close(4400, "Invalid message: " + mistake.Message);
        }
    }

    private ValueTask TakeAsync(SocketMessage message)
    {
        switch (message.Type)
        {
            case "connection_init":
                return InitialiseAsync(message.Payload);
            case "ping":
                return SendAsync(message.Payload, static (payload, output) =>
                {
                    output.Write("{\"type\":\"pong\""u8);
                    if (payload.ValueKind != JsonValueKind.Undefined)
                    {
                        output.Write(",\"payload\":"u8);
                        output.Write(System.Text.Encoding.UTF8.GetBytes(payload.GetRawText()));
                    }
                    output.Write("}"u8);
                }, CancellationToken.None);
            case "subscribe" when !_isAcknowledged:
                Close(4401, "Unauthorized");
                return default;
            case "subscribe":
                return SubscribeAsync(message);
            case "complete":
                return StopAsync(message.Id);
            default:
                return default;
        }
    }

    private async ValueTask InitialiseAsync(JsonElement payload)
    {
        if (_isInitialised)
        {
            Close(4429, "Too many initialisation requests");
            return;
        }
        Volatile.Write(ref _isInitialised, true);
        try
        {
            if (options.ConnectionInit is { } ask && !await ask(new(context, payload)).AsTask().WaitAsync(options.ConnectionInitTimeout, time).ConfigureAwait(false))
            {
                Close(4403, "Forbidden");
                return;
            }
        }
        catch (TimeoutException)
        {
            Close(4408, "Connection initialisation timeout");
            return;
        }
        catch (GraphQLException refusal)
        {
            Close(4403, refusal.Message);
            return;
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The hook of connection_init failed");
            Close(4500, "Internal server error");
            return;
        }
        _isAcknowledged = true;
        await SendAsync(0, static (_, output) => output.Write("{\"type\":\"connection_ack\"}"u8), CancellationToken.None).ConfigureAwait(false);
    }

    private async Task KeepAliveAsync()
    {
        if (!_isAcknowledged) return;
        // Two pings and no word since: nobody is there.
        if (Interlocked.Increment(ref _unanswered) > 2) CutOff();
        else await SendAsync(0, static (_, output) => output.Write("{\"type\":\"ping\"}"u8), CancellationToken.None).ConfigureAwait(false);
    }

    private void CutOff()
    {
        logger.LogInformation("A WebSocket is cut off: its client takes nothing or is gone");
        socket.Abort();
        context.Abort();
    }

    private static bool IsGone(Exception exception) => exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException;
}
