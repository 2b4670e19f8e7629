using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>Quality of deliveries, supplier by supplier and together, over all lines that received goods.</summary>
public sealed record SupplierQualities(IReadOnlyList<SupplierQuality> Suppliers)
{
    /// <summary>Rejected / received × 10⁶ over all suppliers; null when nothing was received.</summary>
    public decimal? Ppm =>
        Suppliers.Sum(s => s.Received) is > 0 and var received ? Suppliers.Sum(s => s.Rejected) / received * 1_000_000m : null;
}

/// <summary>Supplier quality in the actor's plants, or those of them that are named.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ListSupplierQualities(IReadOnlyList<Guid>? PlantIds = null) : IQuery<SupplierQualities>;

/// <inheritdoc cref="ListSupplierQualities"/>
public sealed class ListSupplierQualitiesHandler(ISupplyReader reader, ICurrentActor current)
    : IRequestHandler<ListSupplierQualities, Outcome<SupplierQualities>>
{
    public async Task<Outcome<SupplierQualities>> Handle(ListSupplierQualities query, CancellationToken cancellationToken) =>
        new SupplierQualities(await reader.SupplierQualities(current.Actor.PlantsAmong(query.PlantIds), cancellationToken));
}
