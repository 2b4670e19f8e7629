using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>One alert for each supplier order with a late line, at the stores; cleared when none is late.</summary>
public sealed class FollowSupplierOrder(AlertConditions conditions) : INotificationHandler<SupplierOrderLateness>
{
    public Task Handle(SupplierOrderLateness notification, CancellationToken cancellationToken)
    {
        var late = new Problem(
            notification.PlantOfOrder, AlertKind.LateDelivery, AlertKinds.SeverityOf(AlertKind.LateDelivery),
            SupplierOrder: notification.OrderNumber);
        return notification.LateProductIds.Count > 0
            ? conditions.HoldAsUsual(late, cancellationToken)
            : conditions.Clear(late, cancellationToken);
    }
}
