namespace LogiPilot.Kaizen.Core.Supply;

public sealed partial class SupplyPoint
{
    /// <summary>Beyond this a projection says nothing, unless supply itself takes longer to arrive.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(14);

    private static readonly TimeSpan MeasuredDemandIsLookedAtAgainAfter = TimeSpan.FromHours(1);

    /// <summary>
    /// Applies the product's table "Line supply status" as of now: demand, projection, status, the alert's condition and when
    /// time alone may change any of them; true when what a reader sees changed.
    /// </summary>
    public bool Assess(SupplyOutlook outlook, DateTimeOffset now)
    {
        var before = (DemandPerHour, DemandSource, RunsOutAt, RunsIntoSafetyAt, CoverReason, Status, Condition, IsSilent);
        (DemandPerHour, DemandSource) = Demand.Of(outlook.Measured, FixedRatePerHour);
        var projection = new StockProjection(OnHand, BalanceAt, DemandPerHour, outlook.Arrivals);
        var runsOutAt = projection.Reaches(0);
        IsSilent = !(now - HeardAt <= outlook.Freshness);
        var facts = new SupplyFacts(OnHand, LowAt, Maximum, runsOutAt, now + outlook.ArrivesIn, IsSilent);
        var status = SupplyStatusRule.Of(facts);
        Condition = SupplyConditionRule.Next(Condition, status, facts, StaysCritical(projection, facts, outlook.ArrivesIn));
        if (Status != status)
        {
            (Status, StatusSince) = (status, now);
        }

        var horizon = outlook.ArrivesIn > Horizon ? outlook.ArrivesIn.Value : Horizon;
        Show(projection, runsOutAt, now + horizon);
        ReassessAt = NextChange(outlook, runsOutAt, horizon, now);
        if (before == (DemandPerHour, DemandSource, RunsOutAt, RunsIntoSafetyAt, CoverReason, Status, Condition, IsSilent))
        {
            return false;
        }

        Version++;
        return true;
    }

    /// <summary>The band of Critical: its threshold as a quantity is what is used until supply can arrive.</summary>
    internal static bool StaysCritical(StockProjection projection, SupplyFacts facts, TimeSpan? arrivesIn)
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
        DateTimeOffset?[] moments =
        [
            JustAfter(runsOutAt - outlook.ArrivesIn),
            JustAfter(runsOutAt - horizon),
            DemandPerHour is null ? null : JustAfter(outlook.Arrivals.Select(a => (DateTimeOffset?)a.At).Min()),
            DemandSource == DemandSource.Consumption ? now + MeasuredDemandIsLookedAtAgainAfter : null,
            JustAfter(HeardAt + outlook.Freshness),
        ];
        return moments.Where(m => m > now).Min();
    }

    /// <summary>The rules compare strictly, and the store keeps microseconds.</summary>
    private static DateTimeOffset? JustAfter(DateTimeOffset? instant) => instant?.AddMicroseconds(1);
}
