using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using Xunit;
using static LogiPilot.Kaizen.Core.Tests.Improvement.Plans.PlanWorld;

namespace LogiPilot.Kaizen.Core.Tests.Improvement.Plans;

public sealed class ActionPlanTests
{
    [Fact]
    public void A_plan_is_not_submitted_before_its_charter_is_whole_and_each_gap_is_said()
    {
        var plan = Open(new PlanCharter("Vis", Participants: [new(Pilot, "", "")]));

        var refusal = plan.Submit(By(Leader))!;

        Assert.Equal(
            [
                "planLacksSponsor", "planLacksSetting", "planLacksWhyParticipants", "planLacksWhyMethod", "planLacksCommunication",
                "planLacksWhyDeadline", "participantLacksRole", "participantLacksMission", "planLacksDeadline", "planLacksFollowUp",
            ],
            refusal.Details!.Select(d => d.Reason));
        Assert.Equal(PlanState.Draft, plan.State);
        Assert.Null(plan.Revise(Whole, By(Leader)));
        Assert.Null(plan.Submit(By(Leader)));
        Assert.Equal(PlanState.Submitted, plan.State);
    }

    [Fact]
    public void Its_sponsor_approves_it_never_its_leader_and_over_the_limit_a_manager()
    {
        var plan = Open(Whole with { Cost = new Money(8_000) });
        Assert.Equal("sponsorUnderLimit", plan.Submit(By(Leader, limit: 5_000))!.Reason);
        Assert.Null(plan.Submit(By(Leader, limit: 10_000)));

        Assert.Equal("forbiddenSponsorPlan", plan.Approve(null, By(Other))!.Reason);
        Assert.Equal("forbiddenSponsorPlan", plan.Approve(null, By(Leader))!.Reason);
        Assert.Equal("forbiddenOverLimit", plan.Approve(null, By(Sponsor, limit: 5_000))!.Reason);
        Assert.Null(plan.Approve("Allez-y", By(Manager, limit: 5_000)));

        Assert.Equal((PlanState.Running, Manager), (plan.State, plan.ApprovedById));
        Assert.Equal("planNotSubmitted", plan.Approve(null, By(Sponsor))!.Reason);
    }

    [Fact]
    public void A_manager_who_leads_it_does_not_approve_it()
    {
        var plan = Open(Whole, by: Manager);
        Assert.Null(plan.Submit(By(Manager)));

        Assert.Equal("forbiddenApproveOwn", plan.Approve(null, By(Manager))!.Reason);
    }

    [Fact]
    public void Who_takes_part_writes_in_it_but_opens_signs_returns_and_submits_nothing()
    {
        var plan = Running();

        Assert.Null(plan.WhyNotFill("LOOK", By(Pilot).Actor));
        Assert.Equal("forbiddenWorkOnPlan", Open(Whole with { Participants = [] }).WhyNotFill("LOOK", By(Pilot).Actor)!.Reason);
        Assert.Equal("forbiddenSignLeader", plan.Sign("LOOK", [], By(Pilot))!.Reason);
        plan.Sign("LOOK");
        Assert.Equal("forbiddenReturnStep", plan.Return("LOOK", "Faux", By(Pilot))!.Reason);
        Assert.Equal("forbiddenLeadPlan", plan.Revise(new PlanCharter("X"), By(Pilot))!.Reason);
        Assert.Equal(
            "forbiddenOpenPlan", ActionPlan.Open("P-0002", Method, Draft(Whole with { SponsorId = Manager }), By(Pilot)).Refusal!.Reason);
    }

    [Fact]
    public void Steps_are_signed_in_order_by_who_signs_them_when_their_gate_holds_and_the_last_closes_the_plan()
    {
        var plan = Open();
        Assert.Equal("LOOK:Open THINK:Locked CLEAN:Locked ACT:Locked", plan.States());
        Assert.Equal("stepEarlierOpen", plan.Sign("THINK", [], By(Leader))!.Reason);
        GateFinding[] gate =
        [
            new("filled", false, new Dictionary<string, object?>(StringComparer.Ordinal), "LOOK.symptom"),
            new("members", true, new Dictionary<string, object?>(StringComparer.Ordinal)),
            new("decided", false, new Dictionary<string, object?>(StringComparer.Ordinal), "LOOK.decision"),
        ];

        var refusal = plan.Sign("LOOK", gate, By(Leader))!;

        Assert.Equal(["LOOK.symptom", "LOOK.decision"], refusal.Details!.Select(d => d.Field));
        plan.Sign("LOOK", "THINK", "CLEAN");
        Assert.Equal("forbiddenSignSponsor", plan.Sign("ACT", [], By(Leader))!.Reason);
        Assert.Equal("planNotApproved", plan.Sign("ACT", [], By(Sponsor))!.Reason);
        Assert.Null(plan.Submit(By(Leader)));
        Assert.Null(plan.Approve(null, By(Sponsor)));
        plan.Sign("ACT");
        Assert.Equal((PlanState.Closed, Friday), (plan.State, plan.ClosedAt));
        Assert.Equal("planEnded", plan.WhyNotFill("LOOK", By(Leader).Actor)!.Reason);
    }

