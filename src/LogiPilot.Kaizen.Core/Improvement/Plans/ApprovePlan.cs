using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>The sponsor approves: the plan runs.</summary>
[Needs(Permission.SponsorPlan)]
public sealed record ApprovePlan(Guid PlanId, string? Comment = null) : CommandOn;

public sealed class ApprovePlanHandler(PlanBook book) : IRequestHandler<ApprovePlan, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(ApprovePlan request, CancellationToken cancellationToken) =>
        book.Change(request.PlanId, request, (plan, turn) => plan.Approve(request.Comment, turn), cancellationToken);
}
