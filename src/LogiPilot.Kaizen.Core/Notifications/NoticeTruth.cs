using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Actions;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>Whether what was held during quiet hours still asks something of the person: an alert taken or over meanwhile does not,
/// nor a handover that was answered, an action that is done, nor the digest of a shift that is over.</summary>
public sealed class NoticeTruth(IAlertStore alerts, IHandoverStore handovers, IActionStore actions, IPlansOfActions plans, TimeProvider clock)
{
    /// <summary>What waited at the start of a shift is no news once that shift is over.</summary>
    private static readonly TimeSpan DigestHolds = TimeSpan.FromHours(8);

    public async Task<bool> StillHolds(OutboxItem item, CancellationToken cancellationToken) => item.Kind switch
    {
        NoticeKind.AlertCalled or NoticeKind.AlertReturned or NoticeKind.ShelfEnded =>
            await Of(item, cancellationToken) is { State: AlertState.Raised },
        NoticeKind.AlertUnresolved =>
            await Of(item, cancellationToken) is { State: AlertState.Acknowledged or AlertState.InProgress, ConditionClearedAt: null },
        NoticeKind.AlertAssigned or NoticeKind.AlertTransferred =>
            await Of(item, cancellationToken) is { Assignment.Confirmed: false } given && given.OwnerId == item.PersonId,
        NoticeKind.AlertWorsened => await Of(item, cancellationToken) is { IsOpen: true, ConditionClearedAt: null } worse && worse.OwnerId == item.PersonId,
        NoticeKind.AlertRestored => await Of(item, cancellationToken) is { IsOpen: true, ConditionClearedAt: not null } over && over.OwnerId == item.PersonId,
        NoticeKind.ShelfEnding => await Of(item, cancellationToken) is { State: AlertState.Shelved },
        NoticeKind.HandoverOffered => await handovers.Find(item.SubjectId, cancellationToken) is { DueAt: not null },
        NoticeKind.ShiftDigest => clock.GetUtcNow() - item.CreatedAt < DigestHolds,
        NoticeKind.PlanAsked => await plans.Find(item.SubjectId, cancellationToken) is { AwaitsApproval: true },
        NoticeKind.ActionGiven => await Action(item, cancellationToken) is { IsOpen: true } mine && mine.OwnerId == item.PersonId,
        NoticeKind.ActionDue => await Action(item, cancellationToken) is { IsOpen: true } due && due.OwnerId == item.PersonId && !await Rests(due, cancellationToken),
        NoticeKind.ActionDone => await Action(item, cancellationToken) is { State: ActionState.Done },
        NoticeKind.DelayAsked => await Action(item, cancellationToken) is { AskedDelay: not null },
        NoticeKind.DriftSeen => await Action(item, cancellationToken) is { IsOpen: true, AskedDelay: null } drift && !await Rests(drift, cancellationToken),
        _ => true,
    };

    private async Task<bool> Rests(ImprovementAction action, CancellationToken cancellationToken) =>
        action.PlanId is { } planId && await plans.Find(planId, cancellationToken) is { IsSuspended: true };

    private Task<ImprovementAction?> Action(OutboxItem item, CancellationToken cancellationToken) => actions.Find(item.SubjectId, cancellationToken);

    private Task<Alert?> Of(OutboxItem item, CancellationToken cancellationToken) => alerts.Find(item.SubjectId, cancellationToken);
}
