using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Tests.Organisation.Calendars;

/// <summary>
/// What a calendar means, said as slowly as it can be: minute by minute, by the latest time that the plant's clock has shown so far.
/// It starts two days before the interval, so that whatever still runs at its beginning is known.
/// </summary>
public sealed class CalendarOracle
{
    private const int MinutesBefore = 2 * 24 * 60;

    private readonly CalendarCase _case;
    private readonly Dictionary<DateOnly, List<Run>> _runs = [];
    private readonly List<Run>[] _running;
    private readonly int[] _worked;

    public CalendarOracle(CalendarCase asked)
    {
        _case = asked;
        var start = asked.From.AddMinutes(-MinutesBefore);
        var minutes = MinutesBefore + asked.Minutes;
        (_running, _worked) = (new List<Run>[minutes + 1], new int[minutes + 2]);
        var (clock, offset) = (DateTime.MinValue, asked.Zone.GetUtcOffset(start));
        List<Run> runs = [];
        for (var minute = 0; minute <= minutes; minute++)
        {
            var at = start.AddMinutes(minute);

            // Clocks change at quarters of an hour.
            offset = at.Minute % 15 == 0 ? asked.Zone.GetUtcOffset(at) : offset;
            var wall = at.UtcDateTime + offset;
            if (wall > clock)
            {
                runs = wall.Date == clock.Date ? runs : [.. Runs(DateOnly.FromDateTime(wall.AddDays(-1))), .. Runs(DateOnly.FromDateTime(wall))];
                clock = wall;
            }

            var running = runs.FindAll(r => r.Starts <= clock && clock < r.Ends);
            _running[minute] = minute > 0 && running.SequenceEqual(_running[minute - 1]) ? _running[minute - 1] : running;
            _worked[minute + 1] = _worked[minute] + (running.Exists(r => !r.Breaks.Exists(b => b.Starts <= clock && clock < b.Ends)) ? 1 : 0);
        }
    }

    /// <summary>Minutes count from the interval's beginning.</summary>
    public bool IsWorking(int minute) => Worked(minute, minute + 1) == 1;

    public int Worked(int from, int to) => _worked[to + MinutesBefore] - _worked[from + MinutesBefore];

    /// <summary>The first minute by which so much has been worked; null when that is not before the interval's end.</summary>
    public int? After(int from, int work)
    {
        for (var minute = from; minute <= _case.Minutes; minute++)
        {
            if (Worked(from, minute) >= work)
            {
                return minute;
            }
        }

        return null;
    }

    public IReadOnlyList<(string Code, DateOnly Day)> ShiftsAt(int minute) =>
        [.. _running[minute + MinutesBefore].OrderBy(r => r.Rank).ThenBy(r => r.Starts).Select(r => (r.Code, r.Day))];

    /// <summary>The first minute from one on at which a shift starts; null when none does before the interval's end.</summary>
    public int? NextStart(int from)
    {
        for (var minute = from; minute <= _case.Minutes; minute++)
        {
            if (_running[minute + MinutesBefore].Exists(r => !_running[minute + MinutesBefore - 1].Contains(r)))
            {
                return minute;
            }
        }

        return null;
    }

    /// <summary>The first minute at which the shift running at one runs no more; null when that is not before the interval's end.</summary>
    public int? EndOfShift(int minute)
    {
        var run = _running[minute + MinutesBefore].OrderBy(r => r.Rank).ThenBy(r => r.Starts).FirstOrDefault();
        for (var later = minute; later <= _case.Minutes; later++)
        {
            if (run is null || !_running[later + MinutesBefore].Contains(run))
            {
                return later;
            }
        }

        return null;
    }

    private List<Run> Runs(DateOnly day)
    {
        if (!_runs.TryGetValue(day, out var runs))
        {
            var shifts = _case.SpecialDays.Any(s => s.Day == day) ? _case.SpecialDays.Single(s => s.Day == day).Shifts
                : _case.Closings.Any(c => IsClosed(c, day)) ? []
                : [.. _case.Shifts.Where(s => s.Days.Contains(day.DayOfWeek))];
            var all = _case.SpecialDays.Any(s => s.Day == day) ? shifts : _case.Shifts;
            _runs[day] = runs = [.. shifts.Where(s => s.Starts != s.Ends).Select(s => new Run(day, s, all.ToList().IndexOf(s)))];
        }

        return runs;
    }

    /// <summary>Walks the closing through a leap year, day by day.</summary>
    private static bool IsClosed(ClosingDays closing, DateOnly day)
    {
        if (day < closing.From || !closing.EveryYear)
        {
            return day >= closing.From && day <= closing.To;
        }

        var walked = new DateOnly(2028, closing.From.Month, closing.From.Day);
        while (walked.Month != day.Month || walked.Day != day.Day)
        {
            if (walked.Month == closing.To.Month && walked.Day == closing.To.Day)
            {
                return false;
            }

            walked = walked.AddDays(1);
        }

        return true;
    }

    private sealed class Run
    {
        public Run(DateOnly day, Shift shift, int rank)
        {
            (Day, Code, Rank) = (day, shift.Code, rank);
            Starts = day.ToDateTime(shift.Starts);
            Ends = FirstAfter(Starts, shift.Ends, 1);
            Breaks = [.. shift.Breaks.Where(b => b.Starts != b.Ends).Select(b => FirstAfter(Starts, b.Starts, 0)).Zip(shift.Breaks.Where(b => b.Starts != b.Ends))
                .Select(b => (b.First, FirstAfter(b.First, b.Second.Ends, 1)))];
        }

        public DateOnly Day { get; }

        public string Code { get; }

        public int Rank { get; }

        public DateTime Starts { get; }

        public DateTime Ends { get; }

        public List<(DateTime Starts, DateTime Ends)> Breaks { get; }

        private static DateTime FirstAfter(DateTime wall, TimeOnly time, int minutes)
        {
            var walked = wall.AddMinutes(minutes);
            while (TimeOnly.FromDateTime(walked) != time)
            {
                walked = walked.AddMinutes(1);
            }

            return walked;
        }
    }
}
