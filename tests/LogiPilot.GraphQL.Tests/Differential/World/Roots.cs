namespace LogiPilot.GraphQL.Tests.Differential.World;

[QueryType]
public static class WorldQueries
{
    public static INode? Node(int seed = 1) => Rule.Node(Rule.Hash(seed, "node"));

    public static IPet? Pet(int? seed = 1) => Rule.Pet(Rule.Hash(seed ?? 0, "pet"));

    public static Dog? Dog(int seed = 1) => Rule.Dog(Rule.Hash(seed, "dog"));

    public static Cat? Cat(int seed = 1) => Rule.Cat(Rule.Hash(seed, "cat"));

    public static Person? Person(int seed = 1) => Rule.Person(Rule.Hash(seed, "person"));

    public static Robot? Robot(int seed = 1) => Rule.Robot(Rule.Hash(seed, "robot"));

    public static INamed? Named(int seed = 1) => Rule.Named(Rule.Hash(seed, "named"));

    public static ITagged? Tagged(int seed = 1) => Rule.Tagged(Rule.Hash(seed, "tagged"));

    public static IThing? Thing(int seed = 1) => Rule.Thing(Rule.Hash(seed, "thing"));

    public static IAnimal? Animal(int seed = 1) => Rule.Animal(Rule.Hash(seed, "animal"));

    public static Task<IThing?> ThingLater(int seed = 1) =>
        Rule.Later(Rule.Hash(seed, "thingLater"), () => Rule.Thing(Rule.Hash(seed, "thingLater")));

    public static IReadOnlyList<IThing?>? Things(int seed = 1) => Rule.List(Rule.Hash(seed, "things"), false, h => Rule.Thing(h));

    public static Grid? Grid(int seed = 1) => Rule.Grid(Rule.Hash(seed, "grid"));

    public static Box? Box(int seed = 1) => Rule.Box(Rule.Hash(seed, "box"));

    public static IPet MustPet(int seed) => Rule.Pet(Rule.Hash(seed, "mustPet"), must: true)!;

    public static Task<Dog> MustDogLater(int seed) =>
        Rule.Later(Rule.Hash(seed, "mustDogLater"), () => Rule.Dog(Rule.Hash(seed, "mustDogLater"), must: true)!);

    public static string? Fail() => throw new GraphQLException("fail refuses");

    public static string MustFail() => throw new GraphQLException("mustFail refuses");

    public static string Scalars(
        int? @int, double? @float, string? @string, bool? boolean, GraphId? id, Color? color, long? @long, decimal? @decimal, Guid? uuid,
        DateTimeOffset? dateTime, DateOnly? date, Even? even) =>
        Echo.Of(@int, @float, @string, boolean, id, color, @long, @decimal, uuid, dateTime, date, even);

    public static string Required(int @int, double @float, string @string, bool boolean, GraphId id, Color color, Nested nested) =>
        Echo.Of(@int, @float, @string, boolean, id, color, nested);

    public static string Defaults(
        int? nullableInt = 7, int @int = 5, string @string = "d \"é\"", string? nullableString = "s", double @float = 1.5, bool boolean = true,
        Color color = Color.Green, Color? nullableColor = Color.Red, long @long = 5_000_000_000) =>
        Echo.Of(nullableInt, @int, @string, nullableString, @float, boolean, color, nullableColor, @long);

    public static string Optionals(Optional<int?> maybeInt, Optional<string> maybeString, Optional<Filter> maybeFilter) =>
        Echo.Of(maybeInt, maybeString, maybeFilter);

    public static string Lists(
        IReadOnlyList<int?>? a, IReadOnlyList<int>? b, IReadOnlyList<IReadOnlyList<int?>?>? c, IReadOnlyList<IReadOnlyList<int>>? d,
        IReadOnlyList<Color?>? colors, IReadOnlyList<string>? strings, IReadOnlyList<Nested>? nested, List<GraphId>? ids) =>
        Echo.Of(a, b, c, d, colors, strings, nested, ids);

    public static string RequiredLists(int?[] a, int[] b, int[][] c, IReadOnlyList<Color> colors) => Echo.Of(a, b, c, colors);

    public static string Search(Filter? filter, IReadOnlyList<Filter>? filters, Nested? nested) => Echo.Of(filter, filters, nested);

    public static string ByKey(Key key, IReadOnlyList<Key>? others) => Echo.Of(key, others);
}

public sealed record Journal(IReadOnlyList<string> Entries, int Size)
{
    public IPet? Pet() => Rule.Pet(Rule.Hash(Size, "pet"));

    public string MustFail() => throw new GraphQLException("mustFail refuses");
}

public sealed record TooLong(string Message, int Longest) : IMutationError
{
    public string Code => "TOO_LONG";
}

/// <summary>What the mutations of one request have done so far; emptied before each.</summary>
internal static class Journals
{
    public static List<string> Entries { get; } = [];

    public static Journal Write(string entry)
    {
        Entries.Add(entry);
        return new([.. Entries], Entries.Count);
    }
}

public sealed record RenameInput(GraphId Id, Optional<string> MaybeName, Filter? Filter, Color Color = Color.Blue);

[MutationType]
public static class WorldMutations
{
    [Error<TooLong>]
    public static FieldResult<Journal> Append(string text, bool fail = false, int? times = 1)
    {
        if (fail) throw new GraphQLException("append refuses");
        if (text.Length > 20) return FieldResult.Failed(new TooLong("The text is too long.", 20));
        return Journals.Write(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{text}*{times}"));
    }

    public static async Task<Journal?> AppendLater(string text, bool fail = false)
    {
        await Task.Delay(1);
        if (fail) throw new GraphQLException("appendLater refuses");
        return text.Length == 0 ? null : Journals.Write(text);
    }

    public static Journal Rename(RenameInput input) => Journals.Write(Echo.Of(input.Id, input.MaybeName, input.Filter, input.Color));

    [Payload("done")]
    public static bool Reset()
    {
        Journals.Entries.Clear();
        return true;
    }
}

/// <summary>A directive that may stand several times, and changes nothing.</summary>
[Directive(DirectiveLocations.Field, Repeatable = true)]
public sealed record NoteDirective(string Text, int Times = 1);

[SubscriptionType]
public static class WorldSubscriptions
{
    public static async IAsyncEnumerable<int> Ticks(int count = 2)
    {
        for (var i = 0; i < Math.Min(count, 3); i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    public static async IAsyncEnumerable<IPet> Pets(int count = 2, Filter? filter = null)
    {
        for (var i = 0; i < Math.Min(count, 3); i++)
        {
            await Task.Yield();
            yield return i % 2 == 0 ? new Cat(i) : new Dog(i);
        }
    }
}
