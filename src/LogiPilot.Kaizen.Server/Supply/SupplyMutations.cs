using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Supply;

[MutationType]
public static class SupplyMutations
{
    [GraphQLDescription("Books up to 10,000 movements of one plant, all or nothing; each bad row is an error with its field.")]
    [Payload("movements")]
    public static Task<FieldResult<IReadOnlyList<MovementNode>>> RecordMovementsAsync(
        IReadOnlyList<MovementInput> movements, Guid? clientId, UseCases useCases, ISupplyReader supply, IDirectory directory,
        CancellationToken cancellationToken) =>
        useCases.Do<IReadOnlyList<MovementNode>>(
            new RecordMovements([.. movements.Select(m => m.ToEntry())]) { ClientId = clientId },
            async made =>
            {
                var picture = await directory.Current(cancellationToken);
                var booked = (await supply.MovementsById(made.Ids, cancellationToken)).ToDictionary(m => m.Id);
                return [.. made.Ids.Where(booked.ContainsKey).Select(id => new MovementNode(booked[id], picture))];
            },
            cancellationToken);

    [GraphQLDescription("Another threshold of Low: the minimum of a station's point, the reorder point of the stores'.")]
    [Payload("supplyPoint")]
    public static Task<FieldResult<SupplyPointNode>> ApplyThresholdAsync(
        Guid pointId, decimal? minimum, decimal? reorderPoint, int? expectedVersion, Guid? clientId, UseCases useCases, IDirectory directory,
        CancellationToken cancellationToken) =>
        useCases.Do(
            new ApplyThreshold(pointId, minimum, reorderPoint) { ExpectedVersion = expectedVersion, ClientId = clientId },
            async made => new SupplyPointNode(
                await useCases.Ask(new FindSupplyPoint(made.Id), cancellationToken), await directory.Current(cancellationToken)),
            cancellationToken);
}

/// <summary>One movement: a place is a station or a location; without an instant it occurs now.</summary>
public sealed record MovementInput(
    MovementKind Kind, Guid ProductId, Guid? FromPlaceId, Guid? ToPlaceId, decimal Quantity, string? Lot, DateTimeOffset? OccurredAt,
    string? Document)
{
    public MovementEntry ToEntry() => new(Kind, ProductId, FromPlaceId, ToPlaceId, Quantity, Lot, OccurredAt, Document);
}
