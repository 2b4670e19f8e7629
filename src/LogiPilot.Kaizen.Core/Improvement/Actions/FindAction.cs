using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>One action of a plant that the actor sees.</summary>
[Needs(Permission.SeePlans)]
public sealed record FindAction(Guid ActionId) : IQuery<ImprovementAction>;

public sealed class FindActionHandler(IActionReader reader, ICurrentActor current) : IRequestHandler<FindAction, Outcome<ImprovementAction>>
{
    public async Task<Outcome<ImprovementAction>> Handle(FindAction request, CancellationToken cancellationToken) =>
        await reader.Find(request.ActionId, cancellationToken) is { } action && current.Actor.May(Permission.SeePlans, action.PlantId)
            ? action
            : Refusal.NotFound("action");
}
