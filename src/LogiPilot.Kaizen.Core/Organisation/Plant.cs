namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// A plant: time zone (IANA), language of its screens, and the limits of the supply status rule: the time to bring a
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

    /// <summary>Who is called when nobody else can be reached; <c>check</c> refuses none.</summary>
    public IReadOnlyList<Guid> FallbackIds { get; private set; } = [];

    public int Version { get; private set; }

    public static Plant Create(Guid id, string code, string name, string timeZone, Shared.Language language) =>
        new() { Id = id, Code = code, Name = name, TimeZone = timeZone, Language = language, Version = 1 };

    public void FallBackOn(IReadOnlyList<Guid> personIds)
    {
        FallbackIds = personIds;
        Version++;
    }
}
