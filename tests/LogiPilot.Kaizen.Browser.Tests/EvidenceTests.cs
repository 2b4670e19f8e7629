using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>A leader of the demo plant looks at what ninety days prove, shares it with the manager and prints it.</summary>
[Collection(Browsing.Name)]
public sealed partial class EvidenceTests(Chromium chromium, DemoPlant demo)
{
    /// <summary>As wide as the text of an A4 sheet with the margins of the page.</summary>
    private const int TextWidth = 680;

    private const string LeavesItsPlace = """
        () => [...document.querySelectorAll('main *')].filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
          .map((e) => e.tagName + ' ' + e.textContent.slice(0, 60))
        """;

    [Fact]
    public async Task A_person_opens_a_criterion_shares_the_page_and_ends_that_again()
    {
        var manager = await demo.Host.SignIn("responsable", DemoPlant.Password);
        var reader = (await manager.Query("{ me { name } }")).GetProperty("me").GetProperty("name").GetString()!;
        await using var leader = await Visit.As("chef", chromium, demo.Host, Screen.Desk, "/desk/evidence?lang=fr", DemoPlant.Password);
        var me = (await (await demo.Host.SignIn("chef", DemoPlant.Password)).Query("{ me { id name } }")).GetProperty("me");
        var owner = me.GetProperty("id").GetString();
        await leader.Page.GetByText("C6.M3", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(leader.Page.Locator(".records a").First).ToBeVisibleAsync();
        await Assertions.Expect(leader.Page.Locator(".criterion", new() { HasText = "Gestes et postures" })).ToContainTextAsync("à observer");

        await using var other = await Visit.As("responsable", chromium, demo.Host, Screen.Desk, $"/desk/evidence/{owner}?lang=fr", DemoPlant.Password);
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ne sont pas partagées avec vous");

        await leader.Page.GetByLabel("Avec").SelectOptionAsync(new SelectOptionValue { Label = reader });
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Partager" }).ClickAsync();
        var end = leader.Page.GetByRole(AriaRole.Button, new() { Name = "Ne plus partager" });
        await Assertions.Expect(end).ToBeVisibleAsync();
        await other.Page.ReloadAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Preuves de {me.GetProperty("name").GetString()}");
        await Assertions.Expect(other.Page.GetByText("C7.M1", new() { Exact = true })).ToBeVisibleAsync();

        await end.ClickAsync();
        await Assertions.Expect(end).Not.ToBeVisibleAsync();
        await other.Page.ReloadAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ne sont pas partagées avec vous");
        Assert.Empty(leader.Complaints());
    }

    [Theory]
    [InlineData("chef", 4, 30)]
    [InlineData("operateur", 3, 14)]
    public async Task It_prints_whole_in_both_languages(string userName, int fewestPages, int mostPages)
    {
        var owner = (await (await demo.Host.SignIn(userName, DemoPlant.Password)).Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetString();
        await using var visit = await Visit.As(userName, chromium, demo.Host, new Screen("paper", TextWidth, 1000), "/", DemoPlant.Password);
        foreach (var language in (string[])["fr", "en"])
        {
            await visit.Page.GotoAsync($"/print/evidence/{owner}?lang={language}");
            await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
            await visit.Page.EvaluateAsync("() => document.fonts.ready");

            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(LeavesItsPlace));
            Assert.Equal(74, await visit.Page.EvaluateAsync<int>(@"() => [...document.querySelectorAll('main h3, main td')].filter((e) => /^(C\d\.[A-Z]|E)\d · /.test(e.textContent)).length"));
            var folder = Environment.GetEnvironmentVariable("KAIZEN_PRINTED");
            var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, Path = folder is null ? null : Path.Combine(folder, $"evidence-{userName}-{language}.pdf") });
            Assert.InRange(Pages().Count(Encoding.Latin1.GetString(pdf)), fewestPages, mostPages);
        }
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, 5000)]
    private static partial Regex Pages();
}
