using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>What somebody may do with a plan.</summary>
public enum PlanCommandName
{
    Revise,
    Submit,
    Approve,
    Refuse,
    Suspend,
    Resume,
    Abandon,
    Reopen,
    OpenNextCycle,

    /// <summary>Says that what is proposed to be sent back stays.</summary>
    DeclineReturn,
    AddAction,
    HoldMeeting,
    Communicate,
    Refer,
    SaveIndicator,
    RecordMeasure,
}

/// <summary>What somebody may do with a step of the present cycle.</summary>
public enum StepCommandName
{
    Fill,
    Sign,
    Return,
    HoldCheck,
}

/// <content>Which commands are possible now, by whom, and why not.</content>
public sealed partial class ActionPlan
{
    /// <summary>
    /// Why an actor may not give a command now; null when nothing stands against it but what the command still has to bring (a reason, a
    /// whole charter).
    /// </summary>
    public Refusal? WhyNot(PlanCommandName command, PlanTurn turn) => Forbids(command, turn) ?? Hinders(command, turn);

    /// <summary>The same of a step; of a signature, its gate aside.</summary>
    public Refusal? WhyNot(StepCommandName command, string code, PlanTurn turn) => command switch
    {
        StepCommandName.Fill => WhyNotFill(code, turn.Actor),
        StepCommandName.Sign => WhyNotSign(code, turn.Actor),
        StepCommandName.Return => WhyNotReturn(code, turn),
        _ => WhyNotHoldCheck(code, NextCheck(code)?.Days, turn),
    };

    private Refusal? Forbids(PlanCommandName command, PlanTurn turn) => command switch
    {
        PlanCommandName.Submit or PlanCommandName.OpenNextCycle => Leads(turn.Actor) ? null : Forbidden("forbiddenLeadPlan", Permission.LeadPlan),
        PlanCommandName.Revise or PlanCommandName.Suspend or PlanCommandName.Resume => Leads(turn.Actor) || Sponsors(turn.Actor)
            ? null
            : Forbidden("forbiddenLeadPlan", Permission.LeadPlan),
        PlanCommandName.DeclineReturn => Leads(turn.Actor) || Sponsors(turn.Actor) ? null : Forbidden("forbiddenReturnStep", Permission.LeadPlan),
        PlanCommandName.Approve or PlanCommandName.Refuse => !Sponsors(turn.Actor)
                ? Forbidden("forbiddenSponsorPlan", Permission.SponsorPlan, ("sponsor", SponsorId))
            : turn.Actor.PersonId == LeaderId ? Forbidden("forbiddenApproveOwn", Permission.SponsorPlan)
            : IsOverLimit(Cost, turn) && !DecidesOnAll(turn.Actor)
                ? Forbidden("forbiddenOverLimit", Permission.SponsorPlan, ("limit", turn.CostLimit!.Amount))
            : null,
        PlanCommandName.Abandon when State == PlanState.Draft && SubmittedAt is null && Leads(turn.Actor) => null,
        PlanCommandName.Abandon or PlanCommandName.Reopen => Sponsors(turn.Actor)
            ? null
            : Forbidden("forbiddenSponsorPlan", Permission.SponsorPlan, ("sponsor", SponsorId)),
        PlanCommandName.AddAction => ImprovementAction.WhyNotPlan(
            new ActionTurn(turn.Actor, turn.Now, turn.Today(PlantId), this, IsPlanOver: IsEnded), this),
        _ => WorksOn(turn.Actor) ? null : Forbidden("forbiddenWorkOnPlan", Permission.LeadPlan),
    };

    private Refusal? Hinders(PlanCommandName command, PlanTurn turn) => command switch
    {
        PlanCommandName.Revise or PlanCommandName.Abandon or PlanCommandName.SaveIndicator or PlanCommandName.RecordMeasure =>
            IsEnded ? Conflict("planEnded") : null,
        PlanCommandName.Submit => State == PlanState.Draft ? null : Conflict("planNotDraft"),
        PlanCommandName.Approve or PlanCommandName.Refuse => State == PlanState.Submitted ? null : Conflict("planNotSubmitted"),
        PlanCommandName.Suspend => State == PlanState.Running ? null : Conflict("planNotRunning"),
        PlanCommandName.Resume => State == PlanState.Suspended ? null : Conflict("planNotSuspended"),
        PlanCommandName.Reopen => IsEnded ? null : Conflict("planNotEnded"),
        PlanCommandName.OpenNextCycle => !Method.HasCycles ? Conflict("methodWithoutCycles")
            : State != PlanState.Running ? Conflict("planNotRunning")
            : CurrentStep?.Code != Steps[^1].Code ? Conflict("cycleTooEarly", ("step", Steps[^1].Code))
            : null,
        PlanCommandName.DeclineReturn => ProposedReturn is null ? Conflict("returnNotProposed") : null,
        _ => null,
    };
}
