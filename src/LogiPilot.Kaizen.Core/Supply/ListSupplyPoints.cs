using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Supply points of the actor's plants, line side and stores, page by page.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ListSupplyPoints(SupplyPointFilter Filter, SupplyPointOrder Order, PageRequest Page) : IQuery<Page<SupplyPoint>>;

/// <inheritdoc cref="ListSupplyPoints"/>
public sealed class ListSupplyPointsHandler(ISupplyReader reader, ICurrentActor current)
    : IRequestHandler<ListSupplyPoints, Outcome<Page<SupplyPoint>>>
{
    public async Task<Outcome<Page<SupplyPoint>>> Handle(ListSupplyPoints query, CancellationToken cancellationToken)
    {
        var plants = current.Actor.PlantsAmong(query.Filter.PlantIds);
        return await reader.Points(plants, query.Filter, query.Order, query.Page, cancellationToken);
    }
}
