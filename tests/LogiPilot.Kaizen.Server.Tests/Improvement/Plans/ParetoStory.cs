using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>A Pareto is counted from the plant's own alerts: what somebody writes into it does not count.</summary>
public sealed class ParetoStory
{
    [Fact]
    public async Task The_Pareto_of_a_plan_counts_the_alerts_on_its_keys_in_the_days_asked_and_none_that_somebody_wrote()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", new Somebody("Lena", Role.TeamLeader), new Somebody("Odile", Role.Operator));
        await plant.Raise("Odile", "WRONG_PART", "P11");
        plant.Host.Clock.Move(TimeSpan.FromDays(2));
        foreach (var (kind, place) in ((string, string)[])[("CONGESTION", "P11"), ("CONGESTION", "P11"), ("FIVE_S", "P11"), ("FIVE_S", "P21")])
        {
            await plant.Raise("Odile", kind, place);
        }

        var falseAlarm = (await plant.Raise("Odile", "QUALITY", "P11")).GetProperty("id").GetGuid();
        await plant.Order("Odile", "cancelAlert", new { alertId = falseAlarm, reason = "Fausse alerte" });
        var plan = (await plant.Order(
            "Lena", "openActionPlan",
            new { method = "8D", title = "Le poste 1.1 s’arrête", plantId = plant.PlantId, areaId = plant.Places["A1"], keys = new[] { new { placeId = plant.Places["P11"] } } },
            "actionPlan { id }")).GetProperty("id").GetGuid();
        await plant.Save("Lena", plan, "D2", ("pareto", new
        {
            groupBy = "KIND", from = "2027-03-02", to = "2027-03-03", rows = new[] { new { label = "SAFETY", count = 99 } },
        }));

        var saved = (await (await plant.SignIn("Lena")).Query(
            "query($id: UUID!) { actionPlan(id: $id) { steps { code fields { code value } } } }", new { id = plan }))
            .GetProperty("actionPlan").GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("code").GetString() == "D2")
            .GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "pareto").GetProperty("value");
        Assert.Equal(
            """{"groupBy":"KIND","from":"2027-03-02","to":"2027-03-03","rows":[{"label":"CONGESTION","count":2},{"label":"FIVE_S","count":1}]}""",
            saved.GetRawText());
    }
}
