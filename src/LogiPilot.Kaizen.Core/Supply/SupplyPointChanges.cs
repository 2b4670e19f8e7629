using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Thresholds of a point and how it is kept, in the product's unit; an absent (null) threshold's rule does not apply.</summary>
public sealed record SupplyLimits(
    decimal? Minimum = null, decimal? ReorderPoint = null, decimal? SafetyStock = null, decimal? Maximum = null,
    decimal? FixedRatePerHour = null, Counting Counting = Counting.Counted, int? BinCount = null, decimal? PackageQuantity = null);

public sealed partial class SupplyPoint
{
    /// <summary>Beyond this a projection says nothing, unless supply itself takes longer to arrive.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(14);

    private static readonly TimeSpan MeasuredDemandIsLookedAtAgainAfter = TimeSpan.FromHours(1);

    /// <summary>The threshold of the status Low: minimum at the line side, reorder point in the stores.</summary>
    public decimal? LowAt => IsStores ? ReorderPoint : Minimum;

    /// <summary>A point of a station, or of the plant's stores as a whole without one.</summary>
    public static SupplyPoint Create(Guid id, Guid plantId, Guid productId, Place? station, SupplyLimits limits, DateTimeOffset now)
    {
        var point = new SupplyPoint
        {
            Id = id, PlantId = plantId, ProductId = productId, PlaceId = station?.Id, LineId = station?.LineId,
            AreaId = station?.AreaId, StatusSince = now, BalanceAt = now,
        };
        point.Revise(limits);
        point.Version = 1;
        return point;
    }

    /// <summary>True when a threshold or the way of counting changed. Assess it afterwards.</summary>
    public bool Revise(SupplyLimits limits)
    {
        var present = new SupplyLimits(
            Minimum, ReorderPoint, SafetyStock, Maximum, FixedRatePerHour, Counting, BinCount, PackageQuantity);
        if (present == limits)
        {
            return false;
        }

        (Minimum, ReorderPoint, SafetyStock, Maximum) = (limits.Minimum, limits.ReorderPoint, limits.SafetyStock, limits.Maximum);
        (FixedRatePerHour, Counting) = (limits.FixedRatePerHour, limits.Counting);
        (BinCount, PackageQuantity) = (limits.BinCount, limits.PackageQuantity);
        Version++;
        return true;
    }

    /// <summary>Follows its station to another line or area; true when it moved.</summary>
    public bool Follow(Place station)
    {
        if ((LineId, AreaId) == (station.LineId, station.AreaId))
        {
            return false;
        }

        (LineId, AreaId) = (station.LineId, station.AreaId);
        Version++;
        return true;
    }

    /// <summary>Notes a count as of an instant; false (and nothing noted) when a later count is known.</summary>
    public bool Count(DateTimeOffset at)
    {
        if (CountedAt > at)
        {
            return false;
        }

        CountedAt = at;
        return true;
    }

    /// <summary>The feed that the point lives on said something.</summary>
    public void Hear(DateTimeOffset at) => HeardAt = HeardAt > at ? HeardAt : at;

    /// <summary>
    /// Takes the ledger's balance, last booked at an instant; true when it differs. What was out and stays out keeps its
    /// instant, so that the time since which it is out stands still.
    /// </summary>
    public bool Hold(decimal balance, DateTimeOffset bookedAt)
    {
        if (Balance == balance)
        {
            return false;
        }

        if ((Balance > 0 || balance > 0) && bookedAt > BalanceAt)
        {
            // As fine as the store keeps it, so that a projection comes out the same after a reload.
            BalanceAt = bookedAt.AddTicks(-(bookedAt.Ticks % TimeSpan.TicksPerMicrosecond));
        }

        Balance = balance;
        Version++;
        return true;
    }

