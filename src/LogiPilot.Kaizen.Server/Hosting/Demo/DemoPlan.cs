using System.Text.Json;
using System.Text.Json.Serialization;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>The demo plant as it is written down in <c>forez.json</c>: a bicycle maker, its places, parts, people and usual troubles.</summary>
internal sealed record DemoPlan(
    DemoSite Plant, IReadOnlyList<Shift> Shifts, IReadOnlyList<ClosingDays> Closings, IReadOnlyList<DemoTeam> Teams,
    IReadOnlyList<DemoNamed> Areas, IReadOnlyList<DemoLine> Lines, IReadOnlyList<DemoNamed> Locations,
    IReadOnlyList<DemoSupplier> Suppliers, IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoPart> Parts,
    IReadOnlyList<DemoIncident> Incidents, IReadOnlyList<DemoRemedy> Remedies, IReadOnlyList<DemoRemedy> RemediesOfKinds,
    IReadOnlyList<string> Comments, string LineStopped, string FalseAlarm, DemoChatterPart Chatter)
{
    public const int StationsOfLine = 5;

    /// <summary>Rotations begin with their first shift in this week.</summary>
    public static readonly DateOnly FirstMonday = new(2026, 1, 5);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static DemoPlan Read()
    {
        using var written = typeof(DemoPlan).Assembly.GetManifestResourceStream("forez.json")!;
        return JsonSerializer.Deserialize<DemoPlan>(written, Json)!;
    }
}

internal sealed record DemoSite(string Code, string Name, string TimeZone);

/// <summary>People by name; the shift of each week, or every shift.</summary>
internal sealed record DemoTeam(string Code, string Name, IReadOnlyList<string> Rotation, IReadOnlyList<string> Members);

internal sealed record DemoNamed(string Code, string Name);

internal sealed record DemoLine(string Code, string Area, string Name);

internal sealed record DemoSupplier(string Code, string Name, int LeadTimeDays);

/// <summary>With an account, anybody may sign in as that person; the others live by themselves.</summary>
internal sealed record DemoPerson(string Name, Role Role, string? Account = null, IReadOnlyList<string>? Areas = null, SupportService? Service = null);

/// <summary>The part, at its one station, whose minimum is too high, and what leaders say of its alerts.</summary>
internal sealed record DemoChatterPart(string Part, string Cause, string Done);

/// <summary>A usual trouble: where, what is said, its cause and what is done.</summary>
internal sealed record DemoIncident(AlertKind Kind, string Place, string Says, string Cause, string Done, Severity? Severity = null);

internal sealed record DemoRemedy(string Cause, string Done, AlertKind? Kind = null);

/// <summary>
/// A part: a lot of it is used at each of its stations every so many minutes. Parts used in small lots follow each other fast, and are
/// the ones whose cover moves on the wall; a silent part is reported by nobody but a count now and then.
/// </summary>
internal sealed record DemoPart(
    string Code, string Name, string Unit, string Supplier, IReadOnlyList<string> Stations, decimal Lot, int EveryMinutes, bool Silent = false)
{
    public bool IsFast => EveryMinutes <= 10;

    public decimal PerHour => Math.Round(Lot * 60 / EveryMinutes, 3);

    public decimal PerDay => PerHour * 24 * Stations.Count;

    public decimal Minimum => IsFast ? PerHour : 2 * Lot;

    public decimal Maximum => IsFast ? 6 * PerHour : 8 * Lot;

    public decimal FillsTo => IsFast ? 5 * PerHour : 7 * Lot;

    public TimeSpan BetweenTours => TimeSpan.FromHours(IsFast ? 1 : 4);

    public decimal ReorderPoint => Math.Ceiling(5 * PerDay);

    public decimal SafetyStock => Math.Ceiling(2 * PerDay);

    public decimal OrdersUpTo => Math.Ceiling(14 * PerDay);
}

/// <summary>Chance that is the same at every start: a number from a name.</summary>
internal static class DemoChance
{
    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both possible.</summary>
    public static int Between(int least, int most, string name)
    {
        var hash = 2166136261u;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 16777619u;
        }

        hash ^= hash >> 15;
        hash *= 0x2c1b3c6du;
        hash ^= hash >> 12;
        return least + (int)(hash % (uint)(most - least + 1));
    }

    public static bool OneIn(int many, string name) => Between(1, many, name) == 1;

    public static T Of<T>(IReadOnlyList<T> several, string name) => several[Between(0, several.Count - 1, name)];
}
