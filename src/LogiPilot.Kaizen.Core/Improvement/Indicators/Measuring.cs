using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Indicators;

/// <summary>Measures an indicator over a period: from the plant's data, or as a person says it, with the plant's exposure unless said.</summary>
public sealed class Measuring(IMeasureSource plant)
{
    private const int Decimals = 3;

    public async Task<Outcome<MeasuredPeriod>> Measure(
        string field, PeriodDraft draft, IndicatorTerms terms, ActionPlan plan, DateOnly today, CancellationToken cancellationToken)
    {
        if (Refusal.All([.. draft.Faults(field, terms.Source, today)]) is { } wrong)
        {
            return wrong;
        }

        if (draft is { Value: { } value, Exposure: { } exposure })
        {
            return new MeasuredPeriod(draft.From, draft.To, Round(value), Round(exposure), draft.Points ?? 1);
        }

        var keys = terms.Keys.Count > 0 ? terms.Keys : plan.Keys;
        var found = await plant.Measure(terms.Source, plan.PlantId, keys, terms.ExposureKind, draft.From, draft.To, cancellationToken);
        return draft.Value is { } given ? found with { Value = Round(given), Exposure = Round(found.Exposure), Points = draft.Points ?? 1 }
            : found.Points == 0 && IsMedian(terms.Source) ? Refusal.Invalid(field, "measureEmpty")
            : found with { Value = Round(found.Value), Exposure = Round(found.Exposure) };
    }

    /// <summary>A median of nothing says nothing; a count of nothing is zero.</summary>
    private static bool IsMedian(MeasureSource source) => source is MeasureSource.TimeToResolve or MeasureSource.TimeToAcknowledge;

    private static decimal Round(decimal value) => decimal.Round(value, Decimals, MidpointRounding.AwayFromZero);
}
