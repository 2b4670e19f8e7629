namespace LogiPilot.GraphQL.Building;

/// <summary>
/// Has the runtime compile the schema builder beside the start of the application, by building a schema that has a little of everything:
/// else the first real one, which the start waits for, takes three times as long.
/// </summary>
internal static class WarmUp
{
    private static int _begun;

    public static void Begin()
    {
        if (Interlocked.Exchange(ref _begun, 1) == 0) _ = Task.Run(Build);
    }

    public static GraphQLSchema Build() => GraphQLSchema.Create(
        new GraphQLOptions().AddType(typeof(Queries)).AddType(typeof(Mutations)).AddType(typeof(ThingFields)).AddType(typeof(Tool)), static _ => false);

    [QueryType]
    private static class Queries
    {
        public static Task<Thing?> GetThing(Guid id, CancellationToken cancellationToken) => Task.FromResult<Thing?>(new(id, "", null, 0, Kind.First, null, [], cancellationToken.IsCancellationRequested));

        [GraphQLDescription("Some.")]
        public static IReadOnlyList<Thing> GetThings(Filter? filter, int? first = 5) => [];

        public static Connection<Thing> GetPage(PageRequest page, ResolverContext context) => Connection.FromList<Thing>([], page);
    }

    [MutationType]
    private static class Mutations
    {
        public static Thing? Change(Guid id, string name) => null;
    }

    [ObjectType<Thing>]
    private static class ThingFields
    {
        public static Thing? GetOther([Parent] Thing parent, Kind kind = Kind.Second) => kind == parent.Kind ? null : parent;
    }

    [InterfaceType]
    private interface INamed
    {
        string Name { get; }
    }

    private enum Kind
    {
        First,
        Second,
    }

    private sealed record Thing(Guid Id, string Name, string? Remark, decimal Amount, Kind Kind, DateTimeOffset? At, IReadOnlyList<string> Tags, bool Open) : INamed;

    private sealed record Tool(string Name) : INamed;

    private sealed record Filter(string Text, int Skip = 0, IReadOnlyList<Kind>? Kinds = null, bool Open = true)
    {
        public int? Limit { get; init; }
    }
}
