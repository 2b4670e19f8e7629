using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Improvement.Dysfunctions;

[QueryType]
public static class DysfunctionQueries
{
    [Needs(Permission.SeePlans)]
    public static async Task<DysfunctionNode?> GetDysfunctionAsync(
        Guid id, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        await useCases.Find(new FindDysfunction(id), cancellationToken) is { } found
            ? new(found, await directory.Current(cancellationToken))
            : null;

    [Needs(Permission.SeePlans)]
    [UseConnection(Name = "Dysfunction")]
    public static async Task<Connection<DysfunctionNode>> GetDysfunctionsAsync(
        DysfunctionFilter? filter, PageRequest page, UseCases useCases, IDirectory directory, CancellationToken cancellationToken,
        DysfunctionOrder orderBy = DysfunctionOrder.NewestFirst)
    {
        var found = await useCases.Ask(new ListDysfunctions(filter ?? new(), orderBy, page.ToCore()), cancellationToken);
        var people = await directory.Current(cancellationToken);
        return found.ToConnection(d => new DysfunctionNode(d, people));
    }

    [Needs(Permission.SeePlans)]
    public static async Task<ProposalNode?> GetProposalAsync(
        Guid id, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        await useCases.Find(new FindProposal(id), cancellationToken) is { } found
            ? new(found, await directory.Current(cancellationToken))
            : null;

    [Needs(Permission.SeePlans)]
    [GraphQLDescription("What a dysfunction opened from these alerts, or from a recurrence, would begin with; null without any.")]
    public static async Task<AlertFactsNode?> GetDysfunctionFactsAsync(
        IReadOnlyList<Guid>? alertIds, Guid? recurrenceId, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        await useCases.Ask(new ViewDysfunctionFacts(alertIds, recurrenceId), cancellationToken) is { } facts
            ? new(facts, await directory.Current(cancellationToken))
            : null;

    [Needs(Permission.SeePlans)]
    [GraphQLDescription("What an hour of a stopped line costs a plant; null where it never said.")]
    public static async Task<StopCostNode?> GetStopCostAsync(
        Guid plantId, IDysfunctionReader dysfunctions, ICurrentActor current, CancellationToken cancellationToken) =>
        current.Actor.Sees(plantId) && await dysfunctions.StopCost(plantId, cancellationToken) is { } cost ? new(cost) : null;
}
