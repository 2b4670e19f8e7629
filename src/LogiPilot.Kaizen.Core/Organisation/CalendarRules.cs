using System.Globalization;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>What a calendar must say to be kept. Every fault is found at once, each with the path of its field in the input.</summary>
internal sealed class CalendarRules
{
    public const int MostShifts = 20;
    public const int MostBreaks = 10;
    public const int MostClosings = 200;
    public const int MostSpecialDays = 400;

    private const int MinutesOfDay = 24 * 60;
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    private readonly List<Refusal?> _faults = [];

    public Refusal? Refusal => Shared.Refusal.All(_faults);

    public IReadOnlyList<Shift> Shifts(IReadOnlyList<ShiftDraft> drafts)
    {
        Refuse(drafts.Count == 0, "shifts", "calendarNeedsShift");
        return Shifts("shifts", drafts);
    }

    public IReadOnlyList<ClosingDays> Closings(IReadOnlyList<ClosingDays> closings)
    {
        if (IsTooMany("closings", closings.Count, MostClosings))
        {
            return [];
        }

        foreach (var (index, closing) in closings.Index())
        {
            var field = $"closings.{index}";
            CheckName(field, closing.Name);
            CheckDay($"{field}.from", closing.From);
            CheckDay($"{field}.to", closing.To);
            Refuse(closing.To < closing.From, $"{field}.to", "closingUpsideDown");
            Refuse(closing.To.DayNumber - closing.From.DayNumber > 365, $"{field}.to", "closingTooLong");
        }

        return [.. closings.Select(c => c with { Name = c.Name.Trim() })];
    }

    public IReadOnlyList<SpecialDay> SpecialDays(IReadOnlyList<SpecialDayDraft> drafts)
    {
        if (IsTooMany("specialDays", drafts.Count, MostSpecialDays))
        {
            return [];
        }

        var days = new List<SpecialDay>();
        foreach (var (index, draft) in drafts.Index())
        {
            var field = $"specialDays.{index}";
            CheckName(field, draft.Name);
            CheckDay($"{field}.day", draft.Day);
            Refuse(days.Exists(d => d.Day == draft.Day), $"{field}.day", "specialDayTwice", ("day", draft.Day));
            days.Add(new(draft.Day, draft.Name.Trim(), Shifts($"{field}.shifts", draft.Shifts)));
        }

        return days;
    }

    private List<Shift> Shifts(string field, IReadOnlyList<ShiftDraft> drafts)
    {
        var shifts = new List<Shift>();
        if (IsTooMany(field, drafts.Count, MostShifts))
        {
            return shifts;
        }

        foreach (var (index, draft) in drafts.Index())
        {
            var at = $"{field}.{index}";
            CheckName(at, draft.Name);
            CheckCode(at, draft.Code);
            var code = draft.Code.Trim();
            Refuse(
                shifts.Exists(s => string.Equals(s.Code, code, StringComparison.OrdinalIgnoreCase)), $"{at}.code", "shiftCodeTwice", ("code", code));
            Refuse(draft.Days is { Count: 0 }, $"{at}.days", "shiftNeedsDay");
            var (starts, ends) = (Time($"{at}.starts", draft.Starts), Time($"{at}.ends", draft.Ends));
            Refuse(starts is not null && starts == ends, $"{at}.ends", "shiftNoLength");
            IReadOnlyList<DayOfWeek> days = draft.Days is null ? Enum.GetValues<DayOfWeek>() : [.. draft.Days.Distinct().Order()];
            var shift = new Shift(code, draft.Name.Trim(), starts ?? default, ends ?? default, days, []);
            shifts.Add(shift with { Breaks = Breaks($"{at}.breaks", draft.Breaks ?? [], shift, starts is not null && ends is not null) });
        }

        return shifts;
    }

    private List<ShiftBreak> Breaks(string field, IReadOnlyList<BreakDraft> drafts, Shift shift, bool hasTimes)
    {
        var breaks = new List<ShiftBreak>();
        if (IsTooMany(field, drafts.Count, MostBreaks))
        {
            return breaks;
        }

        foreach (var (index, draft) in drafts.Index())
        {
            var at = $"{field}.{index}";
            if (Time($"{at}.starts", draft.Starts) is { } starts && Time($"{at}.ends", draft.Ends) is { } ends)
            {
                breaks.Add(new(starts, ends));
                var begins = MinutesBetween(shift.Starts, starts);
                Refuse(starts == ends, $"{at}.ends", "breakNoLength");
                Refuse(
                    hasTimes && begins + MinutesBetween(starts, ends) > MinutesBetween(shift.Starts, shift.Ends), at, "breakOutside", ("code", shift.Code));
            }
        }

        return breaks;
    }

    private static int MinutesBetween(TimeOnly from, TimeOnly to) =>
        ((int)(to - from).TotalMinutes + MinutesOfDay) % MinutesOfDay;

    private TimeOnly? Time(string field, string text)
    {
        var isTime = TimeOnly.TryParseExact(text.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        Refuse(!isTime, field, "timeUnreadable", ("time", text));
        return isTime ? time : null;
    }

    private void CheckName(string field, string name) =>
        _faults.Add(Words.Missing($"{field}.name", name) ?? Words.TooLong($"{field}.name", name, Words.InName));

    private void CheckCode(string field, string code) =>
        _faults.Add(Words.Missing($"{field}.code", code) ?? Words.TooLong($"{field}.code", code, PersonRules.LongestCode));

    private void CheckDay(string field, DateOnly day) => Refuse(day < Earliest || day > Latest, field, "dayFar", ("day", day));

    private bool IsTooMany(string field, int count, int most)
    {
        Refuse(count > most, field, "tooMany", ("most", most));
        return count > most;
    }

    private void Refuse(bool isWrong, string field, string reason, params (string Name, object? Value)[] arguments)
    {
        if (isWrong)
        {
            _faults.Add(Shared.Refusal.Of(RefusalCode.Invalid, reason, arguments) with { Field = field });
        }
    }
}
