using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Dysfunctions;

/// <summary>From what somebody noticed to what a manager decided.</summary>
public sealed class DysfunctionStory(SmallPlant plant) : IClassFixture<SmallPlant>
{
    private const string Whole = "dysfunction { id number state title version reason keys { family place { code } product { code } } history { kind by { name } } commands { command allowed reason } }";

    [Fact]
    public async Task A_pilot_reports_and_analyses_somebody_proposes_and_the_manager_decides_with_a_reason()
    {
        var (pilot, leader, manager) = (await plant.SignIn(Role.Pilot), await plant.SignIn(Role.TeamLeader), await plant.SignIn(Role.Manager));
        var reported = await pilot.Order(
            "reportDysfunction",
            new { kind = "ORGANISATIONAL", title = "Les bacs vides reviennent trop tard", facts = "Trois fois lundi", placeId = plant.Places["P11"] }, Whole);
        var id = reported.GetProperty("id").GetGuid();
        Assert.Equal(("REPORTED", "P11"), (Text(reported, "state"), Text(reported.GetProperty("keys")[0].GetProperty("place"), "code")));
        Assert.Matches("^DF-[0-9]{4}$", Text(reported, "number"));

        var proposal = Proposal();
        Assert.Equal("CONFLICT", await Code(pilot, "proposeImprovement", new { dysfunctionId = id, proposal }, "proposal { id }"));
        Assert.Equal(
            "value.cost.score",
            (await pilot.Refused("analyseDysfunction", new { dysfunctionId = id, kind = "RISKS", value = new { cost = new { score = 9 } } }, Whole))[0].GetProperty("field").GetString());
        await pilot.Order("analyseDysfunction", new { dysfunctionId = id, kind = "QQOQCCP", value = new { who = "Équipe A", howMuch = "3 par poste" } }, Whole);
        await leader.Order("analyseDysfunction", new { dysfunctionId = id, kind = "RISKS", value = new { delay = new { score = 4, reason = "Arrêt de ligne" } } }, Whole);
        await leader.Order("analyseDysfunction", new { dysfunctionId = id, conclusion = "La tournée passe trop tard", supportNeed = "NONE" }, Whole);

        var made = await pilot.Order("proposeImprovement", new { dysfunctionId = id, proposal }, "proposal { id version cost { amount currency } dysfunction { state } }");
        Assert.Equal(("PROPOSED", 240.5m, "EUR"), (
            Text(made.GetProperty("dysfunction"), "state"), made.GetProperty("cost").GetProperty("amount").GetDecimal(), Text(made.GetProperty("cost"), "currency")));
        var proposalId = made.GetProperty("id").GetGuid();
        Assert.Equal("CONFLICT", await Code(leader, "proposeImprovement", new { dysfunctionId = id, proposal }, "proposal { id }"));
        Assert.Equal("CONFLICT", await Code(leader, "rejectDysfunction", new { dysfunctionId = id, reason = "Non" }, Whole));
        Assert.Equal("FORBIDDEN", await Code(leader, "decideProposal", new { proposalId, kind = "REFUSED", reason = "Non" }, "proposal { id }"));
        Assert.Equal("INVALID", await Code(manager, "decideProposal", new { proposalId, kind = "REFUSED", reason = " " }, "proposal { id }"));

        await pilot.Order("proposeImprovement", new { dysfunctionId = id, proposalId, proposal, expectedVersion = 1 }, "proposal { version }");
        Assert.Equal("CONFLICT", await Code(manager, "decideProposal", new { proposalId, kind = "REFUSED", reason = "Trop cher", expectedVersion = 1 }, "proposal { id }"));
        var decided = await manager.Order(
            "decideProposal", new { proposalId, kind = "REFUSED", reason = "Trop cher", expectedVersion = 2 },
            "proposal { decision { kind reason by { name } } dysfunction { state history { kind } } }");
        Assert.Equal(("REFUSED", "Trop cher", "Manager", "DECIDED"), (
            Text(decided.GetProperty("decision"), "kind"), Text(decided.GetProperty("decision"), "reason"),
            Text(decided.GetProperty("decision").GetProperty("by"), "name"), Text(decided.GetProperty("dysfunction"), "state")));
        Assert.Equal(
            ["REPORTED", "ANALYSED", "ANALYSED", "DESCRIBED", "PROPOSED", "REVISED", "REFUSED"],
            decided.GetProperty("dysfunction").GetProperty("history").EnumerateArray().Select(s => Text(s, "kind")));

        var second = (await leader.Order("proposeImprovement", new { dysfunctionId = id, proposal }, "proposal { id }")).GetProperty("id").GetGuid();
        await manager.Order("decideProposal", new { proposalId = second, kind = "REFUSED", reason = "Pas cette année" }, "proposal { id }");
        Assert.Equal("FORBIDDEN", await Code(pilot, "rejectDysfunction", new { dysfunctionId = id, reason = "Non" }, Whole));
        var rejected = await leader.Order("rejectDysfunction", new { dysfunctionId = id, reason = "Rien à faire cette année" }, Whole);
        Assert.Equal(("REJECTED", "Rien à faire cette année"), (Text(rejected, "state"), Text(rejected, "reason")));
        Assert.Equal("CONFLICT", await Code(pilot, "analyseDysfunction", new { dysfunctionId = id, conclusion = "x" }, Whole));
    }

