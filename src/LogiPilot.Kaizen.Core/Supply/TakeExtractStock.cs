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

    /// <summary>What was counted of a product at a place: in a lot, or in all lots together where the extract knows none.</summary>
    private sealed record Figure(RowAt At, Guid ProductId, Guid PlaceId, string Lot, bool AllLots, decimal Quantity)
    {
        public bool IsOf(Balance balance) =>
            (balance.ProductId, balance.PlaceId) == (ProductId, PlaceId) && (AllLots || balance.Lot == Lot);
    }

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

        var quantities = rows.Select(r => new { r.Product, r.Place, r.Lot, r.Quantity });
        List<Movement> adjustments = [];
        if (!await intake.IsSame(Dataset.Stock, rows.Select(r => r.At), quantities, holdsAt: true, cancellationToken))
        {
            var balances = await intake.Supply.AllBalances(intake.Plant.Id, cancellationToken);
            var figures = Figures(intake, counted, balances);
            if (await IsCurrent(intake, figures, cancellationToken))
            {
                adjustments = await Adjust(intake, figures, balances, stock, cancellationToken);
                await intake.Book(adjustments, cancellationToken);
            }
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

    /// <summary>What the rows say, and where they are all there is, nothing of all the rest.</summary>
    private static List<Figure> Figures(TakeExtractIntake intake, List<Counted> counted, IReadOnlyList<Balance> balances)
    {
        var figures = counted.ConvertAll(c => new Figure(
            c.Row.At, c.Product.Id, c.Place.Id, c.Row.Lot, !c.Row.At.File.States("lot"), c.Row.Quantity));
        if (intake.Extract.Complete.Contains(Dataset.Stock) && counted.Count > 0)
        {
            var said = figures.ToLookup(f => (f.ProductId, f.PlaceId));
            figures.AddRange(balances
                .Where(b => !said[(b.ProductId, b.PlaceId)].Any(f => f.IsOf(b)))
                .Select(b => new Figure(counted[0].Row.At, b.ProductId, b.PlaceId, b.Lot, AllLots: false, 0)));
        }

        return figures;
    }

    private static async Task<bool> IsCurrent(TakeExtractIntake intake, List<Figure> figures, CancellationToken cancellationToken)
    {
        var last = await intake.Memory.LastCounts(intake.Plant.Id, cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(intake.Plant.TimeZone);
        var older = figures.DistinctBy(f => f.PlaceId)
            .Where(f => last.TryGetValue(f.PlaceId, out var countedAt) && intake.AsOf < countedAt).ToList();
        var codes = intake.Places.ToDictionary(p => p.Id, p => p.Code);
        intake.Refusals.AddRange(older.Select(f => f.At.Refuse(
            "place", codes[f.PlaceId], "olderThanCount", ("countedAt", Local(last[f.PlaceId])), ("asOf", Local(intake.AsOf)))));
        return older.Count == 0;

        string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static async Task<List<Movement>> Adjust(
        TakeExtractIntake intake, List<Figure> figures, IReadOnlyList<Balance> balances, TakeExtractPoints points,
        CancellationToken cancellationToken)
    {
        var later = await intake.Supply.BookedAfter(intake.Plant.Id, intake.AsOf, cancellationToken);
        var then = balances.Concat(later.Select(b => b with { Quantity = -b.Quantity })).ToLookup(b => (b.ProductId, b.PlaceId));
        var adjustments = new List<Movement>();
        foreach (var figure in figures)
        {
            points.Count(figure.ProductId, figure.PlaceId);
            var difference = figure.Quantity - then[(figure.ProductId, figure.PlaceId)].Where(figure.IsOf).Sum(b => b.Quantity);
            if (difference != 0)
            {
                var (from, to) = difference > 0 ? ((Guid?)null, (Guid?)figure.PlaceId) : (figure.PlaceId, null);
                adjustments.Add(new Movement(
                    intake.NewId(), intake.Plant.Id, MovementKind.Adjustment, figure.ProductId, from, to, Math.Abs(difference),
                    figure.Lot.Length == 0 ? null : figure.Lot, intake.AsOf, intake.Now, Document, intake.Actor.PersonId));
            }
        }

        foreach (var placeId in figures.Select(f => f.PlaceId).Distinct())
        {
            intake.Memory.KeepCount(intake.Plant.Id, placeId, intake.AsOf);
        }

        return adjustments;
    }
}
