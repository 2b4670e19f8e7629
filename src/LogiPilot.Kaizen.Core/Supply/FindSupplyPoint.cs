using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>One supply point by its id.</summary>
[Needs(Permission.SeeBoard)]
public sealed record FindSupplyPoint(Guid Id) : IQuery<SupplyPoint>;

/// <inheritdoc cref="FindSupplyPoint"/>
public sealed class FindSupplyPointHandler(ISupplyReader reader, ICurrentActor current)
    : IRequestHandler<FindSupplyPoint, Outcome<SupplyPoint>>
{
    public async Task<Outcome<SupplyPoint>> Handle(FindSupplyPoint query, CancellationToken cancellationToken)
    {
        var points = await reader.PointsById([query.Id], cancellationToken);
        return points.SingleOrDefault(p => current.Actor.Sees(p.PlantId)) is { } point ? point : Refusal.NotFound("supplyPoint");
    }
}

/// <summary>Supply points by their ids, in one reading; unknown ids and those of other plants are left out.</summary>
[Needs(Permission.SeeBoard)]
public sealed record FindSupplyPoints(IReadOnlyCollection<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, SupplyPoint>>;

/// <inheritdoc cref="FindSupplyPoints"/>
public sealed class FindSupplyPointsHandler(ISupplyReader reader, ICurrentActor current)
    : IRequestHandler<FindSupplyPoints, Outcome<IReadOnlyDictionary<Guid, SupplyPoint>>>
{
    public async Task<Outcome<IReadOnlyDictionary<Guid, SupplyPoint>>> Handle(
        FindSupplyPoints query, CancellationToken cancellationToken)
    {
        var points = await reader.PointsById(query.Ids, cancellationToken);
        return points.Where(p => current.Actor.Sees(p.PlantId)).ToDictionary(p => p.Id);
    }
}
