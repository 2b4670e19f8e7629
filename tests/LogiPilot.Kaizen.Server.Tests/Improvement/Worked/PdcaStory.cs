namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the server says while a PDCA is worked through in two cycles, and what the second takes over from the first.</summary>
public sealed class PdcaStory
{
    [Fact]
    public async Task A_PDCA_falls_short_in_its_first_cycle_and_closes_with_a_standard_in_its_second()
    {
        var worked = new PdcaCase();
        await using var plant = await worked.Open();
        var plan = await worked.Run(plant);
        WorkedPlan.Same(WheelsSaid.Refused, plan.Refusals);
        WorkedPlan.Same(WheelsSaid.RefusedInEnglish, plan.RefusalsInEnglish);
        Assert.Empty(RefusedRule.NeverRefused("PDCA", plan.RefusedRules));

        var closed = await plan.Ask(
            "Hugo",
            """
            state cycle deadline approvedBy { name } steps { state } before: steps(cycle: 1) { state }
            indicators { baseline { value } cycleBaseline { value } target targetOn measures { cycle period { value } } effect { verdict } }
            actions { what cycle originalDueOn dueOn slips slippedDays state owner { name } verifiedBy { name } }
            """);
        Assert.Equal("CLOSED 2 2027-06-15 Claire", $"{closed.Text("state")} {closed.Text("cycle")} {closed.Text("deadline")} {closed.Text("approvedBy", "name")}");
        Assert.All(closed.GetProperty("steps").EnumerateArray(), s => Assert.Equal("SIGNED", s.Text("state")));
        Assert.Equal(["SIGNED", "SIGNED", "SIGNED", "OPEN"], closed.GetProperty("before").EnumerateArray().Select(s => s.Text("state")));
        var minutes = closed.GetProperty("indicators")[0];
        Assert.Equal(
            "120 60 30 2027-05-31 EFFECTIVE",
            $"{minutes.Text("baseline", "value")} {minutes.Text("cycleBaseline", "value")} {minutes.Text("target")} {minutes.Text("targetOn")} {minutes.Text("effect", "verdict")}");
        Assert.Equal(["1 60", "1 60", "2 20"], minutes.GetProperty("measures").EnumerateArray().Select(m => $"{m.Text("cycle")} {m.Text("period", "value")}"));
        Assert.Equal(
            [
                "1 2027-02-22 2027-02-22 0 0 Faire passer le petit train au poste 8 avant le poste 7",
                "2 2027-03-12 2027-03-19 1 7 Marquer au sol l’arrêt du petit train au poste 8",
                "2 2027-03-22 2027-03-22 0 0 Appeler le train quand il reste deux roues, par la carte du bac",
            ],
            closed.GetProperty("actions").EnumerateArray()
                .Select(a => $"{a.Text("cycle")} {a.Text("originalDueOn")} {a.Text("dueOn")} {a.Text("slips")} {a.Text("slippedDays")} {a.Text("what")}"));
        Assert.All(
            closed.GetProperty("actions").EnumerateArray(),
            a => Assert.True(a.Text("state") == "VERIFIED" && a.Text("owner", "name") != a.Text("verifiedBy", "name"), a.ToString()));
        var whys = (await plan.Step("Hugo", "PLAN", "fields { code value versions { version author { name } value } }")).GetProperty("fields").EnumerateArray()
            .Single(f => f.Text("code") == "whys");
        Assert.Equal("REFUTED", whys.GetProperty("versions").EnumerateArray().Last().GetProperty("value").EnumerateArray().Single(c => c.Text("id") == "c3").Text("verdict"));
        Assert.Equal(["2 Karim", "1 Karim"], whys.GetProperty("versions").EnumerateArray().Select(v => $"{v.Text("version")} {v.Text("author", "name")}"));

        WorkedPlan.Same(WheelsSaid.History, await plan.History());
    }
}
