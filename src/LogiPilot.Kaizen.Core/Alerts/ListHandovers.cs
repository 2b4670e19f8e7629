using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Handovers of the actor's plants, newest first, page by page.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ListHandovers(IReadOnlyList<Guid>? PlantIds, PageRequest Page) : IQuery<Page<ShiftHandover>>;

public sealed class ListHandoversHandler(IHandoverStore handovers, ICurrentActor current)
    : IRequestHandler<ListHandovers, Outcome<Page<ShiftHandover>>>
{
    public async Task<Outcome<Page<ShiftHandover>>> Handle(ListHandovers request, CancellationToken cancellationToken) =>
        await handovers.List(current.Actor.PlantsAmong(request.PlantIds), request.Page, cancellationToken);
}
