using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Indicators;

/// <summary>
/// A period of plant days with what was measured in it. Without a value, the plant's data are asked; without exposure, what the plant worked,
/// made or received in it.
/// </summary>
public sealed record PeriodDraft(DateOnly From, DateOnly To, decimal? Value = null, decimal? Exposure = null, int? Points = null)
{
    public const int MostDays = 366;
    public const decimal Largest = 1_000_000_000m;

    public IEnumerable<Refusal?> Faults(string field, MeasureSource source, DateOnly today)
    {
        yield return From > To ? Refusal.Invalid($"{field}.to", "periodBackwards") : null;
        yield return To > today ? Refusal.Invalid($"{field}.to", "periodFuture") : null;
        yield return To.DayNumber - From.DayNumber >= MostDays ? Refusal.Invalid($"{field}.from", "periodTooLong", ("days", MostDays)) : null;
        yield return source == MeasureSource.Manual && Value is null ? Refusal.Invalid($"{field}.value", "measureByHand") : null;
        yield return source != MeasureSource.Manual && (Value ?? Exposure ?? Points) is not null
            ? Refusal.Invalid($"{field}.value", "measureByPlant")
            : null;
        yield return Value is < -Largest or > Largest ? Refusal.Invalid($"{field}.value", "measureRange", ("most", Largest)) : null;
        yield return Exposure is < 0 or > Largest ? Refusal.Invalid($"{field}.exposure", "exposureRange", ("most", Largest)) : null;
        yield return Points is < 1 or > 1_000_000 ? Refusal.Invalid($"{field}.points", "pointsRange", ("most", 1_000_000)) : null;
    }
}
