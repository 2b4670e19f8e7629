using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>A step that is proposed to be sent back, because of an alert while its effect was measured.</summary>
public sealed record ProposedReturn(string Step, Guid AlertId, DateTimeOffset At);

/// <summary>When an alert was last raised, joined or reopened on a key of a plan.</summary>
public sealed record AlertSeen(Guid PlanId, Guid AlertId, DateTimeOffset At);

/// <summary>What an alert on its keys did to a plan: the step whose signature no longer holds or that runs, and the one proposed for return.</summary>
public sealed record PlanRecurrence(string? ContainedIn, string? ReturnProposed, bool IsAfterClosing);

/// <content>
/// Its problem comes back. methods.md, 8D: the containment's signature is suspended; while the effect is measured the period starts again and the
/// analysis is proposed for return; within 90 days of closing it is a "récidive".
/// </content>
public sealed partial class ActionPlan
{
    public const int WatchedDays = 90;

    /// <summary>What somebody should decide: to send the step back, or to measure a whole period once more.</summary>
    public ProposedReturn? ProposedReturn { get; private set; }

    /// <summary>A report that joins an alert may come late: what it tells of happened before the plan was opened, or closed.</summary>
    public bool IsConcerned(Alert alert, TimelineKind step) => step != TimelineKind.Joined || alert.LastSeenAt >= (ClosedAt ?? OpenedAt);

    /// <summary>An alert on one of its keys was raised, joined or reopened; null when that changes nothing.</summary>
    /// <param name="before">When the same alert was seen before.</param>
    public PlanRecurrence? Recur(Alert alert, DateTimeOffset? before, PlanTurn turn)
    {
        if (IsEnded)
        {
            return State == PlanState.Closed && !IsRecurring && ClosedAt >= turn.Now.AddDays(-WatchedDays) ? ComeBack(alert, turn) : null;
        }

        var contained = Method.Steps.FirstOrDefault(s => s.SuspendedByRecurrence && IsReached(s.Code))?.Code;
        var measured = Method.Steps.LastOrDefault(s => s.RestartedByRecurrence is not null && IsReached(s.Code));
        var isKnown = IsSameState(before) && !IsSigned(contained ?? "") && (measured is null || CameBackOn == turn.Today(PlantId));
        if (isKnown || (contained is null && measured is null))
        {
            return null;
        }

        Happened(PlanEventKind.Recurred, turn, null, null, ("number", alert.Number), ("alert", alert.Id));
        if (contained is not null && IsSigned(contained))
        {
            Change(contained, s => s with { SuspendedSince = turn.Now });
            Happened(PlanEventKind.StepSuspended, turn, null, contained);
        }

        if (measured is { RestartedByRecurrence: { } back })
        {
            RestartPeriod(measured.Code, turn);
            ProposedReturn = new ProposedReturn(back, alert.Id, turn.Now);
            Happened(PlanEventKind.ReturnProposed, turn, null, back);
        }

        Settle(turn);
        return new PlanRecurrence(contained, measured?.RestartedByRecurrence, IsAfterClosing: false);
    }

    /// <summary>What is proposed to be sent back stays: a whole period is measured once more, with a reason why that is enough.</summary>
    public Refusal? DeclineReturn(string? reason, PlanTurn turn)
    {
        if ((WhyNot(PlanCommandName.DeclineReturn, turn)
            ?? Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText)) is { } refusal)
        {
            return refusal;
        }

        var step = ProposedReturn!.Step;
        ProposedReturn = null;
        Happened(PlanEventKind.ReturnDeclined, turn, reason!.Trim(), step);
        return null;
    }

    /// <summary>Nothing was signed since the alert was last seen.</summary>
    private bool IsSameState(DateTimeOffset? before) => before is { } seen && Steps.All(s => s.SignedAt is null || s.SignedAt <= seen);

    private PlanRecurrence ComeBack(Alert alert, PlanTurn turn)
    {
        IsRecurring = true;
        Happened(PlanEventKind.Recurred, turn, null, null, ("number", alert.Number), ("alert", alert.Id));
        return new PlanRecurrence(null, null, IsAfterClosing: true);
    }

    /// <summary>A whole period is measured from today on, and the step is due no earlier than that ends.</summary>
    private void RestartPeriod(string code, PlanTurn turn)
    {
        CameBackOn = turn.Today(PlantId);
        var ends = CameBackOn.Value.AddDays(BaselineDays);
        if (Step(code) is { IsSigned: false, DueOn: { } due } && due < ends)
        {
            Change(code, s => s with { DueOn = ends, IsDueMoved = true });
        }
    }

    /// <summary>Every step before it was signed, be it that one does not hold now.</summary>
    private bool IsReached(string code) => Steps.TakeWhile(s => s.Code != code).All(s => s.SignedAt is not null);
}
