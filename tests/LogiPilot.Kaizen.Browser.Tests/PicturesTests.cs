using System.Text.Json;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>
/// The pictures of the README, taken from the running product: <c>KAIZEN_PICTURES=docs/pictures</c> (seen from the repository) says
/// where they go; without it they stay in the output folder.
/// </summary>
[Collection(Browsing.Name)]
public sealed class PicturesTests(Chromium chromium, DemoPlant demo)
{
    private const int MostBytes = 250_000;
    private static readonly Screen SmallTelevision = new("tv", 1152, 648);

    private readonly string _folder = Environment.GetEnvironmentVariable("KAIZEN_PICTURES") is { Length: > 0 } given
        ? Path.Combine(Repository.Root, given)
        : Path.Combine(AppContext.BaseDirectory, "pictures");

    [Fact]
    public async Task The_pictures_of_the_readme_are_taken_from_the_running_product()
    {
        Directory.CreateDirectory(_folder);
        var (line, alert) = await StopALine();

        await using (var stranger = await Visit.Anonymous(chromium, demo.Host, Screen.Desk))
        {
            await stranger.Page.GotoAsync("/sign-in");
            await Take(stranger, "sign-in");
        }

        await TakePhone();
        await using (var desk = await SignedIn("chef", Screen.Desk, "/desk"))
        {
            await desk.See("direct");
            await Take(desk, "desk-alerts");
            await desk.Page.GotoAsync($"/desk/alerts/{alert}");
            await desk.See("direct");
            await Take(desk, "desk-alert");
            await desk.Page.GotoAsync($"/desk/supply/{line}");
            await desk.See("direct");
            await Take(desk, "desk-line");
        }

        await using (var desk = await SignedIn("pilote", Screen.Desk, "/desk/notices"))
        {
            await desk.See("Attribuée à vous");
            await Take(desk, "desk-notices");
        }

        await using (var desk = await SignedIn("admin", Screen.Desk, "/desk/admin/escalation"))
        {
            await desk.See("Qui serait appelé");
            await Take(desk, "desk-escalation");
            await desk.Page.GotoAsync("/desk/admin/calendar");
            await desk.See("Équipes de la semaine");
            await Take(desk, "desk-calendar");
            await desk.Page.GotoAsync("/desk/handover");
            await desk.See("À transmettre");
            await Take(desk, "desk-handover");
            await desk.Page.GotoAsync("/desk/health");
            await desk.See("direct");
            await Take(desk, "desk-health");
        }

        await TakeImprovement();
        await using var television = await Visit.Anonymous(chromium, demo.Host, SmallTelevision);
        await television.Page.Clock.InstallAsync();
        await television.SignIn("ecran", DemoPlant.Password);
        await television.Page.GotoAsync("/tv");
        await television.See("direct");
        await Take(television, "tv");
        await demo.Host.Stop();
        await television.Page.Clock.FastForwardAsync("02:00");
        await television.See("Données de");
        await Take(television, "tv-stale");
        await demo.Host.Serve();
    }

