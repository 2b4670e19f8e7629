using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Who is told of what happens to an action: its owner that it was given, is to be done again or not at all, and what became of a delay; who
/// leads its plan (of what the leader does, and of one that stands alone, the sponsor) that it is to be verified; who decides, that a delay is asked.
/// </summary>
public sealed class TellOfActions(
    NoticeBook book, IActionStore actions, IPlansOfActions plans, ISupplyStore supply, IDirectory directory, ICurrentActor current)
    : INotificationHandler<ActionChanged>, INotificationHandler<ActionsRecurred>
{
    public async Task Handle(ActionChanged notification, CancellationToken cancellationToken)
    {
        if (await actions.Find(notification.ActionId, cancellationToken) is not { } action)
        {
            return;
        }

        var plan = action.PlanId is { } planId ? await plans.Find(planId, cancellationToken) : null;
        var answered = action.Delays.LastOrDefault(d => d.State != DelayState.Asked);
        var asked = action.AskedDelay;
        await (notification.Step switch
        {
            ActionStep.Added or ActionStep.Given => Tell(
                NoticeKind.ActionGiven, [action.OwnerId],
                ("variant", notification.Step == ActionStep.Added && action.CreatedById is null ? "BY_ITSELF" : null)),
            ActionStep.Done => Tell(NoticeKind.ActionDone, [plan is null ? action.SponsorId : plan.LeaderId == action.OwnerId ? plan.Concern.SponsorId : plan.LeaderId]),
            ActionStep.Returned => Tell(NoticeKind.ActionReturned, [action.OwnerId], ("variant", "AGAIN"), ("reason", action.Reason)),
            ActionStep.Cancelled => Tell(NoticeKind.ActionReturned, [action.OwnerId], ("variant", "CANCELLED"), ("reason", action.Reason)),
            ActionStep.DelayAsked => Tell(
                NoticeKind.DelayAsked, await Deciders(action, plan, cancellationToken), ("delayCause", asked?.Cause), ("impact", asked?.Impact),
                ("measures", asked?.Measures)),
            ActionStep.DelayAccepted or ActionStep.DelayRefused => Tell(
                NoticeKind.DelayAnswered, [answered?.AskedById, action.OwnerId],
                ("variant", answered?.State), ("dueOn", answered?.DueOn), ("newDueOn", answered?.NewDueOn), ("reason", answered?.Answer)),
            _ => Task.CompletedTask,
        });

        async Task Tell(NoticeKind kind, IEnumerable<Guid?> people, params (string Name, object? Value)[] more)
        {
            var organisation = await directory.Current(cancellationToken);
            await book.Tell(
                new NoticeEvent(
                    action.PlantId, $"action:{action.Id}:{notification.Version}:{notification.Step}", kind, action.Id,
                    [.. people.OfType<Guid>()], NoticeEvent.ToOne,
                    ActionFacts.Of(action, organisation, [("by", current.Actor.Name), ("planNumber", plan?.Number), .. more])),
                cancellationToken);
        }
    }

    public async Task Handle(ActionsRecurred notification, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var product = notification.ProductId is { } id ? (await supply.Products([id], cancellationToken)).SingleOrDefault() : null;
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["count"] = notification.ActionIds.Count, ["days"] = ActionBook.RecurrenceDays,
            ["where"] = NoticeFacts.Where(organisation.Name(notification.PlaceId)?.Name, product?.Name),
        };
        await book.Tell(
            new NoticeEvent(
                notification.PlantOfActions, $"actions:{notification.LastActionId}:recurred", NoticeKind.PlanProposed, notification.LastActionId,
                organisation.LeadersOf(notification.PlantOfActions, notification.AreaId), NoticeEvent.ToOne, facts),
            cancellationToken);
    }

    /// <summary>The sponsor; where there is none, or the sponsor asks, the managers.</summary>
    private async Task<IEnumerable<Guid?>> Deciders(ImprovementAction action, PlanOfAction? plan, CancellationToken cancellationToken) =>
        (plan is null ? action.SponsorId : plan.Concern.SponsorId) is { } sponsor && sponsor != current.Actor.PersonId
            ? [sponsor]
            : (await directory.Current(cancellationToken)).Managers(action.PlantId).Select(m => (Guid?)m);
}