    [Fact]
    public async Task Alerts_and_a_recurrence_bring_their_facts_and_the_recurrence_is_taken_once()
    {
        var leader = await plant.SignIn(Role.TeamLeader);
        await (await plant.SignIn(Role.Admin)).Order("saveStopCost", new { plantId = plant.PlantId, perHour = 600 }, "stopCost { perHour version }");
        for (var time = 0; time < 3; time++)
        {
            await StopLine(leader, minutes: 10);
            plant.Host.Clock.Move(TimeSpan.FromDays(2));
            leader = await plant.SignIn(Role.TeamLeader);
        }

        var recurrence = (await leader.Query("{ recurrences(states: [PROPOSED]) { id criterion } }")).GetProperty("recurrences").EnumerateArray()
            .Single(r => Text(r, "criterion") == "KEY").GetProperty("id").GetGuid();
        const string Facts = "count stoppedMinutes stoppedCost { amount } hoursBetween days { day count } pareto(by: PLACE) { label count cumulativePercent } alerts { number }";
        var asked = (await leader.Query($"query($id: UUID) {{ dysfunctionFacts(recurrenceId: $id) {{ {Facts} }} }}", new { id = recurrence })).GetProperty("dysfunctionFacts");
        Assert.Equal(3, asked.GetProperty("count").GetInt32());
        Assert.InRange(asked.GetProperty("stoppedMinutes").GetDouble(), 29.9, 31);
        Assert.InRange(asked.GetProperty("stoppedCost").GetProperty("amount").GetDecimal(), 299, 310);
        Assert.Equal(("Poste 1.2", 100.0), (Text(asked.GetProperty("pareto")[0], "label"), asked.GetProperty("pareto")[0].GetProperty("cumulativePercent").GetDouble()));

        var clientId = Guid.CreateVersion7();
        var taken = await leader.Order("reportFromAlerts", new { recurrenceId = recurrence, clientId }, $"dysfunction {{ id title facts recurrenceId place {{ code }} area {{ code }} alertFacts {{ {Facts} }} }}");
        Assert.Equal(("Panne d’équipement, Poste 1.2", "P12", "A1"), (Text(taken, "title"), Text(taken.GetProperty("place"), "code"), Text(taken.GetProperty("area"), "code")));
        Assert.Equal(3, taken.GetProperty("alertFacts").GetProperty("alerts").GetArrayLength());
        var again = await leader.Order("reportFromAlerts", new { recurrenceId = recurrence, clientId }, "dysfunction { id }");
        Assert.Equal(taken.GetProperty("id").GetGuid(), again.GetProperty("id").GetGuid());
        Assert.Equal("CONFLICT", await Code(leader, "reportFromAlerts", new { recurrenceId = recurrence }, "dysfunction { id }"));
        Assert.Equal("TAKEN", Text((await leader.Query("{ recurrences { id criterion state } }")).GetProperty("recurrences").EnumerateArray().Single(r => r.GetProperty("id").GetGuid() == recurrence), "state"));
    }

