using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Indicators;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>What is suspended asks nothing of anybody but to be looked at again; and who leads what counts when that changes.</summary>
public sealed class RestingPlanStory
{
    private static readonly Somebody[] Crew =
    [
        new("Lena", Role.TeamLeader, HasMail: false), new("Samir", Role.TeamLeader, HasMail: false), new("Paul", Role.Pilot, HasMail: false),
        new("Mona", Role.Manager, HasMail: false),
    ];

    [Fact]
    public async Task A_suspended_plan_reminds_nobody_until_its_review_and_all_of_it_goes_on_afterwards()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Running("Lena", "Samir");
        var action = (await plant.Order(
            "Lena", "addAction", new { planId = plan, kind = "CORRECTIVE", what = "Changer le vérin", dueOn = "2027-03-04", ownerId = plant.People["Paul"] },
            "action { id }")).GetProperty("id").GetGuid();
        await plant.Order("Lena", "suspendPlan", new { planId = plan, reason = "Arrêt de l’îlot", reviewOn = "2027-03-10" }, "actionPlan { id }");

        await plant.Morning("2027-03-04");
        await plant.Morning("2027-03-09");
        Assert.DoesNotContain("vérin", Said(await Told.Read(plant)), StringComparison.Ordinal);
        Assert.DoesNotContain("en retard", await Told.Read(plant), StringComparison.Ordinal);
        Assert.False((await plant.Action(action, "action { isDrift }")).GetProperty("isDrift").GetBoolean());
        Assert.Equal(0, await Drifts());

        await plant.Morning("2027-03-10");
        Assert.Contains(
            "Lena APP Le plan P-0001 (Ruptures de vis M6) est suspendu (Arrêt de l’îlot) et était à revoir le 10/03/2027 : reprenez-le, ou dites quand le revoir.",
            Said(await Told.Read(plant)), StringComparison.Ordinal);

        await plant.Order("Lena", "resumePlan", new { planId = plan }, "actionPlan { id }");
        await plant.Morning("2027-03-11");
        var told = Said(await Told.Read(plant));
        Assert.Contains("Paul APP L’action A-0001 (Changer le vérin)", told, StringComparison.Ordinal);
        Assert.Contains("Samir APP L’action A-0001 (Changer le vérin)", told, StringComparison.Ordinal);
        Assert.True((await plant.Action(action, "action { isDrift }")).GetProperty("isDrift").GetBoolean());
        Assert.Equal(1, await Drifts());

        async Task<int> Drifts() => (await (await plant.SignIn("Lena")).Query("{ actions(filter: { drift: true }) { nodes { id } } }"))
            .GetProperty("actions").GetProperty("nodes").GetArrayLength();

        // That it was given is told before the plan rests.
        static string Said(string told) => string.Join('\n', told.Replace('\u00a0', ' ').Split('\n').Where(l => !l.Contains("vous confie", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_fourth_case_that_is_given_reopened_or_promoted_is_told_as_one_that_is_opened()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        await plant.WorkInShifts([], []);
        for (var number = 0; number < 3; number++)
        {
            await plant.Open("Lena", "QRQC");
        }

        var fourth = await plant.Open("Samir", "QRQC");
        Assert.Equal(0, await Overloads());
        await plant.Order("Samir", "savePlan", new { planId = fourth, perimeter = "Îlot 3" }, "actionPlan { id }");
        Assert.Equal(0, await Overloads());

        await plant.Order("Samir", "savePlan", new { planId = fourth, leaderId = plant.People["Lena"] }, "actionPlan { id }");
        Assert.Equal(1, await Overloads());
        await plant.Order("Lena", "savePlan", new { planId = fourth, perimeter = "Îlot 4" }, "actionPlan { id }");
        Assert.Equal(1, await Overloads());

        plant.JumpTo("2027-03-01 13:01");
        await plant.Host.RunSweeps();
        Assert.Equal(5, await Overloads());
        Assert.Equal(
            5, (await (await plant.SignIn("Mona")).Query("{ notices(first: 50) { nodes { text } } }")).GetProperty("notices").GetProperty("nodes").EnumerateArray()
                .Count(n => n.GetProperty("text").GetString()!.Contains('4', StringComparison.Ordinal) && n.GetProperty("text").GetString()!.Contains("Lena", StringComparison.Ordinal)));

        async Task<int> Overloads() => (await plant.Admin.Query("{ journal(first: 1000) { nodes { event } } }")).GetProperty("journal").GetProperty("nodes")
            .EnumerateArray().Count(e => e.GetProperty("event").GetString() == "LeaderOverloaded");
    }

    [Fact]
    public async Task One_member_works_at_the_place_by_name_unless_the_plant_names_no_areas_at_all()
    {
        const string Nobody = "Aucun membre ne vient de l’atelier du problème.";
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        var plan = await plant.Open("Lena");
        Assert.DoesNotContain(Nobody, await Gate());

        await plant.Host.AddPerson("Nora", Role.Operator, StoryPlant.Code, Language.Fr, ["A1"]);
        await plant.Host.AddPerson("Omar", Role.Operator, StoryPlant.Code, Language.Fr, ["A2"]);
        await plant.Look();
        Assert.Contains(Nobody, await Gate());
        await Member("Omar");
        Assert.Contains(Nobody, await Gate());
        await Member("Nora");
        Assert.DoesNotContain(Nobody, await Gate());

        async Task<List<string?>> Gate() =>
        [
            .. (await plant.Plan("Lena", plan, "steps { code gate { holds says } }")).GetProperty("steps").EnumerateArray()
                .Single(s => s.GetProperty("code").GetString() == "D1").GetProperty("gate").EnumerateArray()
                .Where(g => !g.GetProperty("holds").GetBoolean()).Select(g => g.GetProperty("says").GetString()),
        ];
        Task<JsonElement> Member(string name) => plant.Order(
            "Lena", "savePlan",
            new { planId = plan, participants = (object[])[new { personId = plant.People["Paul"], role = "Pilote", mission = "Compter" }, new { personId = plant.People[name], role = "Opérateur", mission = "Voir" }] },
            "actionPlan { id }");
    }

    [Fact]
    public async Task Of_two_who_change_what_plans_are_held_to_the_second_is_told_what_is_another()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        await plant.Admin.Order("savePlanSettings", new { plantId = plant.PlantId, costLimit = 6_000 }, "settings { version }");

        var errors = await plant.Admin.Refused(
            "savePlanSettings", new { plantId = plant.PlantId, costLimit = 7_000, cutOffs = new[] { new { level = "AREA", at = "09:30" } }, expectedVersion = 0 },
            "settings { version }");

        Assert.Equal(
            "CONFLICT COST_LIMIT CUT_OFFS",
            $"{errors[0].GetProperty("code").GetString()} {string.Join(' ', errors[0].GetProperty("changed").EnumerateArray().Select(c => c.GetString()))}");
    }
}
