namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// A stretch of 32 days (UTC) of a calendar: its work as intervals with the work before each, and the shifts that run in it.
/// Instants are ticks UTC.
/// </summary>
internal sealed class WorkWindow
{
    private const long Length = 32 * TimeSpan.TicksPerDay;

    /// <summary>No shift lasts longer, a change of clock included.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(50);

    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _before;
    private readonly DateTimeOffset[] _runStarts;
    private readonly (ShiftRun Run, int Rank)[] _runs;

    private WorkWindow((ShiftRun Run, int Rank)[] runs, List<(long From, long To)> work)
    {
        _runs = runs;
        _runStarts = [.. runs.Select(r => r.Run.Starts)];
        _starts = [.. work.Select(w => w.From)];
        _ends = [.. work.Select(w => w.To)];
        _before = new long[work.Count];
        foreach (var (i, (from, to)) in work.Index())
        {
            _before[i] = Total;
            Total += to - from;
        }
    }

    public long Total { get; }

    public static long IndexOf(long ticks) => ticks / Length;

    public static long StartOf(long index) => index * Length;

    public static WorkWindow Of(long index, ShiftDays days)
    {
        var (from, to) = (StartOf(index), StartOf(index) + Length);
        var runs = new List<(ShiftRun Run, int Rank)>();
        var last = Math.Min((to / TimeSpan.TicksPerDay) + 1, DateOnly.MaxValue.DayNumber - 4);
        for (var day = Math.Max((from / TimeSpan.TicksPerDay) - 3, 2); day <= last; day++)
        {
            runs.AddRange(days.RunsOf(DateOnly.FromDayNumber((int)day)).Where(r => r.Run.Starts.UtcTicks < to && r.Run.Ends.UtcTicks > from));
        }

        var work = new List<(long From, long To)>();
        foreach (var (starts, ends) in runs.SelectMany(r => days.WorkOf(r.Run)).OrderBy(w => w.From))
        {
            var (clippedFrom, clippedTo) = (Math.Max(starts, from), Math.Min(ends, to));
            if (work is [.., var (lastFrom, lastTo)] && clippedFrom <= lastTo)
            {
                work[^1] = (lastFrom, Math.Max(lastTo, clippedTo));
            }
            else if (clippedFrom < clippedTo)
            {
                work.Add((clippedFrom, clippedTo));
            }
        }

        return new WorkWindow([.. runs.OrderBy(r => r.Run.Starts).ThenBy(r => r.Rank)], work);
    }

    public bool IsWorking(long ticks)
    {
        var i = LastFrom(_starts, ticks);
        return i >= 0 && ticks < _ends[i];
    }

    /// <summary>The work of the window before an instant of it.</summary>
    public long Before(long ticks)
    {
        var i = LastFrom(_starts, ticks);
        return i < 0 ? 0 : _before[i] + Math.Min(ticks, _ends[i]) - _starts[i];
    }

    /// <summary>The first instant by which an amount of work (more than none, at most all) has passed.</summary>
    public long Reaching(long work)
    {
        var i = LastFrom(_before, work - 1);
        return _starts[i] + work - _before[i];
    }

    public IReadOnlyList<ShiftRun> RunningAt(DateTimeOffset at)
    {
        List<(ShiftRun Run, int Rank)> running = [];
        for (var i = LastFrom(_runStarts, at); i >= 0 && at - _runStarts[i] < LongestRun; i--)
        {
            if (_runs[i].Run.IsRunning(at))
            {
                running.Add(_runs[i]);
            }
        }

        return [.. running.OrderBy(r => r.Rank).ThenBy(r => r.Run.Starts).Select(r => r.Run)];
    }

    public ShiftRun? FirstFrom(DateTimeOffset at)
    {
        var i = LastFrom(_runStarts, at.AddTicks(-1)) + 1;
        return i < _runs.Length ? _runs[i].Run : null;
    }

    /// <summary>The index of the last that is not above what is asked; -1 when all are.</summary>
    private static int LastFrom<T>(T[] ordered, T asked)
        where T : IComparable<T>
    {
        var (low, high) = (0, ordered.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            if (ordered[middle].CompareTo(asked) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }
}
