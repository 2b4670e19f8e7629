using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>What people do with plans, in few words.</summary>
internal static class PlanSteps
{
    /// <summary>An 8D with Paul in it.</summary>
    public static async Task<Guid> Open(this StoryPlant plant, string by, string method = "8D") => (await plant.Order(
        by, "openActionPlan",
        new
        {
            method, title = "Ruptures de vis M6", plantId = plant.PlantId, areaId = plant.Places["A1"],
            participants = new[] { new { personId = plant.People["Paul"], role = "Pilote", mission = "Compter les bacs" } },
        },
        "actionPlan { id }")).GetProperty("id").GetGuid();

    public static Task<JsonElement> Save(this StoryPlant plant, string by, Guid planId, string step, params (string Code, object Value)[] fields) =>
        plant.Order(
            by, "saveStep", new { planId, step, fields = fields.Select(f => new { code = f.Code, value = f.Value }).ToArray() }, "actionPlan { id }");

    /// <summary>A whole charter.</summary>
    public static Task<JsonElement> Agree(this StoryPlant plant, string by, Guid planId, string sponsor) => plant.Order(
        by, "savePlan",
        new
        {
            planId, sponsorId = plant.People[sponsor], followUpDays = 7, deadline = "2027-04-30",
            choices = new
            {
                setting = "Trois métiers", isGroup = true, participants = "Ceux qui le vivent", method = "Cause inconnue", communication = "Point du matin",
                deadline = "Avant l’inventaire",
            },
        },
        "actionPlan { version }");

    public static async Task<JsonElement> Plan(this StoryPlant plant, string by, Guid planId, string selection) =>
        (await (await plant.SignIn(by)).Query($"query($id: UUID!) {{ actionPlan(id: $id) {{ {selection} }} }}", new { id = planId })).GetProperty("actionPlan");

    /// <summary>What the sponsor is told who would approve a plan that costs more than he may decide.</summary>
    public static async Task<string> Over(this StoryPlant plant, Guid planId)
    {
        await plant.Order("Samir", "savePlan", new { planId, cost = 4_900 }, "actionPlan { id }");
        return await plant.Refused("Samir", "savePlan", new { planId, cost = 8_000 }, "actionPlan { id }");
    }
}
