using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

public sealed class ExecutorTests
{
    private static string Errors(string json) => JsonNode.Parse(json)!["errors"]!.ToJsonString(Server.Relaxed);

    [Fact]
    public async Task Fields_fragments_and_aliases_merge_in_the_order_they_are_selected()
    {
        await using var server = new Server();
        Assert.Equal(
            """{"b":{"id":"00000000-0000-0000-0000-000000000012","t":"Curtain","author":{"name":"Agatha \"Queen\" Christie","motto":"Précis, 推理 😀\n"},"__typename":"Book"},"version":"1"}""",
            await server.Data("""
                query($id: UUID!) { b: book(id: $id) { id ...F author { name } ... on Book { author { motto } __typename } t: title } ...G version }
                fragment F on Book { t: title author { name } }
                fragment G on Query { b: book(id: $id) { id } }
                """, new { id = "00000000-0000-0000-0000-000000000012" }));
    }

    [Theory]
    [InlineData(true, false, """{"version":"1","a":"1"}""")]
    [InlineData(false, false, """{"version":"1"}""")]
    [InlineData(true, true, "{}")]
    [InlineData(false, true, """{"b":"1"}""")]
    public async Task Skip_and_include_follow_their_variables_in_one_cached_document(bool include, bool skip, string expected)
    {
        await using var server = new Server();
        const string query = "query($i: Boolean!, $s: Boolean!) { version @skip(if: $s) ... @include(if: $i) { a: version @skip(if: $s) } ...F @skip(if: $i) } fragment F on Query { b: version @include(if: $s) }";
        for (var i = 0; i < 4; i++) await server.Data(query, new { i = i % 2 == 0, s = i / 2 == 0 });
        Assert.Equal(expected, await server.Data(query, new { i = include, s = skip }));
    }

    [Fact]
    public async Task Interfaces_and_unions_answer_by_the_type_of_each_object()
    {
        await using var server = new Server();
        Assert.Equal(
            """{"named":[{"__typename":"Author","name":"Ursula K. Le Guin","bornAt":"1929-10-21T00:00:00Z"},{"__typename":"Shop","name":"Shakespeare & Co","city":"Paris"}]}""",
            await server.Data("{ named { __typename name ... on Author { bornAt } ... on Shop { city } } }"));
        Assert.Equal(
            """{"search":[{"title":"Curtain"},{"name":"Ursula K. Le Guin"},{"name":"Agatha \"Queen\" Christie"}]}""",
            await server.Data("{ search(text: \"u\") { ... on Book { title } ... on Named { name } } }"));
    }

    [Fact]
    public async Task An_exception_becomes_an_internal_error_that_tells_nothing_and_the_rest_is_answered()
    {
        await using var server = new Server();
        var answer = await server.Json("{ version refuse books { nodes { title } } }");
        Assert.Equal("""[{"message":"Not today.","locations":[{"line":1,"column":11}],"path":["refuse"],"extensions":{"code":"CLOSED"}}]""", Errors(answer));
        Assert.Contains("Dispossessed", answer, StringComparison.Ordinal);
        Assert.Equal(
            """{"errors":[{"message":"Internal error","locations":[{"line":1,"column":3}],"path":["fail"],"extensions":{"code":"INTERNAL"}}],"data":null}""",
            await server.Json("{ fail }"));
    }

    [Fact]
    public async Task The_error_filter_translates_exceptions()
    {
        await using var server = new Server(options => options.AddErrorFilter(error =>
            error.Exception is InvalidOperationException
                ? error with { Message = "Translated.", Code = "MINE", Extensions = new Dictionary<string, object?> { ["hint"] = 3 } }
                : error));
        Assert.Equal("""[{"message":"Translated.","locations":[{"line":1,"column":3}],"path":["x"],"extensions":{"code":"MINE","hint":3}}]""", Errors(await server.Json("{ x: fail }")));
    }

