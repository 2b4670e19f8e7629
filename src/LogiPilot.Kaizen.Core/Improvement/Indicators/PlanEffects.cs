using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Core.Improvement.Indicators;

/// <summary>What can be said today of the effect of a plan: as the gate of the step that asks for it would.</summary>
public sealed class PlanEffects(PlanPicture picture)
{
    private static readonly string[] Asking = ["effective", "measuredAfterLastAction"];

    private readonly DateOnly? _lastActionDone = EffectRules.LastActionDone(picture, JudgingStep(picture.Plan.Method));

    public EffectVerdict Of(Indicator indicator) => Effect.Judge(indicator, _lastActionDone, picture.Plan.Cycle, picture.Plan.CameBackOn);

    public EffectVerdict Of(Indicator indicator, Measure measure) => measure.Cycle == picture.Plan.Cycle
        ? Effect.Judge(indicator, measure.Period, _lastActionDone, measure.Cycle, picture.Plan.CameBackOn)
        : Effect.Judge(indicator, measure.Period, measure.Period.From, measure.Cycle);

    /// <summary>Why a measurement says nothing of the effect; null when it counts, and while there is no baseline to hold it against.</summary>
    public EffectKind? WhyNotCounted(Indicator indicator, Measure measure) =>
        indicator.BaselineOf(measure.Cycle) is not { } baseline ? null
        : measure.Cycle == picture.Plan.Cycle ? Effect.WhyNotCounted(baseline, measure.Period, _lastActionDone, picture.Plan.CameBackOn)
        : Effect.WhyNotCounted(baseline, measure.Period, lastActionDone: null, cameBackOn: null);

    private static StepDefinition JudgingStep(MethodDefinition method) =>
        method.Steps.FirstOrDefault(s => s.Gate.Any(g => Asking.Contains(g.Rule, StringComparer.Ordinal))) ?? method.Steps[^1];
}
