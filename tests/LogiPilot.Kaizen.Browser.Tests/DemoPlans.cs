using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>Plans of the demo plant that a test begins with.</summary>
internal static class DemoPlans
{
    /// <summary>A plan that chef leads and that responsable approved.</summary>
    public static async Task<(Guid PlanId, KaizenClient Leader)> Running(this DemoPlant plant, string title, string method = "8D")
    {
        var (leader, sponsor) = (await plant.Host.SignIn("chef", DemoPlant.Password), await plant.Host.SignIn("responsable", DemoPlant.Password));
        var plantId = (await leader.Query("{ plants { id } }")).GetProperty("plants")[0].GetProperty("id").GetString();
        var opened = await leader.Order(
            "openActionPlan",
            new
            {
                method, title, plantId, sponsorId = await plant.Person("responsable"), followUpDays = 7, deadline = "2099-01-31", choices = new
                {
                    setting = "Un métier suffit", isGroup = false, participants = "Personne d’autre", method = "Cause inconnue",
                    communication = "Point du matin", deadline = "Avant l’inventaire",
                },
            },
            "actionPlan { id }");
        var planId = opened.GetProperty("id").GetGuid();
        await leader.Order("submitPlan", new { planId }, "actionPlan { id }");
        var approved = await sponsor.Order("approvePlan", new { planId }, "actionPlan { state }");
        Assert.Equal("RUNNING", approved.GetProperty("state").GetString());
        return (planId, leader);
    }

    public static async Task<Guid> Person(this DemoPlant plant, string userName) =>
        (await (await plant.Host.SignIn(userName, DemoPlant.Password)).Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetGuid();

    /// <summary>An action that starts on the leader's word, due in three days.</summary>
    public static async Task<Guid> Action(this DemoPlant plant, KaizenClient leader, Guid planId, string what, string owner) => (await leader.Order(
        "addAction",
        new { planId, kind = "ANALYSIS", what, ownerId = await plant.Person(owner), dueOn = DateOnly.FromDateTime(plant.Host.Clock.GetUtcNow().UtcDateTime).AddDays(3) },
        "action { id }")).GetProperty("id").GetGuid();
}
