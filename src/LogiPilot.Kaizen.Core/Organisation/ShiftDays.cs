namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>The shifts of each day as they run: a special day's, else none on a closing day, else those of the day of the week.</summary>
internal sealed class ShiftDays(
    TimeZoneInfo zone, IReadOnlyList<Shift> shifts, IReadOnlyList<ClosingDays> closings, IReadOnlyList<SpecialDay> specialDays)
{
    private readonly Dictionary<DateOnly, SpecialDay> _special = specialDays.ToDictionary(s => s.Day);

    public string? NameOf(DateOnly day) =>
        _special.GetValueOrDefault(day)?.Name ?? closings.FirstOrDefault(c => c.Covers(day))?.Name;

    /// <summary>In the calendar's order, each with its rank in it. A shift that the change of clock leaves no time of is none.</summary>
    public IEnumerable<(ShiftRun Run, int Rank)> RunsOf(DateOnly day)
    {
        var special = _special.GetValueOrDefault(day);
        if (special is null && closings.Any(c => c.Covers(day)))
        {
            yield break;
        }

        var candidates = special?.Shifts ?? shifts;
        for (var rank = 0; rank < candidates.Count; rank++)
        {
            var shift = candidates[rank];
            if (shift.Starts == shift.Ends || (special is null && !shift.Days.Contains(day.DayOfWeek)))
            {
                continue;
            }

            var ends = (shift.Ends > shift.Starts ? day : day.AddDays(1)).ToDateTime(shift.Ends);
            var run = new ShiftRun(shift, day, LocalTime.Instant(day.ToDateTime(shift.Starts), zone), LocalTime.Instant(ends, zone));
            if (run.Starts < run.Ends)
            {
                yield return (run, rank);
            }
        }
    }

    /// <summary>What of a run is work: all but its pauses, in order.</summary>
    public IEnumerable<(long From, long To)> WorkOf(ShiftRun run)
    {
        var (from, end) = (run.Starts.UtcTicks, run.Ends.UtcTicks);
        foreach (var (starts, ends) in run.Shift.Breaks.Select(pause => Pause(run, pause)).OrderBy(pause => pause.Starts))
        {
            if (from < Math.Min(starts, end))
            {
                yield return (from, Math.Min(starts, end));
            }

            from = Math.Max(from, ends);
        }

        if (from < end)
        {
            yield return (from, end);
        }
    }

    /// <summary>A pause named with a time before the shift's start is the next day's.</summary>
    private (long Starts, long Ends) Pause(ShiftRun run, ShiftBreak pause)
    {
        var day = pause.Starts < run.Shift.Starts ? run.Day.AddDays(1) : run.Day;
        var ends = (pause.Ends < pause.Starts ? day.AddDays(1) : day).ToDateTime(pause.Ends);
        return (LocalTime.Instant(day.ToDateTime(pause.Starts), zone).UtcTicks, LocalTime.Instant(ends, zone).UtcTicks);
    }
}
