using LogiPilot.Kaizen.Core.Improvement.Indicators;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>What its effect is measured by.</content>
public sealed partial class ActionPlan
{
    /// <summary>The day on which the problem came back while its effect was measured: a period counts from there on. Null: it has not.</summary>
    public DateOnly? CameBackOn { get; private set; }

    /// <summary>
    /// An indicator was saved, one of these. What waits for the effect waits for one period as long as the longest baseline; true when that
    /// changed the plan.
    /// </summary>
    public bool Aim(Indicator saved, IReadOnlyList<Indicator> all, PlanTurn turn)
    {
        ReadOnlySpan<(string Name, object? Value)> facts = [("indicator", saved.Name), ("target", saved.Target), ("unit", saved.Unit)];
        var days = all.Max(i => i.BaselineOf(Cycle)?.Days) ?? 0;
        if (days == BaselineDays)
        {
            Enter(PlanEventKind.IndicatorSaved, turn, null, null, facts);
            return false;
        }

        BaselineDays = days;
        Settle(turn);
        Happened(PlanEventKind.IndicatorSaved, turn, null, null, facts);
        return true;
    }
}
