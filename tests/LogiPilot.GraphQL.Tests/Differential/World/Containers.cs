namespace LogiPilot.GraphQL.Tests.Differential.World;

/// <summary>Lists, and lists of lists, in all combinations of nullable and non-null.</summary>
public sealed class Grid(int seed)
{
    private int H(string name) => Rule.Hash(seed, name);

    public IReadOnlyList<int?>? A() => Rule.List(H("a"), false, h => Rule.Int(h));

    [GraphQLType("[Int!]")]
    public IReadOnlyList<int?>? B() => Rule.List(H("b"), false, h => Rule.Int(h, must: true));

    public IReadOnlyList<int?> C() => Rule.List(H("c"), true, h => Rule.Int(h))!;

    [GraphQLType("[Int!]!")]
    public IReadOnlyList<int?> D() => Rule.List(H("d"), true, h => Rule.Int(h, must: true))!;

    public IReadOnlyList<IReadOnlyList<int?>?>? E() => Rule.List(H("e"), false, h => Rule.List(h, false, i => Rule.Int(i)));

    [GraphQLType("[[Int!]!]!")]
    public IReadOnlyList<IReadOnlyList<int?>> F() => Rule.List(H("f"), true, h => Rule.List(h, true, i => Rule.Int(i, must: true))!)!;

    public IReadOnlyList<IPet?>? P() => Rule.List(H("p"), false, h => Rule.Pet(h));

    public IReadOnlyList<IPet>? Q() => Rule.List(H("q"), false, h => Rule.Pet(h, must: true)!);

    public IReadOnlyList<IPet?> R() => Rule.List(H("r"), true, h => Rule.Pet(h))!;

    public IReadOnlyList<IPet> S() => Rule.List(H("s"), true, h => Rule.Pet(h, must: true)!)!;

    public IReadOnlyList<IReadOnlyList<IThing?>?>? T() => Rule.List(H("t"), false, h => Rule.List(h, false, i => Rule.Thing(i)));

    public IReadOnlyList<IReadOnlyList<IThing>> U() => Rule.List(H("u"), true, h => Rule.List(h, true, i => Rule.Thing(i, must: true)!)!)!;

    public Task<IReadOnlyList<IPet>?> QLater() => Rule.Later(H("qLater"), () => Rule.List(H("qLater"), false, h => Rule.Pet(h, must: true)!));

    public Task<IReadOnlyList<IPet>> SLater() => Rule.Later(H("sLater"), () => Rule.List(H("sLater"), true, h => Rule.Pet(h, must: true)!)!);

    public Task<IReadOnlyList<IReadOnlyList<IThing?>?>?> TLater() =>
        Rule.Later(H("tLater"), () => Rule.List(H("tLater"), false, h => Rule.List(h, false, i => Rule.Thing(i))));

    /// <summary>Items that no JSON number stands for.</summary>
    public IReadOnlyList<double?>? Broken() => Rule.List(H("broken"), false, h => h % 5 == 0 ? double.NaN : Rule.Float(h));

    public IReadOnlyList<double>? MustBroken() => Rule.List(H("mustBroken"), false, h => h % 5 == 0 ? double.PositiveInfinity : h % 7);

    public IReadOnlyList<Color?>? BrokenColors() => Rule.List(H("brokenColors"), false, h => h % 5 == 0 ? (Color)99 : Rule.Color(h));
}

public sealed class Box(int seed)
{
    private int H(string name) => Rule.Hash(seed, name);

    public string? Name() => Rule.Text(H("name"));

    public string? A() => Rule.Text(H("a"));

    public Box? Inner() => Rule.Box(H("inner"));

    public Grid? P() => Rule.Grid(H("p"));
}
