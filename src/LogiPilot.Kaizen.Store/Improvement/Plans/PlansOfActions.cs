using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Store.Improvement.Plans;

/// <inheritdoc cref="IPlansOfActions"/>
public sealed class PlansOfActions(IPlanStore plans) : IPlansOfActions
{
    public async Task<PlanOfAction?> Find(Guid planId, CancellationToken cancellationToken) =>
        await plans.Find(planId, cancellationToken) is { } plan ? PlanOfAction.Of(plan) : null;
}
