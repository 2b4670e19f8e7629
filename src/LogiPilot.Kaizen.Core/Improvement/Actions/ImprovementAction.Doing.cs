using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <content>Started, done, verified; a containment taken away.</content>
public sealed partial class ImprovementAction
{
    public const int LongestLink = 500;
    public const int MostAttachments = 20;

    /// <summary>
    /// Its owner, or who leads it, brings it forward: to do, doing, done, with its proof and what it brought; back from done or verified with a
    /// reason, as it is then to be done again. Verified and cancelled have orders of their own.
    /// </summary>
    public Refusal? Progress(ActionTurn turn, ActionState? state, ActionProof? proof, string? effect, bool? isEffective, string? reason)
    {
        if (state is null && proof is null && effect is null && isEffective is null)
        {
            return null;
        }

        var to = state ?? State;
        if (to is ActionState.Verified or ActionState.Cancelled && to != State)
        {
            return Refusal.Invalid("state", "actionOwnOrder");
        }

        if ((to == State ? Forbids(ActionCommandName.Start, turn) ?? (IsOver ? Conflict("actionOver") : proof is null ? null : Settled(turn)) : WhyNot(CommandTo(to), turn))
            is { } refusal)
        {
            return refusal;
        }

        var isReturned = State is ActionState.Done or ActionState.Verified && to != State;
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
        (VerifiedById, VerifiedAt, RemovedAt, RemovedById) = (null, null, null, null);
        IsEffective = isReturned ? isEffective : IsEffective;
        Happened(to == ActionState.Done ? ActionStep.Done : isReturned ? ActionStep.Returned : to == ActionState.Doing ? ActionStep.Started : ActionStep.Changed);
        return null;
    }

    /// <summary>
    /// Somebody saw that it is done, and says what it brought: never who did it (<see cref="ActionTurn.Verifies"/>).
    /// </summary>
    public Refusal? Verify(ActionTurn turn, bool? isEffective, string? effect)
    {
        if ((WhyNot(ActionCommandName.Verify, turn) ?? Words.TooLong("effect", effect, Words.InText)) is { } wrong)
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
        if ((WhyNot(ActionCommandName.RemoveContainment, turn)
            ?? (RemovalCondition is null ? Refusal.Invalid("removalCondition", "actionRemovalCondition") : null)) is { } refusal)
        {
            return refusal;
        }

        (RemovedAt, RemovedById) = (turn.Now, turn.Actor.PersonId);
        Happened(ActionStep.Removed);
        return null;
    }

    /// <summary>Which command brings it to a state.</summary>
    private ActionCommandName CommandTo(ActionState to) => to == ActionState.Done ? ActionCommandName.Finish
        : State is ActionState.Done or ActionState.Verified ? ActionCommandName.Return
        : to == ActionState.Doing ? ActionCommandName.Start
        : ActionCommandName.Finish;

    private static Refusal? CheckProof(ActionProof? proof) => proof is null ? null : Refusal.All([
        Words.TooLong("proof.text", proof.Text, Words.InText),
        proof.Link is { } link && !(link.Length <= LongestLink && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? Refusal.Invalid("proof.link", "actionLink", ("most", LongestLink)) : null,
        proof.AttachmentIds.Count > MostAttachments ? Refusal.Invalid("proof.attachmentIds", "actionAttachmentsMany", ("most", MostAttachments)) : null]);
}