    [Fact]
    public async Task What_a_manager_accepts_opens_a_plan_filled_in_and_the_service_asked_answers()
    {
        var (pilot, manager, support) = (await plant.SignIn(Role.Pilot), await plant.SignIn(Role.Manager), await plant.SignIn(Role.Support));
        var alertId = (await pilot.Order("raiseAlert", new { kind = "QUALITY", placeId = plant.Places["P21"], anyway = true })).GetProperty("id").GetGuid();
        var id = (await pilot.Order("reportFromAlerts", new { alertIds = new[] { alertId }, title = "Rayures au poste 2.1" }, Whole)).GetProperty("id").GetGuid();

        var referred = await pilot.Order(
            "referDysfunction", new { dysfunctionId = id, service = "QUALITY", question = "Quel défaut est admis ?" }, "dysfunction { supportNeed referrals { id service question answer } }");
        Assert.Equal("QUALITY", Text(referred, "supportNeed"));
        var referralId = referred.GetProperty("referrals")[0].GetProperty("id").GetGuid();
        const string Asked = "{ dysfunctions(filter: { askedServices: [QUALITY] }) { totalCount } }";
        Assert.Equal(1, (await support.Query(Asked)).GetProperty("dysfunctions").GetProperty("totalCount").GetInt32());
        Assert.Equal("FORBIDDEN", await Code(pilot, "answerReferral", new { referralId, answer = "Aucun" }, "referral { id }"));
        await support.Order("answerReferral", new { referralId, answer = "Aucune rayure visible à un mètre" }, "referral { answer }");
        Assert.Equal(0, (await support.Query(Asked)).GetProperty("dysfunctions").GetProperty("totalCount").GetInt32());

        var days = new { groupBy = "KIND", from = "2020-01-01", to = "2099-12-31", rows = new[] { new { label = "INVENTED", count = 99 } } };
        var counted = await pilot.Order("analyseDysfunction", new { dysfunctionId = id, kind = "PARETO", value = days }, "dysfunction { analyses { value } }");
        var row = Assert.Single(counted.GetProperty("analyses")[0].GetProperty("value").GetProperty("rows").EnumerateArray());
        Assert.Equal(("QUALITY", 1), (Text(row, "label"), row.GetProperty("count").GetInt32()));

        var proposalId = (await pilot.Order("proposeImprovement", new { dysfunctionId = id, proposal = Proposal() }, "proposal { id }")).GetProperty("id").GetGuid();
        Assert.Equal("INVALID", await Code(manager, "decideProposal", new { proposalId, kind = "ACCEPTED", reason = "Oui", method = "NONE" }, "proposal { id }"));
        var sponsorId = (await pilot.Query("{ me { id } }")).GetProperty("me").GetProperty("id").GetGuid();
        Assert.Equal("INVALID", await Code(manager, "decideProposal", new { proposalId, kind = "ACCEPTED", reason = "Oui", sponsorId }, "proposal { id }"));
        var decided = await manager.Order(
            "decideProposal", new { proposalId, kind = "ADJUSTED", reason = "Oui", adjustment = "Un seul poste d’abord" },
            "proposal { dysfunction { state actionPlanId actionPlan { number title state cost { amount } deadline leader { name } sponsor { name } origin { kind } keys { family place { code } } } } }");
        var about = decided.GetProperty("dysfunction");
        var plan = about.GetProperty("actionPlan");
        Assert.Equal(("IN_PLAN", "Rayures au poste 2.1", "DRAFT", 240.5m, "2099-01-31"), (
            Text(about, "state"), Text(plan, "title"), Text(plan, "state"), plan.GetProperty("cost").GetProperty("amount").GetDecimal(), Text(plan, "deadline")));
        Assert.Equal(("Pilot", "Manager", "DYSFUNCTION", "Quality", "P21"), (
            Text(plan.GetProperty("leader"), "name"), Text(plan.GetProperty("sponsor"), "name"), Text(plan.GetProperty("origin"), "kind"),
            Text(plan.GetProperty("keys")[0], "family"), Text(plan.GetProperty("keys")[0].GetProperty("place"), "code")));
        Assert.Equal("CONFLICT", await Code(pilot, "proposeImprovement", new { dysfunctionId = id, proposal = Proposal() }, "proposal { id }"));

        await manager.Order("abandonPlan", new { planId = about.GetProperty("actionPlanId").GetGuid(), reason = "Poste supprimé" }, "actionPlan { state }");
        var after = (await pilot.Query("query($id: UUID!) { dysfunction(id: $id) { state history { kind } } }", new { id })).GetProperty("dysfunction");
        Assert.Equal(("DECIDED", "PLAN_ABANDONED"), (Text(after, "state"), Text(after.GetProperty("history").EnumerateArray().Last(), "kind")));
    }

