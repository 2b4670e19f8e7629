using System.Globalization;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Which sentence of the catalogue tells a step (<c>timeline.*</c>) and with which arguments: names of people, instants by the
/// plant's clock, codes as the catalogue spells them. A step that nobody did and one with an end in time have their own sentence.
/// </summary>
public sealed record TimelineSentence(string Key, IReadOnlyDictionary<string, object?> Arguments)
{
    private static readonly string[] People = ["owner", "to"];
    private static readonly string[] Instants = ["expectedAt", "holdUntil", "since"];

    private static readonly HashSet<TimelineKind> AlsoBySystem =
    [
        TimelineKind.Raised, TimelineKind.Joined, TimelineKind.Released, TimelineKind.Resolved, TimelineKind.Closed,
        TimelineKind.Reopened, TimelineKind.SeverityRaised, TimelineKind.KindChanged, TimelineKind.LineRestarted,
    ];

    public static TimelineSentence Of(TimelineEntry entry, Plant? plant, OrganisationPicture people)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["by"] = people.NamePerson(entry.ById)?.Name };
        using var facts = JsonDocument.Parse(entry.Facts ?? "{}");
        foreach (var fact in facts.RootElement.EnumerateObject())
        {
            arguments[fact.Name] =
                People.Contains(fact.Name, StringComparer.Ordinal) ? people.NamePerson(fact.Value.GetGuid())?.Name
                : Instants.Contains(fact.Name, StringComparer.Ordinal) ? Clock(fact.Value.GetDateTimeOffset(), entry.RecordedAt, plant)
                : fact.Value.ValueKind == JsonValueKind.Number ? fact.Value.GetDecimal()
                : fact.Value.GetString();
        }

        var variant = entry.ById is null && AlsoBySystem.Contains(entry.Kind) ? "_SYSTEM"
            : arguments.ContainsKey("holdUntil") || arguments.ContainsKey("expectedAt") ? "_UNTIL"
            : entry.Kind == TimelineKind.Released && !Equals(arguments["by"], arguments.GetValueOrDefault("owner")) ? "_FROM"
            : "";
        return new TimelineSentence(
            $"timeline.{JsonNamingPolicy.SnakeCaseUpper.ConvertName(entry.Kind.ToString())}{variant}", arguments);
    }

    /// <summary>Hours and minutes by the plant's clock, with the day when it is another one.</summary>
    private static string Clock(DateTimeOffset instant, DateTimeOffset saidAt, Plant? plant)
    {
        var zone = plant is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(plant.TimeZone);
        var (local, said) = (TimeZoneInfo.ConvertTime(instant, zone), TimeZoneInfo.ConvertTime(saidAt, zone));
        return local.ToString(local.Date == said.Date ? "HH:mm" : "dd/MM HH:mm", CultureInfo.InvariantCulture);
    }
}
