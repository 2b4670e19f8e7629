using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Indicators;

namespace LogiPilot.Kaizen.Server.Improvement.Indicators;

/// <summary>Indicators of plans that were shown already.</summary>
public sealed class IndicatorsByPlan(IIndicatorReader indicators) : GroupedDataLoader<Guid, Indicator>
{
    protected override async Task<ILookup<Guid, Indicator>> LoadGroupedBatchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await indicators.OfPlans(keys, cancellationToken)).ToLookup(i => i.PlanId);
}
