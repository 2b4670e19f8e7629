using LogiPilot.GraphQL.Language;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\te\"", "a\"b\\c/d\b\f\n\r\te")]
    [InlineData("\"\\u0041\\u00e9\"", "Aé")]
    [InlineData("\"\\u{1F600}\\u{41}\\u{000000E9}\"", "😀Aé")]
    [InlineData("\"\\uD83D\\uDE00\"", "😀")]
    [InlineData("\"naïve 推理 😀\"", "naïve 推理 😀")]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"  a\"\"\"", "  a")]
    [InlineData("\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\"", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\"\"\"a\r\nb\rc\nd\"\"\"", "a\nb\nc\nd")]
    [InlineData("\"\"\"raw \\n \\u{41} \\\"\"\" quote\"\"\"", "raw \\n \\u{41} \"\"\" quote")]
    public void A_string_is_read_as_the_specification_says(string source, string expected) =>
        Assert.Equal(expected, Assert.IsType<StringValueNode>(Parser.ParseValue(source)).Value);

    [Theory]
    [InlineData("\"\\u{}\"")]
    [InlineData("\"\\u{FFFFFFFF}\"")]
    [InlineData("\"\\u{110000}\"")]
    [InlineData("\"\\u{D800}\"")]
    [InlineData("\"\\uD83D\"")]
    [InlineData("\"\\uD83D\\u0041\"")]
    [InlineData("\"\\uDE00\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("1e1.5")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("{a: 1")]
    [InlineData("[1")]
    [InlineData("$x")]
    public void A_malformed_value_is_refused_with_its_place(string source)
    {
        var mistake = Assert.Throws<GraphQLException>(() => Parser.ParseValue(source));
        Assert.StartsWith("Syntax Error: ", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.Syntax, mistake.Code);
        Assert.Single(mistake.Locations);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_character()
    {
        Assert.Throws<GraphQLException>(() => Parser.ParseValue("\"a\uD83Db\""));
        Assert.Throws<GraphQLException>(() => Parser.ParseValue("\"\"\"a\uDE00b\"\"\""));
        Assert.Throws<GraphQLException>(() => Parser.Parse("# \uD83D\n{ a }"));
    }

    [Theory]
    [InlineData("[1,-2.5e-3 true,null ENUM {a:{b:[]}}]", "[1, -2.5e-3, true, null, ENUM, {a: {b: []}}]")]
    [InlineData("\"a\\u0007\\u{7f}\"", "\"a\\u0007\\u007F\"")]
    [InlineData("{ }", "{}")]
    public void A_value_is_printed_as_graphql_js_prints_it(string source, string expected) =>
        Assert.Equal(expected, Parser.ParseValue(source).ToString());

    [Fact]
    public void Locations_count_every_kind_of_line_end_and_skip_the_byte_order_mark()
    {
        var document = Parser.Parse("\uFEFF# one\r\n\r{\n\n  a, b\r\n\tc }");
        var fields = ((OperationNode)document.Definitions[0]).SelectionSet.Selections;
        Assert.Equal([new(5, 3), new(5, 6), new(6, 2)], fields.Select(document.LocationOf));
    }

    [Fact]
    public void Executable_definitions_take_descriptions_and_variables_take_directives()
    {
        var document = Parser.Parse(
            """"
            "What it is for"
            query Q("Which" $id: [ID!]! = ["a"] @deprecated(reason: "x") @other, $b: Int) @live { a: field(x: $id) @skip(if: true) { ... @include(if: false) { b } ...F } }
            """Block"""
            fragment F on T @x { ... on U { c } }
            """");
        var operation = Assert.IsType<OperationNode>(document.Definitions[0]);
        Assert.Equal("What it is for", operation.Description?.Value);
        Assert.Equal("Which", operation.Variables[0].Description?.Value);
        Assert.Equal("[ID!]!", operation.Variables[0].Type.ToString());
        Assert.Equal(["deprecated", "other"], operation.Variables[0].Directives.Select(directive => directive.Name));
        Assert.Equal("Block", Assert.IsType<FragmentNode>(document.Definitions[1]).Description?.Value);
    }

    [Fact]
    public void Every_kind_of_type_system_definition_is_read()
    {
        var document = Parser.Parse(
            """
            "S" schema @a { query: Q mutation: M subscription: S }
            extend schema @b
            scalar Date @specifiedBy(url: "u")
            extend scalar Date @x
            type T implements & A & B @d { "f" f("a" a: Int = 1 @d, b: [Int!]!): String! @deprecated }
            extend type T implements C
            interface A implements B & C { f: Int }
            extend interface A { g: Int }
            union U @d = | T | V
            extend union U = W
            enum E { "v" V @deprecated(reason: "r") W }
            extend enum E @x
            input I @oneOf { a: Int = 1 @d b: I }
            extend input I { c: Int }
            "D" directive @d(a: Int = 1) repeatable on | FIELD | VARIABLE_DEFINITION
            type Empty
            """, ParserLimits.None);
        Assert.Equal(16, document.Definitions.Count);
        Assert.True(Assert.IsType<DirectiveDefinitionNode>(document.Definitions[14]).Repeatable);
        var type = Assert.IsType<ObjectTypeNode>(document.Definitions[4]);
        Assert.Equal(["A", "B"], type.Interfaces.Select(name => name.Name));
        Assert.Equal("1", type.Fields[0].Arguments[0].Default?.ToString());
        Assert.Equal(7, document.Definitions.Cast<TypeSystemNode>().Count(definition => definition.IsExtension));
    }

    [Theory]
    [InlineData("extend type T")]
    [InlineData("extend directive @x on FIELD")]
    [InlineData("type T { }")]
    [InlineData("type T implements { a: Int }")]
    [InlineData("enum E { null }")]
    [InlineData("directive @d on NOWHERE")]
    [InlineData("union U = ")]
    [InlineData("schema { }")]
    [InlineData("input I { a(b: Int): Int }")]
    public void A_malformed_type_system_definition_is_refused(string source) =>
        Assert.Equal(ErrorCodes.Syntax, Assert.Throws<GraphQLException>(() => Parser.Parse(source)).Code);

    [Fact]
    public void Tokens_nesting_and_length_are_limited_and_nothing_overflows_the_stack()
    {
        foreach (var source in (string[])
        [
            string.Concat(Enumerable.Repeat("{a", 30_000)),
            "{a(x:" + new string('[', 90_000) + ")}",
            "{a(x:" + string.Concat(Enumerable.Repeat("{x:", 30_000)) + ")}",
            "query($x:" + new string('[', 90_000) + ")",
            string.Concat(Enumerable.Repeat("...on A{", 12_000)).Insert(0, "{"),
            "{" + string.Concat(Enumerable.Repeat("a ", 40_000)) + "}",
            "{" + new string('a', 100_001) + "}",
        ])
        {
            Assert.Equal(ErrorCodes.Limit, Assert.Throws<GraphQLException>(() => Parser.Parse(source)).Code);
        }
    }
}
