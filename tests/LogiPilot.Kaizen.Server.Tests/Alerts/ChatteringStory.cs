using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

/// <summary>A station that is fed a few screws at a time, around its minimum.</summary>
public sealed class ChatteringStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    private const string OfProduct = """
        query($product: UUID!) { alerts(filter: { productIds: [$product] }) { nodes {
          id state isChattering conditionHolds timeline { kind text } commands { command allowed reason } } } }
        """;

    [Fact]
    public async Task An_alert_that_comes_and_goes_stays_open_and_marked_until_a_leader_resolves_it()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        await Move(pilot, "CONSUMPTION", 80);
        await Move(pilot, "RETURN", 10);
        Assert.Equal("RESOLVED", (await Alert(pilot)).GetProperty("state").GetString());
        await Move(pilot, "CONSUMPTION", 10);
        await Move(pilot, "RETURN", 10);

        var alert = await Alert(pilot);
        Assert.Equal(("RAISED", true, false), (alert.GetProperty("state").GetString(), alert.GetProperty("isChattering").GetBoolean(), alert.GetProperty("conditionHolds").GetBoolean()));
        Assert.Contains("Chatters: 3 changes in 10 min. Stays open until a team leader resolves it", alert.GetProperty("timeline").EnumerateArray().Select(t => t.GetProperty("text").GetString()));
        var resolve = alert.GetProperty("commands").EnumerateArray().Single(c => c.GetProperty("command").GetString() == "RESOLVE");
        Assert.StartsWith("This alert chatters", resolve.GetProperty("reason").GetString(), StringComparison.Ordinal);

        var alertId = alert.GetProperty("id").GetGuid();
        var remedy = new { alertId, causeCode = "WRONG_THRESHOLD", resolution = "Minimum à revoir" };
        Assert.Equal("FORBIDDEN", (await pilot.Refused("resolveAlert", remedy))[0].GetProperty("code").GetString());
        var leader = await plant.SignIn(Role.TeamLeader);
        await leader.Order("resolveAlert", remedy);

        var resolved = await Alert(leader);
        Assert.Equal(("RESOLVED", false), (resolved.GetProperty("state").GetString(), resolved.GetProperty("isChattering").GetBoolean()));
    }

    private async Task<JsonElement> Alert(KaizenClient client) => Assert.Single(
        (await client.Query(OfProduct, new { product = plant.Products["ECROU"] })).GetProperty("alerts").GetProperty("nodes").EnumerateArray());

    private async Task Move(KaizenClient client, string kind, decimal quantity)
    {
        plant.Host.Clock.Move(TimeSpan.FromMinutes(1));
        var place = plant.Places["P11"];
        var movement = new
        {
            kind = kind == "RETURN" ? "ADJUSTMENT" : kind, productId = plant.Products["ECROU"], fromPlaceId = kind == "RETURN" ? (Guid?)null : place,
            toPlaceId = kind == "RETURN" ? place : (Guid?)null, quantity,
        };
        await client.Order("recordMovements", new { movements = new[] { movement } }, "movements { id }");
    }
}
