namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// The quantity to come: what was known at an instant, less the demand, plus expected supply at its instants (in order of
/// time). Without a rate it is not projected.
/// </summary>
public sealed record StockProjection(
    decimal Quantity, DateTimeOffset From, decimal? RatePerHour, IReadOnlyList<Arrival> Arrivals)
{
    private const decimal FarthestHours = 24 * 365 * 10;

    /// <summary>
    /// When the quantity first falls to a level, in whole seconds as people read it; null without demand, or when so far
    /// away that it says nothing.
    /// </summary>
    public DateTimeOffset? Reaches(decimal level)
    {
        if (RatePerHour is not > 0)
        {
            return null;
        }

        var (quantity, at) = (Quantity, From);
        foreach (var arrival in Arrivals)
        {
            if (quantity <= level || UsedBetween(at, arrival.At) >= quantity - level)
            {
                break;
            }

            quantity += arrival.Quantity - UsedBetween(at, arrival.At);
            at = Later(at, arrival.At);
        }

        var hours = Math.Max(0, quantity - level) / RatePerHour.Value;
        return hours > FarthestHours ? null : WholeSecond(at.AddTicks((long)(hours * TimeSpan.TicksPerHour)));
    }

    /// <summary>
    /// The corners of the curve between two instants, never below zero: what is not there is not used later.
    /// Expected supply lies after the first instant.
    /// </summary>
    public IEnumerable<(DateTimeOffset At, decimal Quantity)> Curve(DateTimeOffset start, DateTimeOffset end)
    {
        var (quantity, at) = (Math.Max(0, Quantity - UsedBetween(From, start)), start);
        yield return (at, quantity);
        foreach (var arrival in Arrivals.Where(a => a.At < end).Append(new Arrival(end, 0)))
        {
            var left = quantity - UsedBetween(at, arrival.At);
            if (left < 0 && quantity > 0)
            {
                yield return (at.AddTicks((long)(quantity / RatePerHour!.Value * TimeSpan.TicksPerHour)), 0);
            }

            (quantity, at) = (Math.Max(0, left), Later(at, arrival.At));
            yield return (at, quantity);
            if (arrival.Quantity > 0)
            {
                quantity += arrival.Quantity;
                yield return (at, quantity);
            }
        }
    }

    private decimal UsedBetween(DateTimeOffset start, DateTimeOffset end) =>
        end > start ? (RatePerHour ?? 0) * (decimal)(end - start).Ticks / TimeSpan.TicksPerHour : 0;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset WholeSecond(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
