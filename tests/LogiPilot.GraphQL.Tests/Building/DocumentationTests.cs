using Xunit;

namespace LogiPilot.GraphQL.Tests.Building;

/// <summary>What is written about C# for C# is what the schema says, unless it says otherwise.</summary>
public sealed class DocumentationTests
{
    /// <summary>
    /// A place   where goods
    /// stand, see <see cref="Kind"/> and <see cref="ITitled.Name">its name</see>.
    /// <para>Not <see langword="null"/>, <b>never</b> <i>empty</i>;
    /// as <c>A-1</c>.</para>
    /// <list type="bullet"><item>high</item><item><term>low</term><description>near &lt; far</description></item></list>
    /// <code>
    ///   a
    ///     b
    /// </code>
    /// Read <see href="https://example.org/a">the manual</see>.
    /// </summary>
    /// <param name="Code">What is written on it.</param>
    /// <param name="Kind"><inheritdoc cref="Kind"/></param>
    public sealed record Place(string Code, Kind Kind) : ITitled
    {
        /// <inheritdoc/>
        public string Name => Code;

        /// <summary>From the comment.</summary>
        [GraphQLDescription("From the attribute.")]
        public int Size => 1;

        public int Silent => 2;

        /// <inheritdoc cref="ITitled.Name"/>
        public string Label => Code;

        /// <summary>Those near, at most <paramref name="meters"/> away.</summary>
        /// <param name="meters">How far.</param>
        /// <param name="boxes">Of which boxes.</param>
        public Box<string> Near(int meters, [Service] Dictionary<string, List<int?>>[]? ignored = null, int boxes = 1) => new(Code + meters + ignored + boxes);
    }

    /// <summary>Whatever has a name.</summary>
    [InterfaceType]
    public interface ITitled
    {
        /// <summary>What people call it.</summary>
        string Name { get; }
    }

    /// <summary>What a place is for.</summary>
    public enum Kind
    {
        /// <summary>For a while.</summary>
        Buffer,
        Store,
    }

    /// <summary>Something in a box.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="Content">It.</param>
    public sealed record Box<T>(T Content)
    {
        /// <summary>Twice it.</summary>
        public IReadOnlyList<T> Twice => [Content, Content];
    }

    /// <summary>Which places.</summary>
    /// <param name="Codes">Any of these.</param>
    public sealed record PlaceFilter(IReadOnlyList<string>? Codes = null)
    {
        /// <summary>At most so many.</summary>
        public int? Limit { get; init; }
    }

    [QueryType]
    public static class Queries
    {
        /// <summary>Finds a place.</summary>
        /// <param name="filter">Where to look.</param>
        /// <returns>Nobody reads this.</returns>
        public static Place? GetPlaceAsync(PlaceFilter? filter) => filter is null ? null : new("a", Kind.Buffer);
    }

    [MutationType]
    public static class Mutations
    {
        /// <summary>Clears a place.</summary>
        /// <param name="code">Which one.</param>
        public static Place? Clear(string code) => new(code, Kind.Store);
    }

    private static GraphQLSchema Schema(bool on = true) => GraphQLSchema.Create(
        new GraphQLOptions { UseXmlDocumentation = on }.AddType(typeof(Queries)).AddType(typeof(Mutations)).AddType(typeof(Place)));

    private static Types.FieldsType Named(string name, GraphQLSchema schema) => (Types.FieldsType)schema.Type(name)!;

    [Fact]
    public void Comments_become_Markdown()
    {
        Assert.Equal(
            """
            A place where goods stand, see `Kind` and its name.

            Not `null`, **never** *empty*; as `A-1`.

            - high
            - low: near < far

            ```
            a
              b
            ```

            Read [the manual](https://example.org/a).
            """,
            Schema().Type("Place")!.Description);
    }

    [Fact]
    public void Types_members_parameters_and_values_are_described_by_their_comments()
    {
        var schema = Schema();
        var place = Named("Place", schema);
        Assert.Equal("What is written on it.", place.Field("code")!.Description);
        Assert.Equal("What people call it.", place.Field("name")!.Description);
        Assert.Equal("What people call it.", place.Field("label")!.Description);
        Assert.Equal("From the attribute.", place.Field("size")!.Description);
        Assert.Null(place.Field("silent")!.Description);
        Assert.Equal("Those near, at most `meters` away.", place.Field("near")!.Description);
        Assert.Equal("How far.", place.Field("near")!.Argument("meters")!.Description);
        Assert.Equal("What people call it.", Named("Titled", schema).Field("name")!.Description);
        var kind = (Types.EnumType)schema.Type("Kind")!;
        Assert.Equal(("What a place is for.", "For a while.", null), (kind.Description, kind.Value("BUFFER")!.Description, kind.Value("STORE")!.Description));
        Assert.Equal("Something in a box.", schema.Type("BoxOfString")!.Description);
        Assert.Equal("It.", Named("BoxOfString", schema).Field("content")!.Description);
        Assert.Equal("Twice it.", Named("BoxOfString", schema).Field("twice")!.Description);
        var filter = (Types.InputObjectType)schema.Type("PlaceFilter")!;
        Assert.Equal(("Any of these.", "At most so many."), (filter.Field("codes")!.Description, filter.Field("limit")!.Description));
        Assert.Equal("Finds a place.", schema.Query.Field("place")!.Description);
        Assert.Equal("Where to look.", schema.Query.Field("place")!.Argument("filter")!.Description);
        Assert.Equal("Which one.", ((Types.InputObjectType)schema.Type("ClearInput")!).Field("code")!.Description);
    }

    [Fact]
    public void Without_the_option_and_for_the_types_of_the_library_comments_stay_where_they_are()
    {
        Assert.Null(Schema(on: false).Type("Place")!.Description);
        Assert.Null(Schema(on: false).Query.Field("place")!.Description);
        Assert.Null(GraphQLSchema.Create(new GraphQLOptions().AddType(typeof(Errors)).AddType(typeof(Fails))).Type("Error")?.Description);
    }

    [QueryType]
    public static class Errors { public static int One => 1; }

    public sealed record Failed(string Message, string Code) : IMutationError;

    [MutationType]
    public static class Fails { [Error<Failed>] public static FieldResult<Place> Fail() => FieldResult.Failed(new Failed("a", "B")); }
}
