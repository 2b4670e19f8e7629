using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Says that what is proposed to be sent back stays as it was signed, with a reason; the effect is measured once more.</summary>
[Needs(Permission.LeadPlan)]
public sealed record DeclineReturn(Guid PlanId, string? Reason) : CommandOn;

public sealed class DeclineReturnHandler(PlanBook book) : IRequestHandler<DeclineReturn, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(DeclineReturn request, CancellationToken cancellationToken) =>
        book.Change(request.PlanId, request, (plan, turn) => plan.DeclineReturn(request.Reason, turn), cancellationToken);
}
