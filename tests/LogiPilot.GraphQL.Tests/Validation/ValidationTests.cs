using System.Text.Json;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Validation;

/// <summary><c>graphql-js.json</c> holds what graphql 16.15 answers to each document on the printed sample schema.</summary>
public sealed class ValidationTests
{
    private sealed record Case(string Document, string[] Errors);

    [Fact]
    public async Task Every_document_is_refused_for_the_reasons_and_at_the_places_graphql_js_gives()
    {
        await using var server = new Server();
        var path = Path.Combine(AppContext.BaseDirectory, "Validation", "graphql-js.json");
        var cases = JsonSerializer.Deserialize<Case[]>(await File.ReadAllTextAsync(path), JsonSerializerOptions.Web)!;
        Assert.True(cases.Length > 200);
        foreach (var (document, expected) in cases)
        {
            var errors = server.Executor.Validate(document)
                .Select(error => $"{error.Message} @{string.Join(' ', error.Locations.Select(l => $"{l.Line}:{l.Column}"))}")
                .Order(StringComparer.Ordinal);
            Assert.Equal($"{document}\n{string.Join('\n', expected.Order(StringComparer.Ordinal))}", $"{document}\n{string.Join('\n', errors)}");
        }
    }

    [Theory]
    [InlineData("query($t: String) { bookBy(key: { title: $t }) { id } }")]
    [InlineData("query($t: String = \"a\") { bookBy(key: { title: $t }) { id } }")]
    public async Task A_nullable_variable_cannot_be_the_one_field_of_a_one_of_input(string document)
    {
        await using var server = new Server();
        Assert.Equal(
            "Variable \"$t\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"BookKey\".",
            Assert.Single(server.Executor.Validate(document)).Message);
    }

    [Fact]
    public async Task Introspection_can_be_switched_off_and_type_names_stay()
    {
        await using var server = new Server(options => options.EnableIntrospection = false);
        Assert.Contains("introspection is not allowed", Assert.Single(server.Executor.Validate("{ __schema { queryType { name } } }")).Message, StringComparison.Ordinal);
        Assert.Single(server.Executor.Validate("{ __type(name: \"Book\") { name } }"));
        Assert.Equal("""{"__typename":"Query"}""", await server.Data("{ __typename }"));
    }

    [Fact]
    public async Task No_more_than_a_hundred_mistakes_are_listed()
    {
        await using var server = new Server();
        var errors = server.Executor.Validate("{ allBooks {" + string.Concat(Enumerable.Range(0, 300).Select(i => $" x{i}")) + "} }");
        Assert.Equal(101, errors.Count);
        Assert.Equal("Too many validation errors, error limit reached. Validation aborted.", errors[100].Message);
        Assert.Equal(100, server.Executor.Validate("{ allBooks {" + string.Concat(Enumerable.Range(0, 100).Select(i => $" x{i}")) + "} }").Count);
    }
}
