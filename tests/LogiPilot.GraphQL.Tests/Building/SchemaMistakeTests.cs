using Xunit;

namespace LogiPilot.GraphQL.Tests.Building;

/// <summary>A mistake in the annotations is refused at the start, naming type, member and what to do.</summary>
public sealed class SchemaMistakeTests
{
    private static string Refusal(params Type[] types)
    {
        var options = new GraphQLOptions();
        foreach (var type in types) options.AddType(type);
        return Assert.Throws<SchemaException>(() => GraphQLSchema.Create(options)).Message;
    }

    [Theory]
    [InlineData(typeof(NotStatic), "NotStatic: a class of resolvers must be static")]
    [InlineData(typeof(NoScalar), "NoScalar.When: DateTime has no GraphQL type")]
    [InlineData(typeof(Untyped), "Untyped.Any: Object has no GraphQL type")]
    [InlineData(typeof(Framework), "Framework.Where: Uri is a type of .NET")]
    [InlineData(typeof(TwoOfAName), "Query has the field \"thing\" already")]
    [InlineData(typeof(BadName), "\"not a name\" is no GraphQL name")]
    [InlineData(typeof(ByReference), "the parameter \"x\" cannot be ref, in or out")]
    [InlineData(typeof(Dangling), "names a type the schema does not have")]
    [InlineData(typeof(EmptyType), "the type Nothing has no field")]
    [InlineData(typeof(WrongSet), "cannot be an input list")]
    public void A_mistake_stops_the_start(Type type, string expected) => Assert.Contains(expected, Refusal(type), StringComparison.Ordinal);

    [Fact]
    public void Mistakes_of_mutations_extensions_and_names_are_found()
    {
        Assert.Contains("There is no query", Refusal(), StringComparison.Ordinal);
        Assert.Contains("a mutation must return what it changed", Refusal(typeof(Fine), typeof(VoidMutation)), StringComparison.Ordinal);
        Assert.Contains("mark it with [Parent]", Refusal(typeof(Fine), typeof(NoParent)), StringComparison.Ordinal);
        Assert.Contains("[BindMember] names \"Colour\"", Refusal(typeof(Fine), typeof(BadBinding)), StringComparison.Ordinal);
        Assert.Contains("another type is called \"Thing\" already", Refusal(typeof(Fine), typeof(Clash)), StringComparison.Ordinal);
        Assert.Contains("Name one with [UseConnection", Refusal(typeof(TwoConnections), typeof(MoreConnections)), StringComparison.Ordinal);
    }

    public sealed record Thing(int Size);

    [QueryType]
    public static class Fine { public static Thing Thing() => new(1); }

    [QueryType]
    public sealed class NotStatic { public static int X => 1; }

    [QueryType]
    public static class NoScalar { public static DateTime When() => default; }

    [QueryType]
    public static class Untyped { public static object Any() => 1; }

    [QueryType]
    public static class Framework { public static Uri? Where() => null; }

    [QueryType]
    public static class TwoOfAName
    {
        public static int GetThing() => 1;

        public static int Thing() => 2;
    }

    [QueryType]
    public static class BadName { [GraphQLName("not a name")] public static int X() => 1; }

    [QueryType]
    public static class ByReference { public static int X(ref int x) => x; }

    [QueryType]
    public static class Dangling { [GraphQLType("Nope!")] public static int X() => 1; }

    public sealed class Nothing;

    [QueryType]
    public static class EmptyType { public static Nothing X() => new(); }

    [QueryType]
    public static class WrongSet { public static int X(HashSet<int> set) => set.Count; }

    [MutationType]
    public static class VoidMutation { public static void Do() { } }

    [ObjectType<Thing>]
    public static class NoParent { public static int Twice(Thing thing) => thing.Size * 2; }

    [ObjectType<Thing>]
    public static class BadBinding { [BindMember("Colour")] public static int Twice([Parent] Thing thing) => thing.Size * 2; }

    public static class Other { [GraphQLName("Thing")] public sealed record Twin(int X); }

    [QueryType]
    public static class Clash { public static Other.Twin Twin() => new(1); }

    [QueryType]
    public static class TwoConnections { public static Connection<Thing> Things(PageRequest page) => Connection.FromList<Thing>([], page); }

    public sealed record Box(int Id) { public static string Kind => ""; }

    [ObjectType<Box>]
    public static class MoreConnections { public static Connection<Box> Things([Parent] Box box, PageRequest page) => Connection.FromList([box], page); }
}
