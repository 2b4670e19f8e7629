using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>The sponsor refuses, with a reason: the plan is a draft again.</summary>
[Needs(Permission.SponsorPlan)]
public sealed record RefusePlan(Guid PlanId, string? Reason) : CommandOn;

public sealed class RefusePlanHandler(PlanBook book) : IRequestHandler<RefusePlan, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(RefusePlan request, CancellationToken cancellationToken) =>
        book.Change(request.PlanId, request, (plan, turn) => plan.Refuse(request.Reason, turn), cancellationToken);
}
