using System.Net;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>What the server says while an 8D is worked through, and what it remembers of it.</summary>
public sealed partial class EightDStory
{
    [Fact]
    public async Task An_8D_goes_from_the_first_alerts_to_a_measured_effect_and_every_gate_says_what_it_lacks_until_then()
    {
        var worked = new EightDCase();
        await using var plant = await worked.Open();
        var plan = await worked.Run(plant);
        WorkedPlan.Same(HarnessSaid.Refused, plan.Refusals);
        WorkedPlan.Same(HarnessSaid.RefusedInEnglish, plan.RefusalsInEnglish);
        var alone = await WithoutChampion(plant);

        // The effect that does not hold on the last day is refused in the story of what comes back.
        Assert.Equal(["D8 effectHeldToday"], RefusedRule.NeverRefused("8D", [.. plan.RefusedRules, .. alone.RefusedRules]));

        var closed = await plan.Ask(
            "Hugo", "state closedAt currentStep { code } steps { state } actions { state owner { name } verifiedBy { name } removedAt } origin { dysfunctionId }");
        Assert.Equal("CLOSED", closed.Text("state"));
        Assert.All(closed.GetProperty("steps").EnumerateArray(), s => Assert.Equal("SIGNED", s.Text("state")));
        Assert.All(
            closed.GetProperty("actions").EnumerateArray(),
            a => Assert.True(a.Text("state") == "VERIFIED" && a.Text("owner", "name") != a.Text("verifiedBy", "name"), a.ToString()));
        var about = await (await plant.SignIn("Hugo")).Query(
            "query($id: UUID!) { dysfunction(id: $id) { state } }", new { id = closed.Text("origin", "dysfunctionId") });
        Assert.Equal("CLOSED", about.Text("dysfunction", "state"));
        await Remembers(plant, plan.PlanId, plan);
        await Proves(plant);
    }

    /// <summary>Who led it to its end has shown competences 6 and 7 but for what nobody had to do: no service was called on, no date of hers moved.</summary>
    private static async Task Proves(StoryPlant plant)
    {
        var evidence = (await (await plant.SignIn("Sophie")).Query("{ evidence { blocks { competences { id criteria { id state } } } } }")).GetProperty("evidence");
        var empty = evidence.GetProperty("blocks").EnumerateArray().SelectMany(b => b.GetProperty("competences").EnumerateArray())
            .Where(c => c.Text("id") is "C6" or "C7").SelectMany(c => c.GetProperty("criteria").EnumerateArray()).Where(c => c.Text("state") != "SHOWN").Select(c => c.Text("id"));
        Assert.Equal(["C6.M2", "C6.R2", "C7.M6", "C7.R3"], empty);
    }

    /// <summary>Opened on the spot by who leads it: nobody decides on it yet.</summary>
    private static async Task<WorkedPlan> WithoutChampion(StoryPlant plant)
    {
        var opened = await plant.Order(
            "Sophie", "openActionPlan", new { method = "8D", title = "Cadres rayés au poste 8", plantId = plant.PlantId, areaId = plant.Places["I3"] }, "actionPlan { id }");
        var plan = new WorkedPlan(plant, opened.GetProperty("id").GetGuid());
        await plan.Fill(
            "Sophie", "D0", ("symptom", "Trois cadres rayés au bridage du poste 8"), ("where", plant.Places["P8"]), ("since", "2027-04-20"),
            ("gap", new { value = 3, unit = "cadres" }), ("noEmergency", "Les trois cadres sont repeints, le bridage est protégé"), ("decision", "WARRANTED"));
        await plan.Sign("Sophie", "D0");
        await plan.Refuse("Sophie", "D1");
        Assert.Contains("\n  Champion : personne n’est désigné.", plan.Refusals, StringComparison.Ordinal);
        return plan;
    }

    /// <summary>Nothing is lost: who did what, what a sentence said before it was put right, and the whole of it on paper.</summary>
    private static async Task Remembers(StoryPlant plant, Guid planId, WorkedPlan plan)
    {
        var fields = (await plan.Step("Hugo", "D2", "fields { code versions { version value author { name } } }")).GetProperty("fields").EnumerateArray()
            .ToDictionary(f => f.Text("code")!, f => f.GetProperty("versions"), StringComparer.Ordinal);
        Assert.Equal(
            [$"2 Sophie {HarnessCase.Statement}", "1 Karim Le poste 7 manque de faisceaux parce que le train passe trop peu"],
            fields["statement"].EnumerateArray().Select(v => $"{v.Text("version")} {v.Text("author", "name")} {v.Text("value")}"));
        Assert.Equal(["3 True", "2 False", "1 True"], fields["noCause"].EnumerateArray().Select(v => $"{v.Text("version")} {v.Text("value")}"));
        Assert.Equal(["Sophie", "Karim"], fields["isIsNot"].EnumerateArray().Select(v => v.Text("author", "name")));
        Assert.Equal(3, fields["isIsNot"][1].GetProperty("value").EnumerateArray().Count(r => r.TryGetProperty("is", out _)));

        foreach (var language in (string[])["fr", "en"])
        {
            var page = WebUtility.HtmlDecode(await (await plant.SignIn("Hugo")).Http.GetStringAsync($"/print/plans/{planId}?lang={language}"));
            var told = Blanks().Replace(Tags().Replace(page, " "), " ");
            Assert.All(plan.SignedTexts, t => Assert.Contains(Blanks().Replace(t, " "), told, StringComparison.Ordinal));
        }

        WorkedPlan.Same(HarnessSaid.History, await plan.History());
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
