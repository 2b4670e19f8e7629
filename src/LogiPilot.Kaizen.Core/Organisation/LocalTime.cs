namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>Turns a plant's wall clock into instants, also in the hours that a change of clock skips or repeats.</summary>
public static class LocalTime
{
    /// <summary>
    /// The first instant at which the clock shows this time or a later one: a skipped time counts as the first after the change, a
    /// repeated one as its first pass. What is later on the wall is never earlier as an instant.
    /// </summary>
    public static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(wall))
        {
            wall = wall.AddTicks(TimeSpan.TicksPerMinute - (wall.Ticks % TimeSpan.TicksPerMinute));
        }

        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }

    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => Instant(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>The last microsecond of the day: instants are kept to the microsecond.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone) => StartOf(day.AddDays(1), zone).AddMicroseconds(-1);
}
