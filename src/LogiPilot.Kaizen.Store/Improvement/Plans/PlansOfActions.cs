using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Store.Improvement.Plans;

/// <inheritdoc cref="IPlansOfActions"/>
public sealed class PlansOfActions(IPlanStore plans) : IPlansOfActions
{
    public async Task<PlanOfAction?> Find(Guid planId, CancellationToken cancellationToken) =>
        await plans.Find(planId, cancellationToken) is not { } plan ? null
        : new PlanOfAction(
            plan.Id, plan.PlantId, plan.Number, plan.LeaderId, plan, plan.IsApproved || !plan.Method.ActionsNeedApproval, plan.IsEnded, plan.Cycle,
            [.. plan.Steps.Select(s => s.Code)], plan.AreaId, plan.State == PlanState.Submitted);
}
