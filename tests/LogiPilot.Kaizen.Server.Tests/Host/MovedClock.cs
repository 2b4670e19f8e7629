namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>Real time, and whatever a test moved it by.</summary>
public sealed class MovedClock : TimeProvider
{
    private long _movedTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _movedTicks));

    public void Move(TimeSpan by) => Interlocked.Add(ref _movedTicks, by.Ticks);
}
