using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>The supply points that a count speaks of: made when missing, their limits revised where the extract states them.</summary>
internal sealed class TakeExtractPoints(
    TakeExtractIntake intake, Dictionary<(Guid ProductId, Guid? PlaceId), SupplyPoint> points)
{
    private readonly Dictionary<Guid, (SupplyLimits Limits, RowAt At)> _stated = [];
    private readonly HashSet<SupplyPoint> _made = [];
    private readonly HashSet<SupplyPoint> _revised = [];
    private readonly HashSet<SupplyPoint> _counted = [];

    public int Made => _made.Count;

    public int Changed => _revised.Count;

    public void PutStores(StockRow row, Product product)
    {
        var file = row.At.File;
        Put(row, product, station: null, "reorderPoint", present => present with
        {
            ReorderPoint = file.States("reorderPoint") ? row.ReorderPoint : present.ReorderPoint,
            SafetyStock = file.States("safetyStock") ? row.SafetyStock : present.SafetyStock,
            Maximum = file.States("storesMaximum") ? row.StoresMaximum : present.Maximum,
        });
    }

    public void PutStation(StockRow row, Product product, Place station)
    {
        var file = row.At.File;
        var point = Put(row, product, station, "minimum", present => present with
        {
            Minimum = file.States("minimum") ? row.Minimum : present.Minimum,
            Maximum = file.States("maximum") ? row.Maximum : present.Maximum,
        });
        if (!_made.Contains(point) && point.Follow(station))
        {
            _revised.Add(point);
        }
    }

    /// <summary>Notes the count on the points of a product at a place; a place without a point of its own counts for the stores.</summary>
    public void Count(Guid productId, Guid placeId)
    {
        foreach (Guid? at in (Guid?[])[placeId, null])
        {
            if (points.TryGetValue((productId, at), out var point) && point.CountedAt != intake.AsOf && point.Count(intake.AsOf))
            {
                _counted.Add(point);
                intake.CountedProductIds.Add(productId);
            }
        }
    }

    public void Write()
    {
        foreach (var point in _made)
        {
            intake.Supply.Add(point);
        }

        foreach (var point in _revised.Union(_counted).Where(p => !_made.Contains(p)))
        {
            intake.Supply.Save(point);
        }

        intake.RevisedPointIds.UnionWith(_made.Union(_revised).Select(p => p.Id));
    }

    private SupplyPoint Put(StockRow row, Product product, Place? station, string column, Func<SupplyLimits, SupplyLimits> revise)
    {
        if (!points.TryGetValue((product.Id, station?.Id), out var point))
        {
            point = SupplyPoint.Create(intake.NewId(), intake.Plant.Id, product.Id, station, revise(new SupplyLimits()), intake.Now);
            points[(product.Id, station?.Id)] = point;
            _made.Add(point);
        }

        var limits = revise(LimitsOf(point));
        if (!_stated.TryAdd(point.Id, (limits, row.At)) && _stated[point.Id].Limits != limits)
        {
            var first = _stated[point.Id].At;
            intake.Refusals.Add(row.At.Refuse(column, product.Code, "limitsDiffer", ("firstLine", first.Line), ("firstFile", first.File.Name)));
        }
        else if (point.Revise(limits))
        {
            _revised.Add(point);
        }

        return point;
    }

    private static SupplyLimits LimitsOf(SupplyPoint point) => new(
        point.Minimum, point.ReorderPoint, point.SafetyStock, point.Maximum, point.FixedRatePerHour, point.Counting, point.BinCount,
        point.PackageQuantity);
}
