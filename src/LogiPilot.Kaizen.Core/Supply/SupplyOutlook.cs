namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Supply expected at an instant, in the product's unit.</summary>
public readonly record struct Arrival(DateTimeOffset At, decimal Quantity);

/// <summary>What left for use over <see cref="Demand.Window"/>: number of movements and their sum.</summary>
public readonly record struct MeasuredUse(int Count, decimal Quantity);

/// <summary>
/// What a point's status depends on besides the point: use measured, how soon supply can arrive from now (null: nobody
/// knows), how long its feed may be silent, and the supply that is expected (what is overdue is not).
/// </summary>
public sealed record SupplyOutlook(
    MeasuredUse Measured, TimeSpan? ArrivesIn, TimeSpan Freshness, IReadOnlyList<Arrival> Arrivals)
{
    /// <summary>
    /// How soon a station can be supplied: the plant's replenishment time when the stores hold the product; else when the
    /// stores are supplied, and no sooner than that time.
    /// </summary>
    public static TimeSpan StationSupply(TimeSpan replenishment, bool storesHoldIt, TimeSpan? shortestLeadTime) =>
        !storesHoldIt && shortestLeadTime > replenishment ? shortestLeadTime.Value : replenishment;
}

/// <summary>
/// Demand rate of a point, rounded as stored: the consumption of the last 8 working hours when there were at least 3
/// movements, else the fixed rate, else none ("Line supply status"). A plant without a calendar works around the clock.
/// </summary>
public static class Demand
{
    public const int LeastMovements = 3;

    public static readonly TimeSpan Window = TimeSpan.FromHours(8);

    public static (decimal? PerHour, DemandSource Source) Of(MeasuredUse measured, decimal? fixedRatePerHour)
    {
        var consumed = Math.Round(measured.Quantity / (decimal)Window.TotalHours, 3);
        return measured.Count >= LeastMovements && consumed > 0 ? (consumed, DemandSource.Consumption)
            : fixedRatePerHour > 0 ? (fixedRatePerHour, DemandSource.Fixed)
            : (null, DemandSource.None);
    }
}
