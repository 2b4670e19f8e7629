using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Improvement.Actions;

/// <summary>What may become of an action, by whom, and what its dates say.</summary>
public sealed partial class ActionTests
{
    private static readonly Guid Plant = Guid.CreateVersion7();
    private static readonly DateOnly Monday = new(2027, 3, 1);

    private readonly Actor _leader = Of(Role.TeamLeader);
    private readonly Actor _other = Of(Role.TeamLeader);
    private readonly Actor _manager = Of(Role.Manager);
    private readonly Actor _pilot = Of(Role.Pilot);
    private readonly Actor _stranger = Of(Role.Pilot);

    [Fact]
    public void Asked_the_date_stays_accepted_it_moves_and_the_original_never_does()
    {
        var action = Alone(dueIn: 4);

        Assert.Null(Argue(action, day: 2, newDue: 11));
        Assert.Equal((Monday.AddDays(4), 0, true), (action.DueOn, action.Slips, action.AskedDelay is not null));
        Assert.True(action.IsOverdue(Monday.AddDays(5)));
        Assert.False(action.IsDrift(Monday.AddDays(5)));
        Assert.Equal("delayAsked", Argue(action, day: 3, newDue: 12)?.Reason);

        Assert.Equal("forbiddenAnswerDelay", action.AcceptDelay(At(_other, 5), null, null)?.Reason);
        Assert.Equal("forbiddenAnswerDelay", action.AcceptDelay(At(_pilot, 5), null, null)?.Reason);
        Assert.Null(action.AcceptDelay(At(_leader, 5), null, "oui"));
        Assert.Equal((Monday.AddDays(11), Monday.AddDays(4), 1, 7), (action.DueOn, action.OriginalDueOn, action.Slips, action.SlippedDays));
        Assert.Equal("delayNotAsked", action.AcceptDelay(At(_manager, 5), null, null)?.Reason);

        Assert.False(action.IsDrift(Monday.AddDays(11)));
        Assert.True(action.IsDrift(Monday.AddDays(12)));
    }

    [Fact]
    public void A_refused_delay_leaves_a_drift_and_needs_its_reason()
    {
        var action = Alone(dueIn: 4);
        Argue(action, day: 5, newDue: 11);

        Assert.Equal("textNeeded", action.RefuseDelay(At(_manager, 5), null, " ")?.Reason);
        Assert.Null(action.RefuseDelay(At(_manager, 5), null, "le client attend"));
        Assert.Equal((Monday.AddDays(4), 0, true), (action.DueOn, action.Slips, action.IsDrift(Monday.AddDays(5))));
        Assert.Equal(DelayState.Refused, action.Delays.Single().State);
    }

    [Fact]
    public void Whoever_asks_for_a_delay_never_answers_it()
    {
        var action = Plan(_manager, _manager, ActionKind.Corrective, 4, sponsor: _manager.PersonId);

        Assert.Null(action.ArgueDelay(At(_manager, 1), "a", "b", "c", Monday.AddDays(9)));
        Assert.Equal("forbiddenAnswerOwnDelay", action.AcceptDelay(At(_manager, 1), null, null)?.Reason);
        Assert.Null(action.AcceptDelay(At(Of(Role.Manager), 1), null, null));
    }

    [Fact]
    public void A_delay_is_argued_in_full_and_asks_for_a_later_day()
    {
        var action = Alone(dueIn: 4);

        var refusal = action.ArgueDelay(At(_pilot, 1), " ", "effet", null, Monday.AddDays(4));

        Assert.Equal(["cause textNeeded", "measures textNeeded", "newDueOn delayNotLater"], refusal!.Details!.Select(d => $"{d.Field} {d.Reason}"));
        Assert.Equal("actionDayPast", Argue(action, day: 8, newDue: 6)?.Reason);
        Assert.Equal("forbiddenDoAction", action.ArgueDelay(At(_stranger, 1), "a", "b", "c", Monday.AddDays(9))?.Reason);
    }

