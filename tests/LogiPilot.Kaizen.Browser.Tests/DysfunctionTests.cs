using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class DysfunctionTests(Chromium chromium, DemoPlant plant)
{
    [Fact]
    public async Task A_dysfunction_is_reported_on_a_phone_in_a_minute_analysed_by_keyboard_and_decided_on_the_desk()
    {
        string number;
        await using (var phone = await Visit.As("pilote", chromium, plant.Host, Screen.Phone, "/", DemoPlant.Password))
        {
            await phone.Page.GetByText("Signaler un dysfonctionnement").TapAsync();
            await phone.Page.GetByLabel("Qu’est-ce qui ne fonctionne pas ?").FillAsync("Les bacs vides reviennent trop tard");
            await phone.Page.GetByLabel("Ce que vous avez constaté").FillAsync("Trois fois lundi, ligne 4 en attente");
            await phone.Page.GetByLabel("Organisationnel").CheckAsync();
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Signaler un dysfonctionnement" }).TapAsync();
            number = await phone.Page.Locator(".reported .num").InnerTextAsync();
        }

        await using (var leader = await Visit.As("chef", chromium, plant.Host, Screen.Desk, "/desk/improvement", DemoPlant.Password))
        {
            await leader.Page.GetByText(number).ClickAsync();
            await leader.Page.GetByRole(AriaRole.Button, new() { Name = "5 pourquoi" }).ClickAsync();
            var first = leader.Page.GetByLabel("Pourquoi, niveau 1, cause 1");
            await first.FillAsync("La tournée passe trop tard");
            await first.PressAsync("Enter");
            await leader.Page.GetByLabel("Pourquoi, niveau 2, cause 2").FillAsync("Personne n’est prévu entre 10 h et 12 h");
            await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
            var drawn = leader.Page.GetByRole(AriaRole.Img, new() { Name = "5 pourquoi" });
            Assert.Contains("Personne n’est prévu", Uri.UnescapeDataString((await drawn.GetAttributeAsync("src"))!), StringComparison.Ordinal);
            await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Proposer une amélioration" }).ClickAsync();
            foreach (var (label, text) in new[]
            {
                ("Ce qui est proposé", "Une tournée à 11 h"), ("Moyens", "Un cariste"), ("Objectifs", "Aucune attente"), ("Pour quand", "2099-01-31"),
                ("Coût (€)", "0"), ("Autres impliqués, en quelques mots", "L’équipe du matin"), ("Technique", "Rien"), ("Qualité", "Rien"),
                ("Environnement", "Rien"), ("Sécurité", "Rien"),
            })
            {
                await leader.Page.GetByRole(AriaRole.Dialog).GetByLabel(label, new() { Exact = true }).First.FillAsync(text);
            }

            await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer au responsable" }).ClickAsync();
            await Assertions.Expect(leader.Page.Locator(".head").GetByText("À décider")).ToBeVisibleAsync();
        }

        await using var manager = await Visit.As("responsable", chromium, plant.Host, Screen.Desk, "/desk/improvement", DemoPlant.Password);
        await manager.Page.GetByText(number).ClickAsync();
        await manager.Page.GetByLabel("Refuser", new() { Exact = true }).CheckAsync();
        await manager.Page.GetByLabel("Motif").FillAsync("La tournée de 10 h suffit si elle part à l’heure");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Refuser la proposition" }).ClickAsync();
        await manager.See("Décidé");
        await manager.See("La tournée de 10 h suffit si elle part à l’heure");
        Assert.Empty(manager.Complaints());
    }
}
