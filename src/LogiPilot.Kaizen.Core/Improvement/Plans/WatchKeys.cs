using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// The alert stream: an alert raised, joined or reopened on a key of a running plan, or of one closed within 90 days, tells the plan that its
/// problem came back. Where that has to be contained anew, an action is due in 24 hours, one at a time.
/// </summary>
public sealed class WatchKeys(PlanBook book, IAlertStore alerts, ActionBook actions, IActionStore planned, IPlanWords words)
    : INotificationHandler<AlertChanged>
{
    private static readonly TimeSpan ContainedWithin = TimeSpan.FromHours(24);

    public async Task Handle(AlertChanged notification, CancellationToken cancellationToken)
    {
        if (notification.Step is not (TimelineKind.Raised or TimelineKind.Joined or TimelineKind.Reopened or TimelineKind.ConditionReturned)
            || await alerts.Find(notification.AlertId, cancellationToken) is not { } alert)
        {
            return;
        }

        foreach (var plan in await book.Store.Watching(alert, book.Now.AddDays(-ActionPlan.WatchedDays), cancellationToken))
        {
            if (!plan.IsConcerned(alert, notification.Step))
            {
                continue;
            }

            var before = await book.Store.LastSeen(plan.Id, alert.Id, cancellationToken);
            var turn = await book.Turn(plan.PlantId, cancellationToken) with { Actor = Actor.System };
            book.Store.Put(new AlertSeen(plan.Id, alert.Id, turn.Now));
            if (plan.Recur(alert, before, turn) is not { } recurrence)
            {
                continue;
            }

            book.Save(plan);
            if (recurrence.ContainedIn is { } step)
            {
                await Contain(plan, step, alert, turn, cancellationToken);
            }

            book.Raise(new PlanRecurred(
                plan.PlantId, plan.Id, plan.Number, alert.Id, alert.Number, recurrence.ContainedIn, recurrence.ReturnProposed,
                recurrence.IsAfterClosing, plan.LeaderId, plan.SponsorId));
        }
    }

    private async Task Contain(ActionPlan plan, string step, Alert alert, PlanTurn turn, CancellationToken cancellationToken)
    {
        var its = await planned.OfPlan(plan.Id, cancellationToken);
        if (its.Any(a => a is { Kind: ActionKind.Containment, AlertId: not null, CreatedById: null, IsOpen: true }))
        {
            return;
        }

        var calendar = turn.People.Calendar(plan.PlantId, plan.AreaId);
        var language = turn.People.Plant(plan.PlantId)?.Language ?? Language.Fr;
        Guid[] owners = plan.SponsorId is { } sponsor ? [plan.LeaderId, sponsor] : [plan.LeaderId];
        if (owners.FirstOrDefault(o => turn.IsOfPlant(o, plan.PlantId)) is { } owner && owner != Guid.Empty)
        {
            await actions.Add(
                plan.PlantId,
                new ActionDraft(
                    ActionKind.Containment, words.Contain(language, alert.Number), null, owner, calendar.DayOf(turn.Now + ContainedWithin)),
                new ActionOrigin(plan.Id, step, plan.Cycle, AlertId: alert.Id, AreaId: plan.AreaId), null, cancellationToken, byItself: true);
        }
    }
}