    [Fact]
    public async Task What_is_changed_meanwhile_is_told_and_two_analyses_do_not_meet()
    {
        var (pilot, leader) = (await plant.SignIn(Role.Pilot), await plant.SignIn(Role.TeamLeader));
        var id = (await pilot.Order("reportDysfunction", new { kind = "TECHNICAL", title = "Douchette lente", facts = "Dix secondes par lecture", plantId = plant.PlantId }, Whole)).GetProperty("id").GetGuid();
        await leader.Order("describeDysfunction", new { dysfunctionId = id, kind = "TECHNICAL", title = "Douchette lente au quai", facts = "Dix secondes", expectedVersion = 1 }, Whole);
        var conflict = (await pilot.Refused("describeDysfunction", new { dysfunctionId = id, kind = "TECHNICAL", title = "Autre", facts = "x", expectedVersion = 1 }, Whole))[0];
        Assert.Equal(("CONFLICT", 2, "DESCRIBED"), (Text(conflict, "code"), conflict.GetProperty("currentVersion").GetInt32(), conflict.GetProperty("changed")[0].GetString()));
        Assert.Contains("TeamLeader", Text(conflict, "message"), StringComparison.Ordinal);

        var opinions = new[] { new { id = Guid.CreateVersion7(), who = "Nadia", what = "Trop lente" } };
        var first = await Analysis(pilot, new { dysfunctionId = id, kind = "OPINIONS", value = opinions }, 0);
        await Analysis(leader, new { dysfunctionId = id, kind = "QQOQCCP", value = new { who = "Tous" } }, 1);
        await leader.Order("analyseDysfunction", new { dysfunctionId = id, kind = "OPINIONS", value = opinions, analysisId = first, expectedVersion = 1 }, Whole);
        var late = (await pilot.Refused("analyseDysfunction", new { dysfunctionId = id, kind = "OPINIONS", value = opinions, analysisId = first, expectedVersion = 1 }, Whole))[0];
        Assert.Equal(("CONFLICT", 2), (Text(late, "code"), late.GetProperty("currentVersion").GetInt32()));
    }

    [Fact]
    public async Task Everybody_of_the_plant_but_a_screen_sees_them_and_nobody_of_another_plant()
    {
        var operator_ = await plant.SignIn(Role.Operator);
        var id = (await operator_.Order("reportDysfunction", new { kind = "TECHNICAL", title = "Rack penché", facts = "Depuis jeudi", plantId = plant.PlantId }, Whole)).GetProperty("id").GetGuid();
        var list = (await operator_.Query("{ dysfunctions(filter: { text: \"rack penche\" }, first: 1) { totalCount nodes { number } pageInfo { hasNextPage } } }")).GetProperty("dysfunctions");
        Assert.Equal(1, list.GetProperty("totalCount").GetInt32());

        Assert.Equal("FORBIDDEN", await (await plant.SignIn(Role.Screen)).RefusedQuery("{ dysfunctions { totalCount } }"));
        var stranger = plant.Host.WithToken(await plant.Host.AddToken("other", Role.Manager, "BIS"));
        Assert.Equal(JsonValueKind.Null, (await stranger.Query("query($id: UUID!) { dysfunction(id: $id) { number } }", new { id })).GetProperty("dysfunction").ValueKind);
        Assert.Equal("NOT_FOUND", await Code(stranger, "rejectDysfunction", new { dysfunctionId = id, reason = "x" }, Whole));
        Assert.Equal("NOT_FOUND", await Code(stranger, "reportDysfunction", new { kind = "TECHNICAL", title = "x", facts = "x", placeId = plant.Places["P11"] }, Whole));
    }

    private static object Proposal() => new
    {
        description = "Une tournée à 10 h", means = "Un cariste", objectives = "Plus de bac plein en attente", deadline = "2099-01-31",
        involved = "L’équipe du matin", cost = 240.5, constraints = new { technical = "a", quality = "b", environment = "c", safety = "d" },
        alternatives = new[] { new { text = "Deux bacs", whyNot = "Pas la place" } },
        risks = new { cost = new { score = 1, reason = "Peu" } },
    };

    private static string? Text(JsonElement node, string field) => node.GetProperty(field).GetString();

    private static async Task<string?> Code(KaizenClient client, string mutation, object input, string selection) =>
        Text((await client.Refused(mutation, input, selection))[0], "code");

    private static async Task<Guid> Analysis(KaizenClient client, object input, int at) =>
        (await client.Order("analyseDysfunction", input, "dysfunction { analyses { id } }")).GetProperty("analyses")[at].GetProperty("id").GetGuid();

    private async Task StopLine(KaizenClient leader, int minutes)
    {
        var alertId = (await leader.Order("raiseAlert", new { kind = "EQUIPMENT_FAILURE", placeId = plant.Places["P12"], lineStopped = true })).GetProperty("id").GetGuid();
        plant.Host.Clock.Move(TimeSpan.FromMinutes(minutes));
        await leader.Order("resolveAlert", new { alertId, causeCode = "OTHER", resolution = "Courroie retendue" });
    }
}
