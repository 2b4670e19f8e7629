using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Who is told that a problem recurs: the team leaders of its area; of what is of no area (a cause anywhere in the plant) and where an area
/// has no leader, the managers.
/// </summary>
public sealed class TellOfRecurrences(NoticeBook book, ISupplyStore supply, IDirectory directory) : INotificationHandler<RecurrenceSeen>
{
    public async Task Handle(RecurrenceSeen notification, CancellationToken cancellationToken)
    {
        var seen = notification;
        var organisation = await directory.Current(cancellationToken);
        var product = seen.ProductId is { } id ? (await supply.Products([id], cancellationToken)).SingleOrDefault() : null;
        var isCause = seen.Criterion == RecurrenceCriterion.Cause;
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["variant"] = isCause ? "CAUSE" : null,
            ["cause"] = seen.CauseCode,
            ["kind"] = seen.Kind,
            ["where"] = isCause ? null : NoticeFacts.Where(organisation.Name(seen.PlaceId)?.Name, product?.Name),
            ["count"] = seen.Count,
            ["days"] = seen.WindowDays,
        };
        await book.Tell(
            new NoticeEvent(
                seen.PlantOfRecurrence, $"recurrence:{seen.RecurrenceId}", NoticeKind.RecurrenceSeen, seen.RecurrenceId,
                organisation.LeadersOf(seen.PlantOfRecurrence, seen.AreaId), NoticeEvent.ToOne, facts),
            cancellationToken);
    }
}
