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

    [Fact]
    public async Task An_error_the_mutation_does_not_have_is_no_success_but_an_internal_error()
    {
        var exceptions = new List<string?>();
        var options = new GraphQLOptions { MutationErrorFilter = e => new NotFoundError(e.Message, null) };
        options.AddErrorFilter(error =>
        {
            exceptions.Add(error.Exception?.Message.Replace(typeof(MutationTests).FullName + "+", "", StringComparison.Ordinal));
            return error;
        });
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options.AddType(typeof(Asking)).AddType(typeof(Strange))), options);
        foreach (var name in new[] { "fail", "throw" })
        {
            await using var result = await executor.ExecuteAsync(new() { Query = $"mutation {{ {name} {{ boolean errors {{ __typename }} }} }}" });
            Assert.All(result.Errors, error => Assert.Equal(ErrorCodes.Internal, error.Code));
        }
        const string sentence = "Strange.Fail fails with NotFoundError, which is none of its errors. Add it with options.AddMutationError<NotFoundError>() or [Error<NotFoundError>].";
        Assert.Equal([sentence, sentence, "Not on the list."], exceptions);
        await using var refused = await executor.ExecuteAsync(new() { Query = "mutation { refuse { boolean errors { ... on InvalidError { message } } } }" });
        Assert.Equal("""{"data":{"refuse":{"boolean":null,"errors":[{"message":"No."}]}}}""", refused.ToJson());
    }

    [QueryType]
    public static class Asking
    {
        public static int One() => 1;
    }

    [MutationType]
    public static class Strange
    {
        [Error<InvalidError>] public static FieldResult<bool> Fail() => FieldResult.Failed(new NotFoundError("Gone.", null));
        [Error<InvalidError>] public static FieldResult<bool> Throw() => throw new KeyNotFoundException("Not on the list.");
        [Error<InvalidError>] public static FieldResult<bool> Refuse() => FieldResult.Failed(new InvalidError("No."));
    }
}