    [Fact]
    public async Task Paths_name_aliases_and_positions_below_lists_and_late_fields()
    {
        await using var server = new Server();
        Assert.Equal(
            """[{"message":"There is no Author 00000000-0000-0000-0000-000000000000.","locations":[{"line":1,"column":25}],"path":["b","nodes",2,"who"],"extensions":{"code":"NOT_FOUND"}}]""",
            Errors(await server.Json("{ b: books { nodes { id who: requiredAuthor { name } } } }")));
        Assert.Equal(
            """[{"message":"Cannot return null for non-nullable field Author.mustHaveMotto.","locations":[{"line":1,"column":40}],"path":["allBooks",0,"author","books",0,"author","mustHaveMotto"],"extensions":{"code":"INTERNAL"}}]""",
            Errors(await server.Json("{ allBooks { author { books { author { mustHaveMotto } } } } }")));
    }

    [Fact]
    public async Task An_operation_is_chosen_by_name()
    {
        await using var server = new Server();
        const string query = "query A { a: version } query B { b: version }";
        Assert.Equal("""{"data":{"b":"1"}}""", await server.Json(query, operationName: "B"));
        Assert.Contains("Unknown operation named \\\"C\\\".", await server.Json(query, operationName: "C"), StringComparison.Ordinal);
        Assert.Contains("Must provide operation name if query contains multiple operations.", await server.Json(query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_root_field_and_each_batch_has_a_scope_of_its_own()
    {
        var made = 0;
        await using var server = new Server(
            options => options.ScopeCreated = (scope, _) => made += scope.GetRequiredService<Scoped>().Number, services => services.AddScoped<Scoped>());
        await server.Data("{ version }");
        Assert.Equal(0, made);
        await server.Data("{ a: allBooks { title } b: allBooks { author { name } } }");
        Assert.Equal(3, made);
        Assert.Equal(0, Scoped.Alive);
    }

    private sealed class Scoped : IDisposable
    {
        public Scoped() => Alive++;

        public static int Alive { get; private set; }

        public int Number => 1;

        public void Dispose() => Alive--;
    }

    private sealed class Kept(List<string> ended) : IDisposable
    {
        public string Name => "kept";

        public void Dispose()
        {
            ended.Add("ended");
            throw new InvalidOperationException("not easily");
        }
    }

    [Fact]
    public async Task What_a_batch_has_done_ends_with_it_when_the_client_goes_away_and_a_service_that_fails_then_harms_no_other()
    {
        var ended = new List<string>();
        await using var server = new Server(options => options.AddType(typeof(SlowQueries)), services => services.AddSingleton(ended).AddScoped<Kept>());
        using var gone = new CancellationTokenSource();
        var batch = server.Executor.ExecuteBatchAsync([new() { Query = "{ a: kept b: kept }" }, new() { Query = "{ slow(patient: true) }" }], gone.Token);
        Assert.Empty(ended);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await batch);
        Assert.Equal(["ended", "ended"], ended);
    }

    [Fact]
    public async Task A_request_that_takes_too_long_is_given_up_with_its_code()
    {
        var options = new GraphQLOptions { Timeout = TimeSpan.FromMilliseconds(80) }.AddType(typeof(SlowQueries));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options);
        await using var patient = await executor.ExecuteAsync(new() { Query = "{ slow(patient: true) }" });
        Assert.Equal(ErrorCodes.Timeout, Assert.Single(patient.Errors).Code);
        await using var deaf = await executor.ExecuteAsync(new() { Query = "{ slow(patient: false) }" });
        Assert.Equal(ErrorCodes.Timeout, Assert.Single(deaf.Errors).Code);
        Assert.False(deaf.HasData);
    }

    [Fact]
    public async Task A_client_that_went_away_cancels_its_request()
    {
        var options = new GraphQLOptions().AddType(typeof(SlowQueries));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options);
        using var gone = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await executor.ExecuteAsync(new() { Query = "{ slow(patient: true) }" }, gone.Token));
    }

    [QueryType]
    private static class SlowQueries
    {
        public static string Kept(Kept kept) => kept.Name;

        public static async Task<string> Slow(bool patient, CancellationToken cancellationToken)
        {
            await Task.Delay(2_000, patient ? cancellationToken : default);
            return "late";
        }
    }
}
