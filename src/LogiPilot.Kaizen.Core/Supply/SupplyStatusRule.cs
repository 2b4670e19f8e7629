namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>What the status is decided from. Quantities in the product's unit; what is null does not apply.</summary>
public readonly record struct SupplyFacts(
    decimal OnHand, decimal? LowAt, decimal? Maximum, DateTimeOffset? RunsOutAt, DateTimeOffset? SupplyArrivesAt, bool IsSilent);

/// <summary>
/// The product's table "Line supply status": the first line that holds. A silent feed hides neither a stock-out nor what is
/// critical or low.
/// </summary>
public static class SupplyStatusRule
{
    public static SupplyStatus Of(in SupplyFacts facts) =>
        facts.OnHand <= 0 ? SupplyStatus.StockOut
        : facts.RunsOutAt < facts.SupplyArrivesAt ? SupplyStatus.Critical
        : facts.OnHand <= facts.LowAt ? SupplyStatus.Low
        : facts.IsSilent ? SupplyStatus.Unknown
        : facts.OnHand > facts.Maximum ? SupplyStatus.Excess
        : SupplyStatus.Ok;
}

/// <summary>
/// The alert's condition ("Condition and band"): it rises at the bare rule, and falls once the quantity has passed the
/// threshold by the band, so that an alert does not chatter.
/// </summary>
public static class SupplyConditionRule
{
    /// <summary>10 % of the threshold, at least one unit, at most half the gap to the maximum.</summary>
    public static decimal Band(decimal threshold, decimal? maximum)
    {
        var band = Math.Max(1m, threshold / 10);
        return maximum is { } most ? Math.Clamp((most - threshold) / 2, 0, band) : band;
    }

    /// <param name="was">The condition so far.</param>
    /// <param name="status">The bare rule now.</param>
    /// <param name="facts">What the status was decided from.</param>
    /// <param name="staysCritical">Whether the quantity less its band would still be critical.</param>
    public static SupplyCondition Next(SupplyCondition was, SupplyStatus status, in SupplyFacts facts, bool staysCritical)
    {
        var risen = status switch
        {
            SupplyStatus.StockOut => SupplyCondition.StockOut,
            SupplyStatus.Critical => SupplyCondition.Critical,
            SupplyStatus.Low => SupplyCondition.Low,
            _ => SupplyCondition.None,
        };
        var held = was >= SupplyCondition.StockOut && !HasPassed(0, facts) ? SupplyCondition.StockOut
            : was >= SupplyCondition.Critical && staysCritical ? SupplyCondition.Critical
            : was >= SupplyCondition.Low && facts.LowAt is { } lowAt && !HasPassed(lowAt, facts) ? SupplyCondition.Low
            : SupplyCondition.None;
        return risen > held ? risen : held;
    }

    private static bool HasPassed(decimal threshold, in SupplyFacts facts) =>
        facts.OnHand > threshold && facts.OnHand >= threshold + Band(threshold, facts.Maximum);
}
