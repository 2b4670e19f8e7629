using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

public sealed class RaisingStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    [Fact]
    public async Task A_raised_alert_reaches_every_screen_right_after_its_snapshot()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        await using var screen = await (await plant.SignIn(Role.Screen)).Watch();
        var snapshot = await screen.Join(plant.PlantId);

        var alert = await pilot.Order("raiseAlert", new { kind = "CONGESTION", placeId = plant.Places["P12"] });
        var change = await screen.Next("BoardChanged");

        Assert.Equal(snapshot.GetProperty("sequence").GetInt64(), change.GetProperty("previousSequence").GetInt64());
        var told = Assert.Single(change.GetProperty("alerts").EnumerateArray());
        Assert.Equal(alert.GetProperty("number").GetString(), told.GetProperty("number").GetString());
        Assert.Equal("RAISED", told.GetProperty("state").GetString());
        Assert.Equal("L1", change.GetProperty("lines")[0].GetProperty("line").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Raising_the_same_product_at_one_station_twice_joins_the_open_alert()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        var report = new { kind = "WRONG_PART", stationId = plant.Places["P11"], productId = plant.Products["ECROU"] };

        var first = await pilot.Order("raiseAlert", report, "alert { id occurrenceCount }");
        var second = await pilot.Order("raiseAlert", report, "alert { id occurrenceCount }");

        Assert.Equal(first.GetProperty("id").GetGuid(), second.GetProperty("id").GetGuid());
        Assert.Equal(2, second.GetProperty("occurrenceCount").GetInt32());
    }

    [Fact]
    public async Task Without_a_product_the_open_alerts_are_shown_and_the_person_says_which()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        var first = await pilot.Order("raiseAlert", new { kind = "FIVE_S", placeId = plant.Places["P21"] });

        var errors = await pilot.Refused("raiseAlert", new { kind = "FIVE_S", placeId = plant.Places["P21"] });
        var joined = await pilot.Order(
            "raiseAlert", new { kind = "FIVE_S", placeId = plant.Places["P21"], joinAlertId = first.GetProperty("id").GetGuid() });
        var another = await pilot.Order("raiseAlert", new { kind = "FIVE_S", placeId = plant.Places["P21"], anyway = true });

        Assert.Equal("ALREADY_OPEN", errors[0].GetProperty("code").GetString());
        Assert.Equal(first.GetProperty("number").GetString(), errors[0].GetProperty("alerts")[0].GetProperty("number").GetString());
        Assert.Equal(first.GetProperty("id").GetGuid(), joined.GetProperty("id").GetGuid());
        Assert.NotEqual(first.GetProperty("id").GetGuid(), another.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_repeated_client_id_changes_nothing_and_another_input_under_it_is_refused()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        var clientId = Guid.CreateVersion7();
        var report = new { kind = "SAFETY", placeId = plant.Places["P12"], description = "Sol glissant", clientId };

        var first = await pilot.Order("raiseAlert", report, "alert { id version timeline { kind } }");
        var again = await pilot.Order("raiseAlert", report, "alert { id version timeline { kind } }");
        var errors = await pilot.Refused("raiseAlert", report with { description = "Autre chose" });

        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal("ClientIdReusedError", errors[0].GetProperty("__typename").GetString());
        Assert.Equal("CLIENT_ID_REUSED", errors[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_client_id_is_forgotten_after_30_days()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        var report = new { kind = "CONGESTION", placeId = plant.Places["MAG"], anyway = true, clientId = Guid.CreateVersion7() };
        var first = (await pilot.Order("raiseAlert", report)).GetProperty("id").GetGuid();

        plant.Host.Clock.Move(TimeSpan.FromDays(29));
        await plant.Host.RunSweeps();
        var kept = (await (await plant.SignIn(Role.Pilot)).Order("raiseAlert", report)).GetProperty("id").GetGuid();
        plant.Host.Clock.Move(TimeSpan.FromDays(2));
        await plant.Host.RunSweeps();
        var forgotten = (await (await plant.SignIn(Role.Pilot)).Order("raiseAlert", report)).GetProperty("id").GetGuid();

        Assert.Equal(first, kept);
        Assert.NotEqual(first, forgotten);
    }

    [Fact]
    public async Task A_leader_assigns_and_whoever_acts_on_what_was_seen_before_is_told_what_changed()
    {
        var pilot = await plant.SignIn(Role.Pilot);
        var leader = await plant.SignIn(Role.TeamLeader);
        var agent = (await (await plant.SignIn(Role.Agent)).Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetGuid();
        var raised = await pilot.Order("raiseAlert", new { kind = "EQUIPMENT_FAILURE", placeId = plant.Places["P21"] });
        var alertId = raised.GetProperty("id").GetGuid();
        var seen = raised.GetProperty("version").GetInt32();

        var assigned = await leader.Order(
            "assignAlert", new { alertId, personId = agent, expectedVersion = seen }, "alert { state owner { name } assignment { confirmed } }");
        var errors = await pilot.Refused("acknowledgeAlert", new { alertId, expectedVersion = seen });
        var work = await (await plant.SignIn(Role.Agent)).Query("{ myWork { alerts { id } } }");

        Assert.Equal("ACKNOWLEDGED", assigned.GetProperty("state").GetString());
        Assert.Equal("Agent", assigned.GetProperty("owner").GetProperty("name").GetString());
        Assert.False(assigned.GetProperty("assignment").GetProperty("confirmed").GetBoolean());
        Assert.Equal("CONFLICT", errors[0].GetProperty("code").GetString());
        Assert.Equal("ASSIGNED", errors[0].GetProperty("changed")[0].GetString());
        Assert.Equal(seen + 1, errors[0].GetProperty("currentVersion").GetInt32());
        Assert.Contains(work.GetProperty("myWork").GetProperty("alerts").EnumerateArray(), a => a.GetProperty("id").GetGuid() == alertId);
    }

    [Fact]
    public async Task What_nobody_confirms_in_time_is_nobodys_again()
    {
        var leader = await plant.SignIn(Role.TeamLeader);
        var agent = (await (await plant.SignIn(Role.Agent)).Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetGuid();
        var raised = await leader.Order("raiseAlert", new { kind = "QUALITY", placeId = plant.Places["P11"] });
        var alertId = raised.GetProperty("id").GetGuid();
        await leader.Order("assignAlert", new { alertId, personId = agent });

        plant.Host.Clock.Move(TimeSpan.FromMinutes(11));
        await plant.Host.RunSweeps();

        var alert = (await leader.Query(
            "query($id: UUID!) { alert(id: $id) { state owner { id } timeline { kind text } } }", new { id = alertId }))
            .GetProperty("alert");
        Assert.Equal("RAISED", alert.GetProperty("state").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, alert.GetProperty("owner").ValueKind);
        Assert.Equal("À reprendre : Agent n’a pas confirmé", alert.GetProperty("timeline").EnumerateArray()
            .Last(e => e.GetProperty("kind").GetString() == "ASSIGNMENT_EXPIRED").GetProperty("text").GetString());
    }
}
