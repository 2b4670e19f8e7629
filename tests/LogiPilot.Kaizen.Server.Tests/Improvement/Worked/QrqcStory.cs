using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the server says while a QRQC is worked through, who hears of it, and which levels it sees.</summary>
public sealed class QrqcStory
{
    [Fact]
    public async Task A_QRQC_goes_from_the_part_in_hand_to_ten_shifts_without_it()
    {
        var worked = new QrqcCase();
        await using var plant = await worked.Open();
        var plan = await worked.Run(plant);
        WorkedPlan.Same(StemsSaid.Refused, plan.Refusals);
        WorkedPlan.Same(StemsSaid.RefusedInEnglish, plan.RefusalsInEnglish);
        Assert.Empty(RefusedRule.NeverRefused("QRQC", plan.RefusedRules));

        var closed = await plan.Ask("Hugo", "state level proposedReturn { step } steps { state } actions { state owner { name } verifiedBy { name } }");
        Assert.Equal("CLOSED AREA", $"{closed.Text("state")} {closed.Text("level")}");
        Assert.Equal(JsonValueKind.Null, closed.GetProperty("proposedReturn").ValueKind);
        Assert.All(closed.GetProperty("steps").EnumerateArray(), s => Assert.Equal("SIGNED", s.Text("state")));
        Assert.All(
            closed.GetProperty("actions").EnumerateArray(),
            a => Assert.True(a.Text("state") == "VERIFIED" && a.Text("owner", "name") != a.Text("verifiedBy", "name"), a.ToString()));
        WorkedPlan.Same(StemsSaid.History, await plan.History());
        WorkedPlan.Same(StemsSaid.SophieHeard, await Heard(plant, "Sophie"));
        WorkedPlan.Same(StemsSaid.KarimHeard, await Heard(plant, "Karim"));
    }

    /// <summary>Of levels, of too many cases and of what came back.</summary>
    private static async Task<string> Heard(StoryPlant plant, string name)
    {
        var notices = (await (await plant.SignIn(name)).Query("{ notices(first: 100) { nodes { kind text } } }")).GetProperty("notices").GetProperty("nodes");
        return string.Join('\n', notices.EnumerateArray().Reverse().Where(n => n.Text("kind") is "PLAN_MOVED" or "PLAN_RECURS").Select(n => AlertStory.Plain(n.Text("text"))));
    }
}
