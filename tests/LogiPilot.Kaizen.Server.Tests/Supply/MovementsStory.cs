using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Supply;

public sealed class MovementsStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    private const string AlertsOfPoint = """
        query($product: UUID!, $line: UUID!) {
          alerts(filter: { productIds: [$product], lineIds: [$line] }) { totalCount nodes { id kind state causeCode raisedBy { name } } } }
        """;

    [Fact]
    public async Task Movements_that_empty_a_point_raise_its_alert_and_a_refill_resolves_it()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        await using var screen = await (await plant.SignIn(Role.Screen)).Watch();
        await screen.Join(plant.PlantId);
        var asked = new { product = plant.Products["VIS"], line = plant.Places["L1"] };

        await Book(pilot, new { kind = "CONSUMPTION", productId = plant.Products["VIS"], fromPlaceId = plant.Places["P11"], quantity = 100 });
        var emptied = await screen.NextChange(c => c.GetProperty("alerts").GetArrayLength() > 0);
        var raised = Assert.Single((await pilot.Query(AlertsOfPoint, asked)).GetProperty("alerts").GetProperty("nodes").EnumerateArray());

        Assert.Equal("STOCK_OUT", raised.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, raised.GetProperty("raisedBy").ValueKind);
        Assert.Equal("STOCK_OUT", emptied.GetProperty("lines")[0].GetProperty("status").GetString());

        await Book(pilot, new
        {
            kind = "TRANSFER", productId = plant.Products["VIS"], fromPlaceId = plant.Places["MAG"], toPlaceId = plant.Places["P11"], quantity = 80.5,
        });
        var refilled = await screen.NextChange(c => c.GetProperty("closedAlertIds").GetArrayLength() > 0);
        var resolved = Assert.Single((await pilot.Query(AlertsOfPoint, asked)).GetProperty("alerts").GetProperty("nodes").EnumerateArray());
        var board = (await pilot.Query("query($plant: UUID!) { board(plantId: $plant) { openAlerts { id } } }", new { plant = plant.PlantId })).GetProperty("board");

        Assert.Equal(raised.GetProperty("id").GetGuid(), refilled.GetProperty("closedAlertIds")[0].GetGuid());
        Assert.Equal("RESOLVED", resolved.GetProperty("state").GetString());
        Assert.Equal("cleared-untaken", resolved.GetProperty("causeCode").GetString());
        Assert.DoesNotContain(
            board.GetProperty("openAlerts").EnumerateArray(), a => a.GetProperty("id").GetGuid() == raised.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task One_bad_movement_refuses_all_and_each_bad_one_is_named()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        var good = new { kind = "CONSUMPTION", productId = plant.Products["CADRE"], fromPlaceId = (Guid?)plant.Places["P21"], quantity = 1m };
        var movements = new[] { good, good with { quantity = -1 }, good with { productId = Guid.CreateVersion7() } };

        var errors = await pilot.Refused("recordMovements", new { movements }, "movements { id }");
        var points = await pilot.Query(
            "query($product: UUID!) { supplyPoints(filter: { productIds: [$product] }) { nodes { onHand place { code } } } }",
            new { product = plant.Products["CADRE"] });

        Assert.Equal(["INVALID", "NOT_FOUND"], errors.EnumerateArray().Select(e => e.GetProperty("code").GetString()!));
        Assert.Equal("movements.1.quantity", errors[0].GetProperty("field").GetString());
        Assert.StartsWith("Movement 3: ", errors[1].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.All(points.GetProperty("supplyPoints").GetProperty("nodes").EnumerateArray(), p => Assert.Equal(10, p.GetProperty("onHand").GetDecimal()));
    }

    private static Task<JsonElement> Book(KaizenClient client, object movement) =>
        client.Order("recordMovements", new { movements = new[] { movement } }, "movements { id quantity }");
}
