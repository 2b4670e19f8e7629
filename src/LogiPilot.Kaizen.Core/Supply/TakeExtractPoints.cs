using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>The supply points that a count speaks of: made when missing, their limits revised where the extract states them.</summary>
internal sealed class TakeExtractPoints(
    TakeExtractIntake intake, Dictionary<(Guid ProductId, Guid? PlaceId), SupplyPoint> points)
{
    private readonly HashSet<SupplyPoint> _made = [];
    private readonly HashSet<SupplyPoint> _revised = [];
    private readonly HashSet<SupplyPoint> _counted = [];

    public int Made => _made.Count;

    public int Changed => _revised.Count;

    public void PutStores(Product product, IReadOnlyList<StockRow> rows) => Put(product, station: null, present => present with
    {
        ReorderPoint = Agreed(rows, "reorderPoint", r => r.ReorderPoint, present.ReorderPoint),
        SafetyStock = Agreed(rows, "safetyStock", r => r.SafetyStock, present.SafetyStock),
        Maximum = Agreed(rows, "storesMaximum", r => r.StoresMaximum, present.Maximum),
    });

    public void PutStation(Product product, Place station, IReadOnlyList<StockRow> rows)
    {
        var point = Put(product, station, present => present with
        {
            Minimum = Agreed(rows, "minimum", r => r.Minimum, present.Minimum),
            Maximum = Agreed(rows, "maximum", r => r.Maximum, present.Maximum),
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

    private SupplyPoint Put(Product product, Place? station, Func<SupplyLimits, SupplyLimits> revise)
    {
        if (!points.TryGetValue((product.Id, station?.Id), out var point))
        {
            point = SupplyPoint.Create(intake.NewId(), intake.Plant.Id, product.Id, station, revise(new SupplyLimits()), intake.Now);
            points[(product.Id, station?.Id)] = point;
            _made.Add(point);
        }
        else if (point.Revise(revise(LimitsOf(point))))
        {
            _revised.Add(point);
        }

        return point;
    }

    /// <summary>
    /// What the rows of one point say together: each may say it or leave it to the others, and none saying it means no limit.
    /// A file without the column leaves the limit as it is.
    /// </summary>
    private decimal? Agreed(IReadOnlyList<StockRow> rows, string column, Func<StockRow, decimal?> limitOf, decimal? present)
    {
        var stating = rows.Where(r => r.At.File.States(column)).ToList();
        var saying = stating.FindAll(r => limitOf(r) is not null);
        foreach (var other in saying.Where(r => limitOf(r) != limitOf(saying[0])))
        {
            intake.Refusals.Add(other.At.Refuse(
                column, limitOf(other), "limitsDiffer", ("firstLine", saying[0].At.Line), ("firstFile", saying[0].At.File.Name)));
        }

        return stating.Count == 0 ? present : saying.Count == 0 ? null : limitOf(saying[0]);
    }

    private static SupplyLimits LimitsOf(SupplyPoint point) => new(
        point.Minimum, point.ReorderPoint, point.SafetyStock, point.Maximum, point.FixedRatePerHour, point.Counting, point.BinCount,
        point.PackageQuantity);
}
