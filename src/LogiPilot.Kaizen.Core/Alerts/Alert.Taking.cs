using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>Who owns it: acknowledge, assign, confirm, start, release. An owner owns it until his shift ends.</content>
public sealed partial class Alert
{
    /// <summary>Takes the alert; the assignee who has not confirmed yet confirms by it. The expected time is a promise.</summary>
    public Refusal? Acknowledge(Actor actor, DateTimeOffset? expectedAt, DateTimeOffset now, DateTimeOffset? shiftEnds = null)
    {
        if (WhyNot(AlertCommandName.Acknowledge, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (expectedAt <= now)
        {
            return Refusal.Invalid("expectedAt", "expectedAtPast");
        }

        if (expectedAt > now + LongestPromise)
        {
            return Refusal.Invalid("expectedAt", "expectedAtFar", ("days", LongestPromise.Days));
        }

        ExpectedAt = expectedAt;
        if (Awaits(actor))
        {
            ConfirmAssignment(actor, now);
            return null;
        }

        Take(actor.PersonId, shiftEnds, now);
        Step(TimelineKind.Acknowledged, By(actor, now), null, ("expectedAt", expectedAt));
        return null;
    }

    /// <summary>Gives the alert to a person, who has 10 min to confirm; a leader who takes it himself has confirmed.</summary>
    public Refusal? Assign(Actor actor, Actor assignee, DateTimeOffset now, DateTimeOffset? shiftEnds = null)
    {
        if (WhyNot(AlertCommandName.Assign, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (assignee.PersonId is not { } assigneeId || !assignee.May(Permission.TakeAlert, this))
        {
            return Refusal.Invalid("personId", "assigneeMayNotTake", ("assignee", assignee.PersonId));
        }

        var confirmed = assigneeId == actor.PersonId;
        GiveTo(assigneeId, actor, shiftEnds, now);
        Step(confirmed ? TimelineKind.Acknowledged : TimelineKind.Assigned, By(actor, now), null, ("to", assigneeId));
        return null;
    }

    /// <summary>"Vu": the assignee has seen it and will come.</summary>
    public Refusal? Confirm(Actor actor, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Confirm, actor, now) is { } refusal)
        {
            return refusal;
        }

        ConfirmAssignment(actor, now);
        return null;
    }

    /// <summary>The owner has arrived.</summary>
    public Refusal? Start(Actor actor, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Start, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (Awaits(actor))
        {
            ConfirmAssignment(actor, now);
        }

        (State, StartedAt) = (AlertState.InProgress, now);
        Step(TimelineKind.Started, By(actor, now));
        Schedule(now);
        return null;
    }

    /// <summary>"Cannot do it": the alert is nobody's again.</summary>
    public Refusal? Release(Actor actor, string? reason, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Release, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Invalid("reason", "reasonNeeded");
        }

        Step(TimelineKind.Released, By(actor, now), reason.Trim(), ("owner", OwnerId));
        BecomeNobodys(now);
        return null;
    }

    private static Report By(Actor actor, DateTimeOffset now) => new(actor.PersonId, now, now);

    private bool Awaits(Actor actor) =>
        actor.PersonId is { } person && Assignment is { Confirmed: false } assignment && assignment.AssigneeId == person;

    private void ConfirmAssignment(Actor actor, DateTimeOffset now)
    {
        Assignment = Assignment! with { Confirmed = true, ExpiresAt = null };
        Step(TimelineKind.Confirmed, By(actor, now), null, ("expectedAt", ExpectedAt));
        Schedule(now);
    }

    /// <summary>Whoever takes it himself has confirmed.</summary>
    private void GiveTo(Guid assigneeId, Actor giver, DateTimeOffset? shiftEnds, DateTimeOffset now)
    {
        var confirmed = assigneeId == giver.PersonId;
        (ExpectedAt, StartedAt) = (null, null);
        Assignment = new Assignment(
            assigneeId, giver.PersonId, now, confirmed, confirmed ? null : now + AssignmentLasts, GiverOwned: IsOwner(giver));
        Take(assigneeId, shiftEnds, now);
    }

    private void Take(Guid? owner, DateTimeOffset? shiftEnds, DateTimeOffset now)
    {
        (State, OwnerId, AcknowledgedAt, FormerOwnerId) = (AlertState.Acknowledged, owner, now, null);
        (OwnedUntil, OfferedUntil) = (shiftEnds, null);
        Schedule(now);
    }

    /// <summary>Back to raised; what is restored meanwhile has nothing left that somebody could take.</summary>
    private void BecomeNobodys(DateTimeOffset now)
    {
        var cleared = ConditionClearedAt;
        EnterRaised(now);
        ConditionClearedAt = cleared;
        if (cleared is not null)
        {
            ResolveUntaken(now);
        }
    }

    /// <summary>Each entry into raised starts a new round: nobody's, nothing promised, timers from now.</summary>
    private void EnterRaised(DateTimeOffset now)
    {
        State = AlertState.Raised;
        FormerOwnerId = OwnerId ?? FormerOwnerId;
        LeaveOwner();
        LeaveShelf();
        (ResolvedAt, EndedAt, CauseCode, Resolution, HoldUntil, ConditionClearedAt) = (null, null, null, null, null, null);
        RecordedAt = now;
        Schedule(now);
    }

    private void LeaveOwner() =>
        (OwnerId, Assignment, ExpectedAt, AcknowledgedAt, StartedAt, OwnedUntil, OfferedUntil) = (null, null, null, null, null, null, null);
}
