using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <content>Started, done, verified; a containment taken away.</content>
public sealed partial class ImprovementAction
{
    public const int LongestLink = 500;
    public const int MostAttachments = 20;

    /// <summary>
    /// Its owner, or who leads it, brings it forward: to do, doing, done, with its proof and what it brought; back from done with a reason,
    /// as it is then to be done again. Verified and cancelled have orders of their own.
    /// </summary>
    public Refusal? Progress(ActionTurn turn, ActionState? state, ActionProof? proof, string? effect, bool? isEffective, string? reason)
    {
        if (state is null && proof is null && effect is null && isEffective is null)
        {
            return null;
        }

        if (!turn.Owns(this) && !turn.Leads(this))
        {
            return Refusal.Of(RefusalCode.Forbidden, "forbiddenDoAction", ("permission", Permission.LeadPlan), ("owner", OwnerId));
        }

        var to = state ?? State;
        if (Hinders(turn, to) is { } hindered)
        {
            return hindered;
        }

        var isReturned = State == ActionState.Done && to != ActionState.Done;
        if (Refusal.All([
            CheckProof(proof), Words.TooLong("effect", effect, Words.InText), Words.TooLong("reason", reason, Words.InText),
            isReturned ? Words.Missing("reason", reason) : null]) is { } wrong)
        {
            return wrong;
        }

        (Proof, Effect, IsEffective) = (proof ?? Proof, effect is null ? Effect : Words.Given(effect), isEffective ?? IsEffective);
        if (to == State)
        {
            Happened(ActionStep.Changed);
            return null;
        }

        (Reason, State) = (isReturned ? Words.Given(reason) : Reason, to);
        StartedAt = to == ActionState.ToDo ? null : StartedAt ?? turn.Now;
        DoneAt = to == ActionState.Done ? turn.Now : null;
        DoneOn = to == ActionState.Done ? turn.Today : null;
        Happened(to == ActionState.Done ? ActionStep.Done : isReturned ? ActionStep.Returned : to == ActionState.Doing ? ActionStep.Started : ActionStep.Changed);
        return null;
    }

    /// <summary>
    /// Somebody saw that it is done, and says what it brought. Of an action that stands alone, somebody other than its owner; of a plan's, who
    /// leads the plan.
    /// </summary>
    public Refusal? Verify(ActionTurn turn, bool? isEffective, string? effect)
    {
        if (StandsAlone && turn.Owns(this))
        {
            return Refusal.Of(RefusalCode.Forbidden, "forbiddenVerifyOwn", ("permission", Permission.LeadPlan));
        }

        if (!turn.Leads(this) && !turn.Sponsors(this))
        {
            return Refusal.Of(RefusalCode.Forbidden, "forbiddenVerifyAction", ("permission", Permission.LeadPlan));
        }

        if (State != ActionState.Done)
        {
            return Conflict(IsOver ? "actionOver" : "actionNotDone");
        }

        if (Words.TooLong("effect", effect, Words.InText) is { } wrong)
        {
            return wrong;
        }

        (State, VerifiedById, VerifiedAt) = (ActionState.Verified, turn.Actor.PersonId, turn.Now);
        (Effect, IsEffective) = (Words.Given(effect) ?? Effect, isEffective ?? IsEffective);
        Happened(ActionStep.Verified);
        return null;
    }

    /// <summary>The containment is taken away: what it protected from is over.</summary>
    public Refusal? Remove(ActionTurn turn)
    {
        if (!turn.Owns(this) && !turn.Leads(this))
        {
            return Refusal.Of(RefusalCode.Forbidden, "forbiddenDoAction", ("permission", Permission.LeadPlan), ("owner", OwnerId));
        }

        if (Kind != ActionKind.Containment || State is not (ActionState.Done or ActionState.Verified))
        {
            return Conflict("actionNothingToRemove");
        }

        if (RemovedAt is not null)
        {
            return Conflict("actionRemoved");
        }

        if (RemovalCondition is null)
        {
            return Refusal.Invalid("removalCondition", "actionRemovalCondition");
        }

        (RemovedAt, RemovedById) = (turn.Now, turn.Actor.PersonId);
        Happened(ActionStep.Removed);
        return null;
    }

    private Refusal? Hinders(ActionTurn turn, ActionState to) =>
        IsOver ? Conflict("actionOver")
        : to is ActionState.Verified or ActionState.Cancelled ? Refusal.Invalid("state", "actionOwnOrder")
        : turn.IsPlanOver ? Conflict("actionPlanOver")
        : to is ActionState.Doing or ActionState.Done && NeedsApproval(Kind) && !turn.IsApproved ? Conflict("actionNotApproved")
        : null;

    private static Refusal? CheckProof(ActionProof? proof) => proof is null ? null : Refusal.All([
        Words.TooLong("proof.text", proof.Text, Words.InText),
        proof.Link is { } link && !(link.Length <= LongestLink && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? Refusal.Invalid("proof.link", "actionLink", ("most", LongestLink)) : null,
        proof.AttachmentIds.Count > MostAttachments ? Refusal.Invalid("proof.attachmentIds", "actionAttachmentsMany", ("most", MostAttachments)) : null]);
}
