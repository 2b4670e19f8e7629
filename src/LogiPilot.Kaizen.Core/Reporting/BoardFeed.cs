using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>
/// Brings the live board what the change log names. Things are read after the log, so they may already be newer than it says;
/// the rows that say so then find nothing left to change.
/// </summary>
public sealed class BoardFeed(
    IChangeLogReader log, IAlertReader alerts, ISupplyReader supply, IDirectory directory, AlertPictures pictures)
{
    private const int Farthest = 5_000;

    /// <summary>Everything open, as the board is built at the start.</summary>
    public async Task<BoardUpdate> Whole(CancellationToken cancellationToken)
    {
        var sequence = await log.LastSequence(cancellationToken);
        var organisation = await directory.Current(cancellationToken);
        var points = new List<SupplyPoint>();
        foreach (var plant in organisation.Plants)
        {
            points.AddRange(await supply.PointsOfPlant(plant.Id, cancellationToken));
        }

        var open = await alerts.Open([.. organisation.Plants.Select(p => p.Id)], cancellationToken);
        return new BoardUpdate(
            sequence, await Points(points, _ => sequence, cancellationToken), await Alerts(open, _ => sequence, cancellationToken),
            [.. organisation.Plants.Select(p => Ground(p, organisation))]);
    }

    /// <summary>What changed after a sequence; null when nothing did.</summary>
    public async Task<BoardUpdate?> Since(long sequence, CancellationToken cancellationToken)
    {
        var rows = await log.After(sequence, Farthest, cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        if (rows.Count == Farthest || rows.Any(r => r.Event is nameof(OrganisationChanged) or nameof(ExtractTaken)))
        {
            return await Whole(cancellationToken);
        }

        var pointRows = Last(rows, nameof(SupplyPointChanged));
        var alertRows = Last(rows, nameof(AlertChanged));
        var points = pointRows.Count == 0 ? [] : await supply.PointsById(pointRows.Keys, cancellationToken);
        var changed = alertRows.Count == 0 ? [] : await alerts.ById(alertRows.Keys, cancellationToken);
        return new BoardUpdate(
            rows[^1].Sequence,
            await Points(points, id => pointRows[id], cancellationToken),
            [
                .. await Alerts([.. changed.Where(a => a.IsOpen)], id => alertRows[id], cancellationToken),
                .. changed.Where(a => !a.IsOpen).Select(a => new Touched<OpenAlert>(a.Id, alertRows[a.Id], null)),
            ]);
    }

    private async Task<IReadOnlyList<Touched<PlacedPoint>>> Points(
        IReadOnlyList<SupplyPoint> points, Func<Guid, long> sequenceOf, CancellationToken cancellationToken)
    {
        if (points.Count == 0)
        {
            return [];
        }

        var organisation = await directory.Current(cancellationToken);
        var products = await supply.ProductsById([.. points.Select(p => p.ProductId).Distinct()], cancellationToken);
        return [.. points.Select(p => new Touched<PlacedPoint>(
            p.Id, sequenceOf(p.Id), new PlacedPoint(p.PlantId, p.LineId, Picture(p, products[p.ProductId], organisation))))];
    }

    private async Task<IReadOnlyList<Touched<OpenAlert>>> Alerts(
        IReadOnlyList<Alert> open, Func<Guid, long> sequenceOf, CancellationToken cancellationToken) =>
        [.. (await pictures.Of(open, cancellationToken)).Zip(open, (picture, alert) => new Touched<OpenAlert>(
            alert.Id, sequenceOf(alert.Id),
            new OpenAlert(alert.PlantId, alert.AreaId, alert.LineId, alert.SupplyPointId, picture)))];

    private static BoardPoint Picture(SupplyPoint point, Product product, OrganisationPicture organisation) => new(
        point.Id, new(product.Id, product.Code, product.Name), organisation.Name(point.PlaceId), point.OnHand, product.Unit,
        point.Minimum, point.ReorderPoint, point.Maximum, point.Status, point.RunsOutAt,
        point.CoverReason, point.HeardAt, point.IsSilent, point.HasVariance);

    private static BoardGround Ground(Plant plant, OrganisationPicture organisation) => new(
        new BoardPlant(plant.Id, plant.Code, plant.Name, plant.TimeZone, plant.Language),
        [.. organisation.Places.Where(p => p.PlantId == plant.Id && p.Kind == PlaceKind.Line)
            .Select(p => (p.AreaId, new Named(p.Id, p.Code, p.Name)))]);

    private static Dictionary<Guid, long> Last(IReadOnlyList<Change> rows, string happened) => rows
        .Where(r => r.Event == happened).GroupBy(r => r.SubjectId).ToDictionary(g => g.Key, g => g.Max(r => r.Sequence));
}
