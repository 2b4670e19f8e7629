using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Http;

public sealed class SwitchTests
{
    private static string Body(string query, JsonObject? variables = null) => new JsonObject { ["query"] = query, ["variables"] = variables }.ToJsonString();

    [Theory]
    [InlineData("", 400)]
    [InlineData("GraphQL-Preflight:", 400)]
    [InlineData("Content-Type: text/plain", 400)]
    [InlineData("GraphQL-Require-Preflight: 1", 200)]
    [InlineData("GraphQL-Preflight: 1", 200)]
    [InlineData("Apollo-Require-Preflight: true", 200)]
    [InlineData("X-Apollo-Operation-Name: A", 200)]
    public async Task Where_preflight_is_required_a_get_needs_a_header_that_no_foreign_page_can_send_unasked(string header, int status)
    {
        await using var host = await LibraryHost.Start(options =>
        {
            options.RequirePreflight = true;
            options.Ide = context => context.Response.WriteAsync("the ide");
        });
        using var content = header.StartsWith("Content-Type", StringComparison.Ordinal) ? new StringContent("") : null;

        var answer = await host.Send(HttpMethod.Get, "?query=%7Bversion%7D", content, header.Length == 0 || content is not null ? [] : [header]);

        Assert.Equal(status, answer.Status);
        if (status == 400) Assert.Equal("PREFLIGHT_REQUIRED", answer.Code);
        Assert.Equal(200, (await host.Post(Body("{ version }"))).Status);
        Assert.Equal("the ide", (await host.Get([], "Accept: text/html")).Body);
    }

    [Theory]
    [InlineData("{ __schema { queryType { name } } }", false)]
    [InlineData("""{ __type(name: "Book") { name } }""", false)]
    [InlineData("""{ ...F } fragment F on Query { ... { a: __type(name: "Book") { name } } }""", false)]
    [InlineData("{ __typename version }", true)]
    public async Task Introspection_is_switched_off_for_all_or_for_some(string query, bool isHarmless)
    {
        await using var off = await LibraryHost.Start(options => options.EnableIntrospection = false);
        await using var some = await LibraryHost.Start(options => options.AllowIntrospection = context => context.Request.Headers["X-Developer"] == "yes");

        foreach (var answer in new[] { await off.Post(Body(query)), await some.Post(Body(query)), await off.Post(Body(query), "X-Developer: yes") })
        {
            Assert.Equal(isHarmless ? null : "GRAPHQL_VALIDATION_FAILED", answer.Code);
            if (!isHarmless) Assert.StartsWith("GraphQL introspection is not allowed, but the query contained __", answer.Message, StringComparison.Ordinal);
        }
        Assert.Null((await some.Post(Body(query), "X-Developer: yes")).Code);
        Assert.Equal([403, 403, 200], new[] { await off.Get([("sdl", "")]), await some.Get([("sdl", "")]), await some.Get([("sdl", "")], "X-Developer: yes") }.Select(answer => answer.Status));
    }

    [Theory]
    [InlineData("{ versio }", null)]
    [InlineData("{ books { nodes { titel } } }", null)]
    [InlineData("{ books(frist: 1) { nodes { title } } }", null)]
    [InlineData("{ node { isbm } } fragment F on Bok { title }", null)]
    [InlineData("query($f: BookFilter) { books(filter: $f) { nodes { title } } }", """{ "f": { "genre": ["FICTIN"], "genres": ["FICTIN"] } }""")]
    [InlineData("{ books(filter: { genre: FICTIN, genres: [FICTIN] }) { nodes { title } } }", null)]
    public async Task Where_the_schema_may_not_be_asked_for_mistakes_suggest_none_of_its_names(string query, string? variables)
    {
        await using var open = await LibraryHost.Start();
        await using var off = await LibraryHost.Start(options => options.EnableIntrospection = false);
        await using var some = await LibraryHost.Start(options => options.AllowIntrospection = _ => true);
        var body = Body(query, variables is null ? null : JsonNode.Parse(variables)!.AsObject());

        Assert.Contains("Did you mean", (await open.Post(body)).Body, StringComparison.Ordinal);
        foreach (var answer in new[] { await off.Post(body), await some.Post(body) })
        {
            Assert.NotNull(answer.Code);
            Assert.DoesNotContain("Did you mean", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", """{"data":{"books":{"nodes":[{"title":"The Dispossessed"}]}}}""")]
    [InlineData("GraphQL-Cost: nonsense", """{"data":{"books":{"nodes":[{"title":"The Dispossessed"}]}}}""")]
    [InlineData("GraphQL-Cost: report", """{"data":{"books":{"nodes":[{"title":"The Dispossessed"}]}},"extensions":{"cost":{"fieldCost":11,"typeCost":3,"maxCost":500000000}}}""")]
    [InlineData("GraphQL-Cost: VALIDATE", """{"extensions":{"cost":{"fieldCost":11,"typeCost":3,"maxCost":500000000}}}""")]
    public async Task The_cost_is_reported_where_a_header_asks_for_it(string header, string expected)
    {
        await using var host = await LibraryHost.Start();
        var answer = await host.Post(
            Body("query($n: Int) { books(first: $n) { nodes { title } } }", new() { ["n"] = 1 }),
            header.Length == 0 ? [] : [header, "Accept: application/graphql-response+json"]);
        Assert.Equal((200, expected), (answer.Status, answer.Body));
    }
}
