using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>What plans of a plant are held to.</summary>
[Needs(Permission.SeePlans)]
public sealed record FindPlanSettings(Guid PlantId) : IQuery<PlanSettings>;

public sealed class FindPlanSettingsHandler(IPlanReader reader, ICurrentActor current) : IRequestHandler<FindPlanSettings, Outcome<PlanSettings>>
{
    public async Task<Outcome<PlanSettings>> Handle(FindPlanSettings request, CancellationToken cancellationToken) =>
        current.Actor.May(Permission.SeePlans, request.PlantId) ? await reader.Settings(request.PlantId, cancellationToken) : Refusal.NotFound("plant");
}
