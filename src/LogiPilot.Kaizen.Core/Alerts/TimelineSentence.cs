using System.Text.Json;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Which sentence of the catalogue tells a step (<c>timeline.*</c>) and with which arguments: names of people, instants by the
/// plant's clock, codes as the catalogue spells them, levels counted from 1 as people do. A step that nobody did and one with an end in time have their own sentence.
/// </summary>
public sealed record TimelineSentence(string Key, IReadOnlyDictionary<string, object?> Arguments)
{
    private static readonly string[] People = ["owner", "to"];
    private static readonly string[] Instants = ["expectedAt", "holdUntil", "since", "until"];

    private static readonly HashSet<TimelineKind> AlsoBySystem =
    [
        TimelineKind.Raised, TimelineKind.Joined, TimelineKind.Released, TimelineKind.Resolved, TimelineKind.Closed,
        TimelineKind.Reopened, TimelineKind.SeverityRaised, TimelineKind.KindChanged, TimelineKind.LineRestarted,
        TimelineKind.Shelved, TimelineKind.Unshelved,
    ];

    /// <summary>What ended by itself says why.</summary>
    private static readonly Dictionary<(TimelineKind, string), string> Reasons = new()
    {
        [(TimelineKind.Released, "shiftEnded")] = "_SHIFT",
        [(TimelineKind.Released, "handover")] = "_HANDOVER",
        [(TimelineKind.Unshelved, "worse")] = "_WORSE",
        [(TimelineKind.Escalated, "unresolved")] = "_UNRESOLVED",
        [(TimelineKind.ReachedNobody, "everywhere")] = "_EVERYWHERE",
    };

    public static TimelineSentence Of(TimelineEntry entry, Plant? plant, OrganisationPicture people)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["by"] = people.NamePerson(entry.ById)?.Name };
        using var facts = JsonDocument.Parse(entry.Facts ?? "{}");
        foreach (var fact in facts.RootElement.EnumerateObject().Where(f => f.Value.ValueKind != JsonValueKind.Array))
        {
            arguments[fact.Name] =
                People.Contains(fact.Name, StringComparer.Ordinal) ? people.NamePerson(fact.Value.GetGuid())?.Name
                : Instants.Contains(fact.Name, StringComparer.Ordinal) ? PlantClock.Say(fact.Value.GetDateTimeOffset(), plant, entry.RecordedAt)
                : string.Equals(fact.Name, "level", StringComparison.Ordinal) ? fact.Value.GetDecimal() + 1
                : fact.Value.ValueKind == JsonValueKind.Number ? fact.Value.GetDecimal()
                : fact.Value.GetString();
        }

        var variant = arguments.GetValueOrDefault("reason") is string reason && Reasons.TryGetValue((entry.Kind, reason), out var said) ? said
            : entry.ById is null && AlsoBySystem.Contains(entry.Kind) ? "_SYSTEM"
            : arguments.ContainsKey("holdUntil") || arguments.ContainsKey("expectedAt") ? "_UNTIL"
            : entry.Kind == TimelineKind.Refused && arguments.ContainsKey("to") ? "_BACK"
            : entry.Kind == TimelineKind.Released && !Equals(arguments["by"], arguments.GetValueOrDefault("owner")) ? "_FROM"
            : "";
        return new TimelineSentence(
            $"timeline.{JsonNamingPolicy.SnakeCaseUpper.ConvertName(entry.Kind.ToString())}{variant}", arguments);
    }
}
