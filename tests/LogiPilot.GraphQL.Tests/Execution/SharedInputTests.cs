using System.Text.Json;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

/// <summary>Literals are read once a document, and what they become is given to resolvers that may change it: no other request may see that.</summary>
public sealed class SharedInputTests
{
    public sealed class Filter
    {
        public string? Name { get; set; }

        public List<string> Tags { get; set; } = ["a"];
    }

    [QueryType]
    public static class ChangingQueries
    {
        public static string Names(List<string> names) => Added(names);

        public static string ByDefault([DefaultValue("[\"a\"]")] List<string> names) => Added(names);

        public static string InArray(string[] names) => names[0] += "!";

        public static string Name(Filter filter) => filter.Name += "!";

        public static string Tags(Filter filter) => Added(filter.Tags);

        private static string Added(List<string> names)
        {
            names.Add("mine");
            return string.Join(' ', names);
        }
    }

    [Theory]
    [InlineData("""{ it: names(names: ["a"]) }""", "a mine")]
    [InlineData("{ it: byDefault }", "a mine")]
    [InlineData("""{ it: inArray(names: ["a"]) }""", "a!")]
    [InlineData("""{ it: name(filter: { name: "a" }) }""", "a!")]
    [InlineData("{ it: tags(filter: {}) }", "a mine")]
    [InlineData("""query($f: Filter! = { name: "a" }) { it: name(filter: $f) }""", "a!")]
    [InlineData("""query($n: [String!]! = ["a"]) { it: names(names: $n) }""", "a mine")]
    public async Task What_a_resolver_changes_in_its_arguments_no_other_request_sees(string query, string expected)
    {
        var options = new GraphQLOptions().AddType(typeof(ChangingQueries));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options);

        for (var i = 0; i < 3; i++)
        {
            await using var result = await executor.ExecuteAsync(new() { Query = query });
            Assert.Equal(expected, JsonDocument.Parse(result.ToJson()).RootElement.GetProperty("data").GetProperty("it").GetString());
        }
    }
}
