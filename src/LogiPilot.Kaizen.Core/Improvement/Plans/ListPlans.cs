using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>A page of the plans of the plants that the actor sees.</summary>
[Needs(Permission.SeePlans)]
public sealed record ListPlans(ActionPlanFilter Filter, ActionPlanOrder Order, PageRequest Page) : IQuery<Page<ActionPlan>>;

public sealed class ListPlansHandler(IPlanReader reader, IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ListPlans, Outcome<Page<ActionPlan>>>
{
    public async Task<Outcome<Page<ActionPlan>>> Handle(ListPlans request, CancellationToken cancellationToken)
    {
        Guid[] plants = [.. current.Actor.PlantIds.Where(p => current.Actor.May(Permission.SeePlans, p))];
        var people = await directory.Current(cancellationToken);

        // Late is a matter of days: those of the first plant stand for all that one person sees.
        var now = clock.GetUtcNow();
        var today = plants.Length == 0 ? DateOnly.FromDateTime(now.UtcDateTime) : people.Calendar(plants[0], null).DayOf(now);
        return await reader.List(plants, request.Filter, request.Order, today, request.Page, cancellationToken);
    }
}
