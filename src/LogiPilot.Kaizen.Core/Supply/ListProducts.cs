using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Products that the actor's plants know, page by page.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ListProducts(ProductFilter Filter, PageRequest Page) : IQuery<Page<Product>>;

/// <inheritdoc cref="ListProducts"/>
public sealed class ListProductsHandler(ISupplyReader reader, ICurrentActor current)
    : IRequestHandler<ListProducts, Outcome<Page<Product>>>
{
    public async Task<Outcome<Page<Product>>> Handle(ListProducts query, CancellationToken cancellationToken)
    {
        var plants = current.Actor.PlantsAmong(query.Filter.PlantIds);
        return await reader.Products(plants, query.Filter, query.Page, cancellationToken);
    }
}
