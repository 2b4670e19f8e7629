// What is wrong here is wrong on purpose.
#pragma warning disable CA1069, CA1708, CA1008, CA2211, MA0062
using System.Reflection;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.GraphQL.Tests.Building;

/// <summary>One mistake each, with the types it needs.</summary>
public static class Mistakes
{
    /// <summary>The class, the types beside it that it is about, and a query that is right where it has none.</summary>
    public static IEnumerable<Type> With(string name)
    {
        var type = typeof(Mistakes).GetNestedType(name)!;
        if (!type.IsDefined(typeof(QueryTypeAttribute))) yield return typeof(Fine);
        yield return type;
        if (type.GetCustomAttribute<AboutAttribute>() is { } about)
            foreach (var other in about.Types) yield return other;
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class AboutAttribute(params Type[] types) : Attribute
    {
        public Type[] Types { get; } = types;
    }

    public sealed record Thing(int Size);

    public sealed record Box(int Id);

    public sealed record Range(int From);

    [QueryType] public static class Fine { public static Thing Thing() => new(1); }

    [QueryType] public sealed class NotStatic { public static int X => 1; }
    [QueryType] public static class NoField { internal static int X => 1; }
    [QueryType] public static class TwoOfAName { public static int GetThing() => 1; public static int Thing() => 2; }
    [QueryType] public static class BadName { [GraphQLName("not a name")] public static int X() => 1; }
    [QueryType] public static class Reserved { [GraphQLName("__x")] public static int X() => 1; }
    [QueryType] public static class ByReference { public static int X(ref int x) => x; }
    [QueryType] public static class Out { public static int X(out int x) => x = 1; }
    [QueryType] public static class Generic { public static T? X<T>() => default; }
    [QueryType] public static class NoResult { public static Task Do() => Task.CompletedTask; }
    [QueryType] public static class RootParent { public static int X([Parent] Thing thing) => thing.Size; }
    [QueryType] public static class TwoArguments { public static int X(int id, [GraphQLName("id")] int other) => id + other; }
    [QueryType] public static class PageAlone { public static Thing[] X(PageRequest page) => [new(page.Size)]; }
    [QueryType] public static class ConnectionAlone { public static Connection<Thing>? X() => null; }
    [QueryType] public static class BadLoader { public static int X(TwoWays loader) => loader is null ? 0 : 1; }
    [QueryType] public static class AbstractLoader { public static int X(Loading loader) => loader is null ? 0 : 1; }

    public abstract class Loading : BatchDataLoader<int, Thing>;

    public sealed class TwoWays : Loading
    {
        public TwoWays() { }
        public TwoWays(IStore store) => Store = store;
        public IStore? Store { get; }
        protected override Task<IReadOnlyDictionary<int, Thing>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    public interface IStore;

    public sealed class Store : IStore;

    public sealed class Needy(IStore store) : BatchDataLoader<int, Thing>
    {
        protected override Task<IReadOnlyDictionary<int, Thing>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) => throw new NotSupportedException(store.ToString());
    }

    [QueryType] public static class Unknown { public static int X(IStore store) => store is null ? 0 : 1; }
    [QueryType] public static class UnknownLoader { public static int X(Needy loader) => loader is null ? 0 : 1; }

    [QueryType] public static class UnknownTopic { public static int X(EventTopic<Thing> topic) => topic.ReaderCount; }
    public sealed class Clock { public static int Hour() => 1; }
    [QueryType] public static class NewStore { public static int X(Clock clock) => clock is null ? 0 : 1; }
    [QueryType] public static class NotANumberEither { public static int Either() => 1; }
    [QueryType] public static class Keyed { public static int X([FromKeyedServices("a")] IStore store) => store is null ? 0 : 1; }

    [QueryType] public static class Unread { public static IQueryable<Thing> X() => Array.Empty<Thing>().AsQueryable(); }
    [QueryType] public static class NoScalar { public static DateTime When() => default; }
    [QueryType] public static class Untyped { public static object Any() => 1; }
    [QueryType] public static class Dynamic { public static dynamic Any() => 1; }
    [QueryType] public static class Framework { public static Uri? Where() => null; }
    [QueryType] public static class Tuple { public static (int A, string B) X() => (1, ""); }
    [QueryType] public static class Dictionary { public static IReadOnlyDictionary<string, int>? X() => null; }
    [QueryType] public static class DictionaryIn { public static int X(Dictionary<string, int> all) => all.Count; }
    public sealed class Nothing;
    [QueryType] public static class EmptyType { public static Nothing X() => new(); }
    public sealed record Twice(string Name) { public string GetName() => Name; }
    [QueryType] public static class TwoProperties { public static Twice? X() => null; }
    public static class Other { [GraphQLName("Thing")] public sealed record Twin(int X); }
    [QueryType] public static class Clash { public static Thing? A() => null; public static Other.Twin Twin() => new(1); }
    [QueryType] public static class Dangling { [GraphQLType("Nope!")] public static int X() => 1; }
    [QueryType] public static class NoType { [GraphQLType("[Int")] public static int X() => 1; }
    [QueryType] public static class InputAsOutput { public static int X(Range range) => range.From; [GraphQLType("Range")] public static int Y() => 1; }
    [QueryType] public static class OutputAsInput { public static Thing? X() => null; public static int Y([GraphQLType("Thing")] int thing) => thing; }
    [QueryType] public static class OtherScalar { public static int X([GraphQLType("ID!")] Guid id) => id.GetHashCode(); }

    [ObjectType<Thing>] public static class NoParent { public static int Twice(Thing thing) => thing.Size * 2; }
    [ObjectType<Thing>] public static class WrongParent { public static int Twice([Parent] Box box) => box.Id * 2; }
    [ObjectType<Thing>] public static class BadBinding { [BindMember("Colour")] public static int Twice([Parent] Thing thing) => thing.Size * 2; }
    [UnionType] public interface IEither;
    public sealed record Either(int X) : IEither;
    [ObjectType<IEither>, About(typeof(Either))] public static class ExtendedUnion { public static int X([Parent] IEither either) => either is null ? 0 : 1; }
    [InterfaceType<Thing>] public static class NoInterface { public static int Twice([Parent] Thing thing) => thing.Size * 2; }
    [ObjectType<Thing>] public static class TwoExtensions { public static int GetHalf([Parent] Thing thing) => thing.Size; public static int Half([Parent] Thing thing) => thing.Size / 2; }
    [UnionType] public interface INobody;
    [QueryType, About(typeof(INobody))] public static class EmptyUnion { public static INobody? X() => null; }
    [UnionType] public interface IValue;
    public sealed record Amount : IValue;
    public sealed class AmountScalar() : ScalarType<Amount>("Amount")
    {
        public override Amount Read(ScalarInput input) => input.Kind == ScalarInputKind.Integer ? new() : throw input.Refused("Amount cannot represent");
        public override void Write(ResponseBuffer buffer, Amount value) => buffer.WriteNumber(1);
        public override ValueNode ToLiteral(object value) => new StringValueNode("Amount");
    }
    [QueryType, About(typeof(IValue), typeof(Amount))] public static class UnionOfScalar { public static IValue? X() => null; }

    [InterfaceType] public interface IContract { string Code { get; } }
    public sealed class Breaker : IContract { [GraphQLIgnore] public string Code => ""; public int X => 1; }
    public sealed class Widener : IContract { [GraphQLType("String")] public string Code => ""; }
    public sealed class Leaver : IContract { [GraphQLDeprecated("Away")] public string Code => ""; }
    [QueryType, About(typeof(IContract), typeof(Breaker))] public static class BrokenContract { public static int X() => 1; }
    [QueryType, About(typeof(IContract), typeof(Widener))] public static class Wider { public static int X() => 1; }
    [QueryType, About(typeof(IContract), typeof(Leaver))] public static class DeprecatedAlone { public static int X() => 1; }

    [InterfaceType] public interface ISizing { int Size(string? unit); }
    public sealed class Forgetter : ISizing { int ISizing.Size(string? unit) => 1; public int Size() => 1; }
    public sealed class Changer : ISizing { int ISizing.Size(string? unit) => 1; public int Size(int unit) => unit; }
    public sealed class Demander : ISizing { int ISizing.Size(string? unit) => 1; public int Size(string? unit, int scale) => scale; }
    [QueryType, About(typeof(ISizing), typeof(Forgetter))] public static class LessArguments { public static int X() => 1; }
    [QueryType, About(typeof(ISizing), typeof(Changer))] public static class OtherArguments { public static int X() => 1; }
    [QueryType, About(typeof(ISizing), typeof(Demander))] public static class MoreArguments { public static int X() => 1; }

    [Flags] public enum Days { Monday = 1, Tuesday = 2 }
    public enum None;
    public enum Same { A = 1, B = 1 }
    public enum Same2 { A = 1 }
    public enum Cased { OnTime, On_Time }
    public enum Truth { [GraphQLName("true")] Yes }
    [QueryType] public static class Flagged { public static Days X() => default; }
    [QueryType] public static class NoValues { public static None X() => default; }
    [QueryType] public static class EqualValues { public static Same X() => default; }
    [QueryType] public static class EqualNames { public static Cased X() => default; }
    [QueryType] public static class Literal { public static Truth X() => default; }

    [QueryType] public static class WrongSet { public static int X(HashSet<int> set) => set.Count; }
    [QueryType] public static class EmptyInput { public static int X(Nothing x) => x is null ? 0 : 1; }
    public sealed class Closed { private Closed() { } public int X { get; set; } public static Closed One { get; } = new(); }
    [QueryType] public static class NoConstructor { public static int X(Closed x) => x.X; }
    public sealed record Twins(string Name, [property: GraphQLName("name")] string Other);
    [QueryType] public static class TwoFields { public static int X(Twins x) => x.Name.Length; }
    public sealed record Chain(Link Next);
    public sealed record Link(Chain Back);
    [QueryType] public static class Endless { public static int X(Chain x) => x is null ? 0 : 1; }
    public sealed record Loop(int? X, [DefaultValue("{}")] Loop? Next);
    [QueryType] public static class EndlessDefault { public static int X(Loop x) => x is null ? 0 : 1; }
    [OneOf] public sealed record Choice(int? A, int B = 1);
    [QueryType] public static class OneOfDefault { public static int X(Choice x) => x.B; }
    [QueryType] public static class BadOptional { public static int X(Optional<int> x) => x.Value; }
    [QueryType] public static class BadSyntax { public static int X([DefaultValue("[1,")] int[] x) => x.Length; }
    [QueryType] public static class BadDefault { public static int X([DefaultValue("[1, \"a\"]")] int[] x) => x.Length; }
    public sealed record Defaulted([DefaultValue("{ too: 1 }")] Range? Range);
    [QueryType] public static class BadFieldDefault { public static int X(Defaulted x) => x.Range!.From; }
    [QueryType] public static class NoEnumDefault { public static int X(Same2 x = (Same2)7) => (int)x; }
    [QueryType] public static class NotANumber { public static double X(double x = double.NaN) => x; }
    public sealed class AmountTaken { public Amount? Amount { get; init; } = new(); }
    [QueryType] public static class ScalarDefault { public static int X(AmountTaken x) => x is null ? 0 : 1; }
    [QueryType] public static class RequiredDeprecated { public static int X([GraphQLDeprecated("old")] int x) => x; }
    public sealed record Old([property: GraphQLDeprecated("old")] int X);
    [QueryType] public static class RequiredField { public static int X(Old x) => x.X; }
    public sealed class Thrower { public Thrower() => throw new InvalidOperationException("no"); public int X { get; init; } }
    [QueryType] public static class Throwing { public static int X(Thrower x) => x.X; }
    public abstract class Shape { public int X { get; set; } }
    [QueryType] public static class AbstractInput { public static int X(Shape[] x) => x.Length; }

    public sealed record Linked(Uri Link);
    [QueryType] public static class LinkTaken { public static int X(Linked x) => x.Link.Port; }
    public sealed class Query;
    [ObjectType<Query>] public static class OwnQuery { public static int X() => 1; }

    public sealed record Gone(string Message) : IMutationError { public string Code => "GONE"; }
    [MutationType] public static class NoErrors { public static FieldResult<int> Do() => 1; }
    [QueryType] public static class FailingQuery { [Error<Gone>] public static int X() => 1; }
    [QueryType] public static class PagedList { [UseConnection] public static int[] X() => []; }
    [SubscriptionType] public static class OneEvent { public static Task<int> X() => Task.FromResult(1); }

    [MutationType] public static class VoidMutation { public static void Do() { } }
    [MutationType] public static class PagedMutation { public static Thing Do(PageRequest page) => new(page.Size); }
    [Directive(DirectiveLocations.None)] public sealed record Nowhere(int X);
    [Directive(DirectiveLocations.Field)] public sealed record Skip(int X);
    [Directive(DirectiveLocations.Field)] public sealed record MarkDirective(int X);
    [QueryType, About(typeof(MarkDirective))] public static class NeverNull { public static int X(MarkDirective mark) => mark.X; }

    [QueryType] public static class TwoConnections { public static Connection<Thing> Things(PageRequest page) => Connection.FromList<Thing>([], page); }
    [ObjectType<Box>] public static class MoreConnections { public static Connection<Box> Things([Parent] Box box, PageRequest page) => Connection.FromList([box], page); }
}
