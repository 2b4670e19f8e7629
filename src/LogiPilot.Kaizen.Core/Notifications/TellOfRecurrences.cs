using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
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
        var leaders = seen.AreaId is { } area ? Of(Role.TeamLeader, m => m.AreaIds.Count == 0 || m.AreaIds.Contains(area)) : [];
        await book.Tell(
            new NoticeEvent(
                seen.PlantOfRecurrence, $"recurrence:{seen.RecurrenceId}", NoticeKind.RecurrenceSeen, seen.RecurrenceId,
                leaders.Count > 0 ? leaders : Of(Role.Manager, _ => true), NoticeEvent.ToOne, facts),
            cancellationToken);

        List<Guid> Of(Role role, Func<Membership, bool> holds) =>
        [
            .. organisation.People.Where(p => organisation.Memberships(p).Any(m => m.PlantId == seen.PlantOfRecurrence && m.Role == role && holds(m)))
                .Select(p => p.Id),
        ];
    }
}
