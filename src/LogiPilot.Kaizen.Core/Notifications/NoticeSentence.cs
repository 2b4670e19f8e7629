using System.Globalization;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Which sentences of the catalogue tell an event, with which arguments, and the path of the thing itself: a title, a text that says
/// what is asked, and one line for each thing when it is about several. Instants are by the plant's clock.
/// </summary>
public sealed record NoticeSentence(
    string Title, string Text, IReadOnlyDictionary<string, object?> Arguments, IReadOnlyList<NoticeLine> Lines, string Link)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>For a reader: who works with the phone in the plant is led to its pages.</summary>
    public static NoticeSentence Of(
        NoticeKind kind, Guid subjectId, string facts, DateTimeOffset saidAt, Plant? plant, Person? reader)
    {
        using var document = JsonDocument.Parse(facts);
        var arguments = Read(document.RootElement, saidAt, plant);
        var name = JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());
        var said = arguments.GetValueOrDefault("variant") as string;
        var variant = said is null ? "" : "_" + said;
        return new NoticeSentence(
            $"notices.title.{name}{(NoticeKinds.IsTitledByVariant(kind) ? variant : "")}", $"notices.text.{name}{variant}", arguments,
            LinesOf(document.RootElement, saidAt, plant), LinkOf(NoticeKinds.TopicOf(kind, said), subjectId, OnPhone(reader, plant)));
    }

    private static List<NoticeLine> LinesOf(JsonElement facts, DateTimeOffset saidAt, Plant? plant) =>
        facts.TryGetProperty("lines", out var lines)
            ? [.. lines.EnumerateArray().Select(l => Read(l, saidAt, plant)).Select(a => new NoticeLine($"notices.line.{a["line"]}", a))]
            : [];

    private static Dictionary<string, object?> Read(JsonElement facts, DateTimeOffset saidAt, Plant? plant)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var fact in facts.EnumerateObject())
        {
            arguments[fact.Name] = fact.Value.ValueKind switch
            {
                JsonValueKind.Number => fact.Value.GetDecimal(),
                JsonValueKind.Array when fact.Name == "lines" => null,
                JsonValueKind.Array => fact.Value.EnumerateArray().Select(v => v.GetString()!).ToList(),
                JsonValueKind.Object when fact.Value.Deserialize<Bilingual>(Web) is { Fr: not null, En: not null } named => named,
                JsonValueKind.String when fact.Name.EndsWith("On", StringComparison.Ordinal) =>
                    PlantClock.Say(DateOnly.ParseExact(fact.Value.GetString()!, "O", CultureInfo.InvariantCulture)),
                JsonValueKind.String when fact.Name.EndsWith("At", StringComparison.Ordinal) =>
                    PlantClock.Say(fact.Value.GetDateTimeOffset(), plant, saidAt),
                JsonValueKind.String => fact.Value.GetString(),
                _ => null,
            };
        }

        return arguments;
    }

    private static bool OnPhone(Person? reader, Plant? plant) =>
        reader?.Memberships.Where(m => m.PlantId == plant?.Id).Select(m => m.Role).ToList() is { Count: > 0 } roles
        && roles.All(r => r is Role.Operator or Role.Pilot or Role.Agent);

    private static string LinkOf(NoticeTopic topic, Guid subjectId, bool onPhone) => topic switch
    {
        NoticeTopic.Handover => onPhone ? $"/handovers/{subjectId}" : $"/desk/handovers/{subjectId}",
        NoticeTopic.Digest => onPhone ? "/" : "/desk/alerts",
        NoticeTopic.Recurrence => "/desk/health",
        NoticeTopic.Outbox => "/desk/admin/outbox",
        NoticeTopic.Reminder => onPhone ? "/" : "/desk",
        NoticeTopic.Plan => onPhone ? $"/plans/{subjectId}" : $"/desk/improvement/plans/{subjectId}",
        NoticeTopic.Action => onPhone ? $"/actions/{subjectId}" : $"/desk/improvement/actions/{subjectId}",
        NoticeTopic.Evidence => $"/desk/evidence/{subjectId}",
        NoticeTopic.Dysfunction => $"/desk/improvement/dysfunctions/{subjectId}",
        _ => onPhone ? $"/a/{subjectId}" : $"/desk/alerts/{subjectId}",
    };
}

/// <summary>One thing among several: the sentence that tells it, with its arguments.</summary>
public sealed record NoticeLine(string Text, IReadOnlyDictionary<string, object?> Arguments);
