using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Indicators;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>The same alert again, joined or reopened, is the problem again: it counts as one that is raised, once in each state of the plan.</summary>
public sealed class SeenAgainStory
{
    private static readonly Somebody[] Crew =
        [new("Lena", Role.TeamLeader, HasMail: false), new("Samir", Role.TeamLeader, HasMail: false), new("Paul", Role.Pilot, HasMail: false)];

    [Fact]
    public async Task One_more_occurrence_of_an_open_alert_suspends_the_containment_once_and_again_after_it_was_signed()
    {
        await using var plant = await ShortMethod.Plant(Crew);
        var alert = (await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P11")).GetProperty("id").GetGuid();
        var plan = await Measured(plant);

        await Join(plant, alert);
        await Join(plant, alert);

        Assert.Equal("CONTAIN:SUSPENDED FIX:SIGNED PROVE:LOCKED CLOSE:LOCKED", await States(plant, plan));
        var shown = await plant.Plan("Lena", plan, "proposedReturn { step alertId } actions { kind } indicators { effect { verdict } } history(first: 50) { nodes { kind } }");
        Assert.Equal($"FIX {alert}", string.Join(' ', shown.GetProperty("proposedReturn").EnumerateObject().Select(p => p.Value)));
        Assert.Equal(1, Count(shown.GetProperty("actions"), "CONTAINMENT"));
        Assert.Equal(1, Count(shown.GetProperty("history").GetProperty("nodes"), "RECURRED"));
        Assert.Equal("BEFORE_RECURRENCE", shown.GetProperty("indicators")[0].GetProperty("effect").GetProperty("verdict").GetString());
        Assert.Equal(1, await Told(plant, "Samir"));

        await plant.Order("Lena", "signStep", new { planId = plan, step = "CONTAIN" }, "actionPlan { id }");
        await Join(plant, alert);

        Assert.Equal("CONTAIN:SUSPENDED FIX:SIGNED PROVE:LOCKED CLOSE:LOCKED", await States(plant, plan));
        Assert.Equal(2, await Told(plant, "Samir"));
        Assert.Equal(1, Count((await plant.Plan("Lena", plan, "actions { kind }")).GetProperty("actions"), "CONTAINMENT"));

        // The same alert on a later day: the containment is suspended already, and the period starts again from that day.
        plant.JumpTo("2027-03-10 08:00");
        await Join(plant, alert);
        await Join(plant, alert);
        Assert.Equal(3, await Told(plant, "Samir"));
        await plant.Order("Lena", "signStep", new { planId = plan, step = "CONTAIN" }, "actionPlan { id }");
        Assert.Contains(
            "le problème est revenu le 10/03/2027", await plant.Refused("Lena", "signStep", new { planId = plan, step = "PROVE" }, "actionPlan { id }"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_joined_after_the_effect_was_signed_keeps_the_plan_from_closing_and_a_false_alarm_does_not()
    {
        await using var plant = await ShortMethod.Plant(Crew);
        var alert = (await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P11")).GetProperty("id").GetGuid();
        var plan = await Measured(plant);
        await plant.Order("Lena", "signStep", new { planId = plan, step = "PROVE" }, "actionPlan { id }");

        plant.JumpTo("2027-03-09 08:00");
        await Join(plant, alert);
        await plant.Order("Lena", "signStep", new { planId = plan, step = "CONTAIN" }, "actionPlan { id }");

        Assert.StartsWith("INVALID L’effet ne tient pas : 1 alerte est revenue", await Close(), StringComparison.Ordinal);
        await plant.Order("Lena", "cancelAlert", new { alertId = alert, reason = "Fausse alerte" });
        Assert.Equal("CLOSED", (await plant.Order("Samir", "signStep", new { planId = plan, step = "CLOSE" }, "actionPlan { state }")).GetProperty("state").GetString());

        Task<string> Close() => plant.Refused("Samir", "signStep", new { planId = plan, step = "CLOSE" }, "actionPlan { id }");
    }

    [Fact]
    public async Task An_alert_reopened_within_ninety_days_of_closing_is_a_recidive_and_told_once()
    {
        await using var plant = await ShortMethod.Plant(Crew);
        var alert = (await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P11")).GetProperty("id").GetGuid();
        var plan = await Measured(plant);
        await plant.Order("Paul", "acknowledgeAlert", new { alertId = alert });
        await plant.Order("Paul", "resolveAlert", new { alertId = alert, causeCode = "EQUIPMENT", resolution = "Pompe changée" });
        await plant.Order("Lena", "signStep", new { planId = plan, step = "PROVE" }, "actionPlan { id }");
        await plant.Order("Samir", "signStep", new { planId = plan, step = "CLOSE" }, "actionPlan { id }");

        await plant.Order("Lena", "reopenAlert", new { alertId = alert, reason = "La pompe fuit encore" });
        await Join(plant, alert);

        var shown = await plant.Plan("Lena", plan, "isRecurring state history(first: 50) { nodes { kind } }");
        Assert.Equal("True CLOSED", $"{shown.GetProperty("isRecurring").GetBoolean()} {shown.GetProperty("state").GetString()}");
        Assert.Equal(1, Count(shown.GetProperty("history").GetProperty("nodes"), "RECURRED"));
        Assert.Equal(1, await Told(plant, "Samir"));
    }

    /// <summary>A plan on failures of the line, its effect measured and found good, on 8 March.</summary>
    private static async Task<Guid> Measured(StoryPlant plant)
    {
        var plan = await plant.RunUpTo("PROVE");
        await plant.Act("Lena", plan, "Paul");
        plant.JumpTo("2027-03-08 08:00");
        await plant.Measure(plan, "2027-03-02", "2027-03-06", 1);
        return plan;
    }

    private static Task<JsonElement> Join(StoryPlant plant, Guid alert) => plant.Order(
        "Paul", "raiseAlert", new { kind = "EQUIPMENT_FAILURE", placeId = plant.Places["P11"], joinAlertId = alert });

    private static async Task<string> States(StoryPlant plant, Guid plan) => string.Join(' ', (await plant.Plan("Lena", plan, "steps { code state }"))
        .GetProperty("steps").EnumerateArray().Select(s => $"{s.GetProperty("code")}:{s.GetProperty("state")}"));

    private static int Count(JsonElement nodes, string kind) => nodes.EnumerateArray().Count(n => n.GetProperty("kind").GetString() == kind);

    /// <summary>How often somebody was told that the problem came back.</summary>
    private static async Task<int> Told(StoryPlant plant, string who) => Count(
        (await (await plant.SignIn(who)).Query("{ notices(first: 50) { nodes { kind } } }")).GetProperty("notices").GetProperty("nodes"), "PLAN_RECURS");
}
