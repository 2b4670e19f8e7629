using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;
using LogiPilot.Kaizen.Server.Tests.Improvement.Indicators;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Plans;

/// <summary>Cycles, checks of the effect, and levels.</summary>
public sealed class PlanLifeStory
{
    private static readonly Somebody[] Crew =
        [new("Lena", Role.TeamLeader), new("Samir", Role.TeamLeader), new("Mona", Role.Manager), new("Paul", Role.Pilot)];

    [Fact]
    public async Task The_next_cycle_starts_from_what_was_measured_and_is_approved_again()
    {
        await using var plant = await ShortMethod.Plant(Crew);
        var plan = await plant.RunUpTo("FIX");
        await plant.Save("Lena", plan, "FIX", ("whys", new object[]
        {
            new { id = "a", text = "Joint usé", verdict = "REFUTED", proof = new { kind = "ELIMINATED", text = "Joint neuf, même fuite" }, isRoot = true },
        }));
        await plant.Order("Lena", "signStep", new { planId = plan, step = "FIX" }, "actionPlan { id }");
        await plant.Act("Lena", plan, "Paul");
        await plant.Order(
            "Lena", "addAction", new { kind = "ANALYSIS", what = "Relever la pression", planId = plan, ownerId = plant.People["Paul"], dueOn = "2027-03-20" }, "action { id }");
        Assert.Equal(
            "CONFLICT Le cycle suivant s’ouvre depuis l’étape CLOSE, les autres étant signées.",
            await plant.Refused("Lena", "openNextCycle", new { planId = plan, deadline = "2027-06-30" }, "actionPlan { id }"));
        plant.JumpTo("2027-03-08 08:00");
        await plant.Measure(plan, "2027-03-02", "2027-03-06", 1);
        await plant.Order("Lena", "signStep", new { planId = plan, step = "PROVE" }, "actionPlan { id }");
        var id = await Indicator();
        Assert.StartsWith("INVALID", await plant.Refused("Lena", "openNextCycle", new { planId = plan }, "actionPlan { id }"), StringComparison.Ordinal);
        Assert.StartsWith("FORBIDDEN", await plant.Refused("Paul", "openNextCycle", new { planId = plan, deadline = "2027-06-30" }, "actionPlan { id }"), StringComparison.Ordinal);

        var opened = await plant.Order(
            "Lena", "openNextCycle",
            new { planId = plan, deadline = "2027-06-30", targets = new[] { new { indicatorId = id, target = 0, targetOn = "2027-06-01" } } },
            """
            actionPlan { cycle state deadline steps { state } before: steps(cycle: 1) { state } indicators { target baseline { value } cycleBaseline { value } measures { cycle } effect { verdict } }
              actions { what cycle dueOn originalDueOn } fields: steps { fields { code value version author { name } } } }
            """);

        Assert.Equal("2 SUBMITTED 2027-06-30", string.Join(' ', ((string[])["cycle", "state", "deadline"]).Select(n => opened.GetProperty(n))));
        Assert.Equal(["OPEN", "LOCKED", "LOCKED", "LOCKED"], opened.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("state").GetString()));
        Assert.Equal(["SIGNED", "SIGNED", "SIGNED", "OPEN"], opened.GetProperty("before").EnumerateArray().Select(s => s.GetProperty("state").GetString()));
        var indicator = opened.GetProperty("indicators")[0];
        Assert.Equal(
            "0 6 1", $"{indicator.GetProperty("target")} {indicator.GetProperty("baseline").GetProperty("value")} {indicator.GetProperty("cycleBaseline").GetProperty("value")}");
        Assert.Equal(
            ["Bac double 1 2027-03-31 2027-03-31", "Relever la pression 2 2027-03-20 2027-03-20"],
            opened.GetProperty("actions").EnumerateArray().Select(a => string.Join(' ', ((string[])["what", "cycle", "dueOn", "originalDueOn"]).Select(n => a.GetProperty(n)))).Order(StringComparer.Ordinal));
        var whys = opened.GetProperty("fields")[1].GetProperty("fields")[0];
        Assert.Equal("REFUTED 1 Lena", $"{whys.GetProperty("value")[0].GetProperty("verdict")} {whys.GetProperty("version")} {whys.GetProperty("author").GetProperty("name")}");

        Assert.Equal("RUNNING", (await plant.Order("Samir", "approvePlan", new { planId = plan }, "actionPlan { state }")).GetProperty("state").GetString());

