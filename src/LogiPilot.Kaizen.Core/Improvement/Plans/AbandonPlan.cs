using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Gives a plan up, with a reason.</summary>
[Needs(Permission.LeadPlan)]
public sealed record AbandonPlan(Guid PlanId, string? Reason) : CommandOn;

public sealed class AbandonPlanHandler(PlanBook book) : IRequestHandler<AbandonPlan, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(AbandonPlan request, CancellationToken cancellationToken) =>
        book.Change(request.PlanId, request, (plan, turn) => plan.Abandon(request.Reason, turn), cancellationToken);
}
