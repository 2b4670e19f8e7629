using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>A page of the actions of the plants that the actor sees. A drift is one by the day of the first of these plants.</summary>
[Needs(Permission.SeePlans)]
public sealed record ListActions(ActionFilter Filter, ActionOrder Order, PageRequest Page) : IQuery<Page<ImprovementAction>>;

public sealed class ListActionsHandler(IActionReader reader, IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ListActions, Outcome<Page<ImprovementAction>>>
{
    public async Task<Outcome<Page<ImprovementAction>>> Handle(ListActions request, CancellationToken cancellationToken)
    {
        var plants = current.Actor.PlantsAmong(request.Filter.PlantIds).Where(p => current.Actor.May(Permission.SeePlans, p)).ToList();
        var picture = await directory.Current(cancellationToken);
        var today = ActionTurn.DayOf(clock.GetUtcNow(), plants is [var first, ..] ? picture.Plant(first) : null);
        return await reader.List(plants, request.Filter, request.Order, today, request.Page, cancellationToken);
    }
}
