namespace LogiPilot.Kaizen.Core.Tests.Shared;

/// <summary>A clock that stands still until a test moves it; starts on a Monday morning.</summary>
public sealed class MovedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;
}
