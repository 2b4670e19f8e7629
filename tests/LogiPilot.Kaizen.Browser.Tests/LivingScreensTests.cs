using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class LivingScreensTests(Chromium chromium, WidePlant plant)
{
    [Fact]
    public async Task An_alert_goes_from_the_desk_to_the_phone_and_every_screen_follows()
    {
        await using var television = await Visit.As("ecran", chromium, plant.Host, Screen.Television, "/tv?lines=L11");
        await using var phone = await Visit.As("pilote", chromium, plant.Host, Screen.Phone, "/");
        await using var desk = await Visit.As("cheffe", chromium, plant.Host, Screen.Desk, "/desk");
        await television.See("direct");
        var number = await Raise("EQUIPMENT_FAILURE");

        await desk.Page.Locator(".card").Filter(new() { HasText = "Panne d’équipement" }).ClickAsync();
        await desk.See(number);
        await desk.Button("Attribuer").ClickAsync();
        await desk.Page.GetByLabel("À qui").SelectOptionAsync("pilote");
        await desk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Attribuer" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();

        await television.See("Attribué à pilote");
        await phone.See("Pour vous");
        await phone.Page.Locator(".todo a").Filter(new() { HasText = "Pour vous" }).Filter(new() { HasText = "Panne d’équipement" }).TapAsync();
        await phone.Page.GetByText("Vu, je m’en occupe").TapAsync();
        await phone.Page.GetByText("Sur place").TapAsync();
        await television.See("pilote, sur place");
        await Assertions.Expect(desk.Page.Locator("[aria-label='En cours']")).ToContainTextAsync("Panne d’équipement");

        await phone.Page.GetByText("Résoudre").TapAsync();
        await phone.Page.GetByLabel("Cause").SelectOptionAsync("EQUIPMENT");
        await phone.Page.GetByLabel("Ce qui a été fait").FillAsync("Chariot réparé");
        await phone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Résoudre" }).TapAsync();
        await phone.See("Chariot réparé");
        await Assertions.Expect(television.Page.GetByText("pilote, sur place")).ToBeHiddenAsync();
        await desk.See("Chariot réparé");
    }

    [Fact]
    public async Task Screens_say_that_the_server_is_gone_and_come_back_by_themselves()
    {
        await using var television = await Visit.As("ecran", chromium, plant.Host, Screen.Television, "/tv");
        await using var phone = await Visit.As(
            "pilote", chromium, plant.Host, Screen.Phone, $"/raise/{plant.Stations[WidePlant.Station(11)]}/what");
        await using var desk = await Visit.As("cheffe", chromium, plant.Host, Screen.Desk, "/desk");
        await television.See("direct");
        await desk.See("direct");
        await phone.See("Qu’est-ce qui ne va pas");

        await plant.Host.Stop();
        await phone.Page.GetByText("Rangement, 5S").TapAsync();
        await phone.See("L’envoi n’est pas confirmé");
        await Assertions.Expect(phone.Page.GetByText("Envoyé")).ToBeHiddenAsync();
        var age = new Regex(@"il y a \d+ s", RegexOptions.None, TimeSpan.FromSeconds(1));
        await Assertions.Expect(television.Page.GetByText(age)).ToBeVisibleAsync(new() { Timeout = 25_000 });
        await Assertions.Expect(desk.Page.GetByText(age)).ToBeVisibleAsync();
        await phone.See("Hors ligne, données de");

        await plant.Host.Serve();
        await television.See("direct", seconds: 30);
        await desk.See("direct", seconds: 30);
        await Assertions.Expect(phone.Page.GetByText("Hors ligne")).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await phone.Button("Réessayer").TapAsync();
        await phone.See("Envoyé");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "5S" })).ToBeVisibleAsync();
    }

    private async Task<string> Raise(string kind)
    {
        var leader = await plant.Host.SignIn("cheffe");
        var alert = await leader.Order("raiseAlert", new { kind, placeId = plant.Stations[WidePlant.Station(11)] });
        return alert.GetProperty("number").GetString()!;
    }
}
