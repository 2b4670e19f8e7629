namespace LogiPilot.Kaizen.Core.Supply;

public enum MovementKind
{
    Receipt,
    Issue,
    Transfer,
    Consumption,
    Adjustment,
    Return,
    Scrap,
}

/// <summary>
/// One line of the stock ledger, never changed: a positive quantity in the product's unit leaves <see cref="FromPlaceId"/> and
/// reaches <see cref="ToPlaceId"/> (a station or a location each; which of them a kind needs is its rule).
/// </summary>
public sealed record Movement(
    Guid Id, Guid PlantId, MovementKind Kind, Guid ProductId, Guid? FromPlaceId, Guid? ToPlaceId, decimal Quantity,
    string? Lot, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? Document, Guid? ActorId);

/// <summary>What stands of a product at a place, lot by lot ("" without lot); the sum of the ledger.</summary>
public sealed record Balance(Guid PlantId, Guid ProductId, Guid PlaceId, string Lot, decimal Quantity);
