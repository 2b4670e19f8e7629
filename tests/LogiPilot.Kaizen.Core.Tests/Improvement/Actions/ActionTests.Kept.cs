using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Improvement.Actions;

/// <content>What stays when something else is said, and what is done again begins anew.</content>
public sealed partial class ActionTests
{
    [Fact]
    public void What_was_said_of_it_stays_until_something_else_is_said()
    {
        var (action, proof) = (Alone(dueIn: 4), new ActionProof("trié", null, []));

        Assert.Null(action.Progress(At(_pilot, 1), ActionState.Doing, proof, "moins d’arrêts", true, null));
        Assert.Null(action.Progress(At(_pilot, 2), ActionState.Done, null, null, null, null));
        Assert.Equal((proof, "moins d’arrêts", true, At(_pilot, 1).Now), (action.Proof, action.Effect, action.IsEffective, action.StartedAt));
        Assert.Null(action.Progress(At(_pilot, 2), null, null, "plus d’arrêt", null, null));
        Assert.Equal((proof, true), (action.Proof, action.IsEffective));
        Assert.Equal("forbiddenDoAction", action.Progress(At(_stranger, 2), null, proof, null, null, null)?.Reason);
        Assert.Equal("actionNotOpen", Argue(action, day: 2, newDue: 11)?.Reason);

        Assert.Null(action.Verify(At(_leader, 3), null, null));
        Assert.Equal(("plus d’arrêt", true), (action.Effect, action.IsEffective));
        Assert.Equal("actionOver", action.Progress(At(_pilot, 3), null, proof, null, null, null)?.Reason);
    }

    [Fact]
    public void Done_again_it_was_never_done_nor_taken_away()
    {
        var plan = new RunningPlan(_leader.PersonId, [_pilot.PersonId!.Value]);
        var leader = At(_leader, 1) with { Plan = plan };
        var action = ImprovementAction.Plan(Plant, "A-0001", Draft(_pilot, ActionKind.Containment, 4), new ActionOrigin(plan.Id), null, leader).Value;
        Assert.Null(action.Change(leader, null, null, "trois lots sans défaut", null));
        action.Progress(leader, ActionState.Done, null, null, null, null);
        action.Verify(leader, true, null);
        Assert.Null(action.Remove(leader));

        Assert.Null(action.Progress(leader, ActionState.Doing, null, null, null, "Le défaut revient"));
        Assert.Equal((null, null, null, null), (action.DoneAt, action.DoneOn, action.RemovedAt, action.RemovedById));
        Assert.Equal("actionStarted", action.WhyNot(ActionCommandName.Start, leader)?.Reason);

        action.Progress(leader, ActionState.Done, null, null, null, null);
        Assert.Equal("actionPlanOver", action.WhyNot(ActionCommandName.Return, leader with { IsPlanOver = true })?.Reason);
        Assert.Null(action.Progress(leader, ActionState.ToDo, null, null, null, "Pas encore"));
        Assert.Null(action.StartedAt);
    }

    [Fact]
    public void Of_what_a_step_was_signed_on_the_effect_may_still_be_told_and_what_is_open_of_an_earlier_cycle_ends()
    {
        var plan = new RunningPlan(_leader.PersonId, [_pilot.PersonId!.Value]);
        var leader = At(_leader, 1) with { Plan = plan };
        var (done, open) = (Make(), Make());
        done.Progress(leader, ActionState.Done, null, null, null, null);

        Assert.Null(done.Progress(leader with { SignedSteps = [new("D3", leader.Now, [ActionKind.Containment])] }, null, null, "plus d’arrêt", true, null));
        Assert.Null(open.Cancel(leader with { Cycle = 2 }, "plus utile"));

        ImprovementAction Make() =>
            ImprovementAction.Plan(Plant, "A-0001", Draft(_pilot, ActionKind.Containment, 4), new ActionOrigin(plan.Id), null, leader).Value;
    }

