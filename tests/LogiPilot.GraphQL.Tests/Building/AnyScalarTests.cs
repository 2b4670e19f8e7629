using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Building;

public sealed class AnyScalarTests
{
    [QueryType]
    public static class Values
    {
        public static JsonElement? Echo(JsonElement? value) => value;
        public static IReadOnlyList<JsonElement?> All(IReadOnlyList<JsonElement?> values) => values;
        public static string Kind(JsonElement? value) => value?.ValueKind.ToString() ?? "nothing";
        public static JsonElement Undefined() => default;
        public static JsonElement? Last(IReadOnlyList<FieldInput> fields) => fields[^1].Value;
    }

    public sealed record FieldInput(string Code, JsonElement? Value = null);

    private static async Task<string> Answer(string query, string variables = "{}")
    {
        var options = new GraphQLOptions().AddType(typeof(Values));
        await using var services = new ServiceCollection().BuildServiceProvider();
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options, services);
        using var sent = JsonDocument.Parse(variables);
        await using var result = await executor.ExecuteAsync(new() { Query = query, Variables = sent.RootElement });
        return result.ToJson();
    }

    [Theory]
    [InlineData("""{ a: [1, 2.50, null, "é", true, OPEN, { b: {} }] }""", """{"a":[1,2.50,null,"é",true,"OPEN",{"b":{}}]}""")]
    [InlineData("12345678901234567890.125", "12345678901234567890.125")]
    [InlineData("[]", "[]")]
    [InlineData("null", "null")]
    public async Task Any_literal_comes_back_as_the_JSON_it_says(string literal, string expected) =>
        Assert.Equal(JsonNode.Parse(expected)?.ToJsonString(), JsonNode.Parse(await Answer($"{{ echo(value: {literal}) }}"))!["data"]!["echo"]?.ToJsonString());

    [Theory]
    [InlineData("""{"value":12.50,"unit":"min"}""")]
    [InlineData("[1,[2,[3]],{}]")]
    [InlineData("false")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public async Task Any_variable_comes_back_as_it_was_sent(string json) =>
        Assert.Equal("""{"data":{"echo":""" + json + "}}", await Answer("query($v: Any) { echo(value: $v) }", "{\"v\":" + json + "}"));

    [Fact]
    public async Task A_variable_inside_a_literal_is_what_was_sent_else_its_default_and_absent_it_leaves_nothing() =>
        Assert.Equal(
            """{"data":{"echo":{"id":"x","rows":[{"n":1},null,7],"more":3}}}""",
            await Answer(
                "query($id: String!, $row: Any, $none: Any, $seven: Any = 7, $more: Any) { echo(value: { id: $id, rows: [$row, $none, $seven], none: $none, more: $more }) }",
                """{"id":"x","row":{"n":1},"more":3}"""));

    [Fact]
    public async Task A_list_of_any_takes_a_single_value_too_and_an_input_object_holds_it()
    {
        Assert.Equal("""{"data":{"all":[{"a":1}]}}""", await Answer("{ all(values: { a: 1 }) }"));
        Assert.Equal("""{"data":{"all":[1,"x",null]}}""", await Answer("query($v: [Any]!) { all(values: $v) }", """{"v":[1,"x",null]}"""));
        Assert.Contains(
            "{\"t\":[1]}",
            await Answer("query($f: [FieldInput!]!) { last(fields: $f) }", """{"f":[{"code":"a"},{"code":"b","value":{"t":[1]}}]}"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_deep_inside_is_the_clients_mistake() =>
        Assert.Contains(
            "A string in the variables is not Unicode text.",
            await Answer("query($v: Any) { kind(value: $v) }", """{"v":{"a":["\ud800"]}}"""), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_undefined_in_CSharp_is_null_in_the_answer() =>
        Assert.Equal("""{"data":{"undefined":null}}""", await Answer("{ undefined }"));

    [Fact]
    public void It_is_printed_as_a_bare_scalar_and_only_where_something_leads_to_it()
    {
        Assert.Contains("\nscalar Any\n", "\n" + GraphQLSchema.Create(new GraphQLOptions().AddType(typeof(Values))).Print() + "\n", StringComparison.Ordinal);
        Assert.DoesNotContain("scalar Any", GraphQLSchema.Create(new GraphQLOptions().AddType(typeof(WritingTests.Nullability))).Print(), StringComparison.Ordinal);
    }
}
