using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Indicators;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>The alert stream reopens what does not hold.</summary>
public sealed class RecurrenceOfPlanStory
{
    private static readonly Somebody[] Crew = [new("Lena", Role.TeamLeader), new("Samir", Role.TeamLeader), new("Paul", Role.Pilot)];

    [Fact]
    public async Task An_alert_while_the_effect_is_measured_suspends_the_containment_and_starts_the_period_again()
    {
        await using var plant = await ShortMethod.Plant(Crew);
        var plan = await plant.RunUpTo("PROVE");
        await plant.Act("Lena", plan, "Paul");
        plant.JumpTo("2027-03-08 08:00");
        await plant.Measure(plan, "2027-03-02", "2027-03-06", 1);
        Assert.Equal("EFFECTIVE", await Verdict());

        await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P21");
        Assert.Equal("CONTAIN:SIGNED FIX:SIGNED PROVE:OPEN CLOSE:LOCKED", await States());
        var alert = await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P11");

        Assert.Equal("CONTAIN:SUSPENDED FIX:SIGNED PROVE:LOCKED CLOSE:LOCKED", await States());
        var shown = await plant.Plan(
            "Lena", plan, "proposedReturn { step alertId } nextDueOn actions { kind what dueOn owner { name } state step } history(first: 8) { nodes { kind text } } steps { code dueOn }");
        Assert.Equal($"FIX {alert.GetProperty("id").GetGuid()}", string.Join(' ', shown.GetProperty("proposedReturn").EnumerateObject().Select(p => p.Value)));
        var born = shown.GetProperty("actions").EnumerateArray().Single(a => a.GetProperty("kind").GetString() == "CONTAINMENT");
        Assert.Equal(
            $"Isoler et trier le stock suspect : l’alerte {alert.GetProperty("number").GetString()} montre que le problème n’est plus contenu. 2027-03-09 CONTAIN",
            AlertStory.Plain(string.Join(' ', ((string[])["what", "dueOn", "step"]).Select(n => born.GetProperty(n).GetString()))));
        Assert.Equal(
            ["RETURN_PROPOSED Il est proposé de renvoyer Corriger.", "STEP_SUSPENDED La signature de Protéger ne tient plus.",
                $"RECURRED Le problème est revenu : alerte {alert.GetProperty("number").GetString()}."],
            History(shown).Where(h => !h.StartsWith("ACTION", StringComparison.Ordinal)).Take(3));
        Assert.Equal("2027-03-13", shown.GetProperty("steps")[2].GetProperty("dueOn").GetString());
        Assert.Equal("BEFORE_RECURRENCE", await Verdict());
        Assert.StartsWith("CONFLICT Signez d’abord l’étape CONTAIN", await Refused("PROVE"), StringComparison.Ordinal);

        // One more alert is the same recurrence: it is not contained twice.
        await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P11");
        Assert.Equal(1, (await plant.Plan("Lena", plan, "actions { kind }")).GetProperty("actions").EnumerateArray().Count(a => a.GetProperty("kind").GetString() == "CONTAINMENT"));

        await plant.Order("Lena", "signStep", new { planId = plan, step = "CONTAIN" }, "actionPlan { id }");
        Assert.Equal("CONTAIN:SIGNED FIX:SIGNED PROVE:OPEN CLOSE:LOCKED", await States());
        Assert.Contains("le problème est revenu le 08/03/2027", await Refused("PROVE"), StringComparison.Ordinal);
        plant.JumpTo("2027-03-14 08:00");
        await plant.Measure(plan, "2027-03-09", "2027-03-13", 0);
        await plant.Order("Lena", "signStep", new { planId = plan, step = "PROVE" }, "actionPlan { id }");
        Assert.Equal(JsonValueKind.Null, (await plant.Plan("Lena", plan, "proposedReturn { step }")).GetProperty("proposedReturn").ValueKind);

        await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P11");
        Assert.Equal("CONTAIN:SUSPENDED FIX:SIGNED PROVE:SIGNED CLOSE:LOCKED", await States());
        await plant.Order("Lena", "signStep", new { planId = plan, step = "CONTAIN" }, "actionPlan { id }");
        Assert.StartsWith("INVALID L’effet ne tient pas : 1 alerte est revenue", await Refused("CLOSE", "Samir"), StringComparison.Ordinal);

        async Task<string> Verdict() => (await plant.Plan("Lena", plan, "indicators { effect { verdict } }"))
            .GetProperty("indicators")[0].GetProperty("effect").GetProperty("verdict").GetString()!;
        async Task<string> States() => string.Join(' ', (await plant.Plan("Lena", plan, "steps { code state }"))
            .GetProperty("steps").EnumerateArray().Select(s => $"{s.GetProperty("code")}:{s.GetProperty("state")}"));
        Task<string> Refused(string step, string by = "Lena") => plant.Refused(by, "signStep", new { planId = plan, step }, "actionPlan { id }");
    }

    [Fact]
    public async Task Within_ninety_days_of_closing_it_is_a_recidive_and_the_sponsor_decides()
    {
        await using var plant = await ShortMethod.Plant(Crew);
        var plan = await plant.RunUpTo("PROVE");
        await plant.Act("Lena", plan, "Paul");
        plant.JumpTo("2027-03-08 08:00");
        await plant.Measure(plan, "2027-03-02", "2027-03-06", 0);
        await plant.Order("Lena", "signStep", new { planId = plan, step = "PROVE" }, "actionPlan { id }");
        Assert.Equal("CLOSED", (await plant.Order("Samir", "signStep", new { planId = plan, step = "CLOSE" }, "actionPlan { state }")).GetProperty("state").GetString());

        plant.JumpTo("2027-06-05 08:00");
        await plant.Raise("Paul", "EQUIPMENT_FAILURE", "P11");

        var shown = await plant.Plan("Lena", plan, "isRecurring state actions { kind } history(first: 1) { nodes { kind text } }");
        Assert.True(shown.GetProperty("isRecurring").GetBoolean());
        Assert.Equal("CLOSED", shown.GetProperty("state").GetString());
        Assert.StartsWith("RECURRED Le problème est revenu", History(shown).Single(), StringComparison.Ordinal);
        Assert.StartsWith("FORBIDDEN", await plant.Refused("Paul", "reopenPlan", new { planId = plan, step = "FIX", reason = "Récidive" }, "actionPlan { id }"), StringComparison.Ordinal);
        var again = await plant.Order("Samir", "reopenPlan", new { planId = plan, step = "FIX", reason = "Récidive" }, "actionPlan { state steps { state } }");
        Assert.Equal("RUNNING SIGNED OPEN LOCKED", $"{again.GetProperty("state")} {string.Join(' ', again.GetProperty("steps").EnumerateArray().Take(3).Select(s => s.GetProperty("state")))}");
    }

    private static IEnumerable<string> History(JsonElement plan) => plan.GetProperty("history").GetProperty("nodes").EnumerateArray()
        .Select(n => AlertStory.Plain($"{n.GetProperty("kind").GetString()} {n.GetProperty("text").GetString()}"));
}
