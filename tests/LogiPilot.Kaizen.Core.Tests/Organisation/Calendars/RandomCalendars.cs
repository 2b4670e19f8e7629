using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Tests.Organisation.Calendars;

/// <summary>A calendar in some zone with an interval to ask it about, drawn where calendars go wrong: clock changes, midnight, 29 February.</summary>
public sealed record CalendarCase(
    TimeZoneInfo Zone, IReadOnlyList<Shift> Shifts, IReadOnlyList<ClosingDays> Closings, IReadOnlyList<SpecialDay> SpecialDays,
    DateTimeOffset From, int Minutes)
{
    public DateTimeOffset To => From.AddMinutes(Minutes);

    public WorkCalendar Calendar() => new(Zone, Shifts, Closings, SpecialDays);
}

public sealed class RandomCalendars(int seed)
{
    /// <summary>Changes of an hour, of half an hour, at midnight, across the date line and under Ramadan; and none.</summary>
    private static readonly TimeZoneInfo[] Zones =
    [
        .. ((string[])["Europe/Paris", "Europe/Paris", "Europe/Paris", "Australia/Lord_Howe", "Australia/Lord_Howe", "UTC", "America/St_Johns",
            "America/Sao_Paulo", "Asia/Tehran", "Africa/Casablanca", "Europe/Dublin", "Pacific/Chatham", "Asia/Kolkata", "America/Havana"])
            .Select(TimeZoneInfo.FindSystemTimeZoneById),
    ];

    private static readonly int[] TrickyMinutes = [0, 1, 30, 60, 90, 105, 120, 121, 135, 150, 165, 179, 180, 210, 240, 300, 780, 1260, 1320, 1439];

    private readonly Random _random = new(seed);

    public CalendarCase Next()
    {
        var zone = Zones[_random.Next(Zones.Length)];
        var minutes = _random.Next(50) == 0 ? _random.Next(60 * 24 * 60) : _random.Next(1, 4 * 24 * 60);
        var from = Near(zone).AddMinutes(-_random.Next(minutes + 1));
        var firstDay = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        var days = (minutes / 1440) + 3;
        return new(
            zone, Several(1, 4, Shift), Several(0, 3, _ => Closing(firstDay, days)),
            [.. Several(0, 3, _ => new SpecialDay(Day(firstDay, days), "special", Several(0, 3, Shift))).DistinctBy(s => s.Day)], from, minutes);
    }

    public int Below(int most) => _random.Next(most);

    /// <summary>A minute near a change of clock, a leap day or a new year; or any.</summary>
    private DateTimeOffset Near(TimeZoneInfo zone)
    {
        var start = new DateTimeOffset(_random.Next(2012, 2034), 1, 1, 0, 0, 0, TimeSpan.Zero);
        var any = start.AddMinutes(_random.Next(365 * 24 * 60));
        switch (_random.Next(4))
        {
            case 0:
                return any;
            case 1:
                return new DateTimeOffset(start.Year, 2, 28, _random.Next(24), 0, 0, TimeSpan.Zero);
            case 2:
                return start.AddMinutes(_random.Next(-3000, 3000));
            default:
                var changed = Changes(zone, start);
                return changed.Count == 0 ? any : changed[_random.Next(changed.Count)].AddMinutes(_random.Next(120));
        }
    }

    private static List<DateTimeOffset> Changes(TimeZoneInfo zone, DateTimeOffset start) =>
    [
        .. Enumerable.Range(0, 366).Select(d => start.AddDays(d)).Where(at => zone.GetUtcOffset(at) != zone.GetUtcOffset(at.AddDays(1)))
            .SelectMany(day => Enumerable.Range(0, 24).Select(h => day.AddHours(h)))
            .Where(at => zone.GetUtcOffset(at) != zone.GetUtcOffset(at.AddHours(1))),
    ];

    private Shift Shift(int number)
    {
        var starts = Minute();
        var length = _random.Next(3) == 0 ? _random.Next(1, 1440) : 480;
        var days = _random.Next(3) > 0 ? Enum.GetValues<DayOfWeek>() : [.. Enum.GetValues<DayOfWeek>().Where(_ => _random.Next(3) > 0)];
        return new($"S{number}", $"Shift {number}", Time(starts), Time(starts + length), days, Several(0, 3, _ => Break(starts, length)));
    }

    /// <summary>Mostly inside its shift, sometimes across its end or outside.</summary>
    private ShiftBreak Break(int starts, int length)
    {
        var first = starts + (_random.Next(5) == 0 ? _random.Next(1440) : _random.Next(length));
        return new(Time(first), Time(first + (_random.Next(10) == 0 ? _random.Next(1440) : _random.Next(60))));
    }

    private ClosingDays Closing(DateOnly firstDay, int days)
    {
        var everyYear = _random.Next(2) == 0;
        var from = Day(firstDay, days).AddYears(everyYear ? -_random.Next(3) : 0);
        if (everyYear && _random.Next(3) == 0)
        {
            from = new DateOnly(from.Year - (from.Year % 4), 2, 29);
        }

        return new(from, from.AddDays(_random.Next(4) == 0 ? _random.Next(200) : _random.Next(2)), "closed", everyYear);
    }

    private DateOnly Day(DateOnly first, int days) => first.AddDays(_random.Next(days) - 1);

    private int Minute() => _random.Next(2) == 0 ? TrickyMinutes[_random.Next(TrickyMinutes.Length)] : _random.Next(1440);

    private static TimeOnly Time(int minute) => TimeOnly.MinValue.AddMinutes(minute);

    private List<T> Several<T>(int least, int most, Func<int, T> make) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(make)];
}