    [Fact]
    public void Alone_it_is_verified_by_another_than_who_does_it()
    {
        var action = Alone(dueIn: 4);
        Assert.Equal("actionNotDone", action.Verify(At(_leader, 1), null, null)?.Reason);
        Assert.Equal("forbiddenDoAction", action.Progress(At(_stranger, 1), ActionState.Doing, null, null, null, null)?.Reason);
        Assert.Equal("actionOwnOrder", action.Progress(At(_pilot, 1), ActionState.Verified, null, null, null, null)?.Reason);
        Assert.Null(action.Progress(At(_pilot, 2), ActionState.Done, null, null, null, null));
        Assert.Equal("forbiddenVerifyOwn", action.Verify(At(_pilot, 2), null, null)?.Reason);
        Assert.Equal("textNeeded", action.Progress(At(_leader, 2), ActionState.Doing, null, null, null, null)?.Reason);
        Assert.Null(action.Progress(At(_leader, 2), ActionState.Doing, null, null, null, "à l’autre poste aussi"));
        Assert.Null(action.DoneOn);
        action.Progress(At(_pilot, 3), ActionState.Done, null, null, null, null);
        Assert.Null(action.Verify(At(_leader, 4), true, "plus rien"));
        Assert.Equal((Monday.AddDays(3), ActionState.Verified, _leader.PersonId), (action.DoneOn, action.State, action.VerifiedById));
        Assert.Equal("actionOver", action.Progress(At(_leader, 4), ActionState.Doing, null, null, null, "encore")?.Reason);
    }

    [Fact]
    public void What_a_plan_verified_too_early_is_done_again_with_a_reason_by_who_leads_it()
    {
        var plan = new RunningPlan(_leader.PersonId, [_pilot.PersonId!.Value]);
        var (leader, other) = (At(_leader, 1) with { Plan = plan }, At(_stranger, 1) with { Plan = plan });
        var action = ImprovementAction.Plan(Plant, "A-0001", Draft(_pilot, ActionKind.Containment, 4), new ActionOrigin(plan.Id), null, leader).Value;
        action.Progress(leader, ActionState.Done, null, null, null, null);
        action.Verify(leader, false, null);

        Assert.Equal("forbiddenVerifyAction", action.Progress(other, ActionState.Doing, null, null, null, "encore")?.Reason);
        Assert.Equal("textNeeded", action.Progress(leader, ActionState.Doing, null, null, null, null)?.Reason);
        Assert.Equal("actionPlanOver", action.Progress(leader with { IsPlanOver = true }, ActionState.Doing, null, null, null, "encore")?.Reason);
        Assert.Null(action.Progress(leader, ActionState.Doing, null, null, null, "Sans effet"));
        Assert.Equal((ActionState.Doing, null, null), (action.State, action.VerifiedById, action.IsEffective));
        Assert.Null(action.Cancel(leader, "Une autre la remplace"));
    }

    [Fact]
    public void In_a_plan_nobody_verifies_his_own_and_a_participant_only_what_the_leader_did()
    {
        var (leader, sponsor, helper) = (_leader, Of(Role.TeamLeader), Of(Role.Agent));
        var plan = new RunningPlan(sponsor.PersonId, [leader.PersonId!.Value, _pilot.PersonId!.Value, helper.PersonId!.Value]);
        var (his, leaders) = (Done(_pilot), Done(leader));

        Assert.Equal("forbiddenVerifyOwn", Try(his, _pilot));
        Assert.Equal("forbiddenVerifyAction", Try(his, helper));
        Assert.Equal("forbiddenVerifyOwn", Try(leaders, leader));
        Assert.Equal("forbiddenVerifyAction", Try(leaders, _stranger));
        foreach (var (action, who) in (((Actor Owner, Actor Who)[])[(_pilot, leader), (_pilot, sponsor), (leader, helper), (leader, sponsor)]).Select(c => (Done(c.Owner), c.Who)))
        {
            Assert.Null(Try(action, who));
        }

        // A pilot may lead a plan: what is done in it, he verifies too.
        var led = Done(helper);
        Assert.Null(led.Verify(At(_pilot, 2) with { Plan = plan, LeaderId = _pilot.PersonId }, null, null));

        ActionTurn In(Actor who) => At(who, 1) with { Plan = plan, LeaderId = leader.PersonId };
        string? Try(ImprovementAction action, Actor who) => action.Verify(In(who), null, null)?.Reason;
        ImprovementAction Done(Actor owner)
        {
            var action = ImprovementAction.Plan(Plant, "A-0001", Draft(owner, ActionKind.Containment, 4), new ActionOrigin(plan.Id), null, In(leader)).Value;
            Assert.Null(action.Progress(In(owner), ActionState.Done, null, null, null, null));
            return action;
        }
    }

