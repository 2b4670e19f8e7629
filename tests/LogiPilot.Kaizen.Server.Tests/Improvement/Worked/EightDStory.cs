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
        Assert.Equal(HarnessSaid.Refused, plan.Refusals);

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
    }

    /// <summary>Nothing is lost: who did what, what a sentence said before it was put right, and the whole of it on paper.</summary>
    private static async Task Remembers(StoryPlant plant, Guid planId, WorkedPlan plan)
    {
        var history = (await plan.Ask("Hugo", "history(first: 200) { totalCount nodes { kind text } }")).GetProperty("history");
        var kept = history.GetProperty("nodes").EnumerateArray().Reverse().Where(n => n.Text("kind") is not ("FILLED" or "ACTION_CHANGED" or "MEASURED"))
            .Select(n => AlertStory.Plain(n.Text("text"))).ToList();
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

        Assert.Equal(HarnessSaid.History, string.Join('\n', kept));
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
