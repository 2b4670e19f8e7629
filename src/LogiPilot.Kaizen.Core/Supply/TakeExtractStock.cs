using System.Globalization;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// Takes stock as a count at the extract's instant: what differs from the balance of that instant is booked as an adjustment
/// of that instant, and later movements stay on top. Each product counted has a stores point, and a line-side point for each
/// station it stands at.
/// </summary>
internal static class TakeExtractStock
{
    private const string Document = "import";

    private sealed record Counted(StockRow Row, Product Product, Place Place);

    public static async Task Take(TakeExtractIntake intake, CancellationToken cancellationToken)
    {
        if (intake.Extract.Stock is not { } rows)
        {
            return;
        }

        var counted = Resolve(intake, rows);
        var points = (await intake.Supply.AllPoints(intake.Plant.Id, cancellationToken)).ToDictionary(p => (p.ProductId, p.PlaceId));
        var stock = new TakeExtractPoints(intake, points);
        foreach (var ofProduct in counted.GroupBy(c => c.Product))
        {
            intake.CountedProductIds.Add(ofProduct.Key.Id);
            stock.PutStores(ofProduct.Key, [.. ofProduct.Select(c => c.Row)]);
            foreach (var atStation in ofProduct.Where(c => c.Place.Kind == PlaceKind.Station).GroupBy(c => c.Place))
            {
                stock.PutStation(ofProduct.Key, atStation.Key, [.. atStation.Select(c => c.Row)]);
            }
        }

        var figures = rows.Select(r => new { r.Product, r.Place, r.Lot, r.Quantity });
        IReadOnlyList<Movement> adjustments = [];
        if (!await intake.IsSame(Dataset.Stock, rows.Select(r => r.At), figures, holdsAt: true, cancellationToken)
            && await IsCurrent(intake, counted, cancellationToken))
        {
            adjustments = await Adjust(intake, counted, stock, cancellationToken);
            await intake.Book(adjustments, cancellationToken);
        }

        stock.Write();
        intake.Count(Dataset.Stock, rows.Count, stock.Made, stock.Changed, adjustments.Count);
    }

    private static List<Counted> Resolve(TakeExtractIntake intake, IReadOnlyList<StockRow> rows)
    {
        var counted = new List<Counted>(rows.Count);
        var seen = new Dictionary<(Guid, Guid, string), RowAt>();
        foreach (var row in rows)
        {
            var product = intake.ProductOf(row.At, "product", row.Product);
            var place = intake.PlaceOf(row.At, "place", row.Place);
            if (product is not null && place is not null
                && !intake.IsRepeated(seen, (product.Id, place.Id, row.Lot), row.At, "product", $"{row.Product} / {row.Place}"))
            {
                counted.Add(new(row, product, place));
            }
        }

        return counted;
    }

    private static async Task<bool> IsCurrent(TakeExtractIntake intake, List<Counted> counted, CancellationToken cancellationToken)
    {
        var last = await intake.Memory.LastCounts(intake.Plant.Id, cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(intake.Plant.TimeZone);
        var isCurrent = true;
        foreach (var (row, _, place) in counted.DistinctBy(c => c.Place.Id))
        {
            if (last.TryGetValue(place.Id, out var countedAt) && intake.AsOf < countedAt)
            {
                intake.Refusals.Add(row.At.Refuse(
                    "place", place.Code, "olderThanCount", ("countedAt", Local(countedAt)), ("asOf", Local(intake.AsOf))));
                isCurrent = false;
            }
        }

        return isCurrent;

        string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static async Task<IReadOnlyList<Movement>> Adjust(
        TakeExtractIntake intake, List<Counted> counted, TakeExtractPoints points, CancellationToken cancellationToken)
    {
        var balances = (await intake.Supply.AllBalances(intake.Plant.Id, cancellationToken))
            .ToDictionary(b => (b.ProductId, b.PlaceId, b.Lot), b => b.Quantity);
        var later = (await intake.Supply.BookedAfter(intake.Plant.Id, intake.AsOf, cancellationToken))
            .ToDictionary(b => (b.ProductId, b.PlaceId, b.Lot), b => b.Quantity);
        var figures = counted.ToDictionary(c => (c.Product.Id, c.Place.Id, c.Row.Lot), c => c.Row.Quantity);
        if (intake.Extract.Complete.Contains(Dataset.Stock))
        {
            foreach (var absent in balances.Keys.Where(k => !figures.ContainsKey(k)).ToList())
            {
                figures[absent] = 0;
            }
        }

        var adjustments = new List<Movement>();
        foreach (var (key, quantity) in figures)
        {
            var (productId, placeId, lot) = key;
            var asOfThen = balances.GetValueOrDefault(key) - later.GetValueOrDefault(key);
            points.Count(productId, placeId);
            if (quantity != asOfThen)
            {
                var (from, to) = quantity > asOfThen ? ((Guid?)null, (Guid?)placeId) : (placeId, null);
                adjustments.Add(new Movement(
                    intake.NewId(), intake.Plant.Id, MovementKind.Adjustment, productId, from, to, Math.Abs(quantity - asOfThen),
                    lot.Length == 0 ? null : lot, intake.AsOf, intake.Now, Document, intake.Actor.PersonId));
            }
        }

        foreach (var placeId in figures.Keys.Select(k => k.Item2).Distinct())
        {
            intake.Memory.KeepCount(intake.Plant.Id, placeId, intake.AsOf);
        }

        return adjustments;
    }
}
