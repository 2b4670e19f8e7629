using System.Text;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Print;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>What is printed from the browser: whole, in order, in both languages.</summary>
[Collection(Browsing.Name)]
public sealed partial class PrintTests(Chromium chromium)
{
    /// <summary>As wide as the text of an A4 sheet with the margins of the page.</summary>
    private const int TextWidth = 680;

    private const string LeavesItsPlace = """
        () => {
          const wide = [...document.querySelectorAll('main *')].filter((e) => !e.closest('svg') && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline');
          const drawn = [...document.querySelectorAll('svg text')].filter((t) => {
            const box = t.getBBox(), room = t.ownerSVGElement.viewBox.baseVal;
            return box.x < -1 || box.x + box.width > room.width + 1 || box.y + box.height > room.height + 1;
          });
          return [...wide, ...drawn].map((e) => e.tagName + ' ' + e.textContent.slice(0, 60));
        }
        """;

    private const string Written = "() => document.querySelector('main').textContent.replace(/\\s+/g, ' ')";

    [Theory]
    [InlineData("8D", 7, 16)]
    [InlineData("PDCA", 4, 14)]
    [InlineData("DMAIC", 5, 16)]
    [InlineData("QRQC", 3, 12)]
    public async Task A_plan_prints_whole_in_both_languages(string method, int fewestPages, int mostPages)
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", FilledPlan.Crew);
        var plan = await FilledPlan.Of(plant, method);
        await using var visit = await Visit.As("Lena", chromium, plant.Host, new Screen("paper", TextWidth, 1000), $"/print/plans/{plan.Id}?lang=fr");
        foreach (var language in (string[])["fr", "en"])
        {
            await visit.Page.GotoAsync($"/print/plans/{plan.Id}?lang={language}");
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await visit.Page.EvaluateAsync("() => document.fonts.ready");
            var told = await visit.Page.EvaluateAsync<string>(Written);

            Assert.All(plan.Texts, t => Assert.Contains(Blanks().Replace(t, " "), told, StringComparison.Ordinal));
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(LeavesItsPlace));
            var folder = Environment.GetEnvironmentVariable("KAIZEN_PRINTED");
            var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, Path = folder is null ? null : Path.Combine(folder, $"{method}-{language}.pdf") });
            Assert.InRange(Pages().Count(Encoding.Latin1.GetString(pdf)), fewestPages, mostPages);
            Assert.Empty(visit.Complaints());
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task A_proposal_is_one_sheet(string language)
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", FilledPlan.Crew);
        var (_, proposal) = await FilledPlan.Propose(plant);
        await using var visit = await Visit.As("Mona", chromium, plant.Host, new Screen("paper", TextWidth, 1000), $"/print/proposals/{proposal}?lang={language}");
        var folder = Environment.GetEnvironmentVariable("KAIZEN_PRINTED");
        var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, Path = folder is null ? null : Path.Combine(folder, $"proposal-{language}.pdf") });

        Assert.Single(Pages().Matches(Encoding.Latin1.GetString(pdf)));
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(LeavesItsPlace));
        Assert.Empty(visit.Complaints());
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 5000)]
    private static partial Regex Pages();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
