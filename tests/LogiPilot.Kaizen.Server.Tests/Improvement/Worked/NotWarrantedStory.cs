using System.Text.Json;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>An 8D whose first step says that it is not worth one: a simple action is left of it, or another method with its content.</summary>
public sealed class NotWarrantedStory
{
    private const string Symptom = "Le chariot de roues du poste 8 tire à gauche";

    [Fact]
    public async Task What_is_not_worth_an_8D_closes_as_a_simple_action_that_goes_on_alone()
    {
        await using var plant = await BicyclePlant.Open("2027-03-01 08:00");
        var plan = await Prepared(plant);
        var wheel = await plan.Plan("Sophie", "D0", "EMERGENCY", "Changer la roue avant gauche du chariot", "Hugo", "2027-03-02");
        await plan.Sign("Sophie", "D0");

        Assert.Equal("CLOSED", (await plan.Ask("Hugo", "state")).Text("state"));
        var left = await plant.Action(wheel, "action { planId step state sponsor { name } key { family product { code } } }");
        Assert.Equal(JsonValueKind.Null, left.GetProperty("planId").ValueKind);
        Assert.Equal("TO_DO Claire EquipmentFailure", $"{left.Text("state")} {left.Text("sponsor", "name")} {left.Text("key", "family")}");
        await plan.Do("Hugo", wheel, "Roue neuve, essai sur dix mètres");
        await plan.Verify("Sophie", wheel, true, "Le chariot va droit");
        WorkedPlan.Same(
            """
            Sophie a ouvert le plan (8D).
            Sophie a ajouté l’action A-0001.
            Sophie a signé D0 Urgence.
            Le plan est clos.
            """,
            await plan.History());
    }

    [Theory]
    [InlineData("PDCA", "PLAN", "problem", "gap 1 chariot")]
    [InlineData("QRQC", "DETECTION", "fact", "place P8, seenOn 2027-02-26, quantity 1 chariot")]
    public async Task What_is_not_worth_an_8D_turns_into_a_smaller_method_with_its_content(string method, string step, string told, string facts)
    {
        await using var plant = await BicyclePlant.Open("2027-03-01 08:00");
        var plan = await Prepared(plant);
        var wheel = await plan.Plan("Sophie", "D0", "EMERGENCY", "Changer la roue avant gauche du chariot", "Hugo", "2027-03-02");
        var signed = await plant.Order("Sophie", "signStep", new { planId = plan.PlanId, step = "D0", turnInto = method }, "next { id } actionPlan { state }");

        var next = new WorkedPlan(plant, signed.GetProperty("id").GetGuid());
        var shown = await next.Ask("Hugo", "state title method { code } leader { name } sponsor { name } keys { family } origin { alerts { id } } participants { person { name } role mission } actions { id step state }");
        Assert.Equal(
            $"DRAFT Chariot de roues qui tire {method} Sophie Claire EquipmentFailure 1 Hugo Poste 8 Dire quand il tire",
            $"{shown.Text("state")} {shown.Text("title")} {shown.Text("method", "code")} {shown.Text("leader", "name")} {shown.Text("sponsor", "name")} "
            + $"{shown.GetProperty("keys")[0].Text("family")} {shown.GetProperty("origin").GetProperty("alerts").GetArrayLength()} "
            + $"{shown.GetProperty("participants")[0].Text("person", "name")} {shown.GetProperty("participants")[0].Text("role")} {shown.GetProperty("participants")[0].Text("mission")}");
        var carried = Assert.Single(shown.GetProperty("actions").EnumerateArray());
        Assert.Equal((wheel, "TO_DO"), (carried.GetProperty("id").GetGuid(), carried.Text("state")));
        var fields = (await next.Step("Hugo", step, "fields { code value version author { name } }")).GetProperty("fields").EnumerateArray()
            .Where(f => f.GetProperty("value").ValueKind != JsonValueKind.Null).ToList();
        Assert.All(fields, f => Assert.Equal("1 Karim", $"{f.Text("version")} {f.Text("author", "name")}"));
        Assert.Equal(Symptom, fields.Single(f => f.Text("code") == told).Text("value"));
        Assert.Equal(
            facts,
            string.Join(", ", fields.Where(f => f.Text("code") != told).Select(f => $"{f.Text("code")} {Fact(f.GetProperty("value"))}"))
                .Replace(plant.Places["P8"].ToString(), "P8", StringComparison.Ordinal));
        await plan.Do("Hugo", wheel, "Roue neuve, essai sur dix mètres");
        Assert.Equal("CLOSED", (await plan.Ask("Hugo", "state")).Text("state"));
    }

    private static string Fact(JsonElement value) => value.ValueKind == JsonValueKind.Object ? $"{value.Text("value")} {value.Text("unit")}" : value.ToString();

    /// <summary>Opened from an alert; all is said in D0, and that it is not worth an 8D.</summary>
    private static async Task<WorkedPlan> Prepared(StoryPlant plant)
    {
        var alert = await plant.Order("Hugo", "raiseAlert", new { kind = "EQUIPMENT_FAILURE", placeId = plant.Places["P8"], description = "Le chariot tire à gauche" });
        var opened = await plant.Order(
            "Sophie", "openActionPlan",
            new
            {
                method = "8D", title = "Chariot de roues qui tire", alertIds = new[] { alert.GetProperty("id").GetGuid() }, sponsorId = plant.People["Claire"],
                participants = new[]
                {
                    new { personId = plant.People["Hugo"], role = "Poste 8", mission = "Dire quand il tire" }, new { personId = plant.People["Karim"], role = "Magasin", mission = "Prêter un chariot" },
                },
            },
            "actionPlan { id }");
        var plan = new WorkedPlan(plant, opened.GetProperty("id").GetGuid());
        await plan.Fill(
            "Karim", "D0", ("symptom", Symptom), ("where", plant.Places["P8"]), ("since", "2027-02-26"), ("gap", new { value = 1, unit = "chariot" }), ("decision", "NOT_WARRANTED"));
        return plan;
    }
}
