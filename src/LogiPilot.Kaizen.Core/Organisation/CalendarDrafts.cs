namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>A pause as somebody writes it: times as <c>HH:mm</c>.</summary>
public sealed record BreakDraft(string Starts, string Ends);

/// <summary>A shift as somebody writes it: times as <c>HH:mm</c>; without days, all seven.</summary>
public sealed record ShiftDraft(
    string Code, string Name, string Starts, string Ends, IReadOnlyList<DayOfWeek>? Days = null, IReadOnlyList<BreakDraft>? Breaks = null);

/// <summary>A special day as somebody writes it: no shift at all closes it.</summary>
public sealed record SpecialDayDraft(DateOnly Day, string Name, IReadOnlyList<ShiftDraft> Shifts);
