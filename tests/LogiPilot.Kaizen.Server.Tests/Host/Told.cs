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
          nodes { createdAt dueAt sentAt channel state person { name } sentence } pageInfo { hasNextPage endCursor } } }
        """;

    /// <summary>The whole table is this one, blanks that do not break written as plain ones; another is shown whole.</summary>
    public static async Task Was(StoryPlant plant, string table)
    {
        var told = (await Read(plant)).Replace('\u00a0', ' ');
        Assert.True(string.Equals(told, table, StringComparison.Ordinal), $"What was told is another table:\n{told}\n");
    }

    /// <summary>By time, then sentence, person and channel; what quiet hours hold is not told yet, and what they dropped never is.</summary>
    public static async Task<string> Read(StoryPlant plant) => string.Join('\n', (await Rows(plant))
        .Where(i => i.GetProperty("state").GetString() is not ("HELD" or "DROPPED"))
        .Select(i => $"{Clock(i)} {Person(i)} {i.GetProperty("channel").GetString()} {i.GetProperty("sentence").GetString()}"));

    /// <summary>Nothing left out, each line with its state.</summary>
    public static async Task<string> Outbox(StoryPlant plant) => string.Join('\n', (await Rows(plant)).Select(i =>
        $"{Clock(i)} {Person(i)} {i.GetProperty("channel").GetString()} {i.GetProperty("state").GetString()} {i.GetProperty("sentence").GetString()}"));

    /// <summary>Once what is on its way has arrived.</summary>
    private static async Task<IEnumerable<JsonElement>> Rows(StoryPlant plant)
    {
        await plant.Host.Settle();
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

        return items
            .OrderBy(ToldAt)
            .ThenBy(i => i.GetProperty("sentence").GetString(), StringComparer.Ordinal)
            .ThenBy(Person, StringComparer.Ordinal)
            .ThenBy(i => i.GetProperty("channel").GetString(), StringComparer.Ordinal);
    }

    /// <summary>In the application when it was written; elsewhere when it was sent, or is to be.</summary>
    private static DateTimeOffset ToldAt(JsonElement item) => At(item).GetDateTimeOffset();

    private static JsonElement At(JsonElement item) =>
        item.GetProperty("channel").GetString() == "APP" ? item.GetProperty("createdAt")
        : item.GetProperty("sentAt") is { ValueKind: JsonValueKind.String } sent ? sent
        : item.GetProperty("dueAt") is { ValueKind: JsonValueKind.String } due ? due
        : item.GetProperty("createdAt");

    private static string Clock(JsonElement item) => StoryPlant.Clock(At(item));

    private static string Person(JsonElement item) =>
        item.GetProperty("person") is { ValueKind: JsonValueKind.Object } person ? person.GetProperty("name").GetString()! : "–";
}
