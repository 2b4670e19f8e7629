using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed partial class MeetingTests(Chromium chromium, DemoPlant plant)
{
    [Fact]
    public async Task A_meeting_is_led_by_the_keyboard_and_kept_once_though_its_answer_was_lost_and_its_page_reloaded()
    {
        var (planId, leader) = await plant.Running("Rayons manquants au poste 2");
        await plant.Action(leader, planId, "Compter les rayons à chaque passage", "chef");
        await using var wall = await Visit.As("chef", chromium, plant.Host, Screen.Television, $"/desk/improvement/plans/{planId}/meeting", DemoPlant.Password);
        await wall.See("Qui est là ?");
        await Press(wall, "1", "2", "ArrowRight");
        await wall.See("Où en est le plan ?");
        await Press(wall, "ArrowRight", "ArrowRight");
        await Assertions.Expect(wall.Button("Compter les rayons à chaque passage")).ToBeVisibleAsync();
        await Press(wall, "d");
        await wall.Page.Keyboard.TypeAsync("Deux passages par heure jusqu’à vendredi");
        await Press(wall, "Enter", "Escape", "n");
        await wall.Page.Keyboard.TypeAsync("Poser un repère de minimum");
        await Press(wall, "Enter");
        await wall.Page.Keyboard.TypeAsync("Prévenir l’équipe B");

        // Half a word is written when the browser is closed: it is there again.
        await wall.Page.ReloadAsync();
        await wall.See("Qui est là ?");
        await Press(wall, "n");
        await Assertions.Expect(wall.Page.GetByLabel("Quoi")).ToHaveValueAsync("Prévenir l’équipe B");
        await wall.See("Poser un repère de minimum");
        await Press(wall, "Escape", "ArrowRight");
        var lost = 0;
        await wall.Page.RouteAsync("**/graphql", async route =>
        {
            if (route.Request.PostData?.Contains("HoldMeeting", StringComparison.Ordinal) != true || lost++ > 0)
            {
                await route.ContinueAsync();
                return;
            }

            // The server has it, the browser never hears so.
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await wall.Button("Enregistrer la réunion").ClickAsync();
        await wall.See("gardée dans ce navigateur");
        await wall.Page.ReloadAsync();
        await wall.Page.WaitForURLAsync(OfPlan());

        var plan = (await leader.Query(
            "query($id: UUID!) { actionPlan(id: $id) { meetings { minutes present { name } decisions actions { what } } } }", new { id = planId })).GetProperty("actionPlan");
        var meeting = Assert.Single(plan.GetProperty("meetings").EnumerateArray());
        Assert.Equal(2, meeting.GetProperty("present").GetArrayLength());
        Assert.Equal("Deux passages par heure jusqu’à vendredi", Assert.Single(meeting.GetProperty("decisions").EnumerateArray()).GetString());
        Assert.Equal(
            ["Poser un repère de minimum", "Prévenir l’équipe B"], meeting.GetProperty("actions").EnumerateArray().Select(a => a.GetProperty("what").GetString()));
        await wall.Page.GotoAsync($"/desk/improvement/plans/{planId}/meeting");
        await wall.See("Qui est là ?");
        await Assertions.Expect(wall.Page.GetByRole(AriaRole.Button, new() { Pressed = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_cases_of_a_level_are_gone_through_and_who_may_not_hold_a_meeting_reads_it()
    {
        await plant.Running("Écrous M8 mélangés dans le bac", "QRQC");
        await using (var desk = await Visit.As("chef", chromium, plant.Host, Screen.Desk, "/desk/improvement/meeting?level=LINE", DemoPlant.Password))
        {
            var row = desk.Page.GetByRole(AriaRole.Link, new() { Name = "Écrous M8 mélangés dans le bac" });
            await Assertions.Expect(row).ToContainTextAsync("ouvert aujourd’hui");
            await Assertions.Expect(row).ToContainTextAsync("monte dans");
            await row.FocusAsync();
            await Press(desk, "Enter");
            await desk.See("Qui est là ?");
            await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Quitter la réunion" }).ClickAsync();
            await Assertions.Expect(row).ToBeVisibleAsync();
            Assert.Empty(desk.Complaints());
        }

        await using var reader = await Visit.As("operateur", chromium, plant.Host, Screen.Desk, "/desk/improvement/meeting?level=LINE", DemoPlant.Password);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Écrous M8 mélangés dans le bac" }).ClickAsync();
        await reader.See("Lecture seule");
        await Assertions.Expect(reader.Page.GetByText("Clore", new() { Exact = true })).ToHaveCountAsync(0);
    }

    private static async Task Press(Visit visit, params string[] keys)
    {
        foreach (var key in keys)
        {
            await visit.Page.Keyboard.PressAsync(key);
        }
    }

    [GeneratedRegex("/plans/[0-9a-f-]{36}$", RegexOptions.None, 1000)]
    private static partial Regex OfPlan();
}
