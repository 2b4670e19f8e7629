using System.Text.Json;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>
/// What was told to whom, as the administrator's log has it: one line for each message, <c>time (of the plant), person, channel,
/// sentence</c>. All of it, so that a story sees that nobody else and nothing else was told.
/// </summary>
public static class Told
{
    private const string Log = """
        query($after: String) { outbox(first: 100, after: $after) {
          nodes { createdAt channel state person { name } sentence } pageInfo { hasNextPage endCursor } } }
        """;

    /// <summary>By time, then sentence, person and channel; what was not sent says so.</summary>
    public static async Task<string> Read(StoryPlant plant)
    {
        var items = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = (await plant.Admin.Query(Log, new { after })).GetProperty("outbox");
            items.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }

        return string.Join('\n', items
            .OrderBy(i => i.GetProperty("createdAt").GetDateTimeOffset())
            .ThenBy(i => i.GetProperty("sentence").GetString(), StringComparer.Ordinal)
            .ThenBy(Person, StringComparer.Ordinal)
            .ThenBy(i => i.GetProperty("channel").GetString(), StringComparer.Ordinal)
            .Select(i => $"{StoryPlant.Clock(i.GetProperty("createdAt"))} {Person(i)} {i.GetProperty("channel").GetString()} {i.GetProperty("sentence").GetString()}"));
    }

    private static string Person(JsonElement item) =>
        item.GetProperty("person") is { ValueKind: JsonValueKind.Object } person ? person.GetProperty("name").GetString()! : "–";
}
