using Xunit;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

public sealed class SubscriptionSchemaTests
{
    public sealed record Tick(int Number);

    [QueryType]
    public static class Queries { public static int One => 1; }

    [SubscriptionType]
    public static class Ticks
    {
        [GraphQLDescription("Counts.")]
        public static IAsyncEnumerable<Tick> OnTickAsync(int? from, IComparer<int> service, CancellationToken cancellationToken) => throw new NotSupportedException();

        public static Task<IAsyncEnumerable<int?>> Numbers(ResolverContext context) => throw new NotSupportedException();

        public static ValueTask<IAsyncEnumerable<IReadOnlyList<string>>> GetWords() => throw new NotSupportedException();
    }

    private static GraphQLSchema Schema(params Type[] types)
    {
        var options = new GraphQLOptions();
        foreach (var type in types) options.AddType(type);
        return GraphQLSchema.Create(options);
    }

    [Fact]
    public void A_method_that_gives_events_is_a_field_of_their_type()
    {
        var schema = Schema(typeof(Queries), typeof(Ticks));
        Assert.Equal("Subscription", schema.Subscription?.Name);
        Assert.Contains(
            """"
            type Subscription {
              """Counts."""
              onTick(from: Int): Tick!
              numbers: Int
              words: [String!]!
            }
            """", schema.Print(), StringComparison.Ordinal);
        Assert.Null(Schema(typeof(Queries)).Subscription);
    }

    [Theory]
    [InlineData(typeof(NoStream), "NoStream.Tick: a subscription must return IAsyncEnumerable<T>, or a task of it")]
    [InlineData(typeof(Property), "Property.Ticks: a subscription must be a method")]
    [InlineData(typeof(Instance), "Instance: a class of resolvers must be static")]
    [InlineData(typeof(TakesLoader), "TakesLoader.Ticks: a subscription takes no data loader")]
    [InlineData(typeof(TakesParent), "TakesParent.Ticks: Subscription has no parent object")]
    public void A_mistake_stops_the_start(Type type, string expected) =>
        Assert.Contains(expected, Assert.Throws<SchemaException>(() => Schema(typeof(Queries), type)).Message, StringComparison.Ordinal);

    [SubscriptionType]
    public static class NoStream { public static Task<IEnumerable<int>> Tick() => throw new NotSupportedException(); }

    [SubscriptionType]
    public static class Property { public static IAsyncEnumerable<int> Ticks => throw new NotSupportedException(); }

    [SubscriptionType]
    public sealed class Instance { public IAsyncEnumerable<int> Ticks() => throw new NotSupportedException(); }

    [SubscriptionType]
    public static class TakesLoader { public static IAsyncEnumerable<int> Ticks(Sample.AuthorById authors) => throw new NotSupportedException(); }

    [SubscriptionType]
    public static class TakesParent { public static IAsyncEnumerable<int> Ticks([Parent] Tick tick) => throw new NotSupportedException(); }
}
