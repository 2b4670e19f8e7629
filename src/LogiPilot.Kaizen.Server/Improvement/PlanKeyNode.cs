using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Supply;

namespace LogiPilot.Kaizen.Server.Improvement;

[GraphQLName("PlanKey")]
[GraphQLDescription("What a plan or a dysfunction is about; a part that is null limits nothing.")]
public sealed class PlanKeyNode(PlanKey key, OrganisationPicture people)
{
    [GraphQLDescription("Supply (stock-outs and shortages), or the name of a kind of alert.")]
    public string? Family => key.Family;

    public Named? Place => people.Name(key.PlaceId);

    public async Task<ProductNode?> GetProductAsync(ProductById products, CancellationToken cancellationToken) =>
        key.ProductId is { } product ? await products.LoadAsync(product, cancellationToken) : null;
}
