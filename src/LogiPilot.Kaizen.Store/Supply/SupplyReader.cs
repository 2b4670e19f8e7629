using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Supply;

/// <inheritdoc cref="ISupplyReader"/>
public sealed class SupplyReader(StoreSession session) : ISupplyReader
{
    private const string ById = "WHERE t.id IN (SELECT value FROM json_each(@ids))";

    public Task<Page<SupplyPoint>> Points(
        IReadOnlyCollection<Guid> plants, SupplyPointFilter filter, SupplyPointOrder order, PageRequest page,
        CancellationToken cancellationToken)
    {
        var query = new ListQuery<SupplyPoint>("JOIN products p ON p.id = t.product_id")
            .Each("t.plant_id", plants.Only(filter.PlantIds))
            .In("t.id", filter.Ids)
            .In("t.status", filter.Statuses)
            .In("t.line_id", filter.LineIds)
            .In("t.place_id", filter.PlaceIds)
            .Where("(t.place_id IS NULL) = {0}", filter.Stores)
            .In("t.product_id", filter.ProductIds)
            .Text("p.searched", filter.Text);
        string[] keys = order == SupplyPointOrder.ProductCode
            ? ["p.code", "t.id"]
            : ["t.status_rank", "ifnull(t.runs_out_at, 9223372036854775807)", "p.code", "t.id"];
        return Task.FromResult(query.Read(session.Reading, page, descending: false, keys));
    }

    public Task<Page<Product>> Products(
        IReadOnlyCollection<Guid> plants, ProductFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var query = new ListQuery<Product>().Text("t.searched", filter.Text);
        if (plants.Count == 0)
        {
            query.In("t.id", Array.Empty<Guid>());
        }

        var among = Columns.FromIds(plants.Only(filter.PlantIds));
        if (filter.PlantIds is not null)
        {
            query.Where(
                "EXISTS (SELECT 1 FROM supply_points s WHERE s.product_id = t.id AND s.plant_id IN (SELECT value FROM json_each({0})))",
                among);
        }

        if (filter.PlaceIds is not null)
        {
            FilterTooLargeException.Check(filter.PlaceIds);
            query.Where(
                """
                t.id IN (
                    SELECT s.product_id FROM supply_points s, json_each({0}) a
                    WHERE s.plant_id IN (SELECT value FROM json_each({1})) AND a.value IN (s.place_id, s.line_id, s.area_id)
                    UNION SELECT b.product_id FROM balances b
                    WHERE b.plant_id IN (SELECT value FROM json_each({1})) AND b.place_id IN (SELECT value FROM json_each({0}))
                        AND b.quantity <> 0)
                """,
                Columns.FromIds(filter.PlaceIds), among);
        }

        return Task.FromResult(query.Read(session.Reading, page, descending: false, "t.code", "t.id"));
    }

    public Task<Page<Delivery>> Deliveries(
        IReadOnlyCollection<Guid> plants, DeliveryFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var query = new ListQuery<Delivery>("JOIN products p ON p.id = t.product_id JOIN suppliers s ON s.id = t.supplier_id")
            .Each("t.plant_id", plants.Only(filter.PlantIds))
            .In("t.state", filter.States)
            .In("t.supplier_id", filter.SupplierIds)
            .In("t.product_id", filter.ProductIds)
            .In("t.order_number", filter.OrderNumbers)
            .Where("(t.rejected > 0) = {0}", filter.HasRejects)
            .Where("(t.received < t.ordered) = {0}", filter.ReceivedShort)
            .Text("(t.searched || ' ' || p.searched || ' ' || s.searched)", filter.Text);
        return Task.FromResult(query.Read(session.Reading, page, descending: true, "t.due_at", "t.id"));
    }

    public Task<IReadOnlyDictionary<Guid, Product>> ProductsById(
        IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Product>>(
            session.Reading.List<Product>(ById, ("ids", Columns.FromIds(ids))).ToDictionary(p => p.Id));

    public Task<IReadOnlyDictionary<Guid, Supplier>> SuppliersById(
        IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, Supplier>>(
            session.Reading.List<Supplier>(ById, ("ids", Columns.FromIds(ids))).ToDictionary(s => s.Id));

    public Task<IReadOnlyList<SupplyPoint>> PointsById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        List<SupplyPoint>(ById, ("ids", Columns.FromIds(ids)));

    public Task<IReadOnlyList<SupplyPoint>> PointsOfPlant(Guid plantId, CancellationToken cancellationToken) =>
        List<SupplyPoint>("WHERE t.plant_id = @plant", ("plant", plantId));

    public Task<IReadOnlyList<Movement>> MovementsById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        List<Movement>(ById + " ORDER BY t.id", ("ids", Columns.FromIds(ids)));

    public Task<IReadOnlyList<Movement>> MovementsOf(
        SupplyPoint point, DateTimeOffset since, CancellationToken cancellationToken) =>
        List<Movement>(
            """
            WHERE t.plant_id = @plant AND t.product_id = @product AND t.occurred_at >= @since
            AND (@place IS NULL OR @place IN (t.from_place_id, t.to_place_id)) ORDER BY t.occurred_at, t.id
            """,
            ("plant", point.PlantId), ("product", point.ProductId), ("since", since), ("place", point.PlaceId));

    public Task<IReadOnlyList<Delivery>> OutstandingOf(
        Guid plantId, IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        new SupplyStore(session).Outstanding(plantId, productIds, cancellationToken);

    public Task<IReadOnlyDictionary<Guid, int>> LeadTimes(IReadOnlyCollection<Guid> productIds, CancellationToken cancellationToken) =>
        new SupplyStore(session).ShortestLeadTimes(productIds, cancellationToken);

    public Task<IReadOnlyList<SupplierQuality>> SupplierQualities(
        IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken)
    {
        var suppliers = session.Reading.List<Supplier>("ORDER BY t.code");
        var sums = session.Reading.Rows(
            """
            SELECT supplier_id, sum(received), sum(rejected) FROM deliveries
            WHERE plant_id IN (SELECT value FROM json_each(@plants)) AND received > 0 GROUP BY supplier_id
            """,
            r => (Id: r.GetGuid(0), Received: Columns.ToQuantity(r.GetInt64(1)), Rejected: Columns.ToQuantity(r.GetInt64(2))),
            ("plants", Columns.FromIds(plants))).ToDictionary(r => r.Id);
        return Task.FromResult<IReadOnlyList<SupplierQuality>>(
        [
            .. suppliers.Where(s => sums.ContainsKey(s.Id)).Select(s => new SupplierQuality(s, sums[s.Id].Received, sums[s.Id].Rejected)),
        ]);
    }

    private Task<IReadOnlyList<T>> List<T>(string tail, params ReadOnlySpan<(string Name, object? Value)> arguments)
        where T : class =>
        Task.FromResult<IReadOnlyList<T>>(session.Reading.List<T>(tail, arguments));
}
