using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Organisation;

namespace LogiPilot.Kaizen.Server.Supply;

[GraphQLName("Product")]
public sealed record ProductNode(Guid Id, string Code, string Name, [property: GraphQLDescription("Unit of every quantity of it.")] string Unit)
{
    public static ProductNode Of(Product product) => new(product.Id, product.Code, product.Name, product.Unit);
}

[GraphQLName("Supplier")]
public sealed record SupplierNode(Guid Id, string Code, string Name)
{
    public static SupplierNode Of(Supplier supplier) => new(supplier.Id, supplier.Code, supplier.Name);
}

[GraphQLName("SupplierQuality")]
[GraphQLDescription("Quantities over all lines that received goods; ppm is rejected / received × 10⁶.")]
public sealed record SupplierQualityNode(SupplierNode Supplier, decimal Received, decimal Rejected, decimal? Ppm);

[GraphQLName("SupplyPoint")]
[GraphQLDescription("A product at a station or, without a place, in the plant's stores as a whole. Quantities in the product's unit.")]
public sealed class SupplyPointNode(SupplyPoint point, OrganisationPicture picture)
{
    public Guid Id => point.Id;

    public PlantRef Plant => PlantRef.Of(picture.Plant(point.PlantId)!);

    public async Task<ProductNode> GetProductAsync(ProductById products, CancellationToken cancellationToken) =>
        await products.LoadRequiredAsync(point.ProductId, cancellationToken);

    [GraphQLDescription("The station; null for the stores.")]
    public Named? Place => picture.Name(point.PlaceId);

    public Named? Line => picture.Name(point.LineId);

    public decimal OnHand => point.OnHand;

    public async Task<string> GetUnitAsync(ProductById products, CancellationToken cancellationToken) =>
        (await products.LoadRequiredAsync(point.ProductId, cancellationToken)).Unit;

    [GraphQLDescription("The balance is below zero; on hand is then 0.")]
    public bool Variance => point.HasVariance;

    public decimal? Minimum => point.Minimum;

    public decimal? ReorderPoint => point.ReorderPoint;

    public decimal? SafetyStock => point.SafetyStock;

    public decimal? Maximum => point.Maximum;

    public decimal? DemandPerHour => point.DemandPerHour;

    public DemandSource DemandSource => point.DemandSource;

    [GraphQLDescription("Working time until it runs out; null without demand, or below zero already.")]
    public int? GetCoverMinutes(TimeProvider clock) =>
        point.RunsOutAt is { } end ? (int)Math.Clamp((end - clock.GetUtcNow()).TotalMinutes, 0, int.MaxValue) : null;

    public DateTimeOffset? RunsOutAt => point.RunsOutAt;

    public DateTimeOffset? RunsIntoSafetyAt => point.RunsIntoSafetyAt;

    public CoverReason? CoverReason => point.CoverReason;

    public SupplyStatus Status => point.Status;

    public DateTimeOffset StatusSince => point.StatusSince;

    public DateTimeOffset? HeardAt => point.HeardAt;

    [GraphQLDescription("Its feed has been silent for too long: all this is only as new as heardAt, whatever the status.")]
    public bool IsSilent => point.IsSilent;

    public Counting Counting => point.Counting;

    public int? BinCount => point.BinCount;

    public decimal? PackageQuantity => point.PackageQuantity;

    [GraphQLDescription("Its curve: the last two hours as known, then the hours to come, with the deliveries drawn on it.")]
    public Task<SupplyProjection> GetProjectionAsync(UseCases useCases, CancellationToken cancellationToken, int hours = 8) =>
        useCases.Ask(new ProjectSupplyPoint(point.Id, hours), cancellationToken);

    public async Task<DeliveryNode?> GetNextDeliveryAsync(NextDeliveryByProduct deliveries, CancellationToken cancellationToken) =>
        await deliveries.LoadAsync((point.PlantId, point.ProductId), cancellationToken) is { } next ? new(next) : null;
}

[GraphQLName("PlantRef")]
public sealed record PlantRef(Guid Id, string Code, string Name)
{
    public static PlantRef Of(Plant plant) => new(plant.Id, plant.Code, plant.Name);
}

[GraphQLName("Delivery")]
[GraphQLDescription("One line of a supplier order, its quantities as in the extract in every state.")]
public sealed class DeliveryNode(Delivery delivery)
{
    public Guid Id => delivery.Id;

    public string OrderNumber => delivery.OrderNumber;

    public string LineNumber => delivery.LineNumber;

    public async Task<SupplierNode> GetSupplierAsync(SupplierById suppliers, CancellationToken cancellationToken) =>
        await suppliers.LoadRequiredAsync(delivery.SupplierId, cancellationToken);

    public async Task<ProductNode> GetProductAsync(ProductById products, CancellationToken cancellationToken) =>
        await products.LoadRequiredAsync(delivery.ProductId, cancellationToken);

    public decimal Ordered => delivery.Ordered;

    public decimal Received => delivery.Received;

    public decimal Rejected => delivery.Rejected;

    public decimal Stocked => delivery.Stocked;

    public decimal Outstanding => delivery.Outstanding;

    public async Task<string> GetUnitAsync(ProductById products, CancellationToken cancellationToken) =>
        (await products.LoadRequiredAsync(delivery.ProductId, cancellationToken)).Unit;

    public DateTimeOffset DueAt => delivery.DueAt;

    public DateTimeOffset? ShippedAt => delivery.ShippedAt;

    public DateTimeOffset? ReceivedAt => delivery.ReceivedAt;

    public DeliveryState State => delivery.State;

    public bool Late => delivery.State == DeliveryState.Late;

    public bool HasRejects => delivery.HasRejects;

    public bool ReceivedShort => delivery.IsReceivedShort;
}

[GraphQLName("Movement")]
public sealed class MovementNode(Movement movement, OrganisationPicture picture)
{
    public Guid Id => movement.Id;

    public MovementKind Kind => movement.Kind;

    public async Task<ProductNode> GetProductAsync(ProductById products, CancellationToken cancellationToken) =>
        await products.LoadRequiredAsync(movement.ProductId, cancellationToken);

    public Named? FromPlace => picture.Name(movement.FromPlaceId);

    public Named? ToPlace => picture.Name(movement.ToPlaceId);

    public decimal Quantity => movement.Quantity;

    public string? Lot => movement.Lot;

    public string? Document => movement.Document;

    public DateTimeOffset OccurredAt => movement.OccurredAt;

    public DateTimeOffset RecordedAt => movement.RecordedAt;
}

[ObjectType<PlaceNode>]
public static class PlaceSupply
{
    [GraphQLDescription("Supply points at a station, or at all stations of a line or area.")]
    public static async Task<IEnumerable<SupplyPointNode>> GetSupplyPointsAsync(
        [Parent] PlaceNode place, PointsByPlace points, CancellationToken cancellationToken) =>
        (await points.LoadAsync(place.Id, cancellationToken) ?? []).Select(p => new SupplyPointNode(p, place.Picture));
}

[ObjectType<LineNode>]
public static class LineSupply
{
    public static async Task<IEnumerable<SupplyPointNode>> GetSupplyPointsAsync(
        [Parent] LineNode line, PointsByPlace points, CancellationToken cancellationToken) =>
        (await points.LoadAsync(line.Id, cancellationToken) ?? []).Select(p => new SupplyPointNode(p, line.Picture));
}