    [Theory]
    [InlineData("D3", ActionKind.Corrective)]
    [InlineData(null, ActionKind.Containment)]
    public void What_a_step_was_signed_on_stays_as_it_was_until_the_step_is_sent_back(string? step, ActionKind kind)
    {
        var plan = new RunningPlan(_leader.PersonId, [_pilot.PersonId!.Value]);
        var before = At(_leader, 1) with { Plan = plan };
        var after = before with { SignedSteps = [new("D3", before.Now, [ActionKind.Containment])] };
        var (done, other, open) = (Make(kind, step), Make(ActionKind.Analysis, "D4"), Make(kind, step));
        done.Progress(before, ActionState.Done, new("trié", null, []), null, null, null);
        other.Progress(before, ActionState.Done, null, null, null, null);

        Assert.Equal("actionStepSigned", done.Progress(after, ActionState.Doing, null, null, null, "encore")?.Reason);
        Assert.Equal("actionStepSigned", done.Progress(after, null, new("autre preuve", null, []), null, null, null)?.Reason);
        Assert.Equal("actionStepSigned", done.Cancel(after, "plus utile")?.Reason);
        Assert.Equal("actionStepSigned", done.Change(after, "Autre chose", null, null, null)?.Reason);
        Assert.Equal("actionStepSigned", done.Change(after, null, null, null, ["c1"])?.Reason);
        Assert.Null(done.Change(after, null, null, "trois lots sans défaut", null));
        Assert.Equal("actionStepSigned", done.Change(after, null, null, "un lot", null)?.Reason);
        Assert.Null(other.Progress(after, ActionState.Doing, null, null, null, "encore"));

        // What was still to be done when the step was signed goes on, and what was done later can be done again.
        Assert.Null(open.Change(after, "Mieux", null, null, null));
        Assert.Null(open.Progress(At(_leader, 2) with { Plan = plan, SignedSteps = after.SignedSteps }, ActionState.Done, null, null, null, null));
        Assert.Null(open.Progress(after, ActionState.Doing, null, null, null, "encore"));
        Assert.Null(open.Cancel(after, "plus utile"));

        Assert.Equal("actionCyclePast", done.Progress(before with { Cycle = 2 }, ActionState.Doing, null, null, null, "encore")?.Reason);
        Assert.Null(done.Progress(before, ActionState.Doing, null, null, null, "encore"));

        ImprovementAction Make(ActionKind its, string? of) =>
            ImprovementAction.Plan(Plant, "A-0001", Draft(_pilot, its, 4), new ActionOrigin(plan.Id, of), null, before).Value;
    }

    [Fact]
    public void Before_the_sponsors_approval_only_what_protects_or_seeks_begins()
    {
        var plan = new RunningPlan(_leader.PersonId, [_pilot.PersonId!.Value]);
        var before = At(_leader, 0) with { Plan = plan, IsApproved = false };

        foreach (var kind in Enum.GetValues<ActionKind>())
        {
            var planned = ImprovementAction.Plan(Plant, "A-0001", Draft(_pilot, kind, 4), new ActionOrigin(plan.Id), null, before);
            var waits = kind is ActionKind.Corrective or ActionKind.Preventive or ActionKind.Improvement;
            Assert.Equal(waits ? "actionNeedsApproval" : null, planned.Refusal?.Reason);
        }

        var action = ImprovementAction.Plan(
            Plant, "A-0001", Draft(_pilot, ActionKind.Corrective, 4), new ActionOrigin(plan.Id), null, before with { IsApproved = true }).Value;
        Assert.Equal("actionNotApproved", action.Progress(before, ActionState.Doing, null, null, null, null)?.Reason);
        Assert.Equal("actionPlanOver", action.Progress(before with { IsPlanOver = true }, ActionState.Doing, null, null, null, null)?.Reason);
        Assert.Null(action.Progress(before with { IsApproved = true }, ActionState.Doing, null, null, null, null));
    }

    [Fact]
    public void Who_takes_part_in_a_plan_plans_its_actions_and_nobody_else_below_a_leader_does()
    {
        var plan = new RunningPlan(_manager.PersonId, [_pilot.PersonId!.Value]);

        Assert.Null(Try(_pilot));
        Assert.Null(Try(_other));
        Assert.Equal("forbiddenPlanAction", Try(_stranger));

        string? Try(Actor who) => ImprovementAction.Plan(
            Plant, "A-0001", Draft(who, ActionKind.Analysis, 4), new ActionOrigin(plan.Id), null, At(who, 0) with { Plan = plan }).Refusal?.Reason;
    }

