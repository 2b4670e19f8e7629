using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Who is told of a handover: the leaders of the next shift of the area (without one, its people) that it is offered; who signed it, what
/// became of it.
/// </summary>
public sealed class TellOfHandovers(NoticeBook book, IDirectory directory)
    : INotificationHandler<HandoverSigned>, INotificationHandler<HandoverAnswered>, INotificationHandler<HandoverReturned>
{
    public async Task Handle(HandoverSigned notification, CancellationToken cancellationToken)
    {
        if (notification.NextStartsAt is { } starts)
        {
            var organisation = await directory.Current(cancellationToken);
            var next = organisation.Followers(notification.PlantOfHandover, notification.AreaId, starts);
            var leaders = next.Where(p => organisation.Memberships(p).Any(m =>
                m.PlantId == notification.PlantOfHandover && m.Role == Role.TeamLeader
                && (notification.AreaId is not { } area || m.AreaIds.Count == 0 || m.AreaIds.Contains(area)))).ToList();
            await Tell(
                notification, $"handover:{notification.HandoverId}:offered", NoticeKind.HandoverOffered,
                [.. (leaders.Count > 0 ? leaders : next).Select(p => p.Id)], notification.AreaId, notification.AlertIds.Count,
                notification.SignedById, null, cancellationToken);
        }
    }

    public Task Handle(HandoverAnswered notification, CancellationToken cancellationToken) => Tell(
        notification, $"handover:{notification.HandoverId}:answered:{notification.Version}", NoticeKind.HandoverAnswered,
        [notification.SignedById], notification.AreaId, notification.AlertIds.Count, notification.ById,
        notification.Accepted ? "ACCEPTED" : "REFUSED", cancellationToken);

    public Task Handle(HandoverReturned notification, CancellationToken cancellationToken) => Tell(
        notification, $"handover:{notification.HandoverId}:returned", NoticeKind.HandoverReturned, [notification.SignedById],
        notification.AreaId, notification.AlertIds.Count, null, null, cancellationToken);

    private async Task Tell(
        DomainEvent happened, string key, NoticeKind kind, IReadOnlyCollection<Guid> people, Guid? areaId, int count, Guid? byId,
        string? variant, CancellationToken cancellationToken)
    {
        if (happened.PlantId is not { } plantId || count == 0)
        {
            return;
        }

        var organisation = await directory.Current(cancellationToken);
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["variant"] = variant, ["count"] = count, ["by"] = organisation.NamePerson(byId)?.Name,
            ["area"] = organisation.Name(areaId)?.Name ?? organisation.Plant(plantId)?.Name,
        };
        await book.Tell(new NoticeEvent(plantId, key, kind, happened.SubjectId, people, NoticeEvent.ToOne, facts), cancellationToken);
    }
}
