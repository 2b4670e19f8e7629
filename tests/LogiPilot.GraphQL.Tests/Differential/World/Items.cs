namespace LogiPilot.GraphQL.Tests.Differential.World;

public enum Color
{
    Red,
    Green,
    [GraphQLDescription("Like the sky.")] Blue,
    [GraphQLDeprecated("Use GREEN")] DarkGreen,
}

[InterfaceType]
[GraphQLDescription("Anything with an id.")]
public interface INode
{
    GraphId Id { get; }
}

[InterfaceType]
public interface INamed : INode
{
    string? Name();

    string? Label();
}

[InterfaceType]
public interface IPet : INamed
{
    string? Call(string? tone, [GraphQLDescription("How often.")] int times = 2);

    IPet? Friend();

    IReadOnlyList<INamed?>? Friends();
}

[InterfaceType]
public interface ITagged
{
    IReadOnlyList<string> Tags();
}

[UnionType]
[GraphQLDescription("All there is.")]
public interface IThing;

[UnionType]
public interface IAnimal;

/// <summary>The fields that all objects of the world share.</summary>
public abstract class Item(int seed)
{
    internal int Seed { get; } = seed;

    internal int H(string name) => Rule.Hash(Seed, name);

    public GraphId Id => Rule.Id(H("id"));

    public string? Name() => Rule.Text(H("name"));

    public int? Count() => Rule.Int(H("count"));

    [GraphQLType("Int!")]
    public int? Total() => Rule.Int(H("total"), must: true);

    public double? Ratio() => Rule.Float(H("ratio"));

    [GraphQLType("Boolean!")]
    public bool? Sure() => Rule.Boolean(H("sure"), must: true);

    public Color? Color() => Rule.Color(H("color"));

    public Color Tint() => Rule.Tint(H("tint"));

    public long? Big() => Rule.Long(H("big"));

    public decimal? Price() => Rule.Decimal(H("price"));

    public Guid? Key() => Rule.Uuid(H("key"));

    public DateTimeOffset? At() => Rule.Instant(H("at"));

    public DateOnly? Day() => Rule.Date(H("day"));

    public Even? Even() => Rule.Even(H("even"));

    public Task<string?> NameLater() => Rule.Later(H("nameLater"), () => Rule.Text(H("nameLater")));

    [GraphQLType("Int!")]
    public Task<int?> TotalLater() => Rule.Later(H("totalLater"), () => Rule.Int(H("totalLater"), must: true));

    [GraphQLDeprecated("Use count")]
    public int? OldCount() => Rule.Int(H("oldCount"));

    public IThing? Thing() => Rule.Thing(H("thing"));

    public IThing MustThing() => Rule.Thing(H("mustThing"), must: true)!;

    public Task<INode> MustNodeLater() => Rule.Later(H("mustNodeLater"), () => Rule.Node(H("mustNodeLater"), must: true)!);

    public Grid? Grid() => Rule.Grid(H("grid"));

    public string? Fail() => throw new GraphQLException("fail refuses");

    public string MustFail() => throw new GraphQLException("mustFail refuses");

    public Task<string?> FailLater() => Rule.Later<string?>(H("failLater"), () => throw new GraphQLException("failLater refuses"));

    public Task<string> MustFailLater() => Rule.Later<string>(H("mustFailLater"), () => throw new GraphQLException("mustFailLater refuses"));

    public string? Crash() => throw new InvalidOperationException("a secret");

    protected string? Called(string? tone, int times) =>
        Rule.IsNull(H("call"), false) ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{tone ?? "null"}*{times}");
}

public sealed class Dog(int seed) : Item(seed), IPet, ITagged, IThing, IAnimal
{
    public string Label() => Rule.Text(H("label"), must: true)!;

    public string? Call(string? tone, int times = 2) => Called(tone, times);

    public IPet? Friend() => Rule.Pet(H("friend"));

    public IReadOnlyList<INamed?>? Friends() => Rule.List(H("friends"), false, h => Rule.Named(h));

    public IReadOnlyList<string> Tags() => Rule.List(H("tags"), true, h => Rule.Text(h, must: true)!)!;

    public int? Size() => Rule.Int(H("size"));

    public Box? Den() => Rule.Box(H("den"));

    public Dog? Mate() => Rule.Dog(H("mate"));

    public Person MustOwner() => Rule.Person(H("mustOwner"), must: true)!;
}

public sealed class Cat(int seed) : Item(seed), IPet, IThing, IAnimal
{
    public string? Label() => Rule.Text(H("label"));

    public string? Call(string? tone, int times = 2) => Called(tone, times);

    public Cat? Friend() => Rule.Cat(H("friend"));

    IPet? IPet.Friend() => Friend();

    public IReadOnlyList<INamed?>? Friends() => Rule.List(H("friends"), false, h => Rule.Named(h));

    public string? Size() => Rule.Text(H("size"));

    public Grid? Den() => Rule.Grid(H("den"));

    public Cat? Mate() => Rule.Cat(H("mate"));

    public int? Lives() => Rule.Int(H("lives"));
}

public sealed class Person(int seed) : Item(seed), INamed, ITagged, IThing
{
    public string? Label() => Rule.Text(H("label"));

    public IReadOnlyList<string> Tags() => Rule.List(H("tags"), true, h => Rule.Text(h, must: true)!)!;

    [GraphQLType("Int!")]
    public int? Size() => Rule.Int(H("size"), must: true);

    public IReadOnlyList<IPet>? Pets() => Rule.List(H("pets"), false, h => Rule.Pet(h, must: true)!);

    public Task<IReadOnlyList<IPet?>?> PetsLater() => Rule.Later(H("petsLater"), () => Rule.List(H("petsLater"), false, h => Rule.Pet(h)));
}

public sealed class Robot(int seed) : Item(seed), INode, IThing
{
    public IReadOnlyList<int?>? Size() => Rule.List(H("size"), false, h => Rule.Int(h));

    public Robot? Maker() => Rule.Robot(H("maker"));
}
