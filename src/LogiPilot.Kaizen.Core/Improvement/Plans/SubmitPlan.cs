using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Asks the sponsor for approval.</summary>
[Needs(Permission.LeadPlan)]
public sealed record SubmitPlan(Guid PlanId) : CommandOn;

public sealed class SubmitPlanHandler(PlanBook book) : IRequestHandler<SubmitPlan, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(SubmitPlan request, CancellationToken cancellationToken) =>
        book.Change(request.PlanId, request, (plan, turn) => plan.Submit(turn), cancellationToken);
}
