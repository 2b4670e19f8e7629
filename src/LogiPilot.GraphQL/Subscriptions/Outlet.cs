namespace LogiPilot.GraphQL.Subscriptions;

/// <summary>
/// What is sent to one client: one message at a time, in turn, so that none of the operations that share it waits for more than one of
/// each other. Its watch notices a client that takes nothing, and silence.
/// </summary>
internal sealed class Outlet(SubscriptionOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMilliseconds(10);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _sendingSince;
    private long _quietSince = time.GetTimestamp();

    /// <summary>Waits for the turn to send; dispose what is returned when it is sent.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _sendingSince, Math.Max(1, time.GetTimestamp()));
        return new(this);
    }

    /// <summary>The client has shown a sign of life, or was shown one.</summary>
    public void EndSilence() => Volatile.Write(ref _quietSince, time.GetTimestamp());

    /// <summary>Until cancelled: keeps alive after each silence, and cuts off a client for which one send takes too long.</summary>
    public async Task WatchAsync(Func<Task> keepAlive, Action cutOff, CancellationToken cancellationToken)
    {
        var keeping = Task.CompletedTask;
        using var timer = new PeriodicTimer(Period(), time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                var since = Volatile.Read(ref _sendingSince);
                if (since != 0 && IsOver(options.SendTimeout, since))
                {
                    cutOff();
                    break;
                }
                if (!keeping.IsCompleted || !IsOver(options.KeepAlive, Volatile.Read(ref _quietSince))) continue;
                EndSilence();
                keeping = keepAlive();
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the watch.
        }
        await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _turn.Dispose();

    private bool IsOver(TimeSpan limit, long since) => limit > TimeSpan.Zero && time.GetElapsedTime(since) >= limit;

    private TimeSpan Period()
    {
        var period = LongestPeriod;
        foreach (var limit in (TimeSpan[])[options.KeepAlive, options.SendTimeout])
            if (limit > TimeSpan.Zero && limit / 4 < period) period = limit / 4;
        return period < ShortestPeriod ? ShortestPeriod : period;
    }

    internal readonly struct Turn(Outlet outlet) : IDisposable
    {
        public void Dispose()
        {
            Volatile.Write(ref outlet._sendingSince, 0);
            outlet._turn.Release();
        }
    }
}
