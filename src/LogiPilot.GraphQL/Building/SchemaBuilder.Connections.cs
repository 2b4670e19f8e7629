using System.Reflection;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    private readonly Dictionary<string, (ObjectType Type, GraphType Node)> _connections = new(StringComparer.Ordinal);

    private ObjectType ConnectionOf(ClrShape shape, MemberInfo where, string fieldName)
    {
        var prefix = _said.Get<UseConnectionAttribute>(where)?.Name ?? Naming.Pascal(fieldName);
        var node = Output(shape.Arguments[0], where, fieldName);
        if (_connections.TryGetValue(prefix, out var known))
        {
            if (GraphType.AreEqual(known.Node.Nullable, node.Nullable)) return known.Type;
            throw SchemaException.At(where, $"another field makes {prefix}Connection of {known.Node.Named}, this one of {node.Named}. Name one with [UseConnection(Name = …)].");
        }
        var nodeType = shape.Arguments[0].Type;
        var connection = Register(new ObjectType(prefix + "Connection") { Description = "A connection to a list of items." }, where);
        var edge = Register(new ObjectType(prefix + "Edge") { Description = "An edge in a connection." }, where);
        _connections[prefix] = (connection, node);

        var pageInfo = new NonNullType(Output(typeof(PageBounds), where));
        var clrType = shape.Type;
        Add(connection, Described(MakeField(clrType.GetProperty("PageInfo")!, "pageInfo", pageInfo, false), "Information to aid in pagination."));
        Add(connection, Described(MakeField(clrType.GetProperty("Edges")!, "edges", new ListType(new NonNullType(edge)), false), "A list of edges."));
        Add(connection, Described(MakeField(Part(nameof(ConnectionParts.Nodes), nodeType), "nodes", new ListType(node), false), "A flattened list of the nodes."));
        Add(connection, Described(MakeField(Part(nameof(ConnectionParts.TotalCount), nodeType), "totalCount", new NonNullType(_scalars[typeof(int)]), false),
            "Identifies the total count of items in the connection."));
        var edgeType = typeof(Edge<>).MakeGenericType(nodeType);
        Add(edge, Described(MakeField(edgeType.GetProperty("Cursor")!, "cursor", new NonNullType(_scalars[typeof(string)]), false), "A cursor for use in pagination."));
        Add(edge, Described(MakeField(edgeType.GetProperty("Node")!, "node", node, false), "The item at the end of the edge."));
        return connection;
    }

    private static MethodInfo Part(string name, Type node) => typeof(ConnectionParts).GetMethod(name)!.MakeGenericMethod(node);

    private static FieldDefinition Described(FieldDefinition field, string description) => new(field.Name, field.Type)
    {
        Description = description, Member = field.Member, Arguments = field.Arguments, Resolver = field.Resolver,
    };

    private PageParameter PageArguments(MethodInfo method)
    {
        var use = _said.Get<UseConnectionAttribute>(method);
        var number = _scalars[typeof(int)];
        var text = _scalars[typeof(string)];
        return new(
            [
                Argument("first", number, "Returns the first _n_ elements from the list."),
                Argument("after", text, "Returns the elements in the list that come after the specified cursor."),
                Argument("last", number, "Returns the last _n_ elements from the list."),
                Argument("before", text, "Returns the elements in the list that come before the specified cursor."),
            ],
            use is { DefaultPageSize: > 0 } ? use.DefaultPageSize : _options.DefaultPageSize,
            use is { MaxPageSize: > 0 } ? use.MaxPageSize : _options.MaxPageSize);

        static InputValue Argument(string name, ScalarType type, string description) =>
            new(name, type) { Description = description, Binding = InputBinding.Natural(type) };
    }
}

internal static class ConnectionParts
{
    public static IReadOnlyList<T> Nodes<T>([Parent] Connection<T> connection)
    {
        var nodes = new T[connection.Edges.Count];
        for (var i = 0; i < nodes.Length; i++) nodes[i] = connection.Edges[i].Node;
        return nodes;
    }

    public static int TotalCount<T>([Parent] Connection<T> connection) => connection.TotalCount
        ?? throw new InvalidOperationException("The resolver gave no TotalCount although PageRequest.WantsTotalCount was set.");
}
