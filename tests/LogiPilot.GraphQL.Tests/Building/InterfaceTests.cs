using LogiPilot.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Building;

/// <summary>Interfaces and unions of C# are those of the schema, with what they implement and what is added to them.</summary>
public sealed class InterfaceTests
{
    [InterfaceType]
    public interface IEntity
    {
        Guid OwnerId { get; }
        string Code { get; }
        string Label => $"<{Code}>";
    }

    [InterfaceType]
    public interface IHolder<out T> : IEntity
    {
        IReadOnlyList<T> Items { get; }
    }

    // Knows nothing of the library.
    public interface ISized
    {
        int Size { get; }
    }

    public sealed record Shelf(string Code, Guid OwnerId, IReadOnlyList<string> Items) : IHolder<string>, ISized, IThing
    {
        int ISized.Size => Items.Count;
    }

    public sealed record Cart(string Code, Guid OwnerId) : IEntity, IThing
    {
        public string Label => "cart " + Code;
    }

    [UnionType]
    public interface IThing;

    [InterfaceType<IEntity>]
    public static class EntityNode
    {
        [BindMember(nameof(IEntity.OwnerId))]
        public static string GetOwner([Parent] IEntity entity) => "owner of " + entity.Code;

        public static int Reach([Parent] IEntity entity, int times = 2) => entity.Code.Length * times;
    }

    [InterfaceType<ISized>]
    [GraphQLName("Measured")]
    [GraphQLDescription("What has a size.")]
    public static class SizedNode
    {
        public static bool IsBig([Parent] ISized sized) => sized.Size > 1;
    }

    [ObjectType<Cart>]
    public static class CartNode
    {
        public static int Reach([Parent] Cart cart, int times = 2) => 100 * times;
    }

    [QueryType]
    public static class Queries
    {
        public static IReadOnlyList<IEntity> Entities() => [new Shelf("s", Guid.Empty, ["a", "b"]), new Cart("c", Guid.Empty)];
        public static IHolder<string> Holder() => new Shelf("s", Guid.Empty, ["a", "b"]);
        public static ISized Sized() => new Shelf("s", Guid.Empty, ["a", "b"]);
        public static IThing[] Things() => [new Shelf("s", Guid.Empty, []), new Cart("c", Guid.Empty)];
    }

    private static readonly Type[] All = [typeof(Queries), typeof(EntityNode), typeof(SizedNode), typeof(CartNode), typeof(Shelf), typeof(Cart)];

    private static GraphQLSchema Schema(out GraphQLOptions options)
    {
        options = new() { UseXmlDocumentation = false };
        foreach (var type in All) options.AddType(type);
        return GraphQLSchema.Create(options);
    }

    [Fact]
    public void What_is_said_of_an_interface_holds_for_all_who_implement_it() => Assert.Equal(
        """"
        type Cart implements Entity {
          code: String!
          label: String!
          owner: String!
          reach(times: Int! = 2): Int!
        }

        interface Entity {
          code: String!
          label: String!
          owner: String!
          reach(times: Int! = 2): Int!
        }

        interface HolderOfString implements Entity {
          code: String!
          label: String!
          items: [String!]!
          owner: String!
          reach(times: Int! = 2): Int!
        }

        """What has a size."""
        interface Measured {
          size: Int!
          isBig: Boolean!
        }

        type Query {
          entities: [Entity!]!
          holder: HolderOfString!
          sized: Measured!
          things: [Thing!]!
        }

        type Shelf implements Entity & HolderOfString & Measured {
          code: String!
          items: [String!]!
          label: String!
          size: Int!
          owner: String!
          reach(times: Int! = 2): Int!
          isBig: Boolean!
        }

        union Thing = Cart | Shelf
        """",
        Schema(out _).Print());

    [Fact]
    public async Task Resolvers_of_an_interface_resolve_for_its_implementers()
    {
        var schema = Schema(out var options);
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var result = await new GraphQLExecutor(schema, options, services).ExecuteAsync(new()
        {
            Query = "{ entities { __typename label owner reach(times: 3) } holder { items label } sized { size isBig } things { ... on Entity { code } ... on Measured { size } } }",
        });
        Assert.Equal(
            """{"data":{"entities":[{"__typename":"Shelf","label":"<s>","owner":"owner of s","reach":3},{"__typename":"Cart","label":"cart c","owner":"owner of c","reach":300}],"holder":{"items":["a","b"],"label":"<s>"},"sized":{"size":2,"isBig":true},"things":[{"code":"s","size":0},{"code":"c"}]}}""",
            result.ToJson().Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_taken_and_returned_is_two_types_whichever_comes_first()
    {
        var first = GraphQLSchema.Create(new GraphQLOptions().AddType(typeof(Taken))).Print();
        Assert.Contains("size(range: RangeInput!): Range!", first, StringComparison.Ordinal);
        Assert.Contains("size(range: RangeInput!): Range!", GraphQLSchema.Create(new GraphQLOptions().AddType(typeof(Both))).Print(), StringComparison.Ordinal);
        Assert.IsType<InputObjectType>(GraphQLSchema.Create(new GraphQLOptions().AddType(typeof(Taken))).Type("RangeInput"));
    }

    public sealed record Range(int From, int To);

    [QueryType]
    public static class Taken
    {
        public static int Before(Range range) => range.From;

        public static Range Size(Range range) => range;
    }

    [QueryType]
    public static class Both { public static Range Size(Range range) => range; }
}
