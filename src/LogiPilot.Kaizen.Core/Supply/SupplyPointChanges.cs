using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Thresholds of a point and how it is kept, in the product's unit; an absent (null) threshold's rule does not apply.</summary>
public sealed record SupplyLimits(
    decimal? Minimum = null, decimal? ReorderPoint = null, decimal? SafetyStock = null, decimal? Maximum = null,
    decimal? FixedRatePerHour = null, Counting Counting = Counting.Counted, int? BinCount = null, decimal? PackageQuantity = null);

public sealed partial class SupplyPoint
{
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
        (point.Version, point.LimitsVersion) = (1, 1);
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
        LimitsVersion = Version;
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
}
