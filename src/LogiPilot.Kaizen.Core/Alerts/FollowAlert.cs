using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Keeps the escalation of an alert in step with it: begins, turns to the other list, rests.</summary>
public sealed class FollowAlert(EscalationBook book, IAlertStore alerts) : INotificationHandler<AlertChanged>
{
    public async Task Handle(AlertChanged notification, CancellationToken cancellationToken)
    {
        var happened = notification;
        var isCleared = happened.Step != TimelineKind.Raised && happened.State is AlertState.Acknowledged or AlertState.InProgress
            && await alerts.Find(happened.AlertId, cancellationToken) is { ConditionClearedAt: not null };
        await book.Follow(
            happened.AlertId, happened.PlantOfAlert, happened.AreaId, happened.Kind,
            EscalationStanding.Of(happened.State, isCleared, happened.Severity), isNew: happened.Step == TimelineKind.Raised, cancellationToken);
    }
}
