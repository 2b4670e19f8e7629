namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>What is wrong, where, and whether the condition of a supply point (or of an order, or a feed) says so too.</summary>
public sealed record Problem(
    Guid PlantId, AlertKind Kind, Severity Severity, Guid? PlaceId = null, Guid? AreaId = null, Guid? LineId = null,
    Guid? ProductId = null, string? SupplierOrder = null, Guid? SupplyPointId = null, bool ConditionHolds = false,
    string? Description = null)
{
    public AlertKey Key => new(AlertKey.FamilyOf(Kind), PlaceId, ProductId, SupplierOrder);
}

/// <summary>A report of a problem: by whom (null: the system), when it happened by the reporter's clock, when the server got it.</summary>
public sealed record Report(Guid? ById, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt)
{
    public static Report BySystem(DateTimeOffset now) => new(null, now, now);
}
