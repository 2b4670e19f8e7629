using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// What left a place for use since an instant (CONSUMPTION and ISSUE movements out of it, by when they occurred): number of
/// movements and their sum, in the product's unit.
/// </summary>
public sealed record Consumed(Guid ProductId, Guid PlaceId, int Count, decimal Quantity);

/// <summary>Supply as the writer sees it: everything inside the running transaction.</summary>
public interface ISupplyStore
{
    Task<IReadOnlyList<Product>> Products(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<string, Product>> ProductsByCode(CancellationToken cancellationToken);

    Task<SupplyPoint?> FindPoint(Guid id, CancellationToken cancellationToken);

    /// <summary>All points of a plant for some products: line side and stores.</summary>
    Task<IReadOnlyList<SupplyPoint>> Points(Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken);

    Task<IReadOnlyList<SupplyPoint>> AllPoints(Guid plantId, CancellationToken cancellationToken);

    /// <summary>Points whose <see cref="SupplyPoint.ReassessAt"/> has come, oldest first.</summary>
    Task<IReadOnlyList<SupplyPoint>> PointsDue(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Whether the feed of some point of a plant is silent, whatever status the point kept.</summary>
    Task<bool> AnySilent(Guid plantId, CancellationToken cancellationToken);

    Task<IReadOnlyList<Balance>> Balances(Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken);

    Task<IReadOnlyList<Balance>> AllBalances(Guid plantId, CancellationToken cancellationToken);

    Task<IReadOnlyList<Consumed>> ConsumedSince(
        Guid plantId, IReadOnlyCollection<Guid> productIds, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Net quantity booked per product, place and lot after an instant: what came in minus what went out.</summary>
    Task<IReadOnlyList<Balance>> BookedAfter(Guid plantId, DateTimeOffset instant, CancellationToken cancellationToken);

    Task<IReadOnlyList<Delivery>> Outstanding(Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken);

    Task<IReadOnlyList<Delivery>> AllDeliveries(Guid plantId, CancellationToken cancellationToken);

    /// <summary>Expected deliveries that fell due before an instant.</summary>
    Task<IReadOnlyList<Delivery>> FallenDue(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>Days of the fastest active source, by product; a product without one is absent.</summary>
    Task<IReadOnlyDictionary<Guid, int>> ShortestLeadTimes(IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken);

    Task<IReadOnlyList<Supplier>> Suppliers(CancellationToken cancellationToken);

    Task<IReadOnlyList<Source>> Sources(CancellationToken cancellationToken);

    Task<IReadOnlyList<BillLine>> BillLines(CancellationToken cancellationToken);

    void Add(Product product);

    void Save(Product product);

    void Add(SupplyPoint point);

    void Save(SupplyPoint point);

    void Add(Movement movement);

    void Put(Balance balance);

    void Add(Delivery delivery);

    void Save(Delivery delivery);

    void Add(Supplier supplier);

    void Save(Supplier supplier);

    void Put(Source source);

    void Put(BillLine line);

    void Remove(BillLine line);
}

/// <summary>Filters of the supply picture; an absent (null) one does not filter. <c>Stores</c>: only the stores' points, or none of them.</summary>
public sealed record SupplyPointFilter(
    IReadOnlyList<Guid>? PlantIds = null, IReadOnlyList<SupplyStatus>? Statuses = null, IReadOnlyList<Guid>? LineIds = null,
    IReadOnlyList<Guid>? PlaceIds = null, IReadOnlyList<Guid>? ProductIds = null, string? Text = null, IReadOnlyList<Guid>? Ids = null,
    bool? Stores = null);

public enum SupplyPointOrder
{
    WorstFirst,
    ProductCode,
}

public sealed record ProductFilter(IReadOnlyList<Guid>? PlantIds = null, IReadOnlyList<Guid>? PlaceIds = null, string? Text = null);

public sealed record DeliveryFilter(
    IReadOnlyList<Guid>? PlantIds = null, IReadOnlyList<DeliveryState>? States = null, IReadOnlyList<Guid>? SupplierIds = null,
    IReadOnlyList<Guid>? ProductIds = null, IReadOnlyList<string>? OrderNumbers = null, bool? HasRejects = null,
    bool? ReceivedShort = null, string? Text = null);

/// <summary>Received and rejected quantities of a supplier over all lines that received goods.</summary>
public sealed record SupplierQuality(Supplier Supplier, decimal Received, decimal Rejected)
{
    /// <summary>Rejected / received × 10⁶; null when nothing was received.</summary>
    public decimal? Ppm => Received > 0 ? Rejected / Received * 1_000_000m : null;
}

/// <summary>Supply for reading. Every list is limited to the plants given; none means none.</summary>
public interface ISupplyReader
{
    Task<Page<SupplyPoint>> Points(
        IReadOnlyCollection<Guid> plants, SupplyPointFilter filter, SupplyPointOrder order, PageRequest page, CancellationToken cancellationToken);

    Task<Page<Product>> Products(IReadOnlyCollection<Guid> plants, ProductFilter filter, PageRequest page, CancellationToken cancellationToken);

    Task<Page<Delivery>> Deliveries(IReadOnlyCollection<Guid> plants, DeliveryFilter filter, PageRequest page, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<Guid, Product>> ProductsById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<Guid, Supplier>> SuppliersById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<IReadOnlyList<SupplyPoint>> PointsById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<IReadOnlyList<SupplyPoint>> PointsOfPlant(Guid plantId, CancellationToken cancellationToken);

    Task<IReadOnlyList<Movement>> MovementsById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>The ledger of one point since an instant, oldest first, for the known part of its curve.</summary>
    Task<IReadOnlyList<Movement>> MovementsOf(SupplyPoint point, DateTimeOffset since, CancellationToken cancellationToken);

    Task<IReadOnlyList<Delivery>> OutstandingOf(Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken);

    /// <inheritdoc cref="ISupplyStore.ShortestLeadTimes"/>
    Task<IReadOnlyDictionary<Guid, int>> LeadTimes(IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken);

    Task<IReadOnlyList<SupplierQuality>> SupplierQualities(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);
}

/// <summary>The figures last taken of a dataset from a source (the names of its files), and the instant they were said to hold.</summary>
public sealed record TakenDataset(Guid PlantId, Dataset Dataset, string Source, string Fingerprint, DateTimeOffset AsOf);

/// <summary>Remembers what was taken, so that the same extract is not taken twice and no count is undone by an older one.</summary>
public interface IExtractMemory
{
    Task<TakenDataset?> LastTaken(Guid plantId, Dataset dataset, string source, CancellationToken cancellationToken);

    void Keep(TakenDataset taken);

    /// <summary>When each place of a plant was last counted; a place never counted is absent.</summary>
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> LastCounts(Guid plantId, CancellationToken cancellationToken);

    void KeepCount(Guid plantId, Guid placeId, DateTimeOffset countedAt);
}
