using System.Text.Json;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class EveryPageTests(Chromium chromium, DemoPlant demo, WidePlant wide)
{
    private const string Leader = "chef";

    public static TheoryData<string, string> ScreensAndLanguages()
    {
        var data = new TheoryData<string, string>();
        foreach (var screen in (Screen[])[Screen.Phone, Screen.Desk, Screen.Television])
        {
            data.Add(screen.Name, "fr");
            data.Add(screen.Name, "en");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ScreensAndLanguages))]
    public async Task Every_page_is_whole_translated_quiet_and_accessible(string screenName, string language)
    {
        var screen = Screen.Named(screenName);
        var addresses = await Addresses();
        var faults = new List<string>();
        await using (var stranger = await Visit.Anonymous(chromium, demo.Host, screen, language))
        {
            faults.AddRange(await Look(stranger, "/sign-in", screen, language));
        }

        await using var leader = await Visit.As(Leader, chromium, demo.Host, screen, $"/?lang={language}", DemoPlant.Password);
        foreach (var address in addresses)
        {
            faults.AddRange(await Look(leader, address, screen, language));
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData("phone", "/")]
    [InlineData("phone", "/raise")]
    [InlineData("phone", "/raise/{station}")]
    [InlineData("desk", "/desk")]
    [InlineData("desk", "/desk/history")]
    [InlineData("desk", "/desk/supply")]
    [InlineData("desk", "/desk/supply/stores")]
    [InlineData("desk", "/desk/notices")]
    [InlineData("desk", "/desk/handover")]
    [InlineData("phone", "/notices")]
    [InlineData("phone", "/handover")]
    [InlineData("tv", "/tv")]
    public async Task Too_much_of_everything_keeps_its_layout(string screenName, string address)
    {
        await wide.RaiseForty();
        var screen = Screen.Named(screenName);
        await using var leader = await Visit.As("cheffe", chromium, wide.Host, screen, "/");

        var faults = await Look(leader, address.Replace("{station}", $"{wide.Stations[WidePlant.Station(12)]}", StringComparison.Ordinal), screen, "fr");

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task<IReadOnlyList<string>> Look(Visit visit, string address, Screen screen, string language)
    {
        await visit.Page.GotoAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"lang={language}");
        await visit.Settle();
        return await Inspection.Faults(visit, $"{screen.Name} {language} {address}");
    }

    private async Task<IReadOnlyList<string>> Addresses()
    {
        var leader = await demo.Host.SignIn(Leader, DemoPlant.Password);
        var data = await leader.Query(
            """
            { alerts(filter: { states: [RAISED, ACKNOWLEDGED, IN_PROGRESS, RESOLVED, CLOSED] }, orderBy: NEWEST_FIRST, first: 1) { nodes { id } }
              places(kinds: [STATION], first: 1) { nodes { id label supplyPoints { product { id } } } } lines { id } actionPlans(filter: { states: [RUNNING] }, orderBy: NEWEST_FIRST, first: 1) { nodes { id } }
              dysfunctions(filter: { states: [PROPOSED] }, first: 1) { nodes { id } } }
            """);
        var alert = Id(data.GetProperty("alerts").GetProperty("nodes")[0]);
        var (plan, dysfunction) = (Id(data.GetProperty("actionPlans").GetProperty("nodes")[0]), Id(data.GetProperty("dysfunctions").GetProperty("nodes")[0]));
        var station = data.GetProperty("places").GetProperty("nodes")[0];
        var product = Id(station.GetProperty("supplyPoints")[0].GetProperty("product"));
        return
        [
            "/", "/raise", $"/raise/{Id(station)}", $"/raise/{Id(station)}/what?product={product}", $"/raise/{Id(station)}/what",
            $"/p/{station.GetProperty("label").GetString()}", "/p/no-such-label", $"/a/{alert}", "/desk", $"/desk/alerts/{alert}", "/desk/history", "/desk/supply",
            $"/desk/supply/{Id(data.GetProperty("lines")[0])}", "/desk/supply/stores", "/tv",
            "/notices", "/preferences", "/handover", "/desk/notices", "/desk/preferences", "/desk/handover", "/desk/health", "/desk/health?days=90", "/desk/evidence", "/evidence", $"/desk/evidence/{alert}", "/report", $"/report?alert={alert}", "/desk/improvement/dysfunctions", "/desk/improvement/plans", "/desk/improvement/plans?as=table", "/desk/improvement/actions",
            "/desk/improvement/methods", "/desk/improvement/methods/8D", "/desk/improvement/methods/none", $"/desk/improvement/plans/{plan}", $"/desk/improvement/dysfunctions/{dysfunction}",
            "/desk/improvement/decisions", "/desk/improvement/meeting", $"/desk/improvement/plans/{plan}/meeting",
            $"/desk/improvement/dysfunctions?alert={alert}",
        ];
    }

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;
}
