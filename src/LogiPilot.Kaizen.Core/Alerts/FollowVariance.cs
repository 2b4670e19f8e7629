using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A balance below zero is a variance to count: one alert a point, cleared when the ledger is at least zero again.</summary>
public sealed class FollowVariance(AlertConditions conditions) : INotificationHandler<SupplyPointChanged>
{
    public async Task Handle(SupplyPointChanged notification, CancellationToken cancellationToken)
    {
        var (was, isNow) = (notification.BalanceWas < 0, notification.Balance < 0);
        if (was == isNow)
        {
            return;
        }

        var problem = new Problem(
            notification.PlantOfPoint, AlertKind.InventoryVariance, AlertKinds.SeverityOf(AlertKind.InventoryVariance),
            notification.PlaceId, notification.AreaId, notification.LineId, notification.ProductId, SupplyPointId: notification.PointId);
        await (isNow ? conditions.HoldAsUsual(problem, cancellationToken) : conditions.Clear(problem, cancellationToken));
    }
}
