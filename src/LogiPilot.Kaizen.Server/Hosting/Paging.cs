using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Shared;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>Pages of the ports as Relay connections.</summary>
public static class Paging
{
    public static Core.Shared.PageRequest ToCore(this PageRequest page) =>
        new(page.IsBackward ? null : page.Size, page.After, page.IsBackward ? page.Size : null, page.Before, page.WantsTotalCount);

    public static Connection<TNode> ToConnection<T, TNode>(this Page<T> page, Func<T, TNode> toNode)
    {
        Edge<TNode>[] edges = [.. page.Items.Select(i => new Edge<TNode>(toNode(i.Item), i.Cursor))];
        return new(edges, new(page.HasNext, page.HasPrevious, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), page.TotalCount);
    }
}
