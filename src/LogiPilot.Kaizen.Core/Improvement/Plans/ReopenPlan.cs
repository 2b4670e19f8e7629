using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>An ended plan runs again, from a step on.</summary>
[Needs(Permission.SponsorPlan)]
public sealed record ReopenPlan(Guid PlanId, string? Step, string? Reason) : CommandOn;

public sealed class ReopenPlanHandler(PlanBook book) : IRequestHandler<ReopenPlan, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(ReopenPlan request, CancellationToken cancellationToken) =>
        book.Change(request.PlanId, request, (plan, turn) => plan.Reopen(request.Step, request.Reason, turn), cancellationToken);
}
