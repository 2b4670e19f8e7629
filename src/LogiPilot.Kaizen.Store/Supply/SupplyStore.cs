using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Supply;

/// <inheritdoc cref="ISupplyStore"/>
public sealed partial class SupplyStore(StoreSession session) : ISupplyStore
{
    private const string OfPlantAndProducts =
        "WHERE t.plant_id = @plant AND t.product_id IN (SELECT value FROM json_each(@products))";

    public Task<IReadOnlyList<Product>> Products(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        List<Product>("WHERE t.id IN (SELECT value FROM json_each(@ids))", ("ids", Columns.FromIds(ids)));

    public Task<IReadOnlyDictionary<string, Product>> ProductsByCode(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, Product>>(
            session.Reading.List<Product>("").ToDictionary(p => p.Code, StringComparer.Ordinal));

    public Task<SupplyPoint?> FindPoint(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<SupplyPoint>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<SupplyPoint>> Points(
        Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        List<SupplyPoint>(OfPlantAndProducts, ("plant", plantId), ("products", Columns.FromIds(productIds)));

    public Task<IReadOnlyList<SupplyPoint>> AllPoints(Guid plantId, CancellationToken cancellationToken) =>
        List<SupplyPoint>("WHERE t.plant_id = @plant", ("plant", plantId));

    public Task<IReadOnlyList<SupplyPoint>> PointsDue(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        List<SupplyPoint>("WHERE t.reassess_at <= @now ORDER BY t.reassess_at LIMIT @limit", ("now", now), ("limit", limit));

    public Task<bool> AnySilent(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.Number(
            "SELECT EXISTS (SELECT 1 FROM supply_points WHERE plant_id = @plant AND is_silent = 1)", ("plant", plantId)) == 1);

    public Task<IReadOnlyList<Balance>> Balances(
        Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        List<Balance>(OfPlantAndProducts, ("plant", plantId), ("products", Columns.FromIds(productIds)));

    public Task<IReadOnlyList<Balance>> AllBalances(Guid plantId, CancellationToken cancellationToken) =>
        List<Balance>("WHERE t.plant_id = @plant", ("plant", plantId));

    public Task<IReadOnlyList<Consumed>> ConsumedSince(
        Guid plantId, IReadOnlyCollection<Guid> productIds, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Consumed>>(session.Reading.Rows(
            $"""
            SELECT t.product_id, t.from_place_id, count(*), sum(t.quantity) FROM movements t
            {OfPlantAndProducts} AND t.occurred_at >= @since AND t.kind IN ('CONSUMPTION', 'ISSUE') AND t.from_place_id IS NOT NULL
            GROUP BY t.product_id, t.from_place_id
            """,
            r => new Consumed(r.GetGuid(0), r.GetGuid(1), r.GetInt32(2), Columns.ToQuantity(r.GetInt64(3))),
            ("plant", plantId), ("products", Columns.FromIds(productIds)), ("since", since)));

    public Task<IReadOnlyList<Balance>> BookedAfter(Guid plantId, DateTimeOffset instant, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Balance>>(session.Reading.Rows(
            """
            WITH later AS (SELECT * FROM movements WHERE plant_id = @plant AND occurred_at > @instant)
            SELECT product_id, place_id, ifnull(lot, ''), sum(quantity) FROM (
                SELECT product_id, to_place_id AS place_id, lot, quantity FROM later
                UNION ALL SELECT product_id, from_place_id, lot, -quantity FROM later)
            WHERE place_id IS NOT NULL GROUP BY product_id, place_id, ifnull(lot, '')
            """,
            r => new Balance(plantId, r.GetGuid(0), r.GetGuid(1), r.GetString(2), Columns.ToQuantity(r.GetInt64(3))),
            ("plant", plantId), ("instant", instant)));

    public Task<IReadOnlyList<Delivery>> Outstanding(
        Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        List<Delivery>(
            OfPlantAndProducts + OnlyOutstanding, ("plant", plantId), ("products", Columns.FromIds(productIds)));

    public Task<IReadOnlyList<Delivery>> AllDeliveries(Guid plantId, CancellationToken cancellationToken) =>
        List<Delivery>("WHERE t.plant_id = @plant", ("plant", plantId));

    public Task<IReadOnlyList<Delivery>> FallenDue(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        List<Delivery>(
            "WHERE t.state = 'EXPECTED' AND t.due_at < @now ORDER BY t.due_at LIMIT @limit", ("now", now), ("limit", limit));

    public Task<IReadOnlyDictionary<Guid, int>> ShortestLeadTimes(
        IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, int>>(session.Reading.Rows(
            """
            SELECT product_id, min(lead_time_days) FROM sources
            WHERE product_id IN (SELECT value FROM json_each(@products)) AND is_active GROUP BY product_id
            """,
            r => (Id: r.GetGuid(0), Days: r.GetInt32(1)),
            ("products", Columns.FromIds(productIds))).ToDictionary(r => r.Id, r => r.Days));

    public Task<IReadOnlyList<Supplier>> Suppliers(CancellationToken cancellationToken) => List<Supplier>("ORDER BY t.code");

    public Task<IReadOnlyList<Source>> Sources(CancellationToken cancellationToken) => List<Source>("");

    public Task<IReadOnlyList<BillLine>> BillLines(CancellationToken cancellationToken) => List<BillLine>("");

    internal const string OnlyOutstanding =
        " AND t.state IN ('EXPECTED', 'LATE') AND t.ordered > t.received ORDER BY t.due_at, t.id";

    private Task<IReadOnlyList<T>> List<T>(string tail, params ReadOnlySpan<(string Name, object? Value)> arguments)
        where T : class =>
        Task.FromResult<IReadOnlyList<T>>(session.Reading.List<T>(tail, arguments));
}
