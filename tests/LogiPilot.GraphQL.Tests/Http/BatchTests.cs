using System.Text.Json.Nodes;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Http;

public sealed class BatchTests
{
    private sealed class Meeting
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _missing = 2;

        public async Task<string> Join(CancellationToken cancellationToken)
        {
            if (Interlocked.Decrement(ref _missing) == 0) _all.SetResult();
            await _all.Task.WaitAsync(cancellationToken);
            return "met";
        }
    }

    [QueryType]
    private static class MeetingQueries
    {
        public static async Task<string> Meet([Service] Meeting meeting, CancellationToken cancellationToken) => await meeting.Join(cancellationToken);

        public static async Task<string?> Wait(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }

        public static string Names(Sample.Library library) => string.Join(',', library.Authors.Select(author => author.Name[0]));
    }

    private static Task<LibraryHost> Start(Action<GraphQLOptions>? configure = null) => LibraryHost.Start(options =>
    {
        options.EnableBatching = true;
        options.AddType(typeof(MeetingQueries));
        configure?.Invoke(options);
    }, builder => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(builder.Services, new Meeting()));

    private static string Batch(params string[] queries) =>
        new JsonArray([.. queries.Select(query => new JsonObject { ["query"] = query })]).ToJsonString();

    [Fact]
    public async Task Each_request_of_a_batch_is_answered_in_its_place_and_queries_run_at_the_same_time()
    {
        await using var host = await Start();
        var answer = await host.Post(Batch("{ meet }", "{ nope }", "{ fail }", "{ meet version }"), "Accept: application/graphql-response+json");

        Assert.Equal((200, "application/graphql-response+json; charset=utf-8"), (answer.Status, answer.Type));
        var entries = answer.Json.AsArray();
        Assert.Equal(4, entries.Count);
        Assert.Equal("""{"data":{"meet":"met"}}""", entries[0]!.ToJsonString());
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", entries[1]!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("INTERNAL", entries[2]!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("""{"data":{"meet":"met","version":"1"}}""", entries[3]!.ToJsonString());
    }

    [Fact]
    public async Task Where_one_is_a_mutation_all_run_one_after_the_other()
    {
        await using var host = await Start();
        string Add(string name) => $$"""mutation { addAuthor(input: { name: "{{name}}" }) { author { name } } }""";

        var answer = await host.Post(Batch("{ names }", Add("X"), "{ names }", Add("Y"), "{ names }"));

        var entries = answer.Json.AsArray();
        Assert.Equal(["UA", "UAX", "UAXY"], new[] { 0, 2, 4 }.Select(i => entries[i]!["data"]!["names"]!.GetValue<string>().Replace(",", "")));
    }

    [Fact]
    public async Task The_cost_limit_and_the_time_out_hold_for_the_whole()
    {
        // Two seconds: what runs first in a process is compiled within them, on a busy machine too.
        await using var host = await Start(options => (options.MaxCost, options.Timeout) = (25, TimeSpan.FromSeconds(2)));

        Assert.Equal("""{"data":{"late":"x"}}""".Replace("late", "version").Replace("x", "1"), (await host.Post("""{"query":"{ version }"}""")).Body);
        var dear = (await host.Post(Batch("{ meet }", "{ meet }", "{ wait }"))).Json.AsArray();
        Assert.All(dear, entry => Assert.Equal("LIMIT", entry!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>()));
        Assert.Equal(30, dear[2]!["errors"]![0]!["extensions"]!["fieldCost"]!.GetValue<int>());

        var time = System.Diagnostics.Stopwatch.StartNew();
        var late = (await host.Post(Batch("mutation { reset { done } }", "{ version }", "{ wait }", "{ version }"))).Json.AsArray();
        Assert.InRange(time.ElapsedMilliseconds, 1_500, 15_000);
        Assert.NotNull(late[0]!["data"]!["reset"]!["done"]);
        Assert.NotNull(late[1]!["data"]);
        Assert.Equal("TIMEOUT", late[2]!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("TIMEOUT", late[3]!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_batch_is_refused_whole_where_it_is_off_empty_too_large_or_malformed()
    {
        await using var off = await LibraryHost.Start();
        await using var on = await Start(options => options.MaxBatchSize = 2);
        foreach (var (host, body, code, reason) in new[]
        {
            (off, Batch("{ version }"), "BATCHING_DISABLED", "one request at a time"),
            (on, "[]", "BAD_REQUEST", "empty"),
            (on, Batch("{ version }", "{ version }", "{ version }"), "LIMIT", "at most 2"),
            (on, """[{"query":"{ version }"},5]""", "BAD_REQUEST", "must be a JSON object"),
            (on, """[[{"query":"{ version }"}]]""", "BAD_REQUEST", "must be a JSON object"),
            (on, """[{"query":"{ version }"},{"query":1}]""", "BAD_REQUEST", "must be a string"),
        })
        {
            var answer = await host.Post(body);
            Assert.Equal((400, code), (answer.Status, answer.Code));
            Assert.Contains(reason, answer.Message, StringComparison.Ordinal);
        }
        Assert.Equal("""[{"data":{"version":"1"}}]""", (await on.Post(Batch("{ version }"))).Body);
    }
}
