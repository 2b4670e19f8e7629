namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>A pause in plant time; one that ends before it starts goes past midnight.</summary>
public sealed record ShiftBreak(TimeOnly Starts, TimeOnly Ends);

/// <summary>
/// A working shift in plant time, on days of the week. One that ends before it starts goes past midnight and belongs to the day
/// it starts on, its pauses too.
/// </summary>
public sealed record Shift(
    string Code, string Name, TimeOnly Starts, TimeOnly Ends, IReadOnlyList<DayOfWeek> Days, IReadOnlyList<ShiftBreak> Breaks)
{
    /// <summary>A shift of every day of the week, without pause.</summary>
    public static Shift Daily(string code, string name, TimeOnly starts, TimeOnly ends) =>
        new(code, name, starts, ends, Enum.GetValues<DayOfWeek>(), []);
}

/// <summary>Days, the first and the last included, on which no shift starts; every year: on the same days of the calendar from then on.</summary>
public sealed record ClosingDays(DateOnly From, DateOnly To, string Name, bool EveryYear)
{
    /// <summary>Of a 29 February, nothing is left in a year that has none.</summary>
    public bool Covers(DateOnly day)
    {
        if (day < From || !EveryYear)
        {
            return day >= From && day <= To;
        }

        if (To >= From.AddYears(1))
        {
            return true;
        }

        var (first, last, asked) = (OfYear(From), OfYear(To), OfYear(day));
        return first <= last ? asked >= first && asked <= last : asked >= first || asked <= last;
    }

    private static int OfYear(DateOnly day) => (day.Month * 100) + day.Day;
}

/// <summary>One day with shifts of its own instead of the week's, whatever their days say; it wins over a closing.</summary>
public sealed record SpecialDay(DateOnly Day, string Name, IReadOnlyList<Shift> Shifts);

/// <summary>A shift of one day, as it runs.</summary>
public sealed record ShiftRun(Shift Shift, DateOnly Day, DateTimeOffset Starts, DateTimeOffset Ends)
{
    public bool IsRunning(DateTimeOffset at) => Starts <= at && at < Ends;
}

/// <summary>What a calendar says of a day: the shifts that start on it, and the name of what makes it another day than its week's.</summary>
public sealed record CalendarDay(DateOnly Day, bool Closed, string? Name, IReadOnlyList<ShiftRun> Shifts);
