using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>At half past noon, Lena's shift ends at one and Luc's follows.</summary>
[Collection(Browsing.Name)]
public sealed class HandoverTests(Chromium chromium)
{
    [Fact]
    public async Task A_leader_signs_the_handover_at_the_desk_and_the_next_shift_takes_over_on_the_phone()
    {
        await using var plant = await StoryPlant.At(
            "2031-03-03 12:30", new("Lena", Role.TeamLeader), new("Paul", Role.Pilot), new("Luc", Role.TeamLeader));
        await WorkInShifts(plant);
        var alert = await plant.Raise("Lena", "CONGESTION", "P11");
        await (await plant.SignIn("Paul")).Order("acknowledgeAlert", new { alertId = alert.GetProperty("id").GetGuid() });
        await plant.Raise("Lena", "QUALITY", "P21");
        await using var phone = await Visit.As("Luc", chromium, plant.Host, Screen.Phone, "/");
        await Assertions.Expect(phone.Page.Locator(".todo")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator(".history")).ToHaveCountAsync(0);
        await using var desk = await Visit.As("Lena", chromium, plant.Host, Screen.Desk, "/desk/handover");

        await desk.See("Matin finit à 13:00");
        await desk.Page.GetByLabel("Ce que l’équipe suivante doit savoir").FillAsync("Presse 2 capricieuse, le bac rouge attend la qualité.");
        await desk.Button("Signer et transmettre 2 alertes").ClickAsync();
        await desk.See("En attente de l’équipe suivante");

        await Assertions.Expect(phone.Page.Locator(".bell b")).ToContainTextAsync("1");
        await phone.Page.Locator(".history a.asks").TapAsync();
        await phone.See("Presse 2 capricieuse");
        await phone.Button("Refuser").Nth(1).TapAsync();
        await phone.Page.GetByLabel("Pourquoi").FillAsync("Personne à la peinture");
        await phone.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Refuser" }).TapAsync();
        await phone.See("Refusée par Luc");
        await desk.See("Personne à la peinture");
        await phone.Page.GetByText("Tout reprendre (2)").TapAsync();
        await phone.See("Reprise par Luc");
        await Assertions.Expect(desk.Page.Locator(".standing")).ToHaveTextAsync("Reprise");
    }

    private static async Task WorkInShifts(StoryPlant plant)
    {
        await plant.Admin.Order(
            "saveCalendar",
            new
            {
                plantId = plant.PlantId,
                shifts = new[]
                {
                    new { code = "M", name = "Matin", starts = "05:00", ends = "13:00" },
                    new { code = "A", name = "Après-midi", starts = "13:00", ends = "21:00" },
                },
            },
            "calendar { version }");
        foreach (var (code, members) in ((string, string[])[])[("M", ["Lena", "Paul"]), ("A", ["Luc"])])
        {
            await plant.Admin.Order(
                "saveTeam",
                new
                {
                    plantId = plant.PlantId, code, name = $"Équipe {code}", memberIds = members.Select(name => plant.People[name]), rotationStarts = "2031-03-03",
                    rotation = (string[])[code],
                },
                "team { id }");
        }
    }
}
