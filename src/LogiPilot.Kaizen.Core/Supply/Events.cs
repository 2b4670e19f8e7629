using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Quantity, projection, status or condition of a point changed. Quantities in the product's unit.</summary>
public sealed record SupplyPointChanged(
    Guid PlantOfPoint, Guid PointId, Guid ProductId, Guid? PlaceId, Guid? LineId, Guid? AreaId, decimal BalanceWas, decimal Balance,
    SupplyStatus Was, SupplyStatus Is, SupplyCondition ConditionWas, SupplyCondition ConditionIs, DateTimeOffset? RunsOutAt)
    : DomainEvent(PlantOfPoint, PointId);

/// <summary>Feeds of some points of a plant fell silent or were heard again: whether a feed is silent now, told once for all of them.</summary>
public sealed record FeedsChanged(Guid PlantOfFeeds, bool IsAnySilent) : DomainEvent(PlantOfFeeds, PlantOfFeeds);

/// <summary>Movements were booked together.</summary>
public sealed record MovementsRecorded(Guid PlantOfMovements, Guid FirstId, int Count) : DomainEvent(PlantOfMovements, FirstId);

/// <summary>A supplier order has lines late (one event an order, with the products late), or none late any more (empty).</summary>
public sealed record SupplierOrderLateness(
    Guid PlantOfOrder, string OrderNumber, Guid SupplierId, Guid FirstDeliveryId, IReadOnlyList<Guid> LateProductIds)
    : DomainEvent(PlantOfOrder, FirstDeliveryId)
{
    /// <summary>What all lines of one order say together; at least one line.</summary>
    public static SupplierOrderLateness Of(IReadOnlyCollection<Delivery> lines)
    {
        var first = lines.MinBy(d => d.Id)!;
        var late = lines.Where(d => d.State == DeliveryState.Late).Select(d => d.ProductId).Distinct();
        return new SupplierOrderLateness(first.PlantId, first.OrderNumber, first.SupplierId, first.Id, [.. late]);
    }
}

/// <summary>An extract was taken: how many things it made or changed, by dataset.</summary>
public sealed record ExtractTaken(Guid PlantOfExtract, IReadOnlyDictionary<string, int> Changed) : DomainEvent(PlantOfExtract, PlantOfExtract);
