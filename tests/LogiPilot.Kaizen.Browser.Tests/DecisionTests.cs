using LogiPilot.Kaizen.Server.Tests.Host;
using Microsoft.Playwright;

namespace LogiPilot.Kaizen.Browser.Tests;

[Collection(Browsing.Name)]
public sealed class DecisionTests(Chromium chromium, DemoPlant plant)
{
    private const string Title = "Bacs vides non scannés à l’îlot 2";

    [Fact]
    public async Task A_proposal_over_the_limit_is_found_among_what_waits_and_accepted_with_its_method_and_leader_chosen()
    {
        var dysfunctionId = await Proposed(await plant.Host.SignIn("chef", DemoPlant.Password));
        await using var manager = await Visit.As("responsable", chromium, plant.Host, Screen.Desk, "/desk/improvement/decisions", DemoPlant.Password);
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await manager.See("au-dessus de la limite de");
        await manager.See("Portique RFID au quai");
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Img, new() { Name = "5 pourquoi" })).ToBeVisibleAsync();
        await manager.Page.GetByLabel("Accepter", new() { Exact = true }).CheckAsync();
        await manager.Page.GetByLabel("Méthode").SelectOptionAsync("QRQC");
        await manager.Page.GetByLabel("Pilote du plan").SelectOptionAsync($"{await plant.Person("pilote")}");
        await manager.Page.GetByLabel("Motif").FillAsync("Trois arrêts par semaine coûtent plus cher");
        await manager.Button("Accepter la proposition").ClickAsync();
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = "P-" }).First.ClickAsync();
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Heading, new() { Name = Title })).ToBeVisibleAsync();
        Assert.Empty(manager.Complaints());

        var plan = (await (await plant.Host.SignIn("chef", DemoPlant.Password)).Query(
            "query($id: UUID!) { dysfunction(id: $id) { actionPlan { method { code } leader { id } sponsor { id } } } }", new { id = dysfunctionId }))
            .GetProperty("dysfunction").GetProperty("actionPlan");
        Assert.Equal("QRQC", plan.GetProperty("method").GetProperty("code").GetString());
        Assert.Equal(await plant.Person("pilote"), plan.GetProperty("leader").GetProperty("id").GetGuid());
        Assert.Equal(await plant.Person("responsable"), plan.GetProperty("sponsor").GetProperty("id").GetGuid());
    }

    private static async Task<Guid> Proposed(KaizenClient leader)
    {
        var place = (await leader.Query("{ places(kinds: [STATION], first: 1) { nodes { id } } }")).GetProperty("places").GetProperty("nodes")[0].GetProperty("id").GetGuid();
        var dysfunctionId = (await leader.Order(
            "reportDysfunction", new { kind = "ORGANISATIONAL", title = Title, facts = "Trois fois cette semaine", placeId = place }, "dysfunction { id }"))
            .GetProperty("id").GetGuid();
        var whys = new[] { new { id = "a", text = "Personne ne scanne en fin d’équipe", verdict = "VERIFIED" } };
        await leader.Order("analyseDysfunction", new { dysfunctionId, kind = "FIVE_WHY", value = whys }, "dysfunction { id }");
        await leader.Order(
            "proposeImprovement",
            new
            {
                dysfunctionId, proposal = new
                {
                    description = "Un support de douchette à chaque poste", means = "Quatre supports", objectives = "Aucun bac oublié", deadline = "2099-01-31",
                    involved = "Équipe B", cost = 6200, gain = 18_000,
                    constraints = new { technical = "Prise 230 V", quality = "Aucune", environment = "Aucune", safety = "Câble hors du passage" },
                    alternatives = new[] { new { text = "Portique RFID au quai", whyNot = "Dix fois le prix" } },
                },
            },
            "proposal { id }");
        return dysfunctionId;
    }
}