    [Fact]
    public void In_a_plan_its_owner_does_it_who_leads_it_changes_and_cancels_it_and_its_sponsor_sends_it_back()
    {
        var sponsor = Of(Role.TeamLeader);
        var plan = new RunningPlan(sponsor.PersonId, [_leader.PersonId!.Value]);
        var (action, other) = (Make(), Make());

        Assert.Equal("forbiddenPlanAction", action.Change(In(_pilot), "Autre chose", null, null, null)?.Reason);
        Assert.Null(action.Progress(In(_pilot) with { IsApproved = false }, ActionState.Done, null, null, null, null));
        Assert.Equal("forbiddenAnswerDelay", Asked(other).AcceptDelay(In(_leader), null, null)?.Reason);
        Assert.Null(other.AcceptDelay(In(sponsor), null, null));
        Assert.Null(action.Verify(In(_other), false, null));
        Assert.Equal("forbiddenVerifyAction", action.Progress(In(_pilot), ActionState.Doing, null, null, null, "encore")?.Reason);
        Assert.Null(action.Progress(In(sponsor), ActionState.Doing, null, null, null, "encore"));
        Assert.Equal("forbiddenCancelAction", action.Cancel(In(_pilot), "plus utile")?.Reason);
        Assert.Null(action.Cancel(In(_leader), "plus utile"));

        var alone = Alone(dueIn: 4);
        Assert.Equal("forbiddenCancelAction", alone.Cancel(At(_other, 1), "plus utile")?.Reason);
        Assert.Null(alone.Progress(At(_pilot, 1), ActionState.Done, null, null, null, null));
        Assert.Equal("actionNothingToRemove", alone.Remove(At(_leader, 1))?.Reason);

        ActionTurn In(Actor who) => At(who, 1) with { Plan = plan, LeaderId = _leader.PersonId };
        ImprovementAction Make() =>
            ImprovementAction.Plan(Plant, "A-0001", Draft(_pilot, ActionKind.Containment, 4), new ActionOrigin(plan.Id), null, In(_leader)).Value;
        ImprovementAction Asked(ImprovementAction its)
        {
            Assert.Null(Argue(its, 1, 9));
            return its;
        }
    }

    [Fact]
    public void The_system_leads_decides_and_verifies_nothing()
    {
        var (action, system) = (Alone(dueIn: 4), At(Actor.System, 1));
        action.Progress(At(_pilot, 1), ActionState.Done, null, null, null, null);

        Assert.Equal((false, false, false), (system.Leads(action), system.Sponsors(action), system.Verifies(action)));
    }

    [Fact]
    public void A_delay_is_answered_by_its_id_while_its_day_can_still_be_kept_and_earlier_answers_stay()
    {
        var action = Alone(dueIn: 4);
        Argue(action, day: 1, newDue: 9);
        action.RefuseDelay(At(_leader, 1), null, "le client attend");
        Argue(action, day: 2, newDue: 11);

        Assert.Equal("delayNotAsked", action.AcceptDelay(At(_leader, 3), action.Delays[0].Id, null)?.Reason);
        Assert.Equal("delayDatePast", action.AcceptDelay(At(_leader, 12), null, null)?.Reason);
        Assert.Null(action.AcceptDelay(At(_leader, 11), action.Delays[1].Id, null));
        Assert.Equal([DelayState.Refused, DelayState.Accepted], action.Delays.Select(d => d.State));
    }

    [Fact]
    public void A_proof_is_of_a_bounded_size()
    {
        ActionProof Linked(int length) => new(null, "https://gmao.example/".PadRight(length, 'a'), []);
        ActionProof Shown(int pieces) => new(null, null, [.. Enumerable.Range(0, pieces).Select(_ => Guid.CreateVersion7())]);
        string? Try(ActionProof proof) => Alone(4).Progress(At(_pilot, 1), null, proof, null, null, null)?.Reason;

        Assert.Equal((null, "actionLink"), (Try(Linked(500)), Try(Linked(501))));
        Assert.Equal((null, "actionAttachmentsMany"), (Try(Shown(20)), Try(Shown(21))));
    }
}
