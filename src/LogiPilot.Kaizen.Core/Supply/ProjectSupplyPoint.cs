using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

public enum ProjectionKind
{
    Known,
    Projected,
}

/// <summary>A corner of a point's curve, in the product's unit; corners are joined by straight lines.</summary>
public sealed record ProjectionPoint(DateTimeOffset At, decimal Quantity, ProjectionKind Kind);

/// <summary>Outstanding supply by its due time; what is late is shown and not counted.</summary>
public sealed record ProjectedArrival(Guid DeliveryId, DateTimeOffset At, decimal Quantity, bool IsCounted);

/// <summary>The curve of a point, oldest first, and the arrivals drawn on it.</summary>
public sealed record SupplyProjection(IReadOnlyList<ProjectionPoint> Points, IReadOnlyList<ProjectedArrival> Arrivals);

/// <summary>
/// The curve of a supply point: the last two hours as the ledger knows them, then the hours to come with the demand rate
/// and the supply expected. A point whose feed is silent has no part to come.
/// </summary>
[Needs(Permission.SeeBoard)]
public sealed record ProjectSupplyPoint(Guid PointId, int Hours = 8) : IQuery<SupplyProjection>
{
    public const int MostHours = 24 * 14;

    public static readonly TimeSpan Past = TimeSpan.FromHours(2);
}

/// <inheritdoc cref="ProjectSupplyPoint"/>
public sealed class ProjectSupplyPointHandler(ISupplyReader reader, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ProjectSupplyPoint, Outcome<SupplyProjection>>
{
    public async Task<Outcome<SupplyProjection>> Handle(ProjectSupplyPoint query, CancellationToken cancellationToken)
    {
        if (query.Hours is < 1 or > ProjectSupplyPoint.MostHours)
        {
            return Refusal.Invalid("hours", "projectionHours", ("most", ProjectSupplyPoint.MostHours));
        }

        var points = await reader.PointsById([query.PointId], cancellationToken);
        if (points.SingleOrDefault(p => current.Actor.Sees(p.PlantId)) is not { } point)
        {
            return Refusal.NotFound("supplyPoint");
        }

        var now = clock.GetUtcNow();
        var (start, end) = (now - ProjectSupplyPoint.Past, now.AddHours(query.Hours));
        var movements = await reader.MovementsOf(point, start, cancellationToken);
        var arrivals = await Arrivals(point, now, end, cancellationToken);
        return new SupplyProjection([.. Known(point, movements, start, now), .. Projected(point, arrivals, now, end)], arrivals);
    }

    private static IEnumerable<ProjectionPoint> Known(
        SupplyPoint point, IReadOnlyList<Movement> movements, DateTimeOffset start, DateTimeOffset now)
    {
        var quantity = point.Balance - movements.Sum(m => Change(point, m));
        yield return At(start);
        foreach (var movement in movements.Where(m => Change(point, m) != 0))
        {
            var change = Change(point, movement);
            if (change > 0)
            {
                yield return At(movement.OccurredAt);
            }

            quantity += change;
            yield return At(movement.OccurredAt);
        }

        yield return At(now);

        ProjectionPoint At(DateTimeOffset at) => new(at, Math.Max(0, quantity), ProjectionKind.Known);
    }

    private static IEnumerable<ProjectionPoint> Projected(
        SupplyPoint point, IReadOnlyList<ProjectedArrival> arrivals, DateTimeOffset now, DateTimeOffset end)
    {
        if (point.IsSilent)
        {
            return [];
        }

        var counted = arrivals.Where(a => a.IsCounted).Select(a => new Arrival(a.At, a.Quantity)).ToList();
        return new StockProjection(point.OnHand, point.BalanceAt, point.DemandPerHour, counted).Curve(now, end)
            .Select(c => new ProjectionPoint(c.At, Math.Round(c.Quantity, 3), ProjectionKind.Projected));
    }

    /// <summary>Supplier deliveries reach the stores; a station has no supply of its own on order.</summary>
    private async Task<IReadOnlyList<ProjectedArrival>> Arrivals(
        SupplyPoint point, DateTimeOffset now, DateTimeOffset end, CancellationToken cancellationToken)
    {
        if (!point.IsStores)
        {
            return [];
        }

        var deliveries = await reader.OutstandingOf(point.PlantId, [point.ProductId], cancellationToken);
        return [.. deliveries.Where(d => d.Outstanding > 0 && d.DueAt < end).OrderBy(d => d.DueAt)
            .Select(d => new ProjectedArrival(d.Id, d.DueAt, d.Outstanding, SupplyPicture.IsCounted(d, now)))];
    }

    internal static decimal Change(SupplyPoint point, Movement movement) => point.IsStores
        ? (movement.ToPlaceId is null ? 0 : movement.Quantity) - (movement.FromPlaceId is null ? 0 : movement.Quantity)
        : (movement.ToPlaceId == point.PlaceId ? movement.Quantity : 0) - (movement.FromPlaceId == point.PlaceId ? movement.Quantity : 0);
}
