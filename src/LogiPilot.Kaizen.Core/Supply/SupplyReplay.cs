namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// What a replay shows: when the condition came (true) and went, how often the point ran out, and how often nobody had been warned
/// of it in time (as long before as supply takes to arrive).
/// </summary>
public sealed record ReplayedCondition(IReadOnlyList<(DateTimeOffset At, bool Holds)> Turns, int StockOuts, int UnannouncedStockOuts);

/// <summary>
/// The past of a supply point as its ledger tells it, taken through the product's rule of status and the band of the condition
/// with any threshold: what the alert's condition would have done. The rule is asked at each instant at which something was booked,
/// with the demand measured up to then; late or silent feeds and deliveries on order are left out, and so is what time alone changes
/// between two bookings.
/// </summary>
public sealed class SupplyReplay
{
    private readonly List<Moment> _moments;
    private readonly SupplyPoint _point;
    private readonly TimeSpan? _arrivesIn;

    private SupplyReplay(SupplyPoint point, List<Moment> moments, TimeSpan? arrivesIn) =>
        (_point, _moments, _arrivesIn) = (point, moments, arrivesIn);

    /// <summary>How many instants with bookings it replays.</summary>
    public int Bookings => _moments.Count - 1;

    /// <param name="point">The point as it is now.</param>
    /// <param name="ledger">Its movements from <see cref="Demand.Window"/> before <paramref name="since"/> until now, in order of time.</param>
    /// <param name="since">Where the replay starts.</param>
    /// <param name="arrivesIn">How soon supply arrives; null when nobody knows.</param>
    public static SupplyReplay Of(SupplyPoint point, IReadOnlyList<Movement> ledger, DateTimeOffset since, TimeSpan? arrivesIn)
    {
        var use = new SlidingUse(point, ledger);
        var balance = point.Balance - ledger.Where(m => m.OccurredAt >= since).Sum(m => ProjectSupplyPointHandler.Change(point, m));
        var moments = new List<Moment> { At(since) };
        foreach (var booked in ledger.Where(m => m.OccurredAt >= since).GroupBy(m => m.OccurredAt))
        {
            var change = booked.Sum(m => ProjectSupplyPointHandler.Change(point, m));
            if (change != 0)
            {
                balance += change;
                moments.Add(At(booked.Key));
            }
        }

        return new(point, moments, arrivesIn);

        Moment At(DateTimeOffset at)
        {
            var (rate, _) = Demand.Of(use.Until(at), point.FixedRatePerHour);
            var onHand = Math.Max(0, balance);
            var projection = new StockProjection(onHand, at, rate, []);
            var facts = new SupplyFacts(onHand, null, point.Maximum, projection.Reaches(0), at + arrivesIn, IsSilent: false);
            return new(at, facts, SupplyPoint.StaysCritical(projection, facts, arrivesIn));
        }
    }

    /// <summary>The condition with a threshold for Low (minimum at the line side, reorder point in the stores; null: none).</summary>
    public ReplayedCondition Run(decimal? lowAt)
    {
        var turns = new List<(DateTimeOffset At, bool Holds)>();
        var (condition, since, stockOuts, unannounced) = (SupplyCondition.None, DateTimeOffset.MinValue, 0, 0);
        var wasOut = true;
        foreach (var (moment, isFirst) in _moments.Select((m, i) => (m, i == 0)))
        {
            var facts = moment.Facts with { LowAt = lowAt };
            var isOut = facts.OnHand <= 0;
            if (isOut && !wasOut)
            {
                stockOuts++;
                unannounced += condition != SupplyCondition.None && since + (_arrivesIn ?? TimeSpan.Zero) <= moment.At ? 0 : 1;
            }

            wasOut = isOut;
            var next = SupplyConditionRule.Next(condition, SupplyStatusRule.Of(facts), facts, moment.StaysCritical);
            if (next == SupplyCondition.None != (condition == SupplyCondition.None))
            {
                since = isFirst ? DateTimeOffset.MinValue : moment.At;
                if (!isFirst)
                {
                    turns.Add((moment.At, next != SupplyCondition.None));
                }
            }

            condition = next;
        }

        return new(turns, stockOuts, unannounced);
    }

    /// <summary>The condition with the threshold that the point has.</summary>
    public ReplayedCondition RunAsIs() => Run(_point.LowAt);

    private sealed record Moment(DateTimeOffset At, SupplyFacts Facts, bool StaysCritical);

    /// <summary>What was used in the window before an instant, asked in order of time.</summary>
    private sealed class SlidingUse(SupplyPoint point, IReadOnlyList<Movement> ledger)
    {
        private readonly List<Movement> _used =
        [
            .. ledger.Where(m => m is { Kind: MovementKind.Consumption or MovementKind.Issue, FromPlaceId: { } from }
                && (point.IsStores || from == point.PlaceId)),
        ];

        private int _first;
        private int _next;
        private decimal _sum;

        public MeasuredUse Until(DateTimeOffset at)
        {
            for (; _next < _used.Count && _used[_next].OccurredAt <= at; _next++)
            {
                _sum += _used[_next].Quantity;
            }

            for (; _first < _next && _used[_first].OccurredAt < at - Demand.Window; _first++)
            {
                _sum -= _used[_first].Quantity;
            }

            return new(_next - _first, _sum);
        }
    }
}
