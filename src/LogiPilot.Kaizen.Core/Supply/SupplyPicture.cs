using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>All that the status of some products' points depends on, loaded at once and summed by product and place.</summary>
internal sealed class SupplyPicture
{
    private readonly Dictionary<(Guid ProductId, Guid? PlaceId), decimal> _balances = [];
    private readonly Dictionary<(Guid ProductId, Guid? PlaceId), MeasuredUse> _used = [];
    private readonly Dictionary<(Guid ProductId, Guid? PlaceId), DateTimeOffset> _bookedAt = [];
    private readonly Dictionary<Guid, decimal> _heldInStores = [];
    private readonly Plant _plant;
    private readonly ILookup<Guid, Arrival> _arrivals;
    private readonly IReadOnlyDictionary<Guid, int> _leadTimes;

    private SupplyPicture(Plant plant, ILookup<Guid, Arrival> arrivals, IReadOnlyDictionary<Guid, int> leadTimes)
    {
        _plant = plant;
        _arrivals = arrivals;
        _leadTimes = leadTimes;
    }

    public static async Task<SupplyPicture> Load(
        ISupplyStore supply, IOrganisationStore organisation, SupplyTouch touch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plants = await organisation.Plants(cancellationToken);
        var places = await organisation.Places(touch.PlantId, cancellationToken);
        var stations = places.Where(p => p.Kind == PlaceKind.Station).Select(p => p.Id).ToHashSet();
        var outstanding = await supply.Outstanding(touch.PlantId, touch.ProductIds, cancellationToken);
        var picture = new SupplyPicture(
            plants.Single(p => p.Id == touch.PlantId),
            outstanding.Where(d => IsCounted(d, now)).OrderBy(d => d.DueAt).ToLookup(d => d.ProductId, d => new Arrival(d.DueAt, d.Outstanding)),
            await supply.ShortestLeadTimes(touch.ProductIds, cancellationToken));
        foreach (var balance in await supply.Balances(touch.PlantId, touch.ProductIds, cancellationToken))
        {
            picture.AddBalance(balance, isAtStation: stations.Contains(balance.PlaceId));
        }

        foreach (var used in await supply.ConsumedSince(touch.PlantId, touch.ProductIds, now - Demand.Window, cancellationToken))
        {
            picture.AddUse((used.ProductId, used.PlaceId), used);
            picture.AddUse((used.ProductId, null), used);
        }

        foreach (var movement in touch.Booked)
        {
            picture.AddBooking(movement);
        }

        return picture;
    }

    /// <summary>Overdue supply counts for nothing until it is promised anew.</summary>
    public static bool IsCounted(Delivery delivery, DateTimeOffset now) =>
        delivery.State == DeliveryState.Expected && delivery.DueAt >= now && delivery.Outstanding > 0;

    /// <summary>A station's own; of the stores everything usable in the plant, all places together.</summary>
    public decimal Balance(SupplyPoint point) => _balances.GetValueOrDefault(KeyOf(point));

    /// <summary>When the last booking just made that touched the point occurred; null when none did.</summary>
    public DateTimeOffset? BookedAt(SupplyPoint point) => _bookedAt.TryGetValue(KeyOf(point), out var at) ? at : null;

    public SupplyOutlook Outlook(SupplyPoint point)
    {
        TimeSpan? leadTime = _leadTimes.TryGetValue(point.ProductId, out var days) ? TimeSpan.FromDays(days) : null;
        var arrivesIn = point.IsStores ? leadTime : SupplyOutlook.StationSupply(
            TimeSpan.FromMinutes(_plant.ReplenishmentMinutes), _heldInStores.GetValueOrDefault(point.ProductId) > 0, leadTime);
        return new SupplyOutlook(
            _used.GetValueOrDefault(KeyOf(point)), arrivesIn, TimeSpan.FromHours(_plant.FreshnessHours),
            point.IsStores ? [.. _arrivals[point.ProductId]] : []);
    }

    private static (Guid ProductId, Guid? PlaceId) KeyOf(SupplyPoint point) => (point.ProductId, point.PlaceId);

    private void AddBalance(Balance balance, bool isAtStation)
    {
        foreach (Guid? placeId in (Guid?[])[balance.PlaceId, null])
        {
            var key = (balance.ProductId, placeId);
            _balances[key] = _balances.GetValueOrDefault(key) + balance.Quantity;
        }

        if (!isAtStation)
        {
            _heldInStores[balance.ProductId] = _heldInStores.GetValueOrDefault(balance.ProductId) + balance.Quantity;
        }
    }

    private void AddUse((Guid ProductId, Guid? PlaceId) key, Consumed used)
    {
        var known = _used.GetValueOrDefault(key);
        _used[key] = new MeasuredUse(known.Count + used.Count, known.Quantity + used.Quantity);
    }

    private void AddBooking(Movement movement)
    {
        Note((movement.ProductId, null), movement.OccurredAt);
        foreach (var placeId in (Guid?[])[movement.FromPlaceId, movement.ToPlaceId])
        {
            if (placeId is not null)
            {
                Note((movement.ProductId, placeId), movement.OccurredAt);
            }
        }

        void Note((Guid ProductId, Guid? PlaceId) key, DateTimeOffset at)
        {
            if (!_bookedAt.TryGetValue(key, out var known) || at > known)
            {
                _bookedAt[key] = at;
            }
        }
    }
}
