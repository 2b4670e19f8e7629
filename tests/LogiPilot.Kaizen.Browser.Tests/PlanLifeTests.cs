using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>A plan as people live with it: several at once in a step, one who waits, one who is told, one who may do nothing.</summary>
[Collection(Browsing.Name)]
public sealed class PlanLifeTests(Chromium chromium, DemoPlant plant)
{
    [Fact]
    public async Task A_plan_is_suspended_with_its_day_of_review_and_taken_up_again()
    {
        var (planId, _) = await Running("Étiquettes décollées");
        await using var desk = await Open("chef", planId);
        await Box(desk, "Symptôme").FillAsync("Les étiquettes tombent");
        await desk.Button("Suspendre").ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Motif").FillAsync("La ligne est arrêtée pour travaux");
        await dialog.GetByLabel("À revoir le").FillAsync("2020-01-31");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspendre" }).ClickAsync();
        await Assertions.Expect(dialog.GetByLabel("À revoir le")).ToHaveAttributeAsync("aria-invalid", "true");
        await dialog.GetByLabel("À revoir le").FillAsync("2099-01-31");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Suspendre" }).ClickAsync();

        await desk.See("Suspendu, à revoir le 31 janvier 2099 : La ligne est arrêtée pour travaux");
        await desk.See("Ce plan est suspendu");
        Assert.Equal(0, await desk.Button("Signer D0").CountAsync());
        Assert.Equal("Les étiquettes tombent", await Box(desk, "Symptôme").InputValueAsync());

        await desk.Button("Reprendre le plan").ClickAsync();
        await Assertions.Expect(desk.Button("Signer D0")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints());
    }

