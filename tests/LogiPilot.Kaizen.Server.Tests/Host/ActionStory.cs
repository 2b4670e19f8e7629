using System.Text.Json;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>What stories of actions and plans do besides giving orders.</summary>
public static class ActionStory
{
    /// <summary>The sweeps of a morning, once what a day has reminds people of.</summary>
    public static async Task Morning(this StoryPlant plant, string day)
    {
        plant.Host.Clock.Move(StoryPlant.Instant(day + " 06:00") - plant.Host.Clock.GetUtcNow());
        await plant.Host.RunSweeps();
    }

    /// <summary>An action as the administrator sees it.</summary>
    public static async Task<JsonElement> Action(this StoryPlant plant, Guid id, string selection) =>
        (await plant.Admin.Query($"query($id: UUID!) {{ {selection.Replace("action {", "action(id: $id) {", StringComparison.Ordinal)} }}", new { id }))
        .GetProperty("action");
}
