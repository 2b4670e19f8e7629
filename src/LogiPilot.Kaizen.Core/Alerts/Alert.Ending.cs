using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What was done about it. While the condition holds it needs a reason and an instant at which to look again.</summary>
public sealed record Remedy(string? CauseCode, string? WhatWasDone, string? Reason = null, DateTimeOffset? HoldUntil = null);

/// <content>How it ends, and how it begins again.</content>
public sealed partial class Alert
{
    /// <summary>The problem is gone (or its condition is accepted until an instant); counts as acknowledging.</summary>
    public Refusal? Resolve(Actor actor, Remedy remedy, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Resolve, actor, now) is { } refusal)
        {
            return refusal;
        }

        var saysWhat = !string.IsNullOrWhiteSpace(remedy.WhatWasDone);
        if (Refusal.All([
            UnknownCause(remedy.CauseCode),
            saysWhat ? null : Refusal.Invalid("resolution", "resolutionNeeded"),
            .. UnfoundedHold(remedy.Reason, remedy.HoldUntil, now)]) is { } incomplete)
        {
            return incomplete;
        }

        if (OwnerId is null || Assignment is { Confirmed: false })
        {
            Assignment = null;
            OwnerId = actor.PersonId;
        }

        AcknowledgedAt ??= now;
        IsChattering = false;
        (State, ResolvedAt, CauseCode, Resolution) = (AlertState.Resolved, now, remedy.CauseCode, remedy.WhatWasDone!.Trim());
        HoldUntil = ConditionHolds ? remedy.HoldUntil : null;
        Step(TimelineKind.Resolved, By(actor, now), Resolution,
            ("cause", CauseCode), ("reason", ConditionHolds ? remedy.Reason : null), ("holdUntil", HoldUntil));
        EndStop(By(actor, now));
        Schedule(now);
        return null;
    }

    /// <summary>The raiser or a leader agrees that it is done; a stock-out only once a person gave its cause.</summary>
    public Refusal? Close(Actor actor, string? causeCode, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Close, actor, now) is { } refusal)
        {
            return refusal;
        }

        var unclear = causeCode is not null ? UnknownCause(causeCode)
            : LacksCause ? Refusal.Invalid("causeCode", "stockOutNeedsCause")
            : null;
        if (unclear is not null)
        {
            return unclear;
        }

        CauseCode = causeCode ?? CauseCode;
        (State, EndedAt) = (AlertState.Closed, now);
        Step(TimelineKind.Closed, By(actor, now), null, ("cause", CauseCode));
        Schedule(now);
        return null;
    }

    /// <summary>It was not done after all.</summary>
    public Refusal? Reopen(Actor actor, string? reason, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Reopen, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Invalid("reason", "reasonNeeded");
        }

        Step(TimelineKind.Reopened, By(actor, now), reason.Trim());
        EnterRaised(now);
        return null;
    }

    /// <summary>A false alarm.</summary>
    public Refusal? Cancel(Actor actor, string? reason, DateTimeOffset? holdUntil, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Cancel, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Invalid("reason", "reasonNeeded");
        }

        if (UnfoundedHold(reason, holdUntil, now).FirstOrDefault() is { } unfounded)
        {
            return unfounded;
        }

        (State, EndedAt, IsChattering) = (AlertState.Cancelled, now, false);
        LeaveShelf();
        HoldUntil = ConditionHolds ? holdUntil : null;
        Step(TimelineKind.Cancelled, By(actor, now), reason.Trim(), ("holdUntil", HoldUntil));
        EndStop(By(actor, now));
        Schedule(now);
        return null;
    }

    /// <summary>A stock-out whose cause no person gave: nobody learns from it, so it is not closed.</summary>
    private bool LacksCause => Kind == AlertKind.StockOut && CauseCode is null or AlertCauses.ClearedUntaken;

    private static Refusal? UnknownCause(string? causeCode) =>
        causeCode is null ? Refusal.Invalid("causeCode", "causeNeeded")
        : AlertCauses.Codes.Contains(causeCode, StringComparer.Ordinal) ? null
        : Refusal.Invalid("causeCode", "causeUnknown", ("cause", causeCode));

    private IEnumerable<Refusal> UnfoundedHold(string? reason, DateTimeOffset? holdUntil, DateTimeOffset now)
    {
        if (ConditionHolds && string.IsNullOrWhiteSpace(reason))
        {
            yield return Refusal.Invalid("reason", "holdReasonNeeded");
        }

        if (ConditionHolds && !(holdUntil > now && holdUntil <= now + HoldLasts))
        {
            yield return Refusal.Invalid("holdUntil", "holdUntilNeeded", ("hours", (int)HoldLasts.TotalHours));
        }
    }

    private void ResolveUntaken(DateTimeOffset now)
    {
        if (IsChattering)
        {
            return;
        }

        (State, ResolvedAt, CauseCode) = (AlertState.Resolved, now, AlertCauses.ClearedUntaken);
        Step(TimelineKind.Resolved, Report.BySystem(now), null, ("cause", CauseCode));
        EndStop(Report.BySystem(now));
        Schedule(now);
    }
}
