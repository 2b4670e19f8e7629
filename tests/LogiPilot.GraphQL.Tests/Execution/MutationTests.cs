using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

public sealed class MutationTests
{
    [Fact]
    public async Task A_payload_holds_the_entity_or_the_errors_that_refused_it()
    {
        await using var server = new Server();
        Assert.Equal(
            """{"ok":{"author":{"name":"Iain"},"errors":null},"refused":{"author":null,"errors":[{"__typename":"InvalidError","message":"A name is needed.","code":"INVALID"},{"__typename":"NotFoundError","message":"Nobody.","code":"NOT_FOUND","id":"00000000-0000-0000-0000-000000000009"}]}}""",
            await server.Data("""
                mutation {
                  ok: addAuthor(input: { name: "Iain" }) { author { name } errors { __typename } }
                  refused: addAuthor(input: { name: "", clientId: "00000000-0000-0000-0000-000000000009" }) {
                    author { name } errors { __typename ... on Error { message code } ... on NotFoundError { id } } }
                }
                """));
    }

    [Fact]
    public async Task Mutations_of_one_operation_run_one_after_the_other()
    {
        await using var server = new Server();
        var names = Enumerable.Range(0, 20).Select(i => $"n{i}").ToList();
        await server.Data($"mutation {{ {string.Join(' ', names.Select(name => $"{name}: addAuthor(input: {{ name: \"{name}\" }}) {{ author {{ id }} }}"))} }}");
        Assert.Equal(names, server.Library.Log);
    }

    [Fact]
    public async Task A_payload_record_gives_its_properties_and_a_bare_value_its_named_field()
    {
        await using var server = new Server();
        Assert.Equal(
            """{"importAuthors":{"added":1,"authors":[{"name":"Ursula K. Le Guin"},{"name":"Agatha \"Queen\" Christie"}],"errors":null},"reset":{"done":true,"errors":null}}""",
            await server.Data("mutation { importAuthors(input: { names: [\"a\"] }) { added authors { name } errors { __typename } } reset { done errors { __typename } } }"));
    }

    [Fact]
    public async Task An_exception_the_filter_knows_is_an_error_of_the_payload_and_any_other_is_not()
    {
        await using var server = new Server();
        Assert.Equal(
            """{"explode":{"author":null,"errors":[{"message":"gone"}]}}""",
            await server.Data("mutation { explode(input: { known: true }) { author { id } errors { ... on Error { message } } } }"));
        Assert.Equal(
            """{"errors":[{"message":"Internal error","locations":[{"line":1,"column":12}],"path":["explode"],"extensions":{"code":"INTERNAL"}}],"data":null}""",
            await server.Json("mutation { explode(input: { known: false }) { author { id } } }"));
    }
}
