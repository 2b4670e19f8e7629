using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What a point's condition starts: the table "What a status starts" of the product.</summary>
public static class SupplyAlerts
{
    public static (AlertKind Kind, Severity Severity) Of(SupplyCondition condition, bool isStores, bool isDemandPlanned) =>
        (condition, isStores) switch
        {
            (SupplyCondition.StockOut, false) => (AlertKind.StockOut, isDemandPlanned ? Severity.Critical : Severity.Major),
            (SupplyCondition.StockOut, true) => (AlertKind.StockOut, Severity.Major),
            (SupplyCondition.Critical, _) => (AlertKind.Shortage, Severity.Major),
            (SupplyCondition.Low, true) => (AlertKind.Shortage, Severity.Minor),
            (SupplyCondition.Low, false) => (AlertKind.Shortage, Severity.Information),
            _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "no condition starts no alert"),
        };

    public static (AlertKind Kind, Severity Severity) Of(SupplyPoint point) =>
        Of(point.Condition, point.IsStores, point.DemandPerHour > 0);
}

/// <summary>Keeps the one alert of a supply point in step with its condition.</summary>
public sealed class FollowSupplyPoint(AlertConditions conditions, ISupplyStore supply) : INotificationHandler<SupplyPointChanged>
{
    public async Task Handle(SupplyPointChanged notification, CancellationToken cancellationToken)
    {
        var point = notification;
        if (point.ConditionIs == point.ConditionWas)
        {
            return;
        }

        var problem = ProblemOf(point);
        if (point.ConditionIs == SupplyCondition.None)
        {
            await conditions.Clear(problem, cancellationToken);
            return;
        }

        var isStationOut = point is { ConditionIs: SupplyCondition.StockOut, PlaceId: not null };
        var planned = isStationOut && await supply.FindPoint(point.PointId, cancellationToken) is { DemandPerHour: > 0 };
        var (kind, severity) = SupplyAlerts.Of(point.ConditionIs, point.PlaceId is null, planned);
        await conditions.Hold(problem with { Kind = kind, Severity = severity }, cancellationToken);
    }

    private static Problem ProblemOf(SupplyPointChanged point) => new(
        point.PlantOfPoint, AlertKind.Shortage, Severity.Information, point.PlaceId, point.AreaId, point.LineId, point.ProductId,
        SupplyPointId: point.PointId);
}