    [Fact]
    public void A_step_sent_back_opens_those_that_depend_on_it_and_no_other_and_keeps_the_reason()
    {
        var plan = Running().Sign("LOOK", "THINK", "CLEAN");
        Assert.Equal("stepSigned", plan.WhyNotFill("THINK", By(Leader).Actor)!.Reason);
        Assert.Equal("textNeeded", plan.Return("LOOK", " ", By(Leader))!.Reason);
        Assert.Equal("stepNotSigned", plan.Return("ACT", "Trop tôt", By(Leader))!.Reason);

        Assert.Null(plan.Return("LOOK", "Le lieu est faux", By(Sponsor)));

        Assert.Equal("LOOK:Open THINK:Locked CLEAN:Signed ACT:Locked", plan.States());
        Assert.Equal(new StepReturn("Le lieu est faux", Sponsor, Friday), Assert.Single(plan.Step("LOOK")!.Returns));
        Assert.Empty(plan.Step("THINK")!.Returns);
        Assert.Null(plan.WhyNotFill("THINK", By(Leader).Actor));
        plan.Sign("LOOK", "THINK");
        Assert.Equal("LOOK:Signed THINK:Signed CLEAN:Signed ACT:Open", plan.States());
    }

    [Theory]
    [InlineData("actionsVerified", """{"kind":"CONTAINMENT"}""", "Containment")]
    [InlineData("actionWithin", """{"kind":"EMERGENCY","hours":24}""", "Emergency")]
    [InlineData("actionsDone", """{"kinds":["CORRECTIVE","PREVENTIVE"]}""", "Corrective Preventive")]
    [InlineData("actionsDone", "{}", null)]
    [InlineData("noOpenAction", "{}", null)]
    [InlineData("sponsorApproved", "{}", "")]
    public void A_signature_rests_on_the_kinds_of_action_that_its_gate_asks_for(string rule, string with, string? kinds)
    {
        var gate = new GateRule(rule, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(with)!);
        var method = Method with { Steps = [Method.Steps[0] with { Gate = [gate] }, .. Method.Steps.Skip(1)] };
        var plan = ActionPlan.Open("P-0001", method, Draft(Whole), By(Leader)).Value;
        Assert.Empty(PlanOfAction.Of(plan).SignedSteps);

        var signed = Assert.Single(PlanOfAction.Of(plan.Sign("LOOK")).SignedSteps);

        Assert.Equal(kinds ?? string.Join(' ', Enum.GetValues<ActionKind>()), string.Join(' ', signed.Kinds.Order()));
    }

    [Fact]
    public void The_methods_clock_counts_working_days_where_it_says_so_and_starts_where_it_says()
    {
        var plan = Running();
        Assert.Equal([new DateOnly(2027, 3, 8), new DateOnly(2027, 3, 12), null, null], plan.Steps.Select(s => s.DueOn));

        plan.Sign("LOOK");
        Assert.Null(plan.Sign("THINK", [], By(Leader, Friday.AddDays(5))));

        Assert.Equal(new DateOnly(2027, 3, 14), plan.Step("ACT")!.DueOn);
        Assert.Null(plan.Revise(new PlanCharter(Steps: [new("ACT", new(2027, 3, 20))]), By(Leader)));
        Assert.Equal((new DateOnly(2027, 3, 20), new DateOnly(2027, 3, 14)), (plan.Step("ACT")!.DueOn!.Value, plan.Step("ACT")!.OriginalDueOn!.Value));
        Assert.Equal("stepSignedAlready", plan.Revise(new PlanCharter(Steps: [new("LOOK", new(2027, 3, 20))]), By(Leader))!.Reason);
    }

