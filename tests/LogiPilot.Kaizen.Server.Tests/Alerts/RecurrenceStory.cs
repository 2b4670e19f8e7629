using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Alerts;

public sealed class RecurrenceStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    private const string Recurrences = """
        query($states: [RecurrenceState!]) { recurrences(states: $states) { id criterion state kind cause { code name } place { code } area { code }
          count firstAt lastAt stoppedMinutes alerts { number } reason decidedBy { name } version } }
        """;

    [Fact]
    public async Task Three_alerts_of_one_place_in_a_week_are_proposed_with_their_facts_and_a_leader_dismisses_them()
    {
        var leader = await plant.SignIn(Role.TeamLeader);
        var numbers = new List<string?>();
        for (var time = 0; time < 3; time++)
        {
            Assert.Empty(await List(leader, "KEY"));
            numbers.Add(await StopLine(leader, minutes: 7));
            plant.Host.Clock.Move(TimeSpan.FromDays(2));
            leader = await plant.SignIn(Role.TeamLeader);
        }

        var recurrence = Assert.Single(await List(leader, "KEY"));
        Assert.Equal(("EQUIPMENT_FAILURE", "P12", "A1", 3), (
            recurrence.GetProperty("kind").GetString(), SeenCode(recurrence, "place"), SeenCode(recurrence, "area"), recurrence.GetProperty("count").GetInt32()));
        Assert.Equal(numbers, recurrence.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("number").GetString()));
        Assert.InRange(recurrence.GetProperty("stoppedMinutes").GetDouble(), 20.9, 22);

        var id = recurrence.GetProperty("id").GetGuid();
        Assert.Equal("FORBIDDEN", await Refused(await plant.SignIn(Role.Pilot), "dismissRecurrence", new { recurrenceId = id, reason = "Non" }));
        Assert.Equal("INVALID", await Refused(leader, "dismissRecurrence", new { recurrenceId = id, reason = " " }));
        Assert.Equal("NOT_FOUND", await Refused(leader, "dismissRecurrence", new { recurrenceId = plant.PlantId, reason = "Non" }));
        var dismissed = await leader.Order(
            "dismissRecurrence", new { recurrenceId = id, reason = "Machine remplacée lundi", expectedVersion = 1 }, "recurrence { state reason decidedBy { name } }");
        Assert.Equal(("DISMISSED", "Machine remplacée lundi", "TeamLeader"), (
            dismissed.GetProperty("state").GetString(), dismissed.GetProperty("reason").GetString(), dismissed.GetProperty("decidedBy").GetProperty("name").GetString()));
        Assert.Equal("CONFLICT", await Refused(leader, "dismissRecurrence", new { recurrenceId = id, reason = "Encore" }));
        Assert.DoesNotContain(id, (await leader.Query(Recurrences, new { states = new[] { "PROPOSED" } })).GetProperty("recurrences").EnumerateArray().Select(r => r.GetProperty("id").GetGuid()));
        Assert.Equal("FORBIDDEN", await (await plant.SignIn(Role.Operator)).RefusedQuery(Recurrences));
    }

    [Fact]
    public async Task An_administrator_says_from_when_on_a_problem_recurs()
    {
        var admin = await plant.SignIn(Role.Admin);
        var rules = (await admin.Query("query($plant: [UUID!]) { recurrenceRules(plantIds: $plant) { criterion count windowDays version } }", new { plant = new[] { plant.PlantId } }))
            .GetProperty("recurrenceRules").EnumerateArray().Select(r => (r.GetProperty("criterion").GetString(), r.GetProperty("count").GetInt32(), r.GetProperty("windowDays").GetInt32(), r.GetProperty("version").GetInt32()));
        Assert.Equal([("KEY", 3, 7, 0), ("CAUSE", 5, 30, 0)], rules);

        var rule = new { plantId = plant.PlantId, criterion = "CAUSE", count = 2, windowDays = 10 };
        Assert.Equal("FORBIDDEN", await Refused(await plant.SignIn(Role.Manager), "saveRecurrenceRule", rule));
        Assert.Equal("INVALID", await Refused(admin, "saveRecurrenceRule", rule with { count = 1, windowDays = 400 }));
        Assert.Equal("NOT_FOUND", await Refused(admin, "saveRecurrenceRule", rule with { plantId = plant.OtherPlantId }));
        var saved = await admin.Order("saveRecurrenceRule", rule, "rule { count windowDays version }");
        Assert.Equal((2, 10, 1), (saved.GetProperty("count").GetInt32(), saved.GetProperty("windowDays").GetInt32(), saved.GetProperty("version").GetInt32()));

        await Close(admin, "CONGESTION", "P21");
        await Close(admin, "QUALITY", "P11");

        var recurrence = Assert.Single(await List(admin, "CAUSE"));
        Assert.Equal(("HUMAN_ERROR", "Erreur humaine"), (recurrence.GetProperty("cause").GetProperty("code").GetString(), recurrence.GetProperty("cause").GetProperty("name").GetString()));
        Assert.Equal(2, recurrence.GetProperty("count").GetInt32());
    }

    private static string? SeenCode(JsonElement node, string field) => node.GetProperty(field).GetProperty("code").GetString();

    private static async Task<List<JsonElement>> List(KaizenClient client, string criterion) =>
        [.. (await client.Query(Recurrences)).GetProperty("recurrences").EnumerateArray().Where(r => r.GetProperty("criterion").GetString() == criterion)];

    private static async Task<string> Refused(KaizenClient client, string mutation, object input) =>
        (await client.Refused(mutation, input, mutation == "dismissRecurrence" ? "recurrence { id }" : "rule { count }"))[0].GetProperty("code").GetString()!;

    private async Task<string?> StopLine(KaizenClient leader, int minutes)
    {
        var alert = await leader.Order("raiseAlert", new { kind = "EQUIPMENT_FAILURE", placeId = plant.Places["P12"], lineStopped = true });
        var alertId = alert.GetProperty("id").GetGuid();
        plant.Host.Clock.Move(TimeSpan.FromMinutes(minutes));
        await leader.Order("resolveAlert", new { alertId, causeCode = "OTHER", resolution = "Courroie retendue" });
        return alert.GetProperty("number").GetString();
    }

    private async Task Close(KaizenClient admin, string kind, string place)
    {
        var alertId = (await admin.Order("raiseAlert", new { kind, placeId = plant.Places[place] })).GetProperty("id").GetGuid();
        await admin.Order("resolveAlert", new { alertId, causeCode = "HUMAN_ERROR", resolution = "Revu" });
        await admin.Order("closeAlert", new { alertId });
    }
}
