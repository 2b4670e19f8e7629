using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Building;

/// <summary>Annotated C# on the left, the schema and its answers on the right.</summary>
public sealed class WritingTests
{
    private static async Task<string> Answer(string query, string variables, params Type[] types)
    {
        var options = new GraphQLOptions().AddScalar(new JsonScalar()).AddScalar(new SpotScalar());
        foreach (var type in types) options.AddType(type);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options, services);
        await using var result = await executor.ExecuteAsync(new() { Query = query, Variables = System.Text.Json.JsonDocument.Parse(variables).RootElement });
        return result.ToJson();
    }

    private static string Sdl(params Type[] types)
    {
        var options = new GraphQLOptions().AddScalar(new JsonScalar()).AddScalar(new SpotScalar());
        foreach (var type in types) options.AddType(type);
        return GraphQLSchema.Create(options).Print();
    }

    [QueryType]
    public static class Nullability
    {
        public static string?[] A() => [];
        public static string[]? B() => [];
        public static Task<string?> C() => Task.FromResult<string?>(null);
        public static ValueTask<List<int?>?> D() => new((List<int?>?)null);
        public static IEnumerable<IEnumerable<string?>?> E() => [];
        public static KeyValue<string?, List<string>?>? F() => null;
        [return: System.Diagnostics.CodeAnalysis.MaybeNull] public static string G() => null!;
        public static int H(List<string?>? all, string?[][] nested, Guid? id, Optional<int?> optional, [System.Diagnostics.CodeAnalysis.AllowNull] string allowed) => 0;
#nullable disable
        public static List<string> Oblivious(string text, int number) => [text + number];
#nullable restore
    }

    public sealed record KeyValue<TKey, TValue>(TKey Key, TValue Value);

    [Fact]
    public void Nullable_reference_types_decide_what_may_be_null() => Assert.Equal(
        """
        type KeyValueOfStringAndListOfString {
          key: String!
          value: [String!]!
        }

        type Query {
          a: [String]!
          b: [String!]
          c: String
          d: [Int]
          e: [[String]]!
          f: KeyValueOfStringAndListOfString
          g: String
          h(all: [String], nested: [[String]!]!, id: UUID, optional: Int, allowed: String): Int!
          oblivious(text: String, number: Int!): [String]
        }

        scalar UUID @specifiedBy(url: "https://tools.ietf.org/html/rfc4122")
        """,
        Sdl(typeof(Nullability)));

    public enum Unit
    {
        Piece,
        [GraphQLName("KILO")] Kilogram,
        [GraphQLDeprecated("Use KILO")] Pound,
    }

    public sealed class Order
    {
        public required string Code { get; init; }
        public int Count { get; init; } = 3;
        public string? Note { get; init; } = "none";
        public List<Unit> Units { get; set; } = [Unit.Kilogram];
        public bool Urgent { get; init; } = true;
        public Line? Line { get; init; } = new(7);
        public Optional<int?> Rank { get; init; }
        public override string ToString() => FormattableString.Invariant($"{Code} {Count} {Note} {string.Join(',', Units)} {Urgent} {Line?.Number} {(Rank.HasValue ? Rank.Value?.ToString() ?? "null" : "absent")}");
    }

    public sealed record Line(int Number, [DefaultValue("[1, 2]")] int[]? Parts = null, Unit Unit = Unit.Pound, decimal Weight = 1.25m, double? Share = 0.5, long Big = 5_000_000_000, string Text = "a\"b")
    {
        [DefaultValue("{ number: 1, parts: [] }")]
        public Tail? Next { get; init; }
    }

    public sealed record Tail(int Number, int[]? Parts = null);

    [QueryType]
    public static class Inputs
    {
        public static string Order(Order order) => order.ToString();
        public static string Line(Line line, [DefaultValue("[{ number: 9 }]")] IReadOnlyList<Line> more) =>
            FormattableString.Invariant($"{line.Number} {string.Join(',', line.Parts ?? [])} {line.Unit} {line.Weight} {line.Share} {line.Big} {line.Text} {line.Next?.Number}.{line.Next?.Parts?.Length} {more[0].Number}");
        public static string Optionals(Optional<string> text, [DefaultValue("5")] Optional<int?> number, Optional<IReadOnlyList<Unit>> units, Optional<Order> order) =>
            $"{Say(text)} {Say(number)} {(units.HasValue ? string.Join(',', units.Value ?? []) : "absent")} {Say(order)}";
        public static string Spot(Guid id = default, Spot spot = default, Unit? unit = Unit.Kilogram, DateOnly? day = null) => $"{id.ToString()[..4]} {spot.X} {unit} {day}";
        private static string Say<T>(Optional<T> value) => value.HasValue ? value.Value?.ToString() ?? "null" : "absent";
    }

    [Fact]
    public void Defaults_of_C_sharp_and_those_it_cannot_write_are_in_the_schema() => Assert.Equal(
        """
        input Line {
          number: Int!
          parts: [Int!] = [1, 2]
          unit: Unit! = POUND
          weight: Decimal! = 1.25
          share: Float = 0.5
          big: Long! = 5000000000
          text: String! = "a\"b"
          next: Tail = {number: 1, parts: []}
        }

        input Order {
          code: String!
          count: Int! = 3
          note: String = "none"
          units: [Unit!]! = [KILO]
          urgent: Boolean! = true
          line: Line
          rank: Int
        }

        type Query {
          order(order: Order!): String!
          line(line: Line!, more: [Line!]! = [{number: 9}]): String!
          optionals(text: String, number: Int = 5, units: [Unit!], order: Order): String!
          spot(id: UUID! = "00000000-0000-0000-0000-000000000000", spot: Spot! = "0", unit: Unit = KILO, day: Date): String!
        }

        input Tail {
          number: Int!
          parts: [Int!]
        }
        """,
        string.Join("\n\n", Sdl(typeof(Inputs)).Split("\n\n").Where(part => part.StartsWith("input ", StringComparison.Ordinal) || part.StartsWith("type ", StringComparison.Ordinal))));

    [Theory]
    [InlineData("order(order: { code: \"c\" })", "c 3 none Kilogram True 7 absent")]
    [InlineData("order(order: { code: \"c\", count: 1, note: null, units: PIECE, urgent: false, line: null, rank: null })", "c 1  Piece False  null")]
    [InlineData("line(line: { number: 4 })", "4 1,2 Pound 1.25 0.5 5000000000 a\\\"b 1.0 9")]
    [InlineData("line(line: { number: 4, parts: null, next: null }, more: { number: 5 })", "4  Pound 1.25 0.5 5000000000 a\\\"b . 5")]
    [InlineData("optionals", "absent 5 absent absent")]
    [InlineData("optionals(text: null, number: null, units: null, order: null)", "null null  null")]
    [InlineData("optionals(text: \"a\", number: 1, units: [KILO], order: { code: \"c\" })", "a 1 Kilogram c 3 none Kilogram True 7 absent")]
    [InlineData("spot", "0000 0 Kilogram ")]
    [InlineData("spot(spot: \"5\", unit: null, day: \"2026-02-01\")", "0000 5  02/01/2026")]
    public async Task Set_null_and_absent_are_told_apart_in_arguments_and_fields(string field, string expected) =>
        Assert.Equal("{\"data\":{\"" + field.Split('(')[0] + "\":\"" + expected + "\"}}", await Answer($"{{ {field} }}", "{}", typeof(Inputs)));

    [Theory]
    [InlineData("{}", "absent 5 absent absent")]
    [InlineData("""{"a":null,"b":null,"o":null}""", "null null absent null")]
    [InlineData("""{"a":"t","b":1,"o":{"code":"c","rank":2}}""", "t 1 absent c 3 none Kilogram True 7 2")]
    public async Task A_variable_that_is_not_given_leaves_its_argument_absent(string variables, string expected) => Assert.Equal(
        "{\"data\":{\"optionals\":\"" + expected + "\"}}",
        await Answer("query($a: String, $b: Int, $o: Order) { optionals(text: $a, number: $b, order: $o) }", variables, typeof(Inputs)));

    [Fact]
    public async Task A_variable_gives_an_input_what_a_literal_does()
    {
        const string query = "query($o: Order!, $l: Line!) { order(order: $o) line(line: $l) }";
        Assert.Equal(
            """{"data":{"order":"c 3 none Kilogram True 7 null","line":"4 1,2 Pound 1.25 0.5 5000000000 a\"b 1.0 9"}}""",
            await Answer(query, """{"o":{"code":"c","rank":null},"l":{"number":4}}""", typeof(Inputs)));
        Assert.Contains(
            "at \\\"l.next.parts[1]\\\"; Int cannot represent non-integer value: \\\"x\\\"",
            await Answer(query, """{"o":{"code":"c"},"l":{"number":4,"next":{"number":1,"parts":[1,"x"]}}}""", typeof(Inputs)), StringComparison.Ordinal);
    }

    public readonly record struct Spot(int X);

    [GraphQLDescription("A place on a line.")]
    public sealed class SpotScalar() : ScalarType<Spot>("Spot")
    {
        public override string SpecifiedBy => "https://example.org/spot";
        public override Spot Read(ScalarInput input) => input.Kind == ScalarInputKind.String ? new(int.Parse(input.Text)) : throw input.Refused("Spot cannot represent");
        public override void Write(ResponseBuffer buffer, Spot value) => buffer.WriteString(value.X.ToString());
        public override ValueNode ToLiteral(object value) => new StringValueNode(((Spot)value).X.ToString());
    }

    public sealed class JsonScalar() : ScalarType<System.Text.Json.Nodes.JsonNode>("Json")
    {
        public override System.Text.Json.Nodes.JsonNode Read(ScalarInput input) => System.Text.Json.Nodes.JsonNode.Parse(input.ToJson().GetRawText())!;
        public override void Write(ResponseBuffer buffer, System.Text.Json.Nodes.JsonNode value) => buffer.WriteString(value.ToJsonString());
    }

    [QueryType]
    public static class Scalars
    {
        public static Spot? Move(Spot from, List<Spot?>? more = null) => new(from.X + (more?.Count ?? 0));
        public static System.Text.Json.Nodes.JsonNode Json(System.Text.Json.Nodes.JsonNode value) => value;
    }

    [Fact]
    public async Task A_scalar_of_ones_own_reads_literals_and_variables_and_says_where_it_cannot()
    {
        Assert.Contains("\"\"\"A place on a line.\"\"\"\nscalar Spot @specifiedBy(url: \"https://example.org/spot\")", Sdl(typeof(Scalars)), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"move":"3"}}""", await Answer("query($m: [Spot]) { move(from: \"1\", more: $m) }", """{"m":["1",null]}""", typeof(Scalars)));
        Assert.Equal("""{"data":{"json":"{\"a\":[1,2.5,null,\"x\",\"B\"]}"}}""".Replace("\\\"", "\\u0022", StringComparison.Ordinal), (await Answer("{ json(value: { a: [1, 2.5, null, \"x\", B] }) }", "{}", typeof(Scalars))).Replace("\\\"", "\\u0022", StringComparison.Ordinal));
        Assert.Contains("Expected value of type \\\"Spot\\\", found \\\"x\\\".", await Answer("{ move(from: \"x\") }", "{}", typeof(Scalars)), StringComparison.Ordinal);
        Assert.Contains("at \\\"m[1]\\\"; Expected value of type \\\"Spot\\\", found \\\"x\\\".", await Answer("query($m: [Spot]) { move(from: \"1\", more: $m) }", """{"m":["1","x"]}""", typeof(Scalars)), StringComparison.Ordinal);
        Assert.Contains("at \\\"m[0]\\\"; Spot cannot represent: 5", await Answer("query($m: [Spot]) { move(from: \"1\", more: $m) }", """{"m":[5]}""", typeof(Scalars)), StringComparison.Ordinal);
    }
}
