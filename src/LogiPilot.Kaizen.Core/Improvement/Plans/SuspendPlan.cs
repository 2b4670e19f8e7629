using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>A running plan rests until a review.</summary>
[Needs(Permission.LeadPlan)]
public sealed record SuspendPlan(Guid PlanId, string? Reason, DateOnly? ReviewOn) : CommandOn;

public sealed class SuspendPlanHandler(PlanBook book) : IRequestHandler<SuspendPlan, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(SuspendPlan request, CancellationToken cancellationToken) =>
        book.Change(request.PlanId, request, (plan, turn) => plan.Suspend(request.Reason, request.ReviewOn, turn), cancellationToken);
}
