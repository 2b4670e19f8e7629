using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>One plan; not found alike when unknown or of a plant that the actor does not see.</summary>
[Needs(Permission.SeePlans)]
public sealed record FindPlan(Guid PlanId) : IQuery<ActionPlan>;

public sealed class FindPlanHandler(IPlanReader reader, ICurrentActor current) : IRequestHandler<FindPlan, Outcome<ActionPlan>>
{
    public async Task<Outcome<ActionPlan>> Handle(FindPlan request, CancellationToken cancellationToken) =>
        await reader.Find(request.PlanId, cancellationToken) is { } plan && current.Actor.May(Permission.SeePlans, plan.PlantId)
            ? plan
            : Refusal.NotFound("plan");
}
