using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Validation;
using Xunit;
using Xunit.Abstractions;

namespace LogiPilot.GraphQL.Tests.Language;

public sealed class SchemaDifferenceTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_schema_document_is_built_printed_and_refused_as_graphql_js_does()
    {
        var outcome = await SchemaDifference.Compare(SchemaCorpus.All);
        output.WriteLine(outcome.ToString());
        Assert.Equal(SchemaCorpus.All.Count, outcome.Total);
        Assert.Empty(outcome.Excepted);
        Assert.InRange(outcome.Accepted, 30, int.MaxValue);
        Assert.InRange(outcome.Refused, 100, int.MaxValue);
    }

    [Fact]
    public async Task Schema_documents_that_are_almost_right_are_answered_as_graphql_js_answers()
    {
        var outcome = await SchemaDifference.Run(seed: 2, count: 2_000);
        output.WriteLine(outcome.ToString());
        Assert.InRange(outcome.Accepted, 200, int.MaxValue);
        Assert.InRange(outcome.Refused, 1_000, int.MaxValue);
        Assert.InRange(outcome.Excepted.Values.Sum(), 0, 60);
    }

    [Fact]
    public async Task The_specification_is_followed_where_graphql_js_does_not()
    {
        var outcome = await SchemaDifference.Compare(Differences.Select(difference => difference.Sdl));
        Assert.Equal(Differences.CountBy(difference => difference.Name).ToDictionary(), outcome.Excepted);
        Assert.Empty(SchemaDifference.Exceptions.Select(exception => exception.Name)
            .Except(Differences.Select(difference => difference.Name)).Except(ParserDifference.Exceptions.Select(exception => exception.Name)));
    }

    private static readonly IReadOnlyList<(string Name, string Sdl)> Differences =
    [
        ("operations in a schema document", "type Query { a: Int } query { a }"),
        ("directives of an extension", "type Query { a: Int } scalar S extend scalar S @specifiedBy(url: \"x\")"),
        ("directives of an extension", "type Query { a: Int } input I { a: Int } extend input I @oneOf"),
        ("directives of input fields in an extension", "type Query { a: Int } input I { a: Int } extend input I { b: Int @a } directive @a on INPUT_FIELD_DEFINITION"),
        ("a default that leads to itself", "type Query { a: Int } input A { a: A! = {} }"),
        ("null as a reason", "type Query { a: Int b: Int @deprecated(reason: null) }"),
        ("defaults as written", "type Query { a(b: [Int] = 1): Int }"),
        ("one type for two operations", "schema { query: Query mutation: Query } type Query { a: Int }"),
        ("defaults that do not fit", "type Query { a(b: Int = \"x\"): Int }"),
        ("a deprecated field of an interface that has it still", "type Query implements I { a: Int @deprecated } interface I { a: Int }"),
        ("the first invalid argument alone", "type Query { a: Int @deprecated(reason: 1) b: Int @deprecated(reason: 2) }"),
    ];

    [Fact]
    public void A_document_is_validated_against_a_schema_from_a_document()
    {
        var schema = GraphQLSchema.FromSdl("type Query { a(b: I): Int } input I { c: [E!] d: Date } enum E { A } scalar Date directive @e on FIELD");
        Assert.Empty(Mistakes("{ a(b: {c: [A], d: {any: [1]}}) @e __schema { types { name } } }"));
        Assert.Equal(
            ["Value \"B\" does not exist in \"E\" enum. Did you mean the enum value \"A\"?", "Cannot query field \"zzzzz\" on type \"Query\"."],
            Mistakes("{ a(b: {c: B}) zzzzz }"));

        IEnumerable<string> Mistakes(string document) =>
            DocumentValidator.Validate(schema, Parser.Parse(document), new GraphQLOptions()).Select(mistake => mistake.Message);
    }

    [Fact]
    public async Task A_schema_from_a_document_introspects_and_says_that_it_does_not_execute()
    {
        var executor = new GraphQLExecutor(GraphQLSchema.FromSdl("type Query { a: Int }"), new());
        await using var shown = await executor.ExecuteAsync(new() { Query = "{ __typename __schema { queryType { fields { name } } } }" });
        Assert.Equal("""{"data":{"__typename":"Query","__schema":{"queryType":{"fields":[{"name":"a"}]}}}}""", shown.ToJson());
        await using var refused = await executor.ExecuteAsync(new() { Query = "{ a }" });
        Assert.Equal("Query.a has no resolver: a schema made of SDL validates and introspects, and executes nothing else.", Assert.Single(refused.Errors).Message);
    }

    [Fact]
    public void Every_mistake_of_a_schema_document_is_told_with_its_place()
    {
        var refused = Assert.Throws<SchemaException>(() => GraphQLSchema.FromSdl("type Query {\n  a: Foo\n  b: Bar\n}"));
        Assert.Equal(2, refused.Errors.Count);
        Assert.Equal("Unknown type \"Foo\". (2:6)\n\nUnknown type \"Bar\". (3:6)", refused.Message);
    }
}
