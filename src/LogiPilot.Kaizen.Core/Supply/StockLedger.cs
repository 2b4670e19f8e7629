namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// Books movements of one plant that were checked before: each becomes a line of the ledger and moves the balances of the
/// places it names, lot by lot. Reassess the products afterwards.
/// </summary>
internal sealed class StockLedger(ISupplyStore supply)
{
    public async Task Book(Guid plantId, IReadOnlyList<Movement> movements, CancellationToken cancellationToken)
    {
        var productIds = movements.Select(m => m.ProductId).ToHashSet();
        var balances = (await supply.Balances(plantId, productIds, cancellationToken))
            .ToDictionary(b => (b.ProductId, b.PlaceId, b.Lot), b => b.Quantity);
        var moved = new HashSet<(Guid ProductId, Guid PlaceId, string Lot)>();
        foreach (var movement in movements)
        {
            supply.Add(movement);
            Move(movement.FromPlaceId, movement, -movement.Quantity);
            Move(movement.ToPlaceId, movement, movement.Quantity);
        }

        foreach (var key in moved)
        {
            supply.Put(new Balance(plantId, key.ProductId, key.PlaceId, key.Lot, balances[key]));
        }

        void Move(Guid? placeId, Movement movement, decimal delta)
        {
            if (placeId is { } place)
            {
                var key = (movement.ProductId, place, movement.Lot ?? "");
                balances[key] = balances.GetValueOrDefault(key) + delta;
                moved.Add(key);
            }
        }
    }
}
