using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Server.Supply;

public sealed class ProductById(ISupplyReader supply) : BatchDataLoader<Guid, ProductNode>
{
    protected override async Task<IReadOnlyDictionary<Guid, ProductNode>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await supply.ProductsById(keys, cancellationToken)).ToDictionary(p => p.Key, p => ProductNode.Of(p.Value));
}

public sealed class SupplierById(ISupplyReader supply) : BatchDataLoader<Guid, SupplierNode>
{
    protected override async Task<IReadOnlyDictionary<Guid, SupplierNode>> LoadBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await supply.SuppliersById(keys, cancellationToken)).ToDictionary(s => s.Key, s => SupplierNode.Of(s.Value));
}

/// <summary>Supply points at a station, or at all stations of a line or an area.</summary>
public sealed class PointsByPlace(ISupplyReader supply, IDirectory directory, ICurrentActor current) : GroupedDataLoader<Guid, SupplyPoint>
{
    protected override async Task<ILookup<Guid, SupplyPoint>> LoadGroupedBatchAsync(
        IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        var asked = keys.ToHashSet();
        var stations = picture.Places
            .Where(p => p.Kind == PlaceKind.Station)
            .Where(p => asked.Contains(p.Id) || (p.LineId is { } line && asked.Contains(line)) || (p.AreaId is { } area && asked.Contains(area)))
            .Select(p => p.Id)
            .ToList();
        var filter = new SupplyPointFilter(PlaceIds: stations);
        var points = new List<SupplyPoint>();
        for (string? after = null; stations.Count > 0;)
        {
            var page = await supply.Points(
                [.. current.Actor.PlantIds], filter, SupplyPointOrder.WorstFirst, new(1000, after, null, null, false), cancellationToken);
            points.AddRange(page.Items.Select(i => i.Item));
            if (!page.HasNext)
            {
                break;
            }

            after = page.Items[^1].Cursor;
        }

        return points
            .SelectMany(p => new[] { p.PlaceId, p.LineId, p.AreaId }.OfType<Guid>().Where(asked.Contains).Select(key => (key, p)))
            .ToLookup(p => p.key, p => p.p);
    }
}

/// <summary>The outstanding delivery of a product at a plant that is due first.</summary>
public sealed class NextDeliveryByProduct(ISupplyReader supply) : BatchDataLoader<(Guid PlantId, Guid ProductId), Delivery>
{
    protected override async Task<IReadOnlyDictionary<(Guid PlantId, Guid ProductId), Delivery>> LoadBatchAsync(
        IReadOnlyList<(Guid PlantId, Guid ProductId)> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(Guid, Guid), Delivery>();
        foreach (var plant in keys.GroupBy(k => k.PlantId))
        {
            var outstanding = await supply.OutstandingOf(plant.Key, [.. plant.Select(k => k.ProductId).Distinct()], cancellationToken);
            foreach (var delivery in outstanding.OrderBy(d => d.DueAt))
            {
                found.TryAdd((plant.Key, delivery.ProductId), delivery);
            }
        }

        return found;
    }
}
