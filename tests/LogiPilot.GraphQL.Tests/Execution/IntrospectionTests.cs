using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

public sealed class IntrospectionTests
{
    // graphql-js's getIntrospectionQuery with every option on, as GraphiQL sends it.
    private const string Query = """
        query IntrospectionQuery { __schema { description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
          types { ...FullType } directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
        fragment FullType on __Type { kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    private static async Task<JsonNode> Schema()
    {
        await using var server = new Server();
        return JsonNode.Parse(await server.Data(Query))!["__schema"]!;
    }

    private static JsonNode Named(JsonNode list, string name) => list.AsArray().Single(item => item!["name"]!.GetValue<string>() == name)!;

    [Fact]
    public async Task The_standard_query_describes_types_fields_and_arguments()
    {
        var schema = await Schema();
        Assert.Equal("Query", schema["queryType"]!["name"]!.GetValue<string>());
        Assert.Equal("Mutation", schema["mutationType"]!["name"]!.GetValue<string>());
        Assert.Null(schema["subscriptionType"]);
        var types = schema["types"]!;
        var book = Named(types, "Book");
        Assert.Equal("OBJECT", book["kind"]!.GetValue<string>());
        Assert.Equal("Use title", Named(book["fields"]!, "name")["deprecationReason"]!.GetValue<string>());
        Assert.Equal(
            """{"name":"times","description":null,"type":{"kind":"NON_NULL","name":null,"ofType":{"kind":"SCALAR","name":"Int","ofType":null}},"defaultValue":"1","isDeprecated":false,"deprecationReason":null}""",
            Named(Named(book["fields"]!, "greeting")["args"]!, "times").ToJsonString());
        Assert.Equal(["Author", "Shop"], Named(types, "Named")["possibleTypes"]!.AsArray().Select(type => type!["name"]!.GetValue<string>()));
        Assert.True(Named(types, "BookKey")["isOneOf"]!.GetValue<bool>());
        Assert.False(Named(types, "BookFilter")["isOneOf"]!.GetValue<bool>());
        Assert.Null(book["isOneOf"]);
        Assert.StartsWith("https://", Named(types, "UUID")["specifiedByURL"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Use CRIME", Named(Named(types, "Genre")["enumValues"]!, "THRILLER")["deprecationReason"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_introspection_types_and_directives_are_those_of_the_specification()
    {
        var schema = await Schema();
        Assert.Equal(
            ["__Directive", "__DirectiveLocation", "__EnumValue", "__Field", "__InputValue", "__Schema", "__Type", "__TypeKind"],
            schema["types"]!.AsArray().Select(type => type!["name"]!.GetValue<string>()).Where(name => name.StartsWith("__", StringComparison.Ordinal)));
        Assert.Equal(["include", "skip", "deprecated", "specifiedBy", "oneOf"], schema["directives"]!.AsArray().Select(d => d!["name"]!.GetValue<string>()));
        Assert.Equal(
            ["kind", "name", "description", "specifiedByURL", "fields", "interfaces", "possibleTypes", "enumValues", "inputFields", "ofType", "isOneOf"],
            Named(schema["types"]!, "__Type")["fields"]!.AsArray().Select(field => field!["name"]!.GetValue<string>()).Order(new SpecificationOrder()));
        Assert.Equal(20, Named(schema["types"]!, "__DirectiveLocation")["enumValues"]!.AsArray().Count);
        Assert.Equal("\"No longer supported\"", Named(Named(schema["directives"]!, "deprecated")["args"]!, "reason")["defaultValue"]!.GetValue<string>());
    }

    [Fact]
    public async Task Deprecated_members_are_hidden_unless_asked_for()
    {
        await using var server = new Server();
        Assert.Equal(
            """{"__type":{"enumValues":[{"name":"SCIENCE_FICTION"},{"name":"CRIME"}],"fields":null}}""",
            await server.Data("{ __type(name: \"Genre\") { enumValues { name } fields { name } } }"));
        Assert.DoesNotContain("\"name\":\"name\"", await server.Data("{ __type(name: \"Book\") { fields { name } } }"), StringComparison.Ordinal);
        Assert.Equal("""{"__type":null}""", await server.Data("{ __type(name: \"Nope\") { name } }"));
    }

    private sealed class SpecificationOrder : IComparer<string>
    {
        private static readonly List<string> Names =
            ["kind", "name", "description", "specifiedByURL", "fields", "interfaces", "possibleTypes", "enumValues", "inputFields", "ofType", "isOneOf"];

        public int Compare(string? x, string? y) => Names.IndexOf(x!).CompareTo(Names.IndexOf(y!));
    }
}
