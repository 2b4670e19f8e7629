using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>The absences that the actor may plan and that are not over at an instant (now), first by their beginning.</summary>
[Needs(Permission.PlanAbsences)]
public sealed record ListAbsences(IReadOnlyList<Guid>? PlantIds, DateTimeOffset? From) : IQuery<IReadOnlyList<Absence>>;

/// <inheritdoc cref="ListAbsences"/>
public sealed class ListAbsencesHandler(IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ListAbsences, Outcome<IReadOnlyList<Absence>>>
{
    public async Task<Outcome<IReadOnlyList<Absence>>> Handle(ListAbsences request, CancellationToken cancellationToken)
    {
        var picture = await directory.Current(cancellationToken);
        var plants = current.Actor.PlantsAmong(request.PlantIds);
        var from = request.From ?? clock.GetUtcNow();
        return picture.Absences
            .Where(a => plants.Contains(a.PlantId) && a.Ends > from)
            .Where(a => picture.Person(a.PersonId) is { } person && AbsenceRule.MayPlan(current.Actor, person, a.PlantId))
            .OrderBy(a => a.Starts).ThenBy(a => a.Id)
            .ToList();
    }
}
