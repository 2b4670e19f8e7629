namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>A working shift in plant time; one that ends before it starts goes past midnight.</summary>
public sealed record Shift(string Code, string Name, TimeOnly Starts, TimeOnly Ends);

/// <summary>
/// A plant: time zone (IANA), language of its screens, shifts, and the limits of the supply status rule: the time to bring a
/// product from the stores to a station (30 min) and how long a feed may be silent (24 h).
/// </summary>
public sealed class Plant
{
    private Plant()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string TimeZone { get; private set; } = "Europe/Paris";

    public Shared.Language Language { get; private set; }

    public int ReplenishmentMinutes { get; private set; } = 30;

    public int FreshnessHours { get; private set; } = 24;

    public IReadOnlyList<Shift> Shifts { get; private set; } = [];

    public int Version { get; private set; }

    public static Plant Create(
        Guid id, string code, string name, string timeZone, Shared.Language language, IReadOnlyList<Shift>? shifts = null) =>
        new() { Id = id, Code = code, Name = name, TimeZone = timeZone, Language = language, Shifts = shifts ?? [], Version = 1 };

    /// <summary>The shift running at an instant, by the plant's clock; null without shifts.</summary>
    public Shift? ShiftAt(DateTimeOffset instant)
    {
        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
        return Shifts.FirstOrDefault(s => local.IsBetween(s.Starts, s.Ends));
    }
}
