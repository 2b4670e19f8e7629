namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>Real time, and whatever a test moved it by; or an instant at which it stands until it is moved.</summary>
public sealed class MovedClock : TimeProvider
{
    private long _movedTicks;
    private long _standsAt;

    /// <summary>What must have happened before time passes: else what was done at one instant is sent at another.</summary>
    public Func<Task>? Settle { get; set; }

    public override DateTimeOffset GetUtcNow() =>
        Interlocked.Read(ref _standsAt) is var stands and > 0
            ? new DateTimeOffset(stands, TimeSpan.Zero)
            : System.GetUtcNow().AddTicks(Interlocked.Read(ref _movedTicks));

    public void Move(TimeSpan by)
    {
        if (Settle is { } settle)
        {
            Task.Run(settle).GetAwaiter().GetResult();
        }

        if (Interlocked.Read(ref _standsAt) > 0)
        {
            Interlocked.Add(ref _standsAt, by.Ticks);
        }
        else
        {
            Interlocked.Add(ref _movedTicks, by.Ticks);
        }
    }

    /// <summary>From now on time passes only by <see cref="Move"/>.</summary>
    public void StandAt(DateTimeOffset instant) => Interlocked.Exchange(ref _standsAt, instant.UtcTicks);
}
