using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

/// <summary>A WebSocket client on a bare socket that only counts what it is sent: cheap enough for fifty of them beside the server.</summary>
internal sealed class RawSubscriber : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _events;

    /// <summary>How many messages longer than a kilobyte have come.</summary>
    public int Events => Volatile.Read(ref _events);

    public static async Task<RawSubscriber> Connect(Uri endpoint, string query, int? receiveBuffer = null)
    {
        var subscriber = new RawSubscriber();
        if (receiveBuffer is { } size) subscriber._socket.ReceiveBufferSize = size;
        await subscriber._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, endpoint.Port));
        await subscriber._socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /graphql HTTP/1.1\r\nHost: {endpoint.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        await subscriber._socket.ReceiveAsync(subscriber._buffer);
        await subscriber.Send("""{"type":"connection_init"}""");
        await subscriber.Subscribe("1", query);
        return subscriber;
    }

    public Task Subscribe(string id, string query) =>
        Send($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");

    // The mask a client must use may be zero.
    private async Task Send(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        byte[] length = payload.Length < 126 ? [(byte)(0x80 | payload.Length)] : [0xFE, (byte)(payload.Length >> 8), (byte)payload.Length];
        await _socket.SendAsync((byte[])[0x81, .. length, 0, 0, 0, 0, .. payload]);
    }

    /// <summary>Reads until so many events have come, or a short message holds the text.</summary>
    public async Task Read(int events, string? text = null)
    {
        var filled = 0;
        while (Events < events)
        {
            var count = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
            if (count == 0) throw new EndOfStreamException($"The server ended the connection after {Events} events.");
            filled += count;
            var start = 0;
            while (FrameAt(start, filled) is { } frame)
            {
                if (frame.Length > 1_024) Interlocked.Increment(ref _events);
                else if (text is not null && Encoding.UTF8.GetString(_buffer, frame.Start, frame.Length).Contains(text, StringComparison.Ordinal)) return;
                start = frame.Start + frame.Length;
            }
            _buffer.AsSpan(start, filled - start).CopyTo(_buffer);
            filled -= start;
        }
    }

    /// <summary>Reads what was left of a connection; true if it was cut off within that time.</summary>
    public async Task<bool> IsCutOff(TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            while (await _socket.ReceiveAsync(_buffer, patience.Token) > 0) { }
            return true;
        }
        catch (SocketException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _socket.Dispose();

    private (int Start, int Length)? FrameAt(int start, int end)
    {
        if (end - start < 4) return null;
        int length = _buffer[start + 1];
        var header = 2;
        if (length == 126) (length, header) = (BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(start + 2)), 4);
        return end - start - header < length ? null : (start + header, length);
    }
}
