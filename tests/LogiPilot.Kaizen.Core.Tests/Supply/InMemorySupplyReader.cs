using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

/// <summary>Supply in memory, for reading: lists limited to the plants given, on one page, unfiltered otherwise.</summary>
internal sealed class InMemorySupplyReader(InMemorySupply supply) : ISupplyReader
{
    public Task<Page<SupplyPoint>> Points(
        IReadOnlyCollection<Guid> plants, SupplyPointFilter filter, SupplyPointOrder order, PageRequest page,
        CancellationToken cancellationToken) => OnePage(supply.EveryPoint.Where(p => plants.Contains(p.PlantId)));

    public Task<Page<Product>> Products(
        IReadOnlyCollection<Guid> plants, ProductFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        OnePage(supply.EveryProduct);

    public Task<Page<Delivery>> Deliveries(
        IReadOnlyCollection<Guid> plants, DeliveryFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        OnePage(supply.EveryDelivery.Where(d => plants.Contains(d.PlantId)));

    public Task<IReadOnlyDictionary<Guid, Product>> ProductsById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Product>>(
            supply.EveryProduct.Where(p => ids.Contains(p.Id)).ToDictionary(p => p.Id));

    public Task<IReadOnlyDictionary<Guid, Supplier>> SuppliersById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Supplier>>(
            supply.EverySupplier.Where(s => ids.Contains(s.Id)).ToDictionary(s => s.Id));

    public Task<IReadOnlyList<SupplyPoint>> PointsById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        List(supply.EveryPoint.Where(p => ids.Contains(p.Id)));

    public Task<IReadOnlyList<SupplyPoint>> PointsOfPlant(Guid plantId, CancellationToken cancellationToken) =>
        List(supply.EveryPoint.Where(p => p.PlantId == plantId));

    public Task<IReadOnlyList<Movement>> MovementsById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        List(supply.Ledger.Where(m => ids.Contains(m.Id)));

    public Task<IReadOnlyList<Movement>> MovementsOf(SupplyPoint point, DateTimeOffset since, CancellationToken cancellationToken) =>
        List(supply.Ledger
            .Where(m => m.PlantId == point.PlantId && m.ProductId == point.ProductId && m.OccurredAt >= since
                && (point.IsStores || m.FromPlaceId == point.PlaceId || m.ToPlaceId == point.PlaceId))
            .OrderBy(m => m.OccurredAt));

    public Task<IReadOnlyList<Delivery>> OutstandingOf(
        Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        supply.Outstanding(plantId, productIds, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, int>> LeadTimes(IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        supply.ShortestLeadTimes(productIds, cancellationToken);

    public Task<IReadOnlyList<SupplierQuality>> SupplierQualities(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken) =>
        List(supply.EveryDelivery.Where(d => plants.Contains(d.PlantId) && d.Received > 0).GroupBy(d => d.SupplierId)
            .Join(supply.EverySupplier, g => g.Key, s => s.Id, (g, s) => new SupplierQuality(s, g.Sum(d => d.Received), g.Sum(d => d.Rejected))));

    private static Task<IReadOnlyList<T>> List<T>(IEnumerable<T> items) => Task.FromResult<IReadOnlyList<T>>([.. items]);

    private static Task<Page<T>> OnePage<T>(IEnumerable<T> items)
    {
        var list = items.Select((item, index) => ($"{index}", item)).ToList();
        return Task.FromResult(new Page<T>(list, false, false, list.Count));
    }
}
