using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Hosting;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Supply;

[QueryType]
public static class SupplyQueries
{
    [Needs(Permission.SeeBoard)]
    [UseConnection(Name = "Product")]
    public static async Task<Connection<ProductNode>> GetProductsAsync(
        ProductFilter? filter, PageRequest page, UseCases useCases, CancellationToken cancellationToken) =>
        (await useCases.Ask(new ListProducts(filter ?? new(), page.ToCore()), cancellationToken)).ToConnection(ProductNode.Of);

    [Needs(Permission.SeeBoard)]
    [UseConnection(Name = "SupplyPoint")]
    public static async Task<Connection<SupplyPointNode>> GetSupplyPointsAsync(
        SupplyPointFilter? filter, PageRequest page, UseCases useCases, IDirectory directory, CancellationToken cancellationToken,
        SupplyPointOrder orderBy = SupplyPointOrder.WorstFirst)
    {
        var picture = await directory.Current(cancellationToken);
        return (await useCases.Ask(new ListSupplyPoints(filter ?? new(), orderBy, page.ToCore()), cancellationToken))
            .ToConnection(p => new SupplyPointNode(p, picture));
    }

    [Needs(Permission.SeeBoard)]
    public static async Task<SupplyPointNode?> GetSupplyPointAsync(
        Guid id, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        await useCases.Find(new FindSupplyPoint(id), cancellationToken) is { } point
            ? new(point, await directory.Current(cancellationToken))
            : null;

    [Needs(Permission.SeeBoard)]
    [UseConnection(Name = "Delivery")]
    public static async Task<Connection<DeliveryNode>> GetDeliveriesAsync(
        DeliveryFilter? filter, PageRequest page, UseCases useCases, CancellationToken cancellationToken) =>
        (await useCases.Ask(new ListDeliveries(filter ?? new(), page.ToCore()), cancellationToken)).ToConnection(d => new DeliveryNode(d));

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("Suppliers that delivered goods, the worst quality first.")]
    public static async Task<IEnumerable<SupplierQualityNode>> GetSuppliersAsync(
        IReadOnlyList<Guid>? plantIds, UseCases useCases, CancellationToken cancellationToken) =>
        (await useCases.Ask(new ListSupplierQualities(plantIds), cancellationToken)).Suppliers
        .OrderByDescending(q => q.Ppm)
        .Select(q => new SupplierQualityNode(SupplierNode.Of(q.Supplier), q.Received, q.Rejected, q.Ppm));

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("Rejected / received × 10⁶ over all lines that received goods, to the unit; null when nothing was received.")]
    public static async Task<decimal?> GetSupplierPpmAsync(
        IReadOnlyList<Guid>? plantIds, UseCases useCases, CancellationToken cancellationToken) =>
        (await useCases.Ask(new ListSupplierQualities(plantIds), cancellationToken)).Ppm is { } ppm ? Math.Round(ppm) : null;
}
