using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Lines of supplier orders of the actor's plants, page by page.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ListDeliveries(DeliveryFilter Filter, PageRequest Page) : IQuery<Page<Delivery>>;

/// <inheritdoc cref="ListDeliveries"/>
public sealed class ListDeliveriesHandler(ISupplyReader reader, ICurrentActor current)
    : IRequestHandler<ListDeliveries, Outcome<Page<Delivery>>>
{
    public async Task<Outcome<Page<Delivery>>> Handle(ListDeliveries query, CancellationToken cancellationToken)
    {
        var plants = current.Actor.PlantsAmong(query.Filter.PlantIds);
        return await reader.Deliveries(plants, query.Filter, query.Page, cancellationToken);
    }
}
