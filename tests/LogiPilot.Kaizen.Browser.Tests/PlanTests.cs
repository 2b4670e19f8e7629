using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class PlanTests(Chromium chromium, DemoPlant plant)
{
    [Fact]
    public async Task A_5_why_is_built_by_the_keyboard_alone_in_a_running_8D_whose_first_step_is_signed_on_its_page()
    {
        var (planId, leader) = await plant.Running("Faisceaux en rupture à l’îlot 3");
        await leader.Order(
            "saveStep",
            new
            {
                planId, step = "D0", fields = new[]
                {
                    Field("symptom", "Le poste 7 s’arrête"), Field("where", await Line(leader)), Field("since", "2026-01-12"),
                    Field("gap", new { value = 14, unit = "ruptures" }), Field("noEmergency", "Le tampon suffit"),
                },
            },
            "actionPlan { id }");
        await using var desk = await Visit.As("chef", chromium, plant.Host, Screen.Desk, $"/desk/improvement/plans/{planId}", DemoPlant.Password);
        Assert.True(await desk.Button("Signer D0").IsDisabledAsync());
        await desk.Page.GetByRole(AriaRole.Radio, new() { Name = "Oui, 8D justifié" }).CheckAsync();
        await desk.Button("Signer D0").ClickAsync();
        await desk.See("D1 : il manque");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "D4 Causes racines" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "5 Pourquoi", Exact = true }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Treeitem, new() { Name = "Pourquoi est-ce arrivé" }).FocusAsync();
        await Type(desk, "Enter", "Le poste tombe à zéro avant le petit train", "Enter");
        await Type(desk, "Enter", "Le point de commande date de 2024", "Enter");
        await Type(desk, "Shift+Enter", "Le petit train saute l’îlot", "Enter", "r", "ArrowLeft", "v", "ArrowUp", "v");
        await Type(desk, "ArrowUp", "", "ArrowRight", "Enter");
        await Type(desk, "", "Personne ne voit le manque", "Enter");

        // Hands at rest: what was written is kept without anything pressed.
        await Until(async () => (await Whys(leader, planId)).Count == 4);
        var whys = await Whys(leader, planId);
        Assert.Equal(
            ["OCCURRENCE VERIFIED Le poste tombe à zéro avant le petit train", " VERIFIED Le point de commande date de 2024",
                " REFUTED Le petit train saute l’îlot", "ESCAPE OPEN Personne ne voit le manque"],
            whys);
        Assert.Empty(desk.Complaints());
    }

    private static async Task Type(Visit desk, string first, string text, params string[] then)
    {
        if (first.Length > 0)
        {
            await desk.Page.Keyboard.PressAsync(first);
        }

        await desk.Page.Keyboard.TypeAsync(text);
        foreach (var key in then)
        {
            await desk.Page.Keyboard.PressAsync(key);
        }
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 100 && !await isSo(); tries++)
        {
            await Task.Delay(100);
        }
    }

    private static async Task<List<string>> Whys(KaizenClient caller, Guid planId)
    {
        var data = await caller.Query("query($id: UUID!) { actionPlan(id: $id) { steps { code fields { code value } } } }", new { id = planId });
        var value = data.GetProperty("actionPlan").GetProperty("steps").EnumerateArray().First(s => s.GetProperty("code").GetString() == "D4")
            .GetProperty("fields").EnumerateArray().First(f => f.GetProperty("code").GetString() == "whys").GetProperty("value");
        return value.ValueKind == JsonValueKind.Null ? [] :
        [
            .. value.EnumerateArray().Select(w =>
                $"{(w.TryGetProperty("branch", out var branch) ? branch.GetString() : "")} {w.GetProperty("verdict").GetString()} {w.GetProperty("text").GetString()}"),
        ];
    }

    private static object Field(string code, object value) => new { code, value };

    private static async Task<string> Line(KaizenClient caller) =>
        (await caller.Query("{ places(kinds: [LINE], first: 1) { nodes { id } } }")).GetProperty("places").GetProperty("nodes")[0].GetProperty("id").GetString()!;
}
