using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Improvement.Dysfunctions;

/// <summary>What may be done with a dysfunction, in which state, by whom.</summary>
public sealed class DysfunctionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Plant = new(1, 0, 0, new byte[8]);
    private static readonly Actor Pilot = Of(Role.Pilot, 2), Leader = Of(Role.TeamLeader, 3), Manager = Of(Role.Manager, 4);

    private static readonly ProposalTerms Terms = new(
        "Un bac de plus par poste", "12 bacs", "Plus de retour tardif", Today.AddDays(30), [], "L’équipe du matin", 240m, null,
        new("Tient sur le rack", "Sans effet", "Bacs réemployés", "Charge sous 12 kg"), [new("Passer plus souvent", "Aucun cariste libre")], null);

    [Theory]
    [InlineData(DysfunctionState.Reported, "Describe Analyse Refer Reject")]
    [InlineData(DysfunctionState.Analysed, "Describe Analyse Refer Propose Reject Close")]
    [InlineData(DysfunctionState.Proposed, "Describe Analyse Refer Decide")]
    [InlineData(DysfunctionState.Decided, "Describe Analyse Refer Propose Reject Close")]
    [InlineData(DysfunctionState.InPlan, "")]
    [InlineData(DysfunctionState.Closed, "")]
    [InlineData(DysfunctionState.Rejected, "")]
    public void What_a_manager_may_do_with_it(DysfunctionState state, string expected)
    {
        var about = In(state);

        Assert.Equal(state, about.State);
        Assert.Equal(expected, string.Join(' ', Enum.GetValues<DysfunctionCommandName>().Where(c => about.WhyNot(c, Manager) is null)));
    }

    [Fact]
    public void Everybody_reports_and_analyses_a_leader_ends_a_manager_decides_and_nobody_of_another_plant_does_anything()
    {
        var about = In(DysfunctionState.Analysed);
        Assert.Equal("forbiddenReject", about.WhyNot(DysfunctionCommandName.Reject, Pilot)?.Reason);
        Assert.Null(about.WhyNot(DysfunctionCommandName.Analyse, Pilot));
        Assert.Null(about.WhyNot(DysfunctionCommandName.Reject, Leader));
        Assert.Equal("forbiddenDecide", In(DysfunctionState.Proposed).WhyNot(DysfunctionCommandName.Decide, Leader)?.Reason);

        var stranger = Manager with { Memberships = [new(new Guid(9, 0, 0, new byte[8]), Role.Admin, [])] };
        Assert.All(Enum.GetValues<DysfunctionCommandName>(), c => Assert.Equal(RefusalCode.Forbidden, about.WhyNot(c, stranger)?.Code));
        Assert.All(Enum.GetValues<DysfunctionCommandName>(), c => Assert.Equal(RefusalCode.Forbidden, about.WhyNot(c, Actor.System)?.Code));
    }

    [Fact]
    public void It_is_analysed_at_least_once_before_it_is_proposed()
    {
        var about = In(DysfunctionState.Reported);
        Assert.Equal("dysfunctionNotAnalysed", about.WhyNot(DysfunctionCommandName.Propose, Manager)?.Reason);

        Assert.Null(about.Conclude("Rien encore", SupportNeed.None, Pilot, Now));
        Assert.Equal("dysfunctionNotAnalysed", about.WhyNot(DysfunctionCommandName.Propose, Manager)?.Reason);

        Assert.True(about.Analyse(null, AnalysisKind.Qqoqccp, Json("""{"who":"Léa"}"""), null, Pilot, Now).IsDone);
        Assert.Null(about.WhyNot(DysfunctionCommandName.Propose, Pilot));
        Assert.Equal(
            [DysfunctionStepKind.Reported, DysfunctionStepKind.Described, DysfunctionStepKind.Analysed], about.Steps.Select(s => s.Kind));
        Assert.Equal([1, 2, 3], about.Steps.Select(s => s.Version));
    }

    [Fact]
    public void Two_people_change_two_analyses_and_of_the_same_one_the_second_is_told()
    {
        var about = In(DysfunctionState.Reported);
        var risks = about.Analyse(null, AnalysisKind.Risks, Json("""{"cost":{"score":2}}"""), null, Pilot, Now).Value;
        var who = about.Analyse(null, AnalysisKind.Qqoqccp, Json("""{"who":"Léa"}"""), null, Pilot, Now).Value;

        Assert.True(about.Analyse(risks, AnalysisKind.Risks, Json("""{"cost":{"score":3}}"""), 1, Leader, Now).IsDone);
        Assert.True(about.Analyse(who, AnalysisKind.Qqoqccp, Json("""{"who":"Lou"}"""), 1, Pilot, Now).IsDone);
        var late = about.Analyse(risks, AnalysisKind.Risks, Json("""{"cost":{"score":5}}"""), 1, Pilot, Now).Refusal;

        Assert.Equal(("analysisChanged", (object?)Leader.PersonId, (object?)2), (late?.Reason, late?.Arguments["person"], late?.Arguments["currentVersion"]));
        Assert.Equal("analysisOtherKind", about.Analyse(risks, AnalysisKind.Ishikawa, Json("[]"), null, Pilot, Now).Refusal?.Reason);
        Assert.Equal(RefusalCode.NotFound, about.Analyse(Plant, AnalysisKind.Risks, Json("{}"), null, Pilot, Now).Refusal?.Code);
    }

    [Theory]
    [InlineData(AnalysisKind.FiveWhy, "[]", false)]
    [InlineData(AnalysisKind.FiveWhy, """[{"id":"019cad00-0000-7000-8000-000000000001","text":" ","verdict":"OPEN"}]""", false)]
    [InlineData(AnalysisKind.FiveWhy, """[{"id":"019cad00-0000-7000-8000-000000000001","text":"Usure","verdict":"OPEN"}]""", true)]
    [InlineData(AnalysisKind.Qqoqccp, "{}", false)]
    [InlineData(AnalysisKind.Qqoqccp, """{"who":"Léa"}""", true)]
    [InlineData(AnalysisKind.Risks, """{"cost":{"score":9}}""", false)]
    [InlineData(AnalysisKind.Opinions, """[{"id":"019cad00-0000-7000-8000-000000000001","who":"Léa","what":"Trop lourd"}]""", true)]
    [InlineData(AnalysisKind.IsIsNot, """{"is":"x"}""", false)]
    public void An_analysis_is_checked_as_the_field_of_a_method_and_says_something(AnalysisKind kind, string value, bool good) =>
        Assert.Equal(good, AnalysisFields.Check(kind, Json(value), "value") is null);

    [Fact]
    public void A_proposal_says_everything_that_is_missing_at_once_and_is_decided_once()
    {
        var about = In(DysfunctionState.Analysed);
        var empty = Proposal.Make(about, new(null, null, null, null, [], null, null, null, null, [new("", "")], null), Today, Plant, Now);
        Assert.Equal(
            [
                "description", "means", "objectives", "deadline", "peopleIds", "cost", "constraints.technical", "constraints.quality",
                "constraints.environment", "constraints.safety", "alternatives[0].text", "alternatives[0].whyNot",
            ],
            empty.Refusal?.Details?.Select(d => d.Field));
        Assert.Equal("deadlinePast", Proposal.Make(about, Terms with { Deadline = Today.AddDays(-1) }, Today, Plant, Now).Refusal?.Reason);
        Assert.Equal("moneyWrong", Proposal.Make(about, Terms with { Cost = -1 }, Today, Plant, Now).Refusal?.Reason);
        Assert.Equal("moneyWrong", Proposal.Make(about, Terms with { Gain = 0.001m }, Today, Plant, Now).Refusal?.Reason);

        var proposal = Proposal.Make(about, Terms, Today, Pilot.PersonId!.Value, Now).Value;
        Assert.Equal("textNeeded", proposal.Decide(DecisionKind.Refused, " ", null, Plant, Now)?.Reason);
        Assert.Equal("adjustmentNeeded", proposal.Decide(DecisionKind.Adjusted, "Oui", null, Plant, Now)?.Reason);
        Assert.Null(proposal.Decide(DecisionKind.Adjusted, "Oui", "6 bacs d’abord", Plant, Now));
        Assert.Equal(("6 bacs d’abord", 2), (proposal.Decision?.Adjustment, proposal.Version));
        Assert.Equal("proposalDecided", proposal.Decide(DecisionKind.Refused, "Non", null, Plant, Now)?.Reason);
        Assert.Equal("proposalDecided", proposal.Revise(Terms, Today)?.Reason);
    }

    [Fact]
    public void What_is_diagnosed_follows_the_service_asked_and_an_end_needs_its_reason()
    {
        var about = In(DysfunctionState.Reported);
        Assert.Null(about.Refer(SupportService.Quality, Pilot, Now));
        Assert.Equal(SupportNeed.Quality, about.SupportNeed);
        Assert.Null(about.Refer(SupportService.Scheduling, Pilot, Now));
        Assert.Equal(SupportNeed.Quality, about.SupportNeed);

        Assert.Equal("textNeeded", about.Reject(" ", Leader, Now)?.Reason);
        Assert.Null(about.Reject("Déjà traité", Leader, Now));
        Assert.Equal(("Déjà traité", false), (about.Reason, about.IsOpen));
    }

    private static Dysfunction In(DysfunctionState state)
    {
        var about = Dysfunction.Report(
            Plant, "DF-0001", new(DysfunctionKind.Technical, "Bacs en retard", "Trois fois lundi", null, null, null, null, []),
            new(null, Now, [], null), Pilot.PersonId!.Value, Now).Value;
        if (state is not (DysfunctionState.Reported or DysfunctionState.Rejected))
        {
            _ = about.Analyse(null, AnalysisKind.Qqoqccp, Json("""{"who":"Léa"}"""), null, Pilot, Now);
        }

        if (state is DysfunctionState.Proposed or DysfunctionState.Decided or DysfunctionState.InPlan)
        {
            about.Propose(Pilot, Now);
        }

        if (state is DysfunctionState.Decided or DysfunctionState.InPlan)
        {
            about.Decide(DecisionKind.Accepted, Manager, Now);
        }

        if (state == DysfunctionState.InPlan)
        {
            about.EnterPlan(Plant, Manager, Now);
        }

        _ = state switch
        {
            DysfunctionState.Rejected => about.Reject("Sans objet", Leader, Now),
            DysfunctionState.Closed => about.Close("Réglé sur place", Leader, Now),
            _ => null,
        };
        return about;
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static Actor Of(Role role, int id) => new(new Guid(id, 0, 0, new byte[8]), role.ToString(), Language.Fr, [new(Plant, role, [])]);
}
