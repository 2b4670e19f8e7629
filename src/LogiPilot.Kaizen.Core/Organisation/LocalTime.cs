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
        // Only instants are asked for their offset: what .NET calls an invalid or ambiguous time is wrong in zones whose rules are unusual.
        var wall = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Utc));
        var (dayBefore, dayAfter) = (wall.AddDays(-1), wall.AddDays(1));
        var (before, after) = (zone.GetUtcOffset(dayBefore), zone.GetUtcOffset(dayAfter));
        var early = wall - before;
        if (before == after || zone.GetUtcOffset(early) == before)
        {
            return early;
        }

        var (late, change) = (wall - after, Change(dayBefore, dayAfter, before, zone));
        return late > change ? late : change;
    }

    /// <summary>The first instant between two that has another offset than the first.</summary>
    private static DateTimeOffset Change(DateTimeOffset from, DateTimeOffset to, TimeSpan before, TimeZoneInfo zone)
    {
        while (to - from > TimeSpan.FromTicks(1))
        {
            var middle = from + ((to - from) / 2);
            (from, to) = zone.GetUtcOffset(middle) == before ? (middle, to) : (from, middle);
        }

        return to;
    }

    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => Instant(day.ToDateTime(TimeOnly.MinValue), zone);

    /// <summary>The last microsecond of the day: instants are kept to the microsecond.</summary>
    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone) => StartOf(day.AddDays(1), zone).AddMicroseconds(-1);
}
