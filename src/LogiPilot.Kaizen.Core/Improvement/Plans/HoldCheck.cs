using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Holds a check of the effect that is due; a failed one sends back the step that the method says.</summary>
[Needs(Permission.LeadPlan)]
public sealed record HoldCheck(Guid PlanId, string Step, int Days, bool Passed, string? Comment) : CommandOn;

/// <inheritdoc cref="HoldCheck"/>
public sealed class HoldCheckHandler(PlanBook book) : IRequestHandler<HoldCheck, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(HoldCheck request, CancellationToken cancellationToken) => book.Change(
        request.PlanId, request, (plan, turn) => plan.HoldCheck(request.Step, request.Days, request.Passed, request.Comment, turn), cancellationToken);
}
