using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Alerts;
using LogiPilot.Kaizen.Server.Hosting;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Improvement.Actions;

[QueryType]
public static class ActionQueries
{
    [Needs(Permission.SeePlans)]
    public static async Task<ActionNode?> GetActionAsync(Guid id, UseCases useCases, IDirectory directory, CancellationToken cancellationToken) =>
        await useCases.Find(new FindAction(id), cancellationToken) is { } action
            ? new(action, await directory.Current(cancellationToken))
            : null;

    [Needs(Permission.SeePlans)]
    [UseConnection(Name = "Action")]
    public static async Task<Connection<ActionNode>> GetActionsAsync(
        ActionFilter? filter, PageRequest page, UseCases useCases, IDirectory directory, CancellationToken cancellationToken,
        ActionOrder orderBy = ActionOrder.DueFirst)
    {
        var found = await useCases.Ask(new ListActions(filter ?? new(), orderBy, page.ToCore()), cancellationToken);
        var people = await directory.Current(cancellationToken);
        return found.ToConnection(a => new ActionNode(a, people));
    }
}

[ObjectType<MyWorkNode>]
public static class MyWorkActions
{
    [GraphQLDescription("What the caller is still to do, soonest due first.")]
    public static async Task<IEnumerable<ActionNode>> GetActionsAsync(
        [Parent] MyWorkNode work, UseCases useCases, IDirectory directory, CancellationToken cancellationToken)
    {
        var people = await directory.Current(cancellationToken);
        return (await useCases.Ask(new ListMyActions(), cancellationToken)).Actions.Select(a => new ActionNode(a, people));
    }
}
