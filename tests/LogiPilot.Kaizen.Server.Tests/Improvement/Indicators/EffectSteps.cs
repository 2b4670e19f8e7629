using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Indicators;

/// <summary>What brings a plan to where its effect is measured, in few words.</summary>
internal static class EffectSteps
{
    /// <summary>A plan that its sponsor approved.</summary>
    public static async Task<Guid> Running(this StoryPlant plant, string leader, string sponsor, string method = "8D")
    {
        var plan = await plant.Open(leader, method);
        await plant.Agree(leader, plan, sponsor);
        await plant.Order(leader, "submitPlan", new { planId = plan }, "actionPlan { state }");
        await plant.Order(sponsor, "approvePlan", new { planId = plan }, "actionPlan { state }");
        return plan;
    }

    /// <summary>A corrective action of the plan, planned and done today.</summary>
    public static async Task Act(this StoryPlant plant, string leader, Guid plan, string owner)
    {
        var action = await plant.Order(
            leader, "addAction", new { kind = "CORRECTIVE", what = "Bac double", planId = plan, ownerId = plant.People[owner], dueOn = "2027-03-31" }, "action { id }");
        await plant.Order(
            owner, "updateAction", new { actionId = action.GetProperty("id").GetGuid(), state = "DONE", proof = new { text = "Posé" } }, "action { state }");
    }
}
