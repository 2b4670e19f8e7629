namespace LogiPilot.GraphQL.Tests.Differential.World;

/// <summary>Our side of the comparison: the schema made of the classes of this namespace, in process.</summary>
internal static class WorldServer
{
    public static GraphQLOptions Options()
    {
        var options = new GraphQLOptions { MaxAliases = 10_000, DocumentCacheSize = 10 };
        options.AddScalar(new EvenScalar());
        foreach (var type in typeof(WorldServer).Assembly.GetTypes().Where(type => type.Namespace == typeof(WorldServer).Namespace)) options.AddType(type);
        return options;
    }

    public static GraphQLExecutor Create()
    {
        var options = Options();
        return new(GraphQLSchema.Create(options), options);
    }
}
