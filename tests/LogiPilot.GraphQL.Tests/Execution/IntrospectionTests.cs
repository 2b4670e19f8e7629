using System.Text.Json;
using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Tests.Building;
using LogiPilot.GraphQL.Tests.Sample;
using LogiPilot.Tests;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

/// <summary>What is said of a schema is what graphql-js says of the same schema, read from our print of it.</summary>
public sealed class IntrospectionTests
{
    [Fact]
    public async Task Introspection_print_and_validity_are_those_of_graphql_js()
    {
        await using var server = new Server(options =>
        {
            options.Description = "Books,\nand who writes them.";
            foreach (var type in (Type[])[typeof(Rich), typeof(DocumentationTests.Place), typeof(InterfaceTests.EntityNode), typeof(InterfaceTests.SizedNode),
                typeof(InterfaceTests.CartNode), typeof(InterfaceTests.Shelf), typeof(InterfaceTests.Cart)]) options.AddType(type);
            options.AddDirective<DirectiveTests.FormatDirective>().AddDirective<DirectiveTests.Marking>().AddScalar(new WritingTests.SpotScalar());
        });
        var printed = server.Executor.Schema.Print();
        await using var peer = await NodePeer.Start("introspect.mjs");
        var theirs = JsonNode.Parse(await peer.Ask(JsonSerializer.Serialize(printed)))!;
        Assert.Equal("[]", theirs["mistakes"]!.ToJsonString());
        Assert.Equal(printed, theirs["printed"]!.GetValue<string>());
        var ours = JsonNode.Parse(await server.Json(theirs["query"]!.GetValue<string>()))!;
        Assert.Null(ours["errors"]);
        // The one exception: the specification of September 2025 made this argument non-null, and graphql-js 16 has it as before.
        var reason = Deprecated(theirs["introspection"]!);
        Assert.Equal("""{"kind":"SCALAR","name":"String","ofType":null}""", reason["type"]!.ToJsonString());
        reason["type"] = JsonNode.Parse("""{"kind":"NON_NULL","name":null,"ofType":{"name":"String","kind":"SCALAR","ofType":null}}""");
        Assert.Equal(Ordered(theirs["introspection"]!), Ordered(ours));
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

    private static JsonNode Deprecated(JsonNode answer) =>
        answer["data"]!["__schema"]!["directives"]!.AsArray().Single(directive => directive!["name"]!.GetValue<string>() == "deprecated")!["args"]![0]!;

    // Neither the order of types nor that of directives means anything; ours are sorted, theirs as written. Nor does that of the
    // fields of introspection itself, of which ours have those without arguments first.
    private static string Ordered(JsonNode answer)
    {
        var schema = answer["data"]!["__schema"]!;
        foreach (var type in schema["types"]!.AsArray())
        {
            foreach (var list in (string[])["possibleTypes", "interfaces"]) Sort(type!, list);
            if (type!["name"]!.GetValue<string>().StartsWith("__", StringComparison.Ordinal)) Sort(type, "fields");
        }
        Sort(schema, "types");
        Sort(schema, "directives");
        return answer.ToJsonString(new() { WriteIndented = true });
    }

    private static void Sort(JsonNode owner, string list)
    {
        if (owner[list] is not JsonArray all) return;
        var sorted = all.OrderBy(item => item!["name"]!.GetValue<string>(), StringComparer.Ordinal).ToList();
        all.Clear();
        foreach (var item in sorted) all.Add(item);
    }

    [QueryType]
    public static class Rich
    {
        public static string Order(WritingTests.Order order, [GraphQLDeprecated("Say order")] WritingTests.Line? line = null, WritingTests.Spot spot = default) => $"{order}{line}{spot}";
        public static DocumentationTests.Place? Place([GraphQLDescription("A \"\"\" quote,\n\n  indented.")] DocumentationTests.PlaceFilter filter) => filter.Limit is null ? null : new("a", 0);
        public static IReadOnlyList<InterfaceTests.IEntity> Entities(InterfaceTests.Range? range = null) => range is null ? [] : [new InterfaceTests.Cart("c", Guid.Empty)];
        public static InterfaceTests.IThing? Thing() => null;
        [GraphQLDeprecated] public static InterfaceTests.Range? Range() => null;
    }
}
