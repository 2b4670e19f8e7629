namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>The line-supply status, in the order of the product's table "Line supply status".</summary>
public enum SupplyStatus
{
    Unknown,
    StockOut,
    Critical,
    Low,
    Excess,
    Ok,
}

/// <summary>What holds for the alert of a point: the status with its dead band, so that an alert does not chatter.</summary>
public enum SupplyCondition
{
    None,
    Low,
    Critical,
    StockOut,
}

public enum CoverReason
{
    NoDemand,
    Unknown,
    BeyondHorizon,
}

public enum DemandSource
{
    None,
    Programme,
    Consumption,
    Fixed,
}

public enum Counting
{
    Counted,
    Bins,
}

/// <summary>
/// A product at a place: a station (line side) or, without a place, the plant's stores as a whole. Quantities in the
/// product's unit; thresholds may be absent, and then their rule does not apply.
/// </summary>
public sealed partial class SupplyPoint
{
    private SupplyPoint()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    public Guid ProductId { get; private set; }

    /// <summary>The station; null for the stores.</summary>
    public Guid? PlaceId { get; private set; }

    public Guid? LineId { get; private set; }

    public Guid? AreaId { get; private set; }

    public Counting Counting { get; private set; }

    public int? BinCount { get; private set; }

    public decimal? PackageQuantity { get; private set; }

    /// <summary>The balance of the ledger; may be below zero, and is then shown as 0 with a variance.</summary>
    public decimal Balance { get; private set; }

    /// <summary>Instant of the last booking that changed the balance: the projection starts there.</summary>
    public DateTimeOffset BalanceAt { get; private set; }

    public decimal? Minimum { get; private set; }

    public decimal? ReorderPoint { get; private set; }

    public decimal? SafetyStock { get; private set; }

    public decimal? Maximum { get; private set; }

    /// <summary>Fixed demand per hour, used when nothing better is known.</summary>
    public decimal? FixedRatePerHour { get; private set; }

    public decimal? DemandPerHour { get; private set; }

    public DemandSource DemandSource { get; private set; }

    public DateTimeOffset? RunsOutAt { get; private set; }

    public DateTimeOffset? RunsIntoSafetyAt { get; private set; }

    public CoverReason? CoverReason { get; private set; }

    public SupplyStatus Status { get; private set; }

    public DateTimeOffset StatusSince { get; private set; }

    public SupplyCondition Condition { get; private set; }

    /// <summary>When the feed that the point lives on was last heard.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>
    /// That feed has been silent for longer than it may be: what is known is only as old as <see cref="HeardAt"/>. A
    /// stock-out, Critical or Low stays what it is; everything else is then Unknown.
    /// </summary>
    public bool IsSilent { get; private set; }

    /// <summary>Instant of the last count; an older count is refused.</summary>
    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>When time alone may change the status next; null when it cannot.</summary>
    public DateTimeOffset? ReassessAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The version since which its limits are what they are.</summary>
    public int LimitsVersion { get; private set; }

    public bool IsStores => PlaceId is null;

    public decimal OnHand => Math.Max(0, Balance);

    public bool HasVariance => Balance < 0;
}
