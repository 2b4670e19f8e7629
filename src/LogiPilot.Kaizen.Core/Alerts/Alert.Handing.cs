using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Somebody who can own an alert now, and the end of his shift (null: without a calendar).</summary>
public sealed record Taker(Guid PersonId, DateTimeOffset? ShiftEnds);

/// <content>From hand to hand: transfer and refusal between two people, handover between two shifts.</content>
public sealed partial class Alert
{
    /// <summary>Whether a handover still has something to hand over: it is open, and nobody took it in the ordinary way since.</summary>
    public bool AwaitsNextShift => IsOpen && (OwnerId is null || OfferedUntil is not null);

    /// <summary>The owner (or a leader) gives it on to a person, who has 10 min to confirm or to refuse.</summary>
    public Refusal? Transfer(Actor actor, Actor receiver, string? note, DateTimeOffset? shiftEnds, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Transfer, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (receiver.PersonId is not { } receiverId || !receiver.May(Permission.TakeAlert, this))
        {
            return Refusal.Invalid("personId", "assigneeMayNotTake", ("assignee", receiver.PersonId));
        }

        if (receiverId == OwnerId)
        {
            return Refusal.Invalid("personId", "transferToOwner", ("owner", OwnerId));
        }

        var former = OwnerId;
        GiveTo(receiverId, actor, shiftEnds, now);
        Step(TimelineKind.Transferred, By(actor, now), Words.Given(note), ("owner", former), ("to", receiverId));
        return null;
    }

    /// <summary>
    /// Who was given it cannot do it: back to the giver who owned it before, when <paramref name="giver"/> says that he is there,
    /// else raised again.
    /// </summary>
    public Refusal? Refuse(Actor actor, string? reason, Taker? giver, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Refuse, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Invalid("reason", "reasonNeeded");
        }

        var back = Assignment is { GiverOwned: true, ById: { } by } && giver?.PersonId == by ? giver : null;
        Step(TimelineKind.Refused, By(actor, now), reason.Trim(), ("owner", OwnerId), ("to", back?.PersonId));
        if (back is null)
        {
            BecomeNobodys(now);
            return null;
        }

        (Assignment, ExpectedAt, StartedAt) = (null, null, null);
        Take(back.PersonId, back.ShiftEnds, now);
        return null;
    }

    /// <summary>A signed handover puts it before the next shift, which has until an instant to take it over.</summary>
    public void Offer(Actor actor, DateTimeOffset until, DateTimeOffset now)
    {
        var endsByShift = DueAt is not null && DueAt == ShiftDue;
        OfferedUntil = until;
        Step(TimelineKind.Offered, By(actor, now), null, ("owner", OwnerId));
        if (endsByShift)
        {
            Schedule(now);
        }
    }

    /// <summary>Somebody of the next shift takes it over as it stands; of a shelved one he looks after it from now.</summary>
    public Refusal? TakeOver(Actor actor, DateTimeOffset? shiftEnds, DateTimeOffset now)
    {
        if (!actor.May(Permission.TakeAlert, this) || actor.PersonId is not { } person)
        {
            return Refusal.Of(RefusalCode.Forbidden, "forbiddenTake", ("permission", Permission.TakeAlert));
        }

        var (state, acknowledged, started) = (State, AcknowledgedAt, StartedAt);
        Step(TimelineKind.TakenOver, By(actor, now), null, ("owner", OwnerId ?? FormerOwnerId));
        if (state == AlertState.Shelved)
        {
            (FormerOwnerId, OfferedUntil) = (person, null);
            return null;
        }

        (Assignment, ExpectedAt) = (null, ExpectedAt > now ? ExpectedAt : null);
        Take(person, shiftEnds, now);
        if (state == AlertState.InProgress)
        {
            (State, StartedAt) = (state, started);
        }

        AcknowledgedAt = acknowledged ?? now;
        Schedule(now);
        return null;
    }

    /// <summary>Nobody of the next shift took it over: nobody's again. What is restored stays with its owner, to be closed.</summary>
    public void ReturnFromHandover(DateTimeOffset now)
    {
        if (OwnerId is not null && ConditionClearedAt is null && State is AlertState.Acknowledged or AlertState.InProgress)
        {
            Step(TimelineKind.Released, Report.BySystem(now), null, ("owner", OwnerId), ("reason", "handover"));
            BecomeNobodys(now);
        }
    }
}
