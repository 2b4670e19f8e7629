using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>What the actor is still to do, soonest due first.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ListMyActions : IQuery<MyActions>;

public sealed record MyActions(IReadOnlyList<ImprovementAction> Actions);

public sealed class ListMyActionsHandler(IActionReader reader, ICurrentActor current)
    : IRequestHandler<ListMyActions, Outcome<MyActions>>
{
    public async Task<Outcome<MyActions>> Handle(ListMyActions request, CancellationToken cancellationToken) =>
        new MyActions(current.Actor.PersonId is { } me ? await reader.OpenOf(me, [.. current.Actor.PlantIds], cancellationToken) : []);
}
