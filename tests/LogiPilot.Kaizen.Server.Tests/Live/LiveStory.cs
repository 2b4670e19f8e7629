using System.Diagnostics;
using System.Net;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Hosting.Demo;
using LogiPilot.Kaizen.Server.Tests.Host;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Server.Tests.Live;

public sealed class LiveStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    private const string BoardDocument =
        """
        query($plantId: UUID!, $lineIds: [UUID!]) { board(plantId: $plantId, lineIds: $lineIds) { sequence
          lines { line { id } status liftedBy openAlertCount untakenAlertCount }
          openAlerts { id number kind severity state version } counters { open untaken shelved linesStopped } } }
        """;

    [Fact]
    public async Task A_scope_hears_what_concerns_it_and_its_sequence_stands_still_for_the_rest()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        await using var one = await pilot.Watch();
        await using var two = await pilot.Watch();
        var first = await one.Call("Join", new { plantId = plant.PlantId, lineIds = new[] { plant.Places["L1"] } });
        var second = await two.Call("Join", new { plantId = plant.PlantId, areaId = plant.Places["A2"] });

        var alert = await pilot.Order("raiseAlert", new { kind = "OTHER", placeId = plant.Places["P21"], anyway = true });
        var change = await two.Next("BoardChanged");
        var beat = await one.Next("Heartbeat");

        Assert.Equal(["L1"], Codes(first));
        Assert.Equal(["L2"], Codes(second));
        Assert.Equal(second.GetProperty("sequence").GetInt64(), change.GetProperty("previousSequence").GetInt64());
        Assert.Equal(Id(alert), Id(change.GetProperty("alerts")[0]));
        Assert.Equal(first.GetProperty("sequence").GetInt64(), beat.GetProperty("sequence").GetInt64());
        Assert.Equal(JsonValueKind.String, first.GetProperty("build").ValueKind);
        Assert.EndsWith("Z", beat.GetProperty("at").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_join_replaces_the_first()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        await using var screen = await pilot.Watch();
        await screen.Call("Join", new { plantId = plant.PlantId, areaId = plant.Places["A1"] });
        var snapshot = await screen.Call("Join", new { plantId = plant.PlantId, areaId = plant.Places["A2"] });

        await pilot.Order("raiseAlert", new { kind = "OTHER", placeId = plant.Places["P12"], anyway = true });
        var alert = await pilot.Order("raiseAlert", new { kind = "OTHER", placeId = plant.Places["P21"], anyway = true });
        var change = await screen.Next("BoardChanged");

        Assert.Equal(Id(alert), Id(Assert.Single(change.GetProperty("alerts").EnumerateArray())));
        Assert.Equal(snapshot.GetProperty("sequence").GetInt64(), change.GetProperty("previousSequence").GetInt64());
    }

    [Fact]
    public async Task Under_two_hundred_writes_at_once_the_chain_has_no_gap_and_ends_as_the_board_is()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        await using var screen = await pilot.Watch();
        var snapshot = await screen.Join(plant.PlantId);
        var open = snapshot.GetProperty("openAlerts").EnumerateArray().ToDictionary(Id, Version);

        string[] stations = ["P11", "P12", "P21"];
        var raised = Task.WhenAll(Enumerable.Range(0, 200).Select(n => pilot.Order(
            "raiseAlert", new { kind = "OTHER", placeId = plant.Places[stations[n % 3]], anyway = true, description = $"n° {n}" })));
        var sequence = snapshot.GetProperty("sequence").GetInt64();
        var counted = -1;
        var deltas = 0;
        while (counted < open.Count || open.Count < snapshot.GetProperty("openAlerts").GetArrayLength() + 200)
        {
            var change = await screen.Next("BoardChanged");
            Assert.Equal(sequence, change.GetProperty("previousSequence").GetInt64());
            sequence = change.GetProperty("sequence").GetInt64();
            foreach (var alert in change.GetProperty("alerts").EnumerateArray())
            {
                open[Id(alert)] = Version(alert);
            }

            counted = change.GetProperty("counters").GetProperty("open").GetInt32();
            deltas++;
        }

        await raised;
        var board = (await pilot.Query(BoardDocument, new { plantId = plant.PlantId })).GetProperty("board");
        Assert.Equal(sequence, board.GetProperty("sequence").GetInt64());
        Assert.Equal(
            board.GetProperty("openAlerts").EnumerateArray().ToDictionary(Id, Version).OrderBy(a => a.Key), open.OrderBy(a => a.Key));
        Assert.True(deltas < 200, $"{deltas} deltas for 200 writes: what comes in a storm is told together.");
    }

    [Fact]
    public async Task Whoever_has_just_changed_something_finds_it_on_the_board()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        for (var n = 0; n < 10; n++)
        {
            var alert = await pilot.Order("raiseAlert", new { kind = "CONGESTION", placeId = plant.Places["P11"], anyway = true });
            var board = await pilot.Query(BoardDocument, new { plantId = plant.PlantId, lineIds = new[] { plant.Places["L1"] } });

            Assert.Contains(board.GetProperty("board").GetProperty("openAlerts").EnumerateArray(), a => Id(a) == Id(alert));
        }
    }

    [Fact]
    public async Task What_another_process_writes_is_told_within_a_second()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        var me = (await pilot.Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetGuid();
        await using var screen = await pilot.Watch();
        await screen.Join(plant.PlantId);
        await using var other = new DemoWorld(plant.Host.Folder, plant.Host.Clock.GetUtcNow());

        await using var scope = other.Services.Acting(new Actor(me, "Pilot", Language.Fr, [new(plant.PlantId, Role.Pilot, [])]));
        var made = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new RaiseAlert(AlertKind.Other, plant.Places["P21"], Anyway: true));
        var watch = Stopwatch.StartNew();
        await screen.NextChange(c => c.GetProperty("alerts").EnumerateArray().Any(a => Id(a) == made.Value.Id));

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_one_may_not_see_is_refused_like_what_is_not_there_and_without_a_session_nobody_is_let_in()
    {
        await using var screen = await (await plant.SignIn(Role.Operator)).Watch();

        var foreign = await screen.Refused("Join", new { plantId = plant.OtherPlantId });
        var unknown = await screen.Refused("Join", new { plantId = Guid.CreateVersion7() });
        var line = await screen.Refused("Join", new { plantId = plant.PlantId, areaId = plant.Places["A2"], lineIds = new[] { plant.Places["L1"] } });
        using var nobody = await plant.Host.Anonymous().Http.PostAsync("/hubs/live/negotiate?negotiateVersion=1", null);

        Assert.Equal(foreign, unknown);
        Assert.Contains("NOT_FOUND: ", foreign, StringComparison.Ordinal);
        Assert.Contains("NOT_FOUND: ", line, StringComparison.Ordinal);
        Assert.Equal(unknown, await screen.Refused("Join", [null!]));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Fact]
    public async Task A_screen_of_an_area_sees_that_area_whatever_it_asks()
    {
        await plant.Host.AddPerson("ecran-peinture", Role.Screen, "ROA", areas: ["A2"]);
        await using var screen = await (await plant.Host.SignIn("ecran-peinture")).Watch();

        Assert.Equal(["L2"], Codes(await screen.Join(plant.PlantId)));
        Assert.Contains("NOT_FOUND", await screen.Refused("Join", new { plantId = plant.PlantId, areaId = plant.Places["A1"] }), StringComparison.Ordinal);
    }

    private static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();

    private static int Version(JsonElement alert) => alert.GetProperty("version").GetInt32();

    private static IEnumerable<string> Codes(JsonElement board) =>
        board.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("line").GetProperty("code").GetString()!);
}
