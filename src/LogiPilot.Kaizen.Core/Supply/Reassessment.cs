using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>What happened to products of one plant, after which their points are reassessed.</summary>
/// <param name="PlantId">The plant.</param>
/// <param name="ProductIds">Products concerned; duplicates do no harm.</param>
internal sealed record SupplyTouch(Guid PlantId, IReadOnlyCollection<Guid> ProductIds)
{
    /// <summary>Movements just booked (by <see cref="StockLedger"/>): the points they touch know their balance as of them.</summary>
    public IReadOnlyList<Movement> Booked { get; init; } = [];

    /// <summary>Set when a feed such as an import spoke of all these products.</summary>
    public DateTimeOffset? FeedHeardAt { get; init; }

    /// <summary>Points made, or whose limits or line changed: told of even when quantity and status stay.</summary>
    public IReadOnlySet<Guid> RevisedPointIds { get; init; } = new HashSet<Guid>();
}

/// <summary>
/// Reassesses all points of some products once, line side and stores: takes their balances from the ledger, applies the
/// status rule, saves what changed and raises one <see cref="SupplyPointChanged"/> for each point that a reader sees
/// changed. Movements, imports and the passing of time all end here. Call it last, once a plant: it reads points,
/// balances, deliveries and sources back from the store, so save those before. Being heard again in time raises nothing.
/// </summary>
internal sealed class Reassessment(ISupplyStore supply, IOrganisationStore organisation, IEvents events, TimeProvider clock)
{
    /// <returns>How many points a reader sees changed.</returns>
    public async Task<int> Reassess(SupplyTouch touch, CancellationToken cancellationToken)
    {
        var points = await supply.Points(touch.PlantId, touch.ProductIds, cancellationToken);
        if (points.Count == 0)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var picture = await SupplyPicture.Load(supply, organisation, touch, now, cancellationToken);
        var (changed, feedsChanged) = (0, false);
        foreach (var point in points)
        {
            var (balanceWas, was, conditionWas) = (point.Balance, point.Status, point.Condition);
            var (heardAt, reassessAt, wasSilent) = (point.HeardAt, point.ReassessAt, point.IsSilent);
            if (picture.BookedAt(point) is not null)
            {
                point.Hear(now);
            }

            if (touch.FeedHeardAt is { } heard)
            {
                point.Hear(heard);
            }

            var moved = point.Hold(picture.Balance(point), picture.BookedAt(point) ?? now);
            var assessed = point.Assess(picture.Outlook(point), now);
            var isSeen = moved || assessed || touch.RevisedPointIds.Contains(point.Id);
            if (isSeen || heardAt != point.HeardAt || reassessAt != point.ReassessAt)
            {
                supply.Save(point);
            }

            if (isSeen)
            {
                changed++;
                feedsChanged |= wasSilent != point.IsSilent;
                events.Raise(new SupplyPointChanged(
                    point.PlantId, point.Id, point.ProductId, point.PlaceId, point.LineId, point.AreaId, balanceWas,
                    point.Balance, was, point.Status, conditionWas, point.Condition, point.RunsOutAt));
            }
        }

        if (feedsChanged)
        {
            events.Raise(new FeedsChanged(touch.PlantId, await supply.AnySilent(touch.PlantId, cancellationToken)));
        }

        return changed;
    }
}
