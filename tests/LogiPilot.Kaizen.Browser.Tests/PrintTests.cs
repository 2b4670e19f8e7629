using System.Text;
using System.Text.RegularExpressions;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Drawings;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Print;
using LogiPilot.Kaizen.Server.Tests.Improvement.Worked;
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
          return [...wide, ...drawn].map((e) => e.tagName + ' ' + e.textContent.slice(0, 60) + (e.getBBox ? JSON.stringify([e.getBBox().x, e.getBBox().y, e.getBBox().width, e.getBBox().height, e.ownerSVGElement.viewBox.baseVal.height]) : ''));
        }
        """;

    /// <summary>What one sees: not what a drawing tells only to who listens.</summary>
    private const string Written = """
        () => {
          const main = document.querySelector('main').cloneNode(true);
          main.querySelectorAll('svg title, svg desc').forEach((unseen) => unseen.remove());
          return main.textContent.replace(/\s+/g, ' ');
        }
        """;

    /// <summary>Gives each heading and what it heads a name that the PDF keeps with its page, because a link leads there.</summary>
    private const string NameHeadings = """
        () => {
          const links = document.createElement('nav');
          links.style = 'position:absolute;top:0;left:0;width:1px;font-size:1px;line-height:1px;opacity:0';
          const pairs = [...document.querySelectorAll('main h1, main h2, main h3')].map((heading, i) => {
            const next = heading.nextElementSibling;
            heading.id ||= `head${i}`;
            next.id ||= `next${i}`;
            return [heading.id, next.id, heading.textContent];
          });
          for (const id of new Set(pairs.flatMap(([heading, next]) => [heading, next]))) {
            const link = document.createElement('a');
            [link.href, link.textContent] = [`#${id}`, '.'];
            links.append(link);
          }
          document.body.append(links);
          return pairs;
        }
        """;

    private const string Told = """
        steps { name signedBy { name } signedAt } actions { number what owner { name } verifiedBy { name } proof { text } delays { cause impact measures } }
        meetings { decisions present { name } } communications { text readings { person { name } } } indicators { name baseline { value } measures { period { value } } }
        participants { person { name } mission } number title
        """;

    public static TheoryData<string, int, int> Cases => new() { { "8D", 9, 13 }, { "PDCA", 7, 13 }, { "DMAIC", 9, 13 }, { "QRQC", 5, 10 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_plan_that_was_worked_to_its_close_prints_whole_in_both_languages(string method, int fewestPages, int mostPages)
    {
        IWorkedCase worked = method switch { "8D" => new EightDCase(), "PDCA" => new PdcaCase(), "DMAIC" => new DmaicCase(), _ => new QrqcCase() };
        await using var plant = await worked.Open();
        var plan = await worked.Run(plant);
        await using var visit = await Visit.As(WorkedPlan.Reader, chromium, plant.Host, new Screen("paper", TextWidth, 1000), $"/print/plans/{plan.PlanId}?lang=fr");
        foreach (var language in (Language[])[Language.Fr, Language.En])
        {
            await plant.Order(WorkedPlan.Reader, "setLanguage", new { language = language == Language.Fr ? "FR" : "EN" }, "me { language }");
            var page = await Print(visit, plan.PlanId, method, language, fewestPages, mostPages);

            Assert.All(plan.SignedTexts, t => Assert.Contains(Plain(t), page, StringComparison.Ordinal));
            var told = await plan.Ask(WorkedPlan.Reader, Told);
            var words = new DrawingWords(new Texts(), language);
            Assert.All(told.GetProperty("steps").EnumerateArray(), s => Assert.Contains(
                Plain($"{s.GetProperty("name").GetString()} {words.Of("page.signed", ("person", s.GetProperty("signedBy").GetProperty("name").GetString()), ("day", words.Day(StoryPlant.Day(s.GetProperty("signedAt")))))}"), page, StringComparison.Ordinal));
            var said = Sentences(told).ToList();
            Assert.True(said.Count > 25, $"{said.Count}");
            Assert.All(said, t => Assert.Contains(Plain(t), page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_draft_full_to_the_brim_prints_whole_in_both_languages()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", FilledPlan.Crew);
        var plan = await FilledPlan.Of(plant, "8D");
        await using var visit = await Visit.As("Lena", chromium, plant.Host, new Screen("paper", TextWidth, 1000), $"/print/plans/{plan.Id}?lang=fr");
        foreach (var language in (Language[])[Language.Fr, Language.En])
        {
            var page = await Print(visit, plan.Id, "draft", language, 7, 16);
            Assert.All(plan.Texts, t => Assert.Contains(Plain(t), page, StringComparison.Ordinal));
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
        var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, Path = Kept($"proposal-{language}") });

        Assert.Single(Pages().Matches(Encoding.Latin1.GetString(pdf)));
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(LeavesItsPlace));
        Assert.Empty(visit.Complaints());
    }

    /// <summary>Prints a plan and answers what stands on its pages: nothing leaves its place, and no heading stands on another page than what it heads.</summary>
    private static async Task<string> Print(Visit visit, Guid planId, string name, Language language, int fewestPages, int mostPages)
    {
        var lang = language == Language.Fr ? "fr" : "en";
        await visit.Page.GotoAsync($"/print/plans/{planId}?lang={lang}");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.Page.EvaluateAsync("() => document.fonts.ready");
        var page = await visit.Page.EvaluateAsync<string>(Written);
        var left = await visit.Page.EvaluateAsync<string[]>(LeavesItsPlace);
        Assert.True(left.Length == 0, string.Join('\n', left));

        var headings = await visit.Page.EvaluateAsync<string[][]>(NameHeadings);
        var pdf = Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, Path = Kept($"{name}-{lang}") }));
        Assert.InRange(Pages().Count(pdf), fewestPages, mostPages);
        var pages = Places().Matches(pdf).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["page"].Value, StringComparer.Ordinal);
        Assert.True(headings.Length > 20, $"{headings.Length}");
        Assert.All(headings, h => Assert.True(pages[h[0]] == pages[h[1]], $"“{h[2]}” stands on another page than what it heads."));
        Assert.Empty(visit.Complaints());
        return page;
    }

    /// <summary>Every text and figure of an answer.</summary>
    private static IEnumerable<string> Sentences(System.Text.Json.JsonElement value) => value.ValueKind switch
    {
        System.Text.Json.JsonValueKind.String when !value.TryGetDateTimeOffset(out _) => [value.GetString()!],
        System.Text.Json.JsonValueKind.Number => [value.GetDecimal().ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)],
        System.Text.Json.JsonValueKind.Array => value.EnumerateArray().SelectMany(Sentences),
        System.Text.Json.JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Sentences(p.Value)),
        _ => [],
    };

    /// <summary>Where to keep a PDF to look at; null when nobody wants to.</summary>
    private static string? Kept(string name) => Environment.GetEnvironmentVariable("KAIZEN_PRINTED") is { } folder ? Path.Combine(folder, name + ".pdf") : null;

    private static string Plain(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 5000)]
    private static partial Regex Pages();

    [GeneratedRegex(@"/(?<name>(head|next)\d+)\s*\[(?<page>\d+) 0 R", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Places();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();
}
