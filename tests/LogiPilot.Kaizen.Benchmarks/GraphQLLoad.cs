using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>
/// A client that costs little beside the servers it asks: one prepared request over bare sockets, each connection asking again
/// when it has its answer.
/// </summary>
internal sealed class GraphQLLoad(Uri address, byte[] body)
{
    private readonly byte[] _request =
    [
        .. Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /graphql HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/graphql-response+json\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n")),
        .. body,
    ];

    /// <summary>Requests answered in the time, and the seconds it really took.</summary>
    public async Task<(int Requests, double Seconds)> Run(int connections, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Connection(watch, time)));
        return (counts.Sum(), watch.Elapsed.TotalSeconds);
    }

    private async Task<int> Connection(Stopwatch watch, TimeSpan time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port));
        var buffer = new byte[64 * 1024];
        var count = 0;
        while (watch.Elapsed < time)
        {
            await socket.SendAsync(_request);
            await Answer(socket, buffer);
            count++;
        }

        return count;
    }

    /// <summary>Reads one answer to its end: by its length, or chunk by chunk.</summary>
    private static async Task Answer(Socket socket, byte[] buffer)
    {
        var (filled, head) = (0, -1);
        while (head < 0)
        {
            filled += await Receive(socket, buffer.AsMemory(filled));
            head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        if (!buffer.AsSpan(0, filled).StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, filled));
        if (Length(Encoding.ASCII.GetString(buffer, 0, head)) is { } length)
        {
            for (var left = length - (filled - head - 4); left > 0;) left -= await Receive(socket, buffer);
            return;
        }

        // The last chunk is empty; an answer in JSON cannot hold its bytes.
        while (!buffer.AsSpan(0, filled).EndsWith("\r\n0\r\n\r\n"u8))
        {
            var keep = Math.Min(filled, 6);
            buffer.AsSpan(filled - keep, keep).CopyTo(buffer);
            filled = keep + await Receive(socket, buffer.AsMemory(keep));
        }
    }

    private static async ValueTask<int> Receive(Socket socket, Memory<byte> into)
    {
        var read = await socket.ReceiveAsync(into);
        return read > 0 ? read : throw new InvalidOperationException("The server closed the connection.");
    }

    private static int? Length(string head)
    {
        const string name = "\r\ncontent-length:";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = head.AsSpan(at + name.Length);
        var end = value.IndexOf('\r');
        return int.Parse(end < 0 ? value : value[..end], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }
}
