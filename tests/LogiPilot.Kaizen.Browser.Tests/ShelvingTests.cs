using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class ShelvingTests(Chromium chromium, WidePlant plant)
{
    [Fact]
    public async Task An_alert_is_put_to_sleep_on_the_phone_every_screen_counts_it_and_it_is_woken_again()
    {
        var leader = await plant.Host.SignIn("cheffe");
        var alert = await leader.Order("raiseAlert", new { kind = "CONGESTION", placeId = plant.Stations[WidePlant.Station(10)], anyway = true });
        await using var television = await Visit.As("ecran", chromium, plant.Host, Screen.Television, "/tv?lines=L10");
        await using var desk = await Visit.As("cheffe", chromium, plant.Host, Screen.Desk, "/desk");
        await using var phone = await Visit.As("cheffe", chromium, plant.Host, Screen.Phone, $"/a/{alert.GetProperty("id").GetString()}");
        await television.See("direct");

        await phone.Page.GetByText("Autre…").TapAsync();
        await phone.Button("Mettre en veille").TapAsync();
        await phone.Page.GetByLabel("Pourquoi").FillAsync("Le technicien passe à la pause");
        var keeper = phone.Page.GetByLabel("Qui la suit");
        await Assertions.Expect(keeper.Locator("option:checked")).ToHaveTextAsync("cheffe (moi)");
        await keeper.SelectOptionAsync(new SelectOptionValue { Label = "pilote" });
        await phone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Mettre en veille" }).TapAsync();
        await phone.See("En veille, retour");
        await phone.See("Le technicien passe à la pause");
        await phone.See("suivie par pilote");
        await television.See("1 en veille");
        await desk.Page.Locator(".shelf summary").ClickAsync();
        await desk.See("Le technicien passe à la pause");

        await phone.Button("Sortir de veille").TapAsync();
        await phone.See("Non prise");
        await Assertions.Expect(television.Page.GetByText("1 en veille")).ToBeHiddenAsync();
    }
}