    /// <summary>What the demo plant has improved, and is improving.</summary>
    private async Task TakeImprovement()
    {
        var leader = await demo.Host.SignIn("chef", DemoPlant.Password);
        var found = await leader.Query(
            """
            { actionPlans(filter: { text: "Disques de frein" }, first: 1) { nodes { id } }
              known: dysfunctions(filter: { text: "lus trop tard le midi" }, first: 1) { nodes { id } }
              decided: dysfunctions(filter: { text: "Console de guidon" }, first: 1) { nodes { id } } }
            """);
        Guid First(string list) => Id(found.GetProperty(list).GetProperty("nodes")[0]);
        await using (var desk = await SignedIn("chef", Screen.Desk, "/desk/improvement/plans"))
        {
            await desk.See("Disques de frein 160 mm voilés");
            await Take(desk, "desk-plans");
            await desk.Page.GotoAsync($"/desk/improvement/plans/{First("actionPlans")}");
            await desk.Page.Locator(".step-tabs").GetByText("5 Pourquoi").ClickAsync();
            await desk.See("Le sachet souple plie sous la charge");
            await Take(desk, "desk-plan");
            await desk.Page.GotoAsync("/desk/improvement/methods/8D");
            await desk.See("Le poste 7 s’arrête faute de faisceau moteur FAI-081.");
            await Take(desk, "desk-method");
            await desk.Page.GotoAsync($"/desk/improvement/dysfunctions/{First("known")}");
            await desk.See("Conclusion");
            await Take(desk, "desk-dysfunction");
        }

        await using (var desk = await SignedIn("responsable", Screen.Desk, $"/desk/improvement/dysfunctions/{First("decided")}"))
        {
            await desk.Page.GetByLabel("Motif").First.ScrollIntoViewIfNeededAsync();
            await Take(desk, "desk-decision");
        }

        await using var phone = await SignedIn("cariste", Screen.Phone, "/");
        await phone.Page.GetByText("Remettre les bacs vides de l’îlot 3").ScrollIntoViewIfNeededAsync();
        await Take(phone, "phone-actions");
    }

    private async Task TakePhone()
    {
        await using var phone = await SignedIn("pilote", Screen.Phone, "/");
        await phone.See("Ligne arrêtée");
        await Take(phone, "phone");
        await phone.Page.GetByText("Signaler", new() { Exact = true }).TapAsync();
        await phone.Page.GetByText("Poste 30").TapAsync();
        await phone.Page.Locator(".products a").First.TapAsync();
        await phone.Page.GetByText("Manquant imminent").TapAsync();
        await phone.See("Envoyé");
        await Take(phone, "phone-raise");
    }

    /// <summary>Empties a point, and lets people act on the alert that this raises: somebody stops the line and asks the pilot.</summary>
    private async Task<(Guid Line, Guid Alert)> StopALine()
    {
        var pilot = await demo.Host.SignIn("pilote", DemoPlant.Password);
        var manager = await demo.Host.SignIn("responsable", DemoPlant.Password);
        var lines = (await pilot.Query("{ lines { id name } }")).GetProperty("lines").EnumerateArray();
        var line = Id(lines.Single(each => each.GetProperty("name").GetString()!.Contains("VAE", StringComparison.Ordinal)));
        var points = await pilot.Query(
            "query($lines: [UUID!]) { supplyPoints(filter: { lineIds: $lines, statuses: [OK] }, first: 1) { nodes { onHand product { id } place { id } } } }",
            new { lines = new[] { line } });
        var point = points.GetProperty("supplyPoints").GetProperty("nodes")[0];
        var productId = Id(point.GetProperty("product"));
        await pilot.Order(
            "recordMovements",
            new
            {
                movements = new[]
                {
                    new { kind = "CONSUMPTION", productId, fromPlaceId = Id(point.GetProperty("place")), quantity = point.GetProperty("onHand").GetDecimal() },
                },
            },
            "movements { id }");
        var alerts = await pilot.Query(
            "query($lines: [UUID!], $products: [UUID!]) { alerts(filter: { lineIds: $lines, productIds: $products, states: [RAISED] }, first: 1) { nodes { id } } }",
            new { lines = new[] { line }, products = new[] { productId } });
        var alertId = Id(alerts.GetProperty("alerts").GetProperty("nodes")[0]);
        await manager.Order("stopLine", new { lineId = line, alertId, reason = "Plus une pièce au poste" }, "line { id }");
        var me = (await pilot.Query("{ me { id } }")).GetProperty("me");
        await manager.Order("assignAlert", new { alertId, personId = Id(me) });
        return (line, alertId);
    }

    private Task<Visit> SignedIn(string userName, Screen screen, string path) =>
        Visit.As(userName, chromium, demo.Host, screen, path, DemoPlant.Password);

    private async Task Take(Visit visit, string name)
    {
        await visit.Settle();
        var picture = await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(_folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        Assert.True(picture.Length < MostBytes, $"{name}.png has {picture.Length:N0} bytes.");
    }

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();
}
