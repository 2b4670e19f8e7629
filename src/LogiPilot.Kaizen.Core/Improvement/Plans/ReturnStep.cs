using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Sends a signed step back, with a reason; those that depend on it are open again.</summary>
[Needs(Permission.LeadPlan)]
public sealed record ReturnStep(Guid PlanId, string Step, string? Reason) : CommandOn;

public sealed class ReturnStepHandler(PlanBook book) : IRequestHandler<ReturnStep, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(ReturnStep request, CancellationToken cancellationToken) =>
        book.Change(request.PlanId, request, (plan, turn) => plan.Return(request.Step, request.Reason, turn), cancellationToken);
}
