using System.Net;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Print;

public sealed partial class PrintStory
{
    [Theory]
    [InlineData("8D")]
    [InlineData("PDCA")]
    [InlineData("DMAIC")]
    [InlineData("QRQC")]
    public async Task A_plan_is_printed_with_everything_that_was_written_in_either_language(string method)
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", FilledPlan.Crew);
        var plan = await FilledPlan.Of(plant, method);
        var lena = await plant.SignIn("Lena");
        var (french, english) = (await Read(lena, $"/print/plans/{plan.Id}?lang=fr"), await Read(lena, $"/print/plans/{plan.Id}?lang=en"));

        Assert.All(plan.Texts, t => Assert.Contains(Plain(t), french, StringComparison.Ordinal));
        Assert.All(plan.Texts, t => Assert.Contains(Plain(t), english, StringComparison.Ordinal));
        Assert.Contains("Ruptures de vis M6", french, StringComparison.Ordinal);
        Assert.Contains("Choix argumentés", french, StringComparison.Ordinal);
        Assert.Contains("Argued choices", english, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b(reports|methods|plans|actions|admin)\.[a-z]\w+", french + english);
    }

    [Fact]
    public async Task What_is_signed_says_by_whom_and_the_step_that_is_open_says_what_is_missing()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", FilledPlan.Crew);
        var plan = await plant.Open("Lena");
        await plant.Save("Lena", plan, "D0", ("symptom", "<b>Vis</b> & absentes"), ("where", plant.Places["P11"]), ("since", "2027-02-22"),
            ("gap", new { value = 14, unit = "ruptures" }), ("decision", "WARRANTED"), ("noEmergency", "Le stock a été refait dans l’heure."));
        await plant.Order("Lena", "signStep", new { planId = plan, step = "D0" }, "actionPlan { id }");
        var lena = await plant.SignIn("Lena");
        using var answer = await lena.Http.GetAsync($"/print/plans/{plan}");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Contains("default-src 'none'; style-src 'unsafe-inline'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Vis&lt;/b&gt; &amp; absentes", html, StringComparison.Ordinal);
        Assert.Contains("Signée par Lena le 1er mars 2027", Told(html), StringComparison.Ordinal);
        Assert.Contains("P11 Poste 1.1", Told(html), StringComparison.Ordinal);
        Assert.Matches("Il manque.*Ce que le champion peut décider", Told(html));
    }

    [Fact]
    public async Task A_proposal_is_one_page_and_who_may_not_see_a_thing_may_not_print_it()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", FilledPlan.Crew);
        var (dysfunction, proposal) = await FilledPlan.Propose(plant);
        var drawn = await (await plant.SignIn("Paul")).Query("query($id: UUID!) { dysfunction(id: $id) { analyses { drawing } } }", new { id = dysfunction });
        Assert.StartsWith("<svg ", drawn.GetProperty("dysfunction").GetProperty("analyses")[0].GetProperty("drawing").GetString(), StringComparison.Ordinal);
        var plan = await plant.Open("Lena");
        var lena = await plant.SignIn("Lena");

        var (french, english) = (await Read(lena, $"/print/proposals/{proposal}?lang=fr"), await Read(lena, $"/print/proposals/{proposal}?lang=en"));
        Assert.Contains("240,5 €", french, StringComparison.Ordinal);
        Assert.Contains("Pas encore décidée", french, StringComparison.Ordinal);
        Assert.Contains("Not decided yet", english, StringComparison.Ordinal);
        Assert.All((string[])["Une tournée de plus", "Un cariste une heure", "1er mai 2027", "Allée partagée", "Pas de place", "Faible"], t => Assert.Contains(t, french, StringComparison.Ordinal));

        await plant.Import("BIS");
        await plant.Host.AddPerson("Bea", Role.Manager, "BIS");
        var bea = await plant.SignIn("Bea");
        var stranger = plant.Host.Anonymous();
        foreach (var path in (string[])[$"/print/plans/{plan}", $"/print/proposals/{proposal}"])
        {
            using var refused = await bea.Http.GetAsync(path);
            using var unknown = await stranger.Http.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (refused.StatusCode, unknown.StatusCode));
        }
    }

    private static async Task<string> Read(KaizenClient client, string path)
    {
        using var answer = await client.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Told(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What a page says: markup away, blanks alike, words that a drawing broke put together again.</summary>
    private static string Told(string html) => Plain(WebUtility.HtmlDecode(Markup().Replace(Styles().Replace(html, ""), " ")));

    private static string Plain(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline, 1000)]
    private static partial Regex Styles();

    [GeneratedRegex("</tspan> <tspan[^>]*>|<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
