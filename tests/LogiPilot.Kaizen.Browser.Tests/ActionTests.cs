using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class ActionTests(Chromium chromium, DemoPlant plant)
{
    /// <summary>A photograph of 1 × 1.</summary>
    private static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_delay_is_argued_on_a_phone_and_accepted_by_its_sponsor_who_finds_it_among_what_waits()
    {
        var (planId, leader) = await plant.Running("Faisceaux en retard");
        var actionId = await plant.Action(leader, planId, "Relever l’heure des scans", "pilote");
        var later = DateOnly.FromDateTime(plant.Host.Clock.GetUtcNow().UtcDateTime).AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await using (var phone = await Visit.As("pilote", chromium, plant.Host, Screen.Phone, "/", DemoPlant.Password))
        {
            await phone.Page.GetByText("Relever l’heure des scans").TapAsync();
            await phone.Button("Argumenter un report").TapAsync();
            await phone.Page.GetByLabel("Cause du retard").FillAsync("L’équipe B ne travaille que ce soir");
            await phone.Page.GetByLabel("Conséquences").FillAsync("L’analyse un jour plus tard");
            await phone.Page.GetByLabel("Ce qui est fait pour y parer").FillAsync("Relevé ce soir à 21 h");
            await phone.Page.GetByLabel("Nouvelle échéance").FillAsync(later);
            await phone.Button("Demander le report").TapAsync();
            await phone.See("Report demandé");
            Assert.Empty(phone.Complaints());
        }

        await using var sponsor = await Visit.As("responsable", chromium, plant.Host, Screen.Desk, "/desk/improvement/decisions", DemoPlant.Password);
        var row = sponsor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Relever l’heure des scans" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Accepter le report" }).ClickAsync();
        await sponsor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Accepter le report" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        var action = (await leader.Query("query($id: UUID!) { action(id: $id) { dueOn slips delays { state } } }", new { id = actionId })).GetProperty("action");
        Assert.Equal((later, 1), (action.GetProperty("dueOn").GetString(), action.GetProperty("slips").GetInt32()));
        Assert.Empty(sponsor.Complaints());
    }

    [Fact]
    public async Task An_action_is_finished_on_a_phone_with_a_photograph_that_shows_it()
    {
        var (planId, leader) = await plant.Running("Cadres rayés au poste 3");
        var actionId = await plant.Action(leader, planId, "Photographier les rayures", "pilote");
        await using var phone = await Visit.As("pilote", chromium, plant.Host, Screen.Phone, "/", DemoPlant.Password);
        await phone.Page.GetByText("Photographier les rayures").TapAsync();
        await phone.Button("C’est fait").TapAsync();
        await phone.Page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "rayure.png", MimeType = "image/png", Buffer = Photo });
        await Assertions.Expect(phone.Page.Locator(".photos li:not([data-sending]) img")).ToHaveCountAsync(1);
        await phone.Page.GetByLabel("Preuve").FillAsync("Trois cadres du matin");
        await phone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "C’est fait" }).TapAsync();
        await Assertions.Expect(phone.Page.GetByLabel("Preuve")).ToHaveCountAsync(0);

        var action = (await leader.Query(
            "query($id: UUID!) { action(id: $id) { state proof { text attachments { name } } } }", new { id = actionId })).GetProperty("action");
        Assert.Equal("DONE Trois cadres du matin", $"{action.GetProperty("state").GetString()} {action.GetProperty("proof").GetProperty("text").GetString()}");
        Assert.Single(action.GetProperty("proof").GetProperty("attachments").EnumerateArray());
        Assert.Empty(phone.Complaints());
    }

    [Fact]
    public async Task A_measure_is_recorded_in_the_plan_and_drawn_beside_its_baseline()
    {
        var (planId, leader) = await plant.Running("Ruptures de rayons");
        var today = DateOnly.FromDateTime(plant.Host.Clock.GetUtcNow().UtcDateTime);
        string Day(int ago) => today.AddDays(-ago).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await leader.Order(
            "saveIndicator",
            new { planId, name = "Ruptures du poste 2", unit = "ruptures", target = 4, targetOn = "2099-01-31", baseline = new { from = Day(60), to = Day(33), value = 14, exposure = 448 } },
            "indicator { id }");
        await using var desk = await Visit.As("chef", chromium, plant.Host, Screen.Desk, $"/desk/improvement/plans/{planId}", DemoPlant.Password);
        await desk.Button("Mesurer").ClickAsync();
        var form = desk.Page.GetByRole(AriaRole.Dialog);
        foreach (var (label, value) in new[] { ("Du", Day(29)), ("Au", Day(2)), ("Valeur", "6"), ("Exposition", "430") })
        {
            await form.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }

        await form.GetByRole(AriaRole.Button, new() { Name = "Mesurer" }).ClickAsync();
        await Assertions.Expect(form).ToHaveCountAsync(0);
        var drawn = await desk.Page.Locator(".indicators img").GetAttributeAsync("src");
        Assert.Contains(">6<", Uri.UnescapeDataString(drawn!), StringComparison.Ordinal);
        var indicator = (await leader.Query("query($id: UUID!) { actionPlan(id: $id) { indicators { measures { period { value } } } } }", new { id = planId }))
            .GetProperty("actionPlan").GetProperty("indicators")[0];
        Assert.Equal(6, Assert.Single(indicator.GetProperty("measures").EnumerateArray()).GetProperty("period").GetProperty("value").GetDecimal());
        Assert.Empty(desk.Complaints());
    }
}
