namespace LogiPilot.Kaizen.Core.Improvement.Indicators;

/// <summary>What can be said of an effect. Only <see cref="Effective"/> is an effect: better but short is not.</summary>
public enum EffectKind
{
    NoBaseline,
    NoTarget,
    NoAction,
    NotMeasured,
    BeforeLastAction,

    /// <summary>The problem came back after the period began.</summary>
    BeforeRecurrence,
    PeriodDiffers,
    NotComparable,
    WrongWay,
    FallsShort,
    Effective,
}

/// <summary>What was judged of one indicator, with the facts of its sentence.</summary>
public sealed record EffectVerdict(EffectKind Kind, IReadOnlyDictionary<string, object?> Arguments)
{
    public bool IsEffective => Kind == EffectKind.Effective;

    /// <summary>Whether there is a value that says something about the actions, be it good or bad.</summary>
    public bool IsMeasured => Kind is EffectKind.WrongWay or EffectKind.FallsShort or EffectKind.Effective;
}

/// <summary>
/// Judges an effect: the same indicator, a period that begins after the last action and is as long as the baseline's, with at least 80 %
/// of its exposure, and the target reached, not merely approached. Source: methods.md, indicators.
/// </summary>
public static class Effect
{
    /// <summary>Less than this share of the baseline's exposure cannot be compared with it.</summary>
    public const decimal LeastExposure = 0.8m;

    /// <summary>Judges the latest value of a cycle.</summary>
    /// <param name="lastActionDone">The day on which the last action of the cycle was done; null when none was.</param>
    /// <param name="cameBackOn">The day on which the problem came back last: a period counts from there on.</param>
    public static EffectVerdict Judge(Indicator indicator, DateOnly? lastActionDone, int cycle = 1, DateOnly? cameBackOn = null) =>
        Judge(indicator, indicator.LastOf(cycle)?.Period, lastActionDone, cycle, cameBackOn);

    /// <summary>Judges one value.</summary>
    public static EffectVerdict Judge(
        Indicator indicator, MeasuredPeriod? measured, DateOnly? lastActionDone, int cycle, DateOnly? cameBackOn = null)
    {
        var baseline = indicator.BaselineOf(cycle);
        var kind = Kind(indicator, baseline, measured, lastActionDone, cameBackOn);
        return new EffectVerdict(kind, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["indicator"] = indicator.Name,
            ["unit"] = indicator.Unit,
            ["target"] = indicator.Target,
            ["baseline"] = baseline?.Value,
            ["baselineDays"] = baseline?.Days,
            ["measured"] = measured?.Value,
            ["measuredDays"] = measured?.Days,
            ["from"] = measured?.From,
            ["actionDone"] = lastActionDone,
            ["cameBack"] = cameBackOn,
            ["exposure"] = baseline is { Exposure: > 0 } && measured is not null ? Math.Floor(100 * measured.Exposure / baseline.Exposure) : 0m,
            ["least"] = 100 * LeastExposure,
        });
    }

    /// <summary>Why a period says nothing of the effect: it begins before the last action or the problem's return, or cannot be compared; null when it counts.</summary>
    public static EffectKind? WhyNotCounted(MeasuredPeriod baseline, MeasuredPeriod measured, DateOnly? lastActionDone, DateOnly? cameBackOn) =>
        measured.From < lastActionDone ? EffectKind.BeforeLastAction
        : measured.From < cameBackOn ? EffectKind.BeforeRecurrence
        : WhyNotComparable(baseline, measured);

    /// <summary>Why a period cannot be compared with the baseline: of another length, or with too little exposure; null when it can.</summary>
    private static EffectKind? WhyNotComparable(MeasuredPeriod baseline, MeasuredPeriod measured) =>
        measured.Days != baseline.Days ? EffectKind.PeriodDiffers
        : baseline.Exposure <= 0 || measured.Exposure < LeastExposure * baseline.Exposure ? EffectKind.NotComparable
        : null;

    private static EffectKind Kind(
        Indicator indicator, MeasuredPeriod? baseline, MeasuredPeriod? measured, DateOnly? lastActionDone, DateOnly? cameBackOn) =>
        baseline is null ? EffectKind.NoBaseline
        : indicator.Target is not { } target ? EffectKind.NoTarget
        : lastActionDone is null ? EffectKind.NoAction
        : measured is null ? EffectKind.NotMeasured
        : WhyNotCounted(baseline, measured, lastActionDone, cameBackOn) is { } why ? why
        : Reached(indicator.Direction, measured.Value, target, baseline.Value);

    private static EffectKind Reached(Direction direction, decimal measured, decimal target, decimal baseline)
    {
        var (gain, toTarget) = direction == Direction.Lower ? (baseline - measured, target - measured) : (measured - baseline, measured - target);
        return gain < 0 ? EffectKind.WrongWay
            : toTarget >= 0 ? EffectKind.Effective
            : gain == 0 ? EffectKind.WrongWay
            : EffectKind.FallsShort;
    }
}
