using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Alerts;

[MutationType]
public static class HandoverMutations
{
    [GraphQLDescription("Signs the note of the shift that ends and puts what is open in the area (none: the plant) before the next.")]
    public static Task<FieldResult<HandoverNode>> SignHandoverAsync(
        Guid plantId, Guid? areaId, string? note, Guid? clientId, HandoverOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new SignHandover(plantId, areaId, note) { ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Takes over the alerts named (none: all that nobody accepted yet) as they stand.")]
    public static Task<FieldResult<HandoverNode>> AcceptHandoverAsync(
        Guid handoverId, IReadOnlyList<Guid>? alertIds, int? expectedVersion, Guid? clientId, HandoverOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new AcceptHandover(handoverId, alertIds) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Cannot take over the alerts named (none: all that nobody answered yet); another of the shift still may.")]
    public static Task<FieldResult<HandoverNode>> RefuseHandoverAsync(
        Guid handoverId, string? reason, IReadOnlyList<Guid>? alertIds, int? expectedVersion, Guid? clientId, HandoverOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new RefuseHandover(handoverId, reason, alertIds) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);
}

/// <summary>Gives an order about a handover and answers with the handover as it is after it.</summary>
public sealed class HandoverOrders(UseCases useCases, IHandoverStore handovers, IDirectory directory)
{
    public Task<FieldResult<HandoverNode>> Give(Core.Shared.Command order, CancellationToken cancellationToken) => useCases.Do(
        order,
        async made => new HandoverNode((await handovers.Find(made.Id, cancellationToken))!, await directory.Current(cancellationToken)),
        cancellationToken);
}