    /// <summary>
    /// Applies the product's table "Line supply status" as of now: demand, projection, status, the alert's condition and when
    /// time alone may change any of them; true when what a reader sees changed.
    /// </summary>
    public bool Assess(SupplyOutlook outlook, DateTimeOffset now)
    {
        var before = (DemandPerHour, DemandSource, RunsOutAt, RunsIntoSafetyAt, CoverReason, Status, Condition);
        (DemandPerHour, DemandSource) = Demand.Of(outlook.Measured, FixedRatePerHour);
        var projection = new StockProjection(OnHand, BalanceAt, DemandPerHour, outlook.Arrivals);
        var runsOutAt = projection.Reaches(0);
        var facts = new SupplyFacts(
            OnHand, LowAt, Maximum, runsOutAt, now + outlook.ArrivesIn, IsSilent: !(now - HeardAt <= outlook.Freshness));
        var status = SupplyStatusRule.Of(facts);
        Condition = SupplyConditionRule.Next(Condition, status, facts, StaysCritical(projection, facts, outlook.ArrivesIn));
        if (Status != status)
        {
            (Status, StatusSince) = (status, now);
        }

        var horizon = outlook.ArrivesIn > Horizon ? outlook.ArrivesIn.Value : Horizon;
        Show(projection, runsOutAt, now + horizon);
        ReassessAt = NextChange(outlook, runsOutAt, horizon, now);
        if (before == (DemandPerHour, DemandSource, RunsOutAt, RunsIntoSafetyAt, CoverReason, Status, Condition))
        {
            return false;
        }

        Version++;
        return true;
    }

    /// <summary>The band of Critical: its threshold as a quantity is what is used until supply can arrive.</summary>
    private static bool StaysCritical(StockProjection projection, SupplyFacts facts, TimeSpan? arrivesIn)
    {
        var usedUntilSupply = (projection.RatePerHour ?? 0) * (decimal)(arrivesIn?.TotalHours ?? 0);
        var lessTheBand = projection with { Quantity = facts.OnHand - SupplyConditionRule.Band(usedUntilSupply, facts.Maximum) };
        return lessTheBand.Reaches(0) < facts.SupplyArrivesAt;
    }

    private void Show(StockProjection projection, DateTimeOffset? runsOutAt, DateTimeOffset horizon)
    {
        var isKnown = Status != SupplyStatus.Unknown;
        RunsOutAt = isKnown && runsOutAt <= horizon ? runsOutAt : null;
        RunsIntoSafetyAt =
            isKnown && OnHand > SafetyStock && projection.Reaches(SafetyStock.Value) is { } at && at <= horizon ? at : null;
        CoverReason = RunsOutAt is not null ? null
            : !isKnown ? Supply.CoverReason.Unknown
            : DemandPerHour is null ? Supply.CoverReason.NoDemand
            : Supply.CoverReason.BeyondHorizon;
    }

    /// <summary>
    /// Balance and thresholds stay, so only these can change: the projection comes near, supply falls due without having
    /// come, measured demand slides out of its window, the feed falls silent.
    /// </summary>
    private DateTimeOffset? NextChange(SupplyOutlook outlook, DateTimeOffset? runsOutAt, TimeSpan horizon, DateTimeOffset now)
    {
        var mayFallSilent = Status is SupplyStatus.Ok or SupplyStatus.Excess;
        DateTimeOffset?[] moments =
        [
            JustAfter(runsOutAt - outlook.ArrivesIn),
            JustAfter(runsOutAt - horizon),
            DemandPerHour is null ? null : JustAfter(outlook.Arrivals.Select(a => (DateTimeOffset?)a.At).Min()),
            DemandSource == DemandSource.Consumption ? now + MeasuredDemandIsLookedAtAgainAfter : null,
            mayFallSilent ? JustAfter(HeardAt + outlook.Freshness) : null,
        ];
        return moments.Where(m => m > now).Min();
    }

    /// <summary>The rules compare strictly, and the store keeps microseconds.</summary>
    private static DateTimeOffset? JustAfter(DateTimeOffset? instant) => instant?.AddMicroseconds(1);
}
