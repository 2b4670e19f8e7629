using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// A quarter of an hour before a shelved alert comes back, who looks after it is reminded. Not of what was shelved for less, and not of
/// what a maintenance window put away: that comes and goes as planned.
/// </summary>
public sealed class ShelfReminders(IAlertReader alerts, ISupplyStore supply, IDirectory directory) : IReminderSource
{
    public static readonly TimeSpan Before = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<NoticeEvent>> Due(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var ending = (await alerts.ShelvedUntil(now, now + Before, cancellationToken))
            .Where(a => a.WindowId is null && a.FormerOwnerId is not null).ToList();
        if (ending.Count == 0)
        {
            return [];
        }

        var timelines = await alerts.Timelines([.. ending.Select(a => a.Id)], cancellationToken);
        var products = (await supply.Products([.. ending.Select(a => a.ProductId).OfType<Guid>().Distinct()], cancellationToken))
            .ToDictionary(p => p.Id);
        return
        [
            .. ending
                .Where(a => timelines[a.Id].LastOrDefault(e => e.Kind == TimelineKind.Shelved)?.RecordedAt <= a.ShelvedUntil - Before)
                .Select(a => new NoticeEvent(
                    a.PlantId, $"shelf:{a.Id}:{a.ShelvedUntil:O}", NoticeKind.ShelfEnding, a.Id, [a.FormerOwnerId!.Value], NoticeEvent.ToOne,
                    NoticeFacts.Of(
                        a, organisation, a.ProductId is { } product ? products.GetValueOrDefault(product) : null,
                        ("untilAt", a.ShelvedUntil), ("reason", a.ShelfReason)),
                    a.IsUrgent)),
        ];
    }
}