    [Fact]
    public void A_containment_is_taken_away_once_its_condition_was_said_and_it_was_in_place()
    {
        var action = Plan(_leader, _pilot, ActionKind.Containment, 1);
        Assert.Equal("actionNothingToRemove", action.Remove(At(_leader, 0))?.Reason);
        action.Progress(At(_pilot, 0), ActionState.Done, new("trié", null, []), null, true, null);
        Assert.Equal("actionRemovalCondition", action.Remove(At(_leader, 0))?.Reason);
        Assert.Null(action.Change(At(_leader, 0), null, null, "trois lots sans défaut", null));
        Assert.Null(action.Remove(At(_leader, 5)));
        Assert.Equal("actionRemoved", action.Remove(At(_leader, 5))?.Reason);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "actionLink")]
    [InlineData("//elsewhere", "actionLink")]
    [InlineData("https://gmao.example/ot/12", null)]
    public void A_proof_links_to_pages_alone(string link, string? reason) =>
        Assert.Equal(reason, Alone(4).Progress(At(_pilot, 1), null, new(null, link, []), null, null, null)?.Reason);

    [Fact]
    public void On_time_is_told_by_the_original_date_and_what_was_cancelled_after_it_is_late()
    {
        var today = Monday.AddDays(30);
        var (inTime, late, slipped, unverified, dropped, droppedLate, open, future) =
            (Alone(4), Alone(4), Alone(4), Alone(4), Alone(4), Alone(4), Alone(4), Alone(60));
        Done(inTime, 4, verified: 20);
        Done(late, 5, verified: 5);
        Argue(slipped, 2, 11);
        slipped.AcceptDelay(At(_leader, 3), null, null);
        Done(slipped, 10, verified: 10);
        Done(unverified, 3, verified: null);
        Assert.Null(dropped.Cancel(At(_leader, 4), "plus utile"));
        Assert.Null(droppedLate.Cancel(At(_leader, 5), "plus utile"));
        Done(future, 1, verified: 1);

        var told = ActionsOnTime.Of([inTime, late, slipped, unverified, dropped, droppedLate, open, future], Monday, Monday.AddDays(90), today);

        Assert.Equal(new ActionsOnTime(Due: 6, OnTime: 1, Awaiting: 1, Slips: 1), told);
        Assert.Equal(1m / 6, told.Rate);
        Assert.Null(ActionsOnTime.Of([inTime], Monday.AddDays(5), Monday.AddDays(90), today).Rate);
    }

    private void Done(ImprovementAction action, int day, int? verified)
    {
        Assert.Null(action.Progress(At(_pilot, day), ActionState.Done, null, null, null, null));
        if (verified is { } then)
        {
            Assert.Null(action.Verify(At(_leader, then), true, null));
        }
    }

    private Refusal? Argue(ImprovementAction action, int day, int newDue) =>
        action.ArgueDelay(At(_pilot, day), "peinture en rupture", "marquage illisible", "ruban posé", Monday.AddDays(newDue));

    private ImprovementAction Alone(int dueIn) => Plan(_leader, _pilot, ActionKind.Corrective, dueIn, _leader.PersonId);

    private static ImprovementAction Plan(Actor by, Actor owner, ActionKind kind, int dueIn, Guid? sponsor = null) =>
        ImprovementAction.Plan(Plant, "A-0001", Draft(owner, kind, dueIn), new ActionOrigin(), sponsor, At(by, 0)).Value;

    private static ActionDraft Draft(Actor owner, ActionKind kind, int dueIn) =>
        new(kind, "Refaire le marquage", null, owner.PersonId!.Value, Monday.AddDays(dueIn));

    private static ActionTurn At(Actor actor, int day) =>
        new(actor, new DateTimeOffset(Monday.AddDays(day), new TimeOnly(8, 0), TimeSpan.Zero), Monday.AddDays(day));

    private static Actor Of(Role role) => new(Guid.CreateVersion7(), role.ToString(), Language.Fr, [new(Plant, role, [])]);

    private sealed record RunningPlan(Guid? SponsorId, IReadOnlyCollection<Guid> NamedIds) : IConcern
    {
        public Guid Id { get; } = Guid.CreateVersion7();

        public Guid PlantId => ActionTests.Plant;

        public Guid? AreaId => null;

        public Guid? RaisedById => null;

        public bool IsTaken => true;

        public SupportService? RoutedTo => null;
    }
}
