using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>Many sockets that note when the next change reaches each of them.</summary>
internal sealed class Watchers : IAsyncDisposable
{
    private static readonly byte[] Mark = "BoardChanged"u8.ToArray();
    private readonly List<ClientWebSocket> _sockets = [];
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _reading = [];
    private long[] _arrivals = [];
    private int _missing;
    private TaskCompletionSource _all = new();

    /// <summary>The argument of the last change, as it came.</summary>
    public byte[] LastArgument { get; private set; } = [];

    public static async Task<Watchers> Connect(Uri address, int count, string? handshake, string? join)
    {
        var watchers = new Watchers();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
        {
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(address, CancellationToken.None);
            if (handshake is not null)
            {
                await Send(socket, handshake);
                await Receive(socket);
            }

            if (join is not null)
            {
                await Send(socket, join);
                await Receive(socket);
            }

            lock (watchers._sockets)
            {
                watchers._sockets.Add(socket);
            }
        });

        watchers._arrivals = new long[count];
        watchers._reading.AddRange(watchers._sockets.Select((socket, i) => Task.Run(() => watchers.Read(socket, i))));
        if (handshake is not null)
        {
            watchers._reading.Add(watchers.Ping());
        }

        return watchers;
    }

    /// <summary>Milliseconds from the call of <paramref name="fire"/> until each socket had the change, sorted.</summary>
    public async Task<double[]> Time(Func<Task> fire)
    {
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _missing, _sockets.Count);
        var start = Stopwatch.GetTimestamp();
        await fire();
        await _all.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return [.. _arrivals.Select(at => (at - start) * 1_000.0 / Stopwatch.Frequency).Order()];
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _sockets.ForEach(socket => socket.Dispose());
        await Task.WhenAll(_reading);
        _end.Dispose();
    }

    private static Task Send(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text + '\u001e'), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task Receive(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        while (!(await socket.ReceiveAsync(buffer, CancellationToken.None)).EndOfMessage)
        {
        }
    }

    /// <summary>A SignalR server parts from a client that says nothing for half a minute.</summary>
    private async Task Ping()
    {
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(8));
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                foreach (var socket in _sockets)
                {
                    await Send(socket, """{"type":6}""");
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The measure has ended.
        }
    }

    private async Task Read(ClientWebSocket socket, int index)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                WebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length).ToArraySegment(), _end.Token);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (buffer.AsSpan(0, length).IndexOf(Mark) < 0)
                {
                    continue;
                }

                _arrivals[index] = Stopwatch.GetTimestamp();
                if (index == 0)
                {
                    LastArgument = Argument(buffer.AsSpan(0, length));
                }

                if (Interlocked.Decrement(ref _missing) == 0)
                {
                    _all.TrySetResult();
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The measure has ended.
        }
    }

    private static byte[] Argument(ReadOnlySpan<byte> message)
    {
        var from = message.IndexOf("\"arguments\":["u8) + "\"arguments\":["u8.Length;
        var to = message.LastIndexOf("]}"u8);
        return message[from..to].ToArray();
    }
}

internal static class Segments
{
    public static ArraySegment<byte> ToArraySegment(this Memory<byte> memory) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray<byte>(memory, out var segment)
            ? segment
            : throw new InvalidOperationException("The buffer is an array.");
}
