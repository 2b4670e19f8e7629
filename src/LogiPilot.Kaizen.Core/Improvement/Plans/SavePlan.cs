using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Says otherwise what a plan is agreed to be; what is absent stays.</summary>
[Needs(Permission.LeadPlan)]
public sealed record SavePlan(Guid PlanId, PlanCharter Charter) : CommandOn;

public sealed class SavePlanHandler(PlanBook book) : IRequestHandler<SavePlan, Outcome<Made>>
{
    public Task<Outcome<Made>> Handle(SavePlan request, CancellationToken cancellationToken) => book.Change(
        request.PlanId, request,
        (plan, turn) =>
        {
            var former = plan.LeaderId;
            var refusal = plan.Revise(request.Charter, turn);
            if (refusal is null && plan.LeaderId != former)
            {
                book.Raise(new PlanGiven(plan.PlantId, plan.Id, former, plan.LeaderId));
            }

            return refusal;
        },
        cancellationToken);
}
