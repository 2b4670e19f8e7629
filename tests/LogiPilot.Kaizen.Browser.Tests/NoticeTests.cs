using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class NoticeTests(Chromium chromium, WidePlant plant)
{
    [Fact]
    public async Task What_one_is_told_appears_without_a_reload_and_what_is_urgent_above_the_work_until_it_is_seen()
    {
        await using var phone = await Visit.As("pilote", chromium, plant.Host, Screen.Phone, "/");
        await phone.See("Signaler");
        await phone.Settle();
        await phone.Page.EvaluateAsync("window.isTheSamePage = true");
        var leader = await plant.Host.SignIn("cheffe");
        var me = (await (await plant.Host.SignIn("pilote")).Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetGuid();
        var alert = await leader.Order("raiseAlert", new { kind = "SAFETY", severity = "CRITICAL", placeId = plant.Stations[WidePlant.Station(10)], anyway = true });
        await leader.Order("assignAlert", new { alertId = alert.GetProperty("id").GetGuid(), personId = me });

        var bar = phone.Page.Locator(".urgent");
        await Assertions.Expect(bar).ToContainTextAsync("Attribuée à vous");
        var below = await phone.Page.Locator(".phone .head").BoundingBoxAsync();
        var above = await bar.BoundingBoxAsync();
        Assert.True(above!.Y + above.Height <= below!.Y + 1, "The bar lies over the page.");
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Pour moi" }).TapAsync();
        await Assertions.Expect(phone.Page.Locator(".notices .unread").First).ToContainTextAsync("vous attribue l’alerte");

        while (await bar.IsVisibleAsync())
        {
            await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Vu", Exact = true }).TapAsync();
            await phone.Settle();
        }

        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Tout lu" }).Or(phone.Page.GetByText("tout est lu")).First.WaitForAsync();
        Assert.True(await phone.Page.EvaluateAsync<bool>("window.isTheSamePage === true"));
    }
}
