using LogiPilot.Kaizen.Core.Improvement.Indicators;

namespace LogiPilot.Kaizen.Server.Improvement.Indicators;

/// <summary>What a person measured; exposure: what the plant worked, made or received in it unless said.</summary>
public sealed record MeasuredPeriodInput(DateOnly From, DateOnly To, decimal Value, decimal? Exposure, int? Points)
{
    public PeriodDraft ToDraft() => new(From, To, Value, Exposure, Points);
}

/// <summary>Days over which the plant's own data are asked, both included.</summary>
public sealed record PeriodInput(DateOnly From, DateOnly To)
{
    public PeriodDraft ToDraft() => new(From, To);
}

/// <summary>What an indicator is. What is absent stays, or is as usual: lower is better, measured by hand, per working hour, on the plan's keys.</summary>
public sealed record SaveIndicatorInput(
    Guid? PlanId, Guid? IndicatorId, string? Name, string? Unit, Direction? Direction, MeasureSource? Source, IReadOnlyList<PlanKeyInput>? Keys,
    Exposure? Exposure, MeasuredPeriodInput? Baseline, PeriodInput? ComputeBaseline, decimal? Target, DateOnly? TargetOn, int? ExpectedVersion,
    Guid? ClientId)
{
    public SaveIndicator ToOrder() => new(
        PlanId, IndicatorId,
        new IndicatorDraft(
            Name, Unit, Direction, Source, Keys?.Select(k => k.ToKey()).ToList(), Exposure, Baseline?.ToDraft(), ComputeBaseline?.ToDraft(),
            Target, TargetOn))
    {
        ExpectedVersion = ExpectedVersion, ClientId = ClientId,
    };
}
