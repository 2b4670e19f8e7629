using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>What the condition of a point did, or would have done, with a threshold.</summary>
public sealed record ThresholdTrial(decimal Threshold, int Transitions, int StockOuts, int UnannouncedStockOuts)
{
    public static ThresholdTrial Of(SupplyReplay replay, decimal threshold)
    {
        var shown = replay.Run(threshold);
        return new(threshold, shown.Turns.Count, shown.StockOuts, shown.UnannouncedStockOuts);
    }
}

/// <summary>
/// A threshold for a supply point that chatters, justified by replaying its ledger: the smallest change that at least halves the
/// transitions of its condition and lets no stock-out come that was announced in time before. It is always lower: a higher one
/// only quietens by an alarm that never ends. <see cref="Proposed"/> is null when none does so. Quantities in the product's unit.
/// </summary>
public sealed record ThresholdProposal(
    SupplyPoint Point, DateTimeOffset From, DateTimeOffset To, int Bookings, ThresholdTrial Present, ThresholdTrial? Proposed,
    IReadOnlyList<Guid> ChatteringAlertIds)
{
    /// <summary>A threshold above it is lowered by the hundredth part at a time, below it by the unit.</summary>
    private const int Steps = 100;

    /// <summary>Null when the point has no threshold, or does not chatter with the one that it has now.</summary>
    public static ThresholdProposal? Of(
        SupplyPoint point, SupplyReplay replay, DateTimeOffset from, DateTimeOffset to, IReadOnlyList<Guid> chatteringAlertIds)
    {
        if (point.LowAt is not { } lowAt || !AlarmTurns.Chatters(replay.RunAsIs().Turns.Select(t => t.At)))
        {
            return null;
        }

        var present = ThresholdTrial.Of(replay, lowAt);
        var proposed = Lower(lowAt).Select(threshold => ThresholdTrial.Of(replay, threshold)).FirstOrDefault(
            trial => trial.Transitions * 2 <= present.Transitions && trial.UnannouncedStockOuts <= present.UnannouncedStockOuts);
        return new(point, from, to, replay.Bookings, present, proposed, chatteringAlertIds);
    }

    private static IEnumerable<decimal> Lower(decimal threshold)
    {
        var step = Math.Max(1, Math.Ceiling(threshold / Steps));
        for (var lower = threshold - step; lower > 0; lower -= step)
        {
            yield return lower;
        }
    }
}