    [Fact]
    public void A_sponsor_who_says_nothing_for_two_working_days_is_reminded_then_the_managers_are_asked()
    {
        var plan = Open();
        Assert.Null(plan.Submit(By(Leader)));
        Assert.Equal(new DateTimeOffset(2027, 3, 9, 8, 0, 0, TimeSpan.Zero), plan.DueAt);

        Assert.Equal([Sponsor], plan.MissAnswer(By(Leader, plan.DueAt!.Value)));
        Assert.Equal(new DateTimeOffset(2027, 3, 11, 8, 0, 0, TimeSpan.Zero), plan.DueAt);
        Assert.Equal([Manager], plan.MissAnswer(By(Leader, plan.DueAt!.Value)));
        Assert.Null(plan.DueAt);
    }

    [Fact]
    public void A_running_plan_rests_until_a_review_and_only_its_sponsor_gives_it_up_or_opens_it_again()
    {
        var plan = Running().Sign("LOOK");
        Assert.Equal(["textNeeded", "reviewNeeded"], plan.Suspend(null, null, By(Leader))!.Details!.Select(d => d.Reason));
        Assert.Null(plan.Suspend("Arrêt annuel", new(2027, 3, 20), By(Leader)));
        Assert.Equal("planSuspended", plan.Sign("THINK", [], By(Leader))!.Reason);
        Assert.Null(plan.Resume(By(Leader)));

        Assert.Equal("forbiddenSponsorPlan", plan.Abandon("Assez", By(Leader))!.Reason);
        Assert.Null(plan.Abandon("La ligne ferme", By(Sponsor)));
        Assert.Equal("planEnded", plan.Revise(new PlanCharter("X"), By(Leader))!.Reason);
        Assert.Null(plan.Reopen(null, "La ligne reste", By(Sponsor)));
        Assert.Equal((PlanState.Running, "LOOK:Signed THINK:Open CLEAN:Locked ACT:Locked"), (plan.State, plan.States()));
    }

    [Fact]
    public void A_closed_plan_is_opened_again_from_its_last_step_or_the_one_named()
    {
        var plan = Running().Sign("LOOK", "THINK", "CLEAN", "ACT");

        Assert.Null(plan.Reopen("THINK", "Le problème est revenu", By(Sponsor)));

        Assert.Equal("LOOK:Signed THINK:Open CLEAN:Signed ACT:Locked", plan.States());
        Assert.Null(plan.ClosedAt);
    }

    [Fact]
    public void Once_submitted_sponsor_deadline_and_a_higher_cost_are_the_sponsors_to_change()
    {
        var plan = Running();

        Assert.Equal("forbiddenRevisePlan", plan.Revise(new PlanCharter(Deadline: new(2027, 6, 1)), By(Leader))!.Reason);
        Assert.Equal("forbiddenRevisePlan", plan.Revise(new PlanCharter(Cost: new Money(10)), By(Leader))!.Reason);
        Assert.Equal("forbiddenOverLimit", plan.Revise(new PlanCharter(Cost: new Money(9_000)), By(Sponsor, limit: 5_000))!.Reason);
        Assert.Null(plan.Revise(new PlanCharter(Perimeter: "Ligne 1"), By(Leader)));
        Assert.Null(plan.Revise(new PlanCharter(Deadline: new(2027, 6, 1)), By(Sponsor)));
    }

    [Fact]
    public void What_is_written_beside_the_plan_leaves_its_version_alone_and_what_changes_it_makes_one_more()
    {
        var plan = Running();
        var version = plan.Version;

        plan.Fill("LOOK", ["symptom"], By(Pilot));
        Assert.Equal(version, plan.Version);
        plan.EventsWritten();
        plan.Sign("LOOK");
        Assert.Equal(version + 1, plan.Version);
        Assert.Equal([PlanEventKind.Signed], plan.NewEvents.Select(e => e.Kind));
    }

    [Fact]
    public void A_sponsor_must_have_the_authority_and_nobody_of_another_plant_takes_part()
    {
        var refusal = ActionPlan.Open(
            "P-0002", Method, Draft(Whole with { SponsorId = Pilot, Participants = [new(Id(99), "X", "Y")] }), By(Leader)).Refusal!;

        Assert.Equal(["sponsorMayNot", "personNotOfPlant"], refusal.Details!.Select(d => d.Reason));
        Assert.Equal("sponsorLeads", ActionPlan.Open("P-0002", Method, Draft(Whole with { SponsorId = Leader }), By(Leader)).Refusal!.Reason);
    }
}