    [Fact]
    public async Task What_is_told_is_read_on_the_phone_that_its_notice_leads_to_and_the_leader_sees_who_read_it()
    {
        var (planId, _) = await Running("Pédales rayées");
        await using var desk = await Open("chef", planId);
        await desk.Button("Informer").ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Message").FillAsync("Deux bacs d’avance au poste 7 dès demain");
        await dialog.GetByText("Autres personnes").ClickAsync();
        await dialog.GetByLabel("Nom").FillAsync("roche");
        await dialog.GetByLabel("Nadia Roche").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Envoyer" }).ClickAsync();
        await desk.See("Lu par 0 sur 1");

        await using (var phone = await Visit.As("operateur", chromium, plant.Host, Screen.Phone, "/notices", DemoPlant.Password))
        {
            await phone.Page.GetByText("Deux bacs d’avance").First.TapAsync();
            await phone.Page.WaitForURLAsync($"**/plans/{planId}");
            await phone.See("Deux bacs d’avance au poste 7 dès demain");
            Assert.Empty(await Inspection.Faults(phone, "phone fr /plans"));
            await phone.Button("J’ai lu").TapAsync();
            await phone.See("Lu par 1 sur 1");
            Assert.Equal(0, await phone.Button("J’ai lu").CountAsync());
        }

        await desk.Page.ReloadAsync();
        await desk.Page.GetByText("Lu par 1 sur 1").ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".told details li").First).ToContainTextAsync("Nadia Roche");
        Assert.Empty(desk.Complaints());
    }

    [Fact]
    public async Task Of_two_people_in_one_field_the_second_sees_what_the_first_wrote_and_in_two_fields_both_are_kept()
    {
        var (planId, leader) = await Running("Cadres mal peints", ["pilote"]);
        await using var first = await Open("pilote", planId);
        await using var second = await Open("chef", planId);
        await Assertions.Expect(Box(second, "Symptôme")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Write(first, "Symptôme", "Cloques sur le tube");
        await Kept(leader, planId, "symptom", "Cloques sur le tube");
        await Write(second, "Symptôme", "Peinture en écailles");

        await second.See("Hugo Martel a écrit ici");
        var box = second.Page.Locator(".conflict");
        await Assertions.Expect(box).ToContainTextAsync("Cloques sur le tube");
        Assert.Equal("Peinture en écailles", await Box(second, "Symptôme").InputValueAsync());
        await box.GetByRole(AriaRole.Button, new() { Name = "Garder la mienne" }).ClickAsync();
        await Box(second, "Symptôme").FocusAsync();
        await Box(second, "Symptôme").BlurAsync();
        await Kept(leader, planId, "symptom", "Peinture en écailles");

        // The first one's page still shows the symptom of before: another field is nobody's conflict.
        await Write(first, "Pourquoi aucune action d’urgence", "Le stock suffit");
        await Kept(leader, planId, "noEmergency", "Le stock suffit");
        await Kept(leader, planId, "symptom", "Peinture en écailles");
        Assert.Equal(0, await first.Page.Locator(".conflict").CountAsync());

        await second.Page.ReloadAsync();
        await second.Button("2 versions").ClickAsync();
        await Assertions.Expect(second.Page.Locator(".versions del")).ToHaveTextAsync("Cloques sur le tube");
        await Assertions.Expect(second.Page.Locator(".versions ins")).ToHaveTextAsync("Peinture en écailles");
    }

    [Fact]
    public async Task Who_may_only_read_a_plan_finds_nothing_to_press_or_to_write_into()
    {
        var (planId, leader) = await Running("Selles de travers");
        await leader.Order("saveStep", new { planId, step = "D0", fields = new[] { new { code = "symptom", value = "Selles de travers" } } }, "actionPlan { id }");
        await using var desk = await Open("operateur", planId);
        await desk.See("Cette étape se signe par le pilote du plan : Claire Vidal.");
        await desk.Settle();

        var offered = await desk.Page.Locator(".plan").Locator("button, input, textarea, select").AllInnerTextsAsync();
        Assert.True(offered.Count == 0, string.Join(" | ", offered));
        Assert.Empty(await Inspection.Faults(desk, "desk fr plan"));
    }

    private static ILocator Box(Visit visit, string field) => visit.Page.GetByRole(AriaRole.Textbox, new() { Name = field });

    private static async Task Write(Visit visit, string field, string text)
    {
        await Box(visit, field).FillAsync(text);
        await Box(visit, field).BlurAsync();
    }

    private static async Task Kept(KaizenClient caller, Guid planId, string code, string text)
    {
        string? found = null;
        for (var tries = 0; tries < 100 && found != text; tries++)
        {
            await Task.Delay(100);
            var data = await caller.Query("query($id: UUID!) { actionPlan(id: $id) { steps { fields { code value } } } }", new { id = planId });
            found = data.GetProperty("actionPlan").GetProperty("steps")[0].GetProperty("fields").EnumerateArray()
                .Single(f => f.GetProperty("code").GetString() == code).GetProperty("value") is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        }

        Assert.Equal(text, found);
    }

    private Task<Visit> Open(string who, Guid planId) =>
        Visit.As(who, chromium, plant.Host, Screen.Desk, $"/desk/improvement/plans/{planId}?step=D0", DemoPlant.Password);

    /// <summary>An 8D that chef leads, in which some take part, and that responsable approved.</summary>
    private async Task<(Guid PlanId, KaizenClient Leader)> Running(string title, params string[] with)
    {
        var (leader, sponsor) = (await plant.Host.SignIn("chef", DemoPlant.Password), await plant.Host.SignIn("responsable", DemoPlant.Password));
        var plantId = (await leader.Query("{ plants { id } }")).GetProperty("plants")[0].GetProperty("id").GetString();
        var participants = new List<object>();
        foreach (var name in with)
        {
            participants.Add(new { personId = await Me(await plant.Host.SignIn(name, DemoPlant.Password)), role = "Métier", mission = "Compter" });
        }

        var opened = await leader.Order(
            "openActionPlan",
            new
            {
                method = "8D", title, plantId, sponsorId = await Me(sponsor), followUpDays = 7, deadline = "2099-01-31", participants, choices = new
                {
                    setting = "Un métier suffit", isGroup = participants.Count > 0, participants = "Qui le vit", method = "Cause inconnue",
                    communication = "Point du matin", deadline = "Avant l’inventaire",
                },
            },
            "actionPlan { id }");
        var planId = opened.GetProperty("id").GetGuid();
        await leader.Order("submitPlan", new { planId }, "actionPlan { id }");
        await sponsor.Order("approvePlan", new { planId }, "actionPlan { id }");
        return (planId, leader);
    }

    private static async Task<string> Me(KaizenClient client) => (await client.Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetString()!;
}
