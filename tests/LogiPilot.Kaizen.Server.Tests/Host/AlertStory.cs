using System.Text.Json;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>What became of an alert, as text.</summary>
public static class AlertStory
{
    private static readonly string[] OfEscalation = ["ESCALATED", "REACHED_NOBODY"];
    private static readonly string[] Commented = ["TRANSFERRED", "REFUSED"];

    /// <summary>
    /// The alert's timeline as somebody reads it, one line a step by the plant's clock, less the calls; then its state, its owner,
    /// and in brackets who had it before.
    /// </summary>
    public static async Task<string> Timeline(this StoryPlant plant, string reader, Guid alertId)
    {
        var alert = (await (await plant.SignIn(reader)).Query(
            "query($id: UUID!) { alert(id: $id) { state owner { name } formerOwner { name } timeline { kind text comment recordedAt } } }",
            new { id = alertId })).GetProperty("alert");
        var steps = alert.GetProperty("timeline").EnumerateArray()
            .Where(e => !OfEscalation.Contains(e.GetProperty("kind").GetString(), StringComparer.Ordinal))
            .Select(e => $"{StoryPlant.Clock(e.GetProperty("recordedAt"))} {e.GetProperty("text").GetString()}{Comment(e)}");
        var state = $"{alert.GetProperty("state").GetString()} {Name(alert, "owner")} ({Name(alert, "formerOwner")})";
        return Plain(string.Join('\n', [.. steps, state]));
    }

    /// <summary>Every day a team from 05:00 to 13:00 and one (nobody: none) from 13:00 to 21:00, by the plant's clock.</summary>
    public static async Task WorkInShifts(this StoryPlant plant, string[] morning, string[] afternoon)
    {
        object[] shifts = [new { code = "M", name = "Matin", starts = "05:00", ends = "13:00" }, new { code = "A", name = "Après-midi", starts = "13:00", ends = "21:00" }];
        await plant.Admin.Order("saveCalendar", new { plantId = plant.PlantId, shifts }, "calendar { version }");
        foreach (var (code, names) in new[] { ("M", morning), ("A", afternoon) }.Where(t => t.Item2.Length > 0))
        {
            var memberIds = names.Select(n => plant.People[n]).ToArray();
            await plant.Admin.Order(
                "saveTeam", new { plantId = plant.PlantId, code, name = "Équipe " + code, memberIds, rotationStarts = "2027-03-01", rotation = (string[])[code] }, "team { id }");
        }
    }

    /// <summary>Gives an order that must be done.</summary>
    public static async Task<JsonElement> Order(this StoryPlant plant, string by, string mutation, object input, string selection = "alert { id }") =>
        await (await plant.SignIn(by)).Order(mutation, input, selection);

    /// <summary>Code and sentence of an order that must be refused.</summary>
    public static async Task<string> Refused(this StoryPlant plant, string by, string mutation, object input, string selection = "alert { id }")
    {
        var error = (await (await plant.SignIn(by)).Refused(mutation, input, selection))[0];
        return Plain($"{error.GetProperty("code").GetString()} {error.GetProperty("message").GetString()}");
    }

    /// <summary>With ordinary blanks, as tests are written.</summary>
    public static string Plain(string? text) => (text ?? "").Replace('\u00a0', ' ');

    private static string Comment(JsonElement entry) =>
        Commented.Contains(entry.GetProperty("kind").GetString(), StringComparer.Ordinal) && entry.GetProperty("comment").GetString() is { } said
            ? $" ({said})"
            : "";

    private static string Name(JsonElement alert, string who) =>
        alert.GetProperty(who) is { ValueKind: JsonValueKind.Object } person ? person.GetProperty("name").GetString()! : "–";
}
