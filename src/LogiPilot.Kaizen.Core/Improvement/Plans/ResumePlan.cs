using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>A suspended plan runs again.</summary>
[Needs(Permission.LeadPlan)]
public sealed record ResumePlan(Guid PlanId) : CommandOn;

public sealed class ResumePlanHandler(PlanBook book) : IRequestHandler<ResumePlan, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(ResumePlan request, CancellationToken cancellationToken) =>
        book.Change(request.PlanId, request, (plan, turn) => plan.Resume(turn), cancellationToken);
}
