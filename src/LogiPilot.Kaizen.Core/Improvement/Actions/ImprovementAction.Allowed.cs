using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>What somebody may do with an action.</summary>
public enum ActionCommandName
{
    Change,
    Start,
    Finish,
    Return,
    Verify,
    Cancel,
    RemoveContainment,
    ArgueDelay,
    AcceptDelay,
    RefuseDelay,
}

/// <content>Which commands are possible now, by whom, and why not.</content>
public sealed partial class ImprovementAction
{
    /// <summary>Why an actor may not give a command now; null when nothing stands against it but what the command still has to bring.</summary>
    public Refusal? WhyNot(ActionCommandName command, ActionTurn turn) => Forbids(command, turn) ?? Hinders(command, turn);

    private Refusal? Forbids(ActionCommandName command, ActionTurn turn) => command switch
    {
        ActionCommandName.Change => turn.Leads(this) ? null : Forbidden("forbiddenPlanAction", Permission.LeadPlan),
        ActionCommandName.Cancel => (StandsAlone ? turn.Sponsors(this) : turn.Leads(this)) ? null : Forbidden("forbiddenCancelAction", Permission.LeadPlan),
        ActionCommandName.Verify => turn.Verifies(this) ? null
            : Forbidden(turn.Owns(this) ? "forbiddenVerifyOwn" : "forbiddenVerifyAction", Permission.LeadPlan),
        ActionCommandName.AcceptDelay or ActionCommandName.RefuseDelay => !turn.Sponsors(this) ? Forbidden("forbiddenAnswerDelay", Permission.SponsorPlan)
            : AskedDelay is { } asked && asked.AskedById == turn.Actor.PersonId ? Forbidden("forbiddenAnswerOwnDelay", Permission.SponsorPlan)
            : null,
        ActionCommandName.Return when State == ActionState.Verified => turn.Leads(this) || turn.Sponsors(this)
            ? null
            : Forbidden("forbiddenVerifyAction", Permission.LeadPlan),
        _ => turn.Owns(this) || turn.Leads(this) || (command == ActionCommandName.Return && turn.Sponsors(this))
            ? null
            : Forbidden("forbiddenDoAction", Permission.LeadPlan),
    };

    private Refusal? Hinders(ActionCommandName command, ActionTurn turn) => command switch
    {
        ActionCommandName.RemoveContainment => Kind != ActionKind.Containment || State is not (ActionState.Done or ActionState.Verified)
            ? Conflict("actionNothingToRemove")
            : RemovedAt is not null ? Conflict("actionRemoved")
            : null,
        ActionCommandName.Return or ActionCommandName.Cancel when !turn.IsPlanOver && Settled(turn) is { } settled => settled,
        ActionCommandName.Return when !StandsAlone && turn.IsPlanOver => Conflict("actionPlanOver"),

        // What was verified without evidence, or as without effect, holds a gate shut: it can be done again, or be cancelled then.
        ActionCommandName.Return when State == ActionState.Verified && !StandsAlone => null,
        _ when IsOver => Conflict("actionOver"),
        ActionCommandName.Change or ActionCommandName.Cancel => null,
        ActionCommandName.Return or ActionCommandName.Verify => State == ActionState.Done ? null : Conflict("actionNotDone"),
        ActionCommandName.AcceptDelay or ActionCommandName.RefuseDelay => AskedDelay is null ? Conflict("delayNotAsked") : null,
        _ when turn.IsPlanOver => Conflict("actionPlanOver"),
        _ when !IsOpen => Conflict("actionNotOpen"),
        ActionCommandName.ArgueDelay => AskedDelay is null ? null : Conflict("delayAsked"),
        _ when NeedsApproval(Kind) && !turn.IsApproved => Conflict("actionNotApproved"),
        ActionCommandName.Start when State == ActionState.Doing => Conflict("actionStarted"),
        _ => null,
    };

    private Refusal Forbidden(string reason, Permission permission) =>
        Refusal.Of(RefusalCode.Forbidden, reason, ("permission", permission), ("owner", OwnerId));

    /// <summary>What a signature rests on stays as it was while the step is signed, and what an earlier cycle did for good.</summary>
    private Refusal? Settled(ActionTurn turn) => StandsAlone || IsOpen ? null
        : Cycle < turn.Cycle ? Conflict("actionCyclePast", ("cycle", Cycle))
        : turn.SignedOn(this) is { } step ? Conflict("actionStepSigned", ("step", step))
        : null;

    private Refusal Conflict(string reason, params (string Name, object? Value)[] arguments) => Refusal.Conflict(
        reason, [("actionState", State), ("currentVersion", Version), ("changed", Array.Empty<string>()), .. arguments]);
}
