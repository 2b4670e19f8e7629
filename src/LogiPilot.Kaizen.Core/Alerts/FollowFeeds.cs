using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// A silent feed leaves points unknown: one alert a plant while any is, asked once in a command, however many points it touched.
/// </summary>
public sealed class FollowFeeds(AlertConditions conditions, AlertBook book, ISupplyStore supply)
    : INotificationHandler<SupplyPointChanged>
{
    public async Task Handle(SupplyPointChanged notification, CancellationToken cancellationToken)
    {
        var plantId = notification.PlantOfPoint;
        var concerned = notification.Was == SupplyStatus.Unknown != (notification.Is == SupplyStatus.Unknown);
        if (!concerned || !book.First(plantId, nameof(FollowFeeds)))
        {
            return;
        }

        var silent = new Problem(plantId, AlertKind.InformationSystem, AlertKinds.SeverityOf(AlertKind.InformationSystem));
        var isAnyUnknown = await supply.AnyUnknown(plantId, cancellationToken);
        await (isAnyUnknown ? conditions.Hold(silent, cancellationToken) : conditions.Clear(silent, cancellationToken));
    }
}