        async Task<Guid> Indicator() => (await plant.Plan("Lena", plan, "indicators { id }")).GetProperty("indicators")[0].GetProperty("id").GetGuid();
    }

    [Fact]
    public async Task Checks_are_held_in_order_when_they_are_due_and_a_failed_one_sends_the_step_back()
    {
        await using var plant = await ShortMethod.Plant(Crew);
        var plan = await plant.RunUpTo("PROVE");
        const string Checks = "actionPlan { checks { step days dueOn heldOn passed } steps { state } }";
        object Hold(int days, bool passed, string? comment = "Vu sur la ligne") => new { planId = plan, step = "PROVE", days, passed, comment };
        Assert.Equal("30 2027-03-31, 60 2027-04-30", Said(await plant.Plan("Lena", plan, "checks { step days dueOn heldOn passed }")));
        Assert.Equal("CONFLICT Le contrôle à 30 jours se tient à partir du 31/03/2027.", await plant.Refused("Lena", "holdCheck", Hold(30, true), Checks));
        Assert.Equal("CONFLICT Tenez d’abord le contrôle à 30 jours.", await plant.Refused("Lena", "holdCheck", Hold(60, true), Checks));
        Assert.StartsWith("INVALID Il n’y a pas de contrôle à 90 jours", await plant.Refused("Lena", "holdCheck", Hold(90, true), Checks), StringComparison.Ordinal);

        plant.JumpTo("2027-05-01 08:00");
        Assert.StartsWith("INVALID", await plant.Refused("Lena", "holdCheck", Hold(30, true, null), Checks), StringComparison.Ordinal);
        Assert.StartsWith("FORBIDDEN", await plant.Refused("Paul", "holdCheck", Hold(30, true), Checks), StringComparison.Ordinal);
        Assert.Equal("30 2027-03-31 2027-05-01 True, 60 2027-04-30", Said(await plant.Order("Lena", "holdCheck", Hold(30, true), Checks)));
        Assert.StartsWith("CONFLICT Le contrôle à 30 jours est déjà tenu", await plant.Refused("Lena", "holdCheck", Hold(30, true), Checks), StringComparison.Ordinal);

        var failed = await plant.Order("Lena", "holdCheck", Hold(60, false, "Trois pannes en avril"), Checks);
        Assert.Equal("", Said(failed));
        Assert.Equal(["SIGNED", "OPEN", "LOCKED", "LOCKED"], failed.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("state").GetString()));
        var history = await plant.Plan("Lena", plan, "history(first: 2) { nodes { kind text comment } }");
        Assert.Equal(
            ["RETURNED Lena a renvoyé Corriger. Trois pannes en avril", "CHECK_HELD Contrôle à 60 jours tenu : l’effet ne tient pas. Trois pannes en avril"],
            history.GetProperty("history").GetProperty("nodes").EnumerateArray().Select(n => AlertStory.Plain($"{n.GetProperty("kind")} {n.GetProperty("text")} {n.GetProperty("comment")}")));

        await plant.Order("Lena", "signStep", new { planId = plan, step = "FIX" }, "actionPlan { id }");
        Assert.Equal("30 2027-05-31, 60 2027-06-30", Said(await plant.Plan("Lena", plan, "checks { step days dueOn heldOn passed }")));
    }

    [Fact]
    public async Task What_is_unsolved_when_its_meeting_ends_goes_up_one_level_at_a_time_and_a_fourth_case_is_told()
    {
        await using var plant = await StoryPlant.At("2027-03-01 08:00", Crew);
        await plant.WorkInShifts([], []);
        await plant.Admin.Order(
            "savePlanSettings", new { plantId = plant.PlantId, cutOffs = new[] { new { level = "AREA", at = "09:30" } } }, "settings { version }");
        var cases = new List<Guid>();
        for (var number = 0; number < 4; number++)
        {
            cases.Add(await plant.Open("Lena", "QRQC"));
        }

        var journal = (await plant.Admin.Query("{ journal(first: 1000) { nodes { event subjectId facts } } }")).GetProperty("journal").GetProperty("nodes");
        var told = Assert.Single(journal.EnumerateArray(), e => e.GetProperty("event").GetString() == "LeaderOverloaded");
        Assert.Equal(cases[3], told.GetProperty("subjectId").GetGuid());
        Assert.Contains(plant.People["Mona"].ToString(), told.GetProperty("facts").ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("LINE Mon 13:00", await Level(cases[0]));
        plant.JumpTo("2027-03-01 12:59");
        await plant.Host.RunSweeps();
        Assert.Equal("LINE Mon 13:00", await Level(cases[0]));
        plant.JumpTo("2027-03-01 13:01");
        await plant.Host.RunSweeps();
        Assert.Equal("AREA Tue 09:30", await Level(cases[0]));
        plant.JumpTo("2027-03-04 08:00");
        await plant.Host.RunSweeps();
        Assert.Equal("PLANT –", await Level(cases[0]));
        Assert.Equal(
            ["Le cas est monté au niveau Usine.", "Le cas est monté au niveau Atelier."],
            (await plant.Plan("Lena", cases[0], "history(first: 2) { nodes { text } }")).GetProperty("history").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("text").GetString()));

        async Task<string> Level(Guid plan)
        {
            var shown = await plant.Plan("Lena", plan, "level promotesAt");
            return $"{shown.GetProperty("level")} {(shown.GetProperty("promotesAt") is { ValueKind: JsonValueKind.String } at ? StoryPlant.Clock(at) : "–")}";
        }
    }

    private static string Said(JsonElement plan) => string.Join(
        ", ", plan.GetProperty("checks").EnumerateArray().Select(c => string.Join(
            ' ', ((string[])["days", "dueOn", "heldOn", "passed"]).Select(n => c.GetProperty(n).ToString()).Where(t => t.Length > 0))));
}
