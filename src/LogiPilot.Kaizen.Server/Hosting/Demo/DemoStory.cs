using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>Alerts of the past that a story is about, so many days ago each: the part has no other ones.</summary>
internal sealed record DemoTrouble(AlertKind Kind, string Part, IReadOnlyList<int> DaysAgo);

/// <summary>
/// One story of improvement, a file of <c>Improvement/</c>: its alerts, and what people did about them, each deed a use case by its name
/// with its arguments. Texts name people, places, parts, days and what was made before by a sign (<see cref="DemoWords"/>).
/// </summary>
internal sealed record DemoStory(IReadOnlyList<DemoTrouble> Alerts, IReadOnlyList<JsonObject> Deeds)
{
    private const string Folder = "improvement/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<DemoStory> ReadAll() =>
    [
        .. typeof(DemoStory).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Read),
    ];

    private static DemoStory Read(string name)
    {
        using var written = typeof(DemoStory).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<DemoStory>(written, Json)!;
    }
}

/// <summary>A deed of a story at its instant; what it makes is remembered in the story.</summary>
internal sealed record DemoDeed(Dictionary<string, Guid> Made, DateTimeOffset At, string By, string Order, IReadOnlyList<string> As, JsonObject Arguments)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(6);

    /// <summary>
    /// Before the last days nobody works on improvement at a weekend: what would fall there was done on the Friday. Nothing is done later
    /// than now.
    /// </summary>
    private const int LastDays = 3;

    public static IEnumerable<DemoDeed> Of(DemoStory story, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (made, at) = (new Dictionary<string, Guid>(StringComparer.Ordinal), DateTimeOffset.MinValue);
        foreach (var deed in story.Deeds)
        {
            var arguments = (JsonObject)deed.DeepClone();
            var told = Take(arguments, "at") is { } when ? Instant(when, now, zone) : at + Pace;
            at = new[] { told, at, now }.Order().ElementAt(1);
            yield return new DemoDeed(
                made, at, Take(arguments, "by")!, Take(arguments, "do")!, Take(arguments, "as")?.Split(' ') ?? [], arguments);
        }
    }

    private static string? Take(JsonObject from, string name)
    {
        var value = (string?)from[name];
        from.Remove(name);
        return value;
    }

    /// <summary><c>-12 09:30</c>: so many days ago, by the plant's clock.</summary>
    private static DateTimeOffset Instant(string when, DateTimeOffset now, TimeZoneInfo zone)
    {
        var parts = when.Split(' ');
        var ago = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(ago);
        var weekend = ago > -LastDays ? 0 : day.DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };
        return LocalTime.Instant(day.AddDays(-weekend).ToDateTime(TimeOnly.Parse(parts[1], CultureInfo.InvariantCulture)), zone);
    }
}
