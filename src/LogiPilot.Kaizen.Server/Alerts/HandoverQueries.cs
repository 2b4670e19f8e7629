using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Alerts;

[QueryType]
public static class HandoverQueries
{
    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("Newest first.")]
    [UseConnection(Name = "Handover")]
    public static async Task<Connection<HandoverNode>> GetHandoversAsync(
        IReadOnlyList<Guid>? plantIds, PageRequest page, UseCases useCases, IDirectory directory, CancellationToken cancellationToken)
    {
        var found = await useCases.Ask(new ListHandovers(plantIds, page.ToCore()), cancellationToken);
        var picture = await directory.Current(cancellationToken);
        return found.ToConnection(h => new HandoverNode(h, picture));
    }

    [Needs(Permission.SeeBoard)]
    public static async Task<HandoverNode?> GetHandoverAsync(
        Guid id, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        await useCases.Find(new FindHandover(id), cancellationToken) is { } handover
            ? new(handover, await directory.Current(cancellationToken))
            : null;

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("The handover of an area (none: the plant) as it would be signed now.")]
    public static async Task<HandoverDraftNode> GetHandoverDraftAsync(
        Guid plantId, Guid? areaId, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        new(await useCases.Ask(new DraftHandover(plantId, areaId), cancellationToken), await directory.Current(cancellationToken));

    [Needs(Permission.SeeBoard)]
    [GraphQLDescription("Planned maintenance, that which lasts longest first; ended too.")]
    public static async Task<IEnumerable<MaintenanceWindowNode>> GetMaintenanceWindowsAsync(
        IReadOnlyList<Guid>? plantIds, UseCases useCases, IDirectory directory, CancellationToken cancellationToken)
    {
        var windows = await useCases.Ask(new ListMaintenanceWindows(plantIds), cancellationToken);
        var picture = await directory.Current(cancellationToken);
        return windows.Select(w => new MaintenanceWindowNode(w, picture));
    }
}
