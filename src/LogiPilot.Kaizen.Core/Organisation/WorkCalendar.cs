using System.Collections.Concurrent;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// When a plant or an area works, instant by instant: working time is the union of its shifts without their pauses, in the plant's
/// zone, both clock changes included (<see cref="LocalTime"/>). Immutable; safe for many threads; what it works out of a month
/// is kept, so that a question costs less than a microsecond.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>How far ahead work is looked for.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(400);

    private const int MostWindows = 200;

    private readonly TimeZoneInfo _zone;
    private readonly ShiftDays? _days;
    private readonly ConcurrentDictionary<long, WorkWindow> _windows = new();

    public WorkCalendar(
        TimeZoneInfo zone, IReadOnlyList<Shift> shifts, IReadOnlyList<ClosingDays> closings, IReadOnlyList<SpecialDay> specialDays)
        : this(zone, new ShiftDays(zone, shifts, closings, specialDays))
    {
    }

    private WorkCalendar(TimeZoneInfo zone, ShiftDays? days) => (_zone, _days) = (zone, days);

    public bool IsAroundTheClock => _days is null;

    public TimeZoneInfo Zone => _zone;

    public static WorkCalendar AroundTheClock(TimeZoneInfo zone) => new(zone, null);

    public static WorkCalendar Of(PlantCalendar calendar, TimeZoneInfo zone) =>
        new(zone, calendar.Shifts, calendar.Closings, calendar.SpecialDays);

    public bool IsWorking(DateTimeOffset at) => _days is null || Window(at.UtcTicks).IsWorking(at.UtcTicks);

    /// <summary>The work between two instants; none when the second is not after the first.</summary>
    public TimeSpan WorkingTime(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from || _days is null)
        {
            return to <= from ? TimeSpan.Zero : to - from;
        }

        var (first, last) = (WorkWindow.IndexOf(from.UtcTicks), WorkWindow.IndexOf(to.UtcTicks));
        var worked = WindowAt(last).Before(to.UtcTicks) - WindowAt(first).Before(from.UtcTicks);
        for (var index = first; index < last; index++)
        {
            worked += WindowAt(index).Total;
        }

        return TimeSpan.FromTicks(worked);
    }

    /// <summary>
    /// The first instant at which that much work has passed: the end of a shift, not the start of the next. Null when there is not
    /// so much within <see cref="Horizon"/>.
    /// </summary>
    public DateTimeOffset? After(DateTimeOffset from, TimeSpan working)
    {
        if (working <= TimeSpan.Zero || _days is null)
        {
            return working <= TimeSpan.Zero ? from : from + working;
        }

        var farthest = Farthest(from);
        var index = WorkWindow.IndexOf(from.UtcTicks);
        var left = working.Ticks + WindowAt(index).Before(from.UtcTicks);
        for (; WorkWindow.StartOf(index) <= farthest; index++)
        {
            var window = WindowAt(index);
            if (left <= window.Total)
            {
                var reached = window.Reaching(left);
                return reached <= farthest ? new DateTimeOffset(reached, TimeSpan.Zero) : null;
            }

            left -= window.Total;
        }

        return null;
    }

    /// <summary>The shift that runs; of several, the one named first in the calendar. Null between shifts and around the clock.</summary>
    public ShiftRun? ShiftAt(DateTimeOffset at) => ShiftsAt(at) is [var first, ..] ? first : null;

    /// <summary>All shifts that run, in the calendar's order.</summary>
    public IReadOnlyList<ShiftRun> ShiftsAt(DateTimeOffset at) => _days is null ? [] : Window(at.UtcTicks).RunningAt(at);

    /// <summary>
    /// The first shift that starts at an instant or after it, so that asking with the end of one answers the shift that follows it.
    /// Null around the clock, and when none starts within <see cref="Horizon"/>.
    /// </summary>
    public ShiftRun? NextShift(DateTimeOffset after)
    {
        if (_days is null)
        {
            return null;
        }

        var farthest = Farthest(after);
        for (var index = WorkWindow.IndexOf(after.UtcTicks); WorkWindow.StartOf(index) <= farthest; index++)
        {
            if (WindowAt(index).FirstFrom(after) is { } next)
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>When the running shift ends; null between shifts and around the clock.</summary>
    public DateTimeOffset? EndOfShift(DateTimeOffset at) => ShiftAt(at)?.Ends;

    /// <summary>A day with the shifts that start on it. Around the clock, a day without shifts.</summary>
    public CalendarDay Day(DateOnly day)
    {
        List<ShiftRun> runs = [.. (_days?.RunsOf(day) ?? []).Select(r => r.Run)];
        return new(day, _days is not null && runs.Count == 0, _days?.NameOf(day), runs);
    }

    /// <summary>The day that an instant falls on, by the plant's clock.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime);

    private static long Farthest(DateTimeOffset from) => Math.Min(from.UtcTicks + Horizon.Ticks, DateTimeOffset.MaxValue.UtcTicks);

    private WorkWindow Window(long ticks) => WindowAt(WorkWindow.IndexOf(ticks));

    private WorkWindow WindowAt(long index)
    {
        if (_windows.TryGetValue(index, out var window))
        {
            return window;
        }

        if (_windows.Count >= MostWindows)
        {
            _windows.Clear();
        }

        return _windows.GetOrAdd(index, i => WorkWindow.Of(i, _days!));
    }
}
