using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Sees that a problem recurs: by its key when an alert is raised, by its cause when one is closed. Proposes it once, and adds what
/// comes until somebody decides.
/// </summary>
public sealed class FollowRecurrence(IRecurrenceStore recurrences, IAlertStore alerts, AlertBook book, Shared.IEvents events)
    : INotificationHandler<AlertChanged>
{
    public async Task Handle(AlertChanged notification, CancellationToken cancellationToken)
    {
        RecurrenceCriterion? asked = notification.Step switch
        {
            TimelineKind.Raised => RecurrenceCriterion.Key,
            TimelineKind.Closed => RecurrenceCriterion.Cause,
            _ => null,
        };
        if (asked is not { } criterion || await alerts.Find(notification.AlertId, cancellationToken) is not { } alert)
        {
            return;
        }

        if (criterion == RecurrenceCriterion.Key)
        {
            await Follow(
                criterion, alert, alert.RaisedAt, await recurrences.LastOf(alert.PlantId, alert.Key, cancellationToken),
                since => recurrences.RaisedOn(alert.PlantId, alert.Key, since, cancellationToken), cancellationToken);
        }
        else if (alert is { CauseCode: { } cause and not AlertCauses.ClearedUntaken, EndedAt: { } endedAt })
        {
            await Follow(
                criterion, alert, endedAt, await recurrences.LastOf(alert.PlantId, cause, cancellationToken),
                since => recurrences.ClosedWith(alert.PlantId, cause, since, cancellationToken), cancellationToken);
        }
    }

    private async Task Follow(
        RecurrenceCriterion criterion, Alert alert, DateTimeOffset at, Recurrence? last,
        Func<DateTimeOffset, Task<IReadOnlyList<RecurringAlert>>> count, CancellationToken cancellationToken)
    {
        if (last is { IsOpen: true })
        {
            last.Join(alert, at);
            recurrences.Save(last);
            return;
        }

        var rule = await recurrences.Rule(alert.PlantId, criterion, cancellationToken) ?? RecurrenceRule.Standard(alert.PlantId, criterion);
        var decided = last?.AlertIds.ToHashSet() ?? [];
        var counted = (await count(at.AddDays(-rule.WindowDays)))
            .Where(c => last is null || (c.At > last.LastAt && !decided.Contains(c.AlertId))).ToList();
        if (counted.Count < rule.Count)
        {
            return;
        }

        var recurrence = Recurrence.Propose(criterion, alert, counted, book.Now);
        recurrences.Add(recurrence);
        events.Raise(new RecurrenceSeen(
            recurrence.PlantId, recurrence.Id, criterion, recurrence.Kind, recurrence.CauseCode, recurrence.AreaId, recurrence.Key?.PlaceId,
            recurrence.Key?.ProductId, recurrence.Count, rule.WindowDays));
    }
}
