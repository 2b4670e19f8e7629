using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

/// <summary>Supply in memory, for writing. Everything handed out is the one instance, as inside one transaction.</summary>
internal sealed class InMemorySupply : ISupplyStore
{
    private readonly Dictionary<Guid, Product> _products = [];
    private readonly Dictionary<Guid, SupplyPoint> _points = [];
    private readonly Dictionary<(Guid ProductId, Guid PlaceId, string Lot), Balance> _balances = [];
    private readonly Dictionary<Guid, Delivery> _deliveries = [];
    private readonly Dictionary<Guid, Supplier> _suppliers = [];
    private readonly Dictionary<Guid, Source> _sources = [];
    private readonly Dictionary<Guid, BillLine> _bill = [];

    public List<Movement> Ledger { get; } = [];

    public IEnumerable<Product> EveryProduct => _products.Values;

    public IEnumerable<SupplyPoint> EveryPoint => _points.Values;

    public IEnumerable<Delivery> EveryDelivery => _deliveries.Values;

    public IEnumerable<Supplier> EverySupplier => _suppliers.Values;

    public Task<IReadOnlyList<Product>> Products(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        List(_products.Values.Where(p => ids.Contains(p.Id)));

    public Task<IReadOnlyDictionary<string, Product>> ProductsByCode(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Product>>(_products.Values.ToDictionary(p => p.Code, StringComparer.Ordinal));

    public Task<SupplyPoint?> FindPoint(Guid id, CancellationToken cancellationToken) => Task.FromResult(_points.GetValueOrDefault(id));

    public Task<IReadOnlyList<SupplyPoint>> Points(
        Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        List(_points.Values.Where(p => p.PlantId == plantId && productIds.Contains(p.ProductId)));

    public Task<IReadOnlyList<SupplyPoint>> AllPoints(Guid plantId, CancellationToken cancellationToken) =>
        List(_points.Values.Where(p => p.PlantId == plantId));

    public Task<IReadOnlyList<SupplyPoint>> PointsDue(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        List(_points.Values.Where(p => p.ReassessAt <= now).OrderBy(p => p.ReassessAt).Take(limit));

    public Task<bool> AnySilent(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult(_points.Values.Any(p => p.PlantId == plantId && p.IsSilent));

    public Task<IReadOnlyList<Balance>> Balances(
        Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        List(_balances.Values.Where(b => b.PlantId == plantId && productIds.Contains(b.ProductId)));

    public Task<IReadOnlyList<Balance>> AllBalances(Guid plantId, CancellationToken cancellationToken) =>
        List(_balances.Values.Where(b => b.PlantId == plantId));

    public Task<IReadOnlyList<Consumed>> ConsumedSince(
        Guid plantId, IReadOnlyCollection<Guid> productIds, DateTimeOffset since, CancellationToken cancellationToken) =>
        List(Ledger
            .Where(m => m.PlantId == plantId && productIds.Contains(m.ProductId) && m.OccurredAt >= since
                && m.Kind is MovementKind.Consumption or MovementKind.Issue)
            .GroupBy(m => (m.ProductId, PlaceId: m.FromPlaceId!.Value))
            .Select(g => new Consumed(g.Key.ProductId, g.Key.PlaceId, g.Count(), g.Sum(m => m.Quantity))));

    public Task<IReadOnlyList<Balance>> BookedAfter(Guid plantId, DateTimeOffset instant, CancellationToken cancellationToken) =>
        List(Ledger.Where(m => m.PlantId == plantId && m.OccurredAt > instant)
            .SelectMany(m => new[] { (Place: m.FromPlaceId, Change: -m.Quantity, Movement: m), (Place: m.ToPlaceId, Change: m.Quantity, Movement: m) })
            .Where(c => c.Place is not null)
            .GroupBy(c => (c.Movement.ProductId, c.Place, Lot: c.Movement.Lot ?? ""))
            .Select(g => new Balance(plantId, g.Key.ProductId, g.Key.Place!.Value, g.Key.Lot, g.Sum(c => c.Change))));

    public Task<IReadOnlyList<Delivery>> Outstanding(
        Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        List(_deliveries.Values.Where(d => d.PlantId == plantId && productIds.Contains(d.ProductId) && d.Outstanding > 0));

    public Task<IReadOnlyList<Delivery>> AllDeliveries(Guid plantId, CancellationToken cancellationToken) =>
        List(_deliveries.Values.Where(d => d.PlantId == plantId));

    public Task<IReadOnlyList<Delivery>> FallenDue(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        List(_deliveries.Values.Where(d => d.State == DeliveryState.Expected && d.DueAt < now).Take(limit));

    public Task<IReadOnlyDictionary<Guid, int>> ShortestLeadTimes(
        IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, int>>(_sources.Values.Where(s => s.IsActive && productIds.Contains(s.ProductId))
            .GroupBy(s => s.ProductId).ToDictionary(g => g.Key, g => g.Min(s => s.LeadTimeDays)));

    public Task<IReadOnlyList<Supplier>> Suppliers(CancellationToken cancellationToken) => List(_suppliers.Values);

    public Task<IReadOnlyList<Source>> Sources(CancellationToken cancellationToken) => List(_sources.Values);

    public Task<IReadOnlyList<BillLine>> BillLines(CancellationToken cancellationToken) => List(_bill.Values);

    public void Add(Product product) => _products.Add(product.Id, product);

    public void Save(Product product) => _products[product.Id] = product;

    public void Add(SupplyPoint point) => _points.Add(point.Id, point);

    public void Save(SupplyPoint point) => _points[point.Id] = point;

    public void Add(Movement movement) => Ledger.Add(movement);

    public void Put(Balance balance) => _balances[(balance.ProductId, balance.PlaceId, balance.Lot)] = balance;

    public void Add(Delivery delivery) => _deliveries.Add(delivery.Id, delivery);

    public void Save(Delivery delivery) => _deliveries[delivery.Id] = delivery;

    public void Add(Supplier supplier) => _suppliers.Add(supplier.Id, supplier);

    public void Save(Supplier supplier) => _suppliers[supplier.Id] = supplier;

    public void Put(Source source) => _sources[source.Id] = source;

    public void Put(BillLine line) => _bill[line.Id] = line;

    public void Remove(BillLine line) => _bill.Remove(line.Id);

    private static Task<IReadOnlyList<T>> List<T>(IEnumerable<T> items) => Task.FromResult<IReadOnlyList<T>>([.. items]);
}
