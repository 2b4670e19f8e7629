using System.Diagnostics;
using LogiPilot.GraphQL.Tests.Http;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Observability;

[Collection(nameof(ActivityTests))]
public sealed class ActivityTests
{
    [QueryType]
    private static class SlowQueries
    {
        public static async Task<string?> SlowLater(int milliseconds)
        {
            await Task.Delay(milliseconds);
            return "late";
        }

        public static async Task<Book?> SlowAndFails()
        {
            await Task.Delay(120);
            throw new GraphQLException("Too slow.", "SLOW");
        }

        // A resolver that blocks, as some do.
        public static string? SlowAtOnce()
        {
            using var gate = new ManualResetEventSlim();
            gate.Wait(120);
            return "slow";
        }

        public static string? BlocksAndFails() => SlowAtOnce() is null ? "" : throw new GraphQLException("Too slow.", "SLOW");

        public static string? Quick() => "quick";
    }

    [Fact]
    public async Task An_operation_is_an_activity_with_its_phases_below_it()
    {
        using var trace = new Trace();
        await using var server = new Server();
        const string query = "query Titles { allBooks { title author { name } } }";
        await server.Data(query);
        var first = Assert.Single(trace.Ended, activity => activity.Kind == ActivityKind.Server);
        Assert.Equal(trace.Root.SpanId, first.ParentSpanId);
        // A name that came once may be one of thousands.
        Assert.Equal("query", first.DisplayName);
        Assert.Equal(["parse", "validate", "execute"], trace.Below(first));

        await server.Data(query);
        var second = trace.Single("query Titles");
        Assert.Equal(["execute"], trace.Below(second));
        Assert.Equal("query", second.GetTagItem("graphql.operation.type"));
        Assert.Equal("Titles", second.GetTagItem("graphql.operation.name"));
        Assert.Null(second.GetTagItem("graphql.document"));
        Assert.Null(second.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Unset, second.Status);
        Assert.Same(trace.Root, Activity.Current);
    }

    [Theory]
    [InlineData("{ refuse }", "query", "CLOSED")]
    [InlineData("{ fail }", "query", "INTERNAL")]
    [InlineData("{ nothing }", "GraphQL Operation", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{", "GraphQL Operation", "GRAPHQL_PARSE_FAILED")]
    [InlineData("mutation { explode(input: { known: false }) { author { name } } }", "mutation", "INTERNAL")]
    public async Task An_answer_with_errors_says_the_code_of_the_first_and_no_message(string query, string name, string code)
    {
        using var trace = new Trace();
        await using var server = new Server();
        await server.Json(query);
        var operation = trace.Single(name);
        Assert.Equal(ActivityStatusCode.Error, operation.Status);
        Assert.Equal(code, operation.GetTagItem("error.type"));
        Assert.Null(operation.StatusDescription);
        Assert.DoesNotContain(trace.Ended, activity => activity.TagObjects.Any(tag => tag.Value?.ToString()?.Contains("1234", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task The_document_is_part_of_it_where_the_options_say_so()
    {
        using var trace = new Trace();
        await using var server = new Server(options => options.TraceDocuments = true);
        await server.Data("query($t: String!) { search(text: $t) { __typename } }", new { t = "secret" });
        var operation = trace.Single("query");
        Assert.Equal("query($t: String!) { search(text: $t) { __typename } }", operation.GetTagItem("graphql.document"));
        Assert.DoesNotContain(operation.TagObjects, tag => tag.Value?.ToString()?.Contains("secret", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Slow_resolvers_are_seen_below_the_operation_with_their_paths(bool guarded)
    {
        using var trace = new Trace();
        await using var server = new Server(options =>
        {
            options.AddType(typeof(SlowQueries));
            options.SlowResolverThreshold = TimeSpan.FromMilliseconds(100);
            if (guarded) options.Guard = _ => async _ =>
            {
                await Task.Yield();
                return null;
            };
        });
        await server.Json("{ blocksAndFails quick version a: slowLater(milliseconds: 120) slowAtOnce slowAndFails { title } allBooks { title } }");
        var slow = trace.Ended.Where(activity => activity.DisplayName.StartsWith("resolve ", StringComparison.Ordinal)).ToList();
        // On a busy machine others may be slow too.
        Assert.Subset(
            slow.Select(activity => $"{activity.DisplayName} {activity.GetTagItem("graphql.field.path")}").ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal) { "resolve Query.blocksAndFails blocksAndFails", "resolve Query.slowAndFails slowAndFails", "resolve Query.slowAtOnce slowAtOnce", "resolve Query.slowLater a" });
        var execute = trace.Single("execute");
        Assert.All(slow, activity =>
        {
            Assert.Equal(execute.SpanId, activity.ParentSpanId);
            Assert.InRange(activity.Duration, TimeSpan.FromMilliseconds(100), execute.Duration + TimeSpan.FromMilliseconds(20));
            Assert.InRange(activity.StartTimeUtc, execute.StartTimeUtc.AddMilliseconds(-20), execute.StartTimeUtc + execute.Duration);
        });
    }

    [Fact]
    public async Task Over_HTTP_the_operation_belongs_to_the_trace_of_the_client()
    {
        using var trace = new Trace("Microsoft.AspNetCore");
        await using var host = await LibraryHost.Start();
        var answer = await host.Post("""{"query":"{ version }"}""", $"traceparent: {trace.Root.Id}");
        Assert.Equal(200, answer.Status);
        var operation = trace.Single("query");
        // The request's own activity ends a little after its answer.
        await WaitFor(() => trace.Ended.Any(activity => activity.Source.Name == "Microsoft.AspNetCore"));
        var request = trace.Ended.Single(activity => activity.Source.Name == "Microsoft.AspNetCore");
        Assert.Equal(trace.Root.SpanId, request.ParentSpanId);
        Assert.Equal(request.SpanId, operation.ParentSpanId);
    }

    private static async Task WaitFor(Func<bool> isThere)
    {
        for (var i = 0; i < 200 && !isThere(); i++) await Task.Delay(10);
    }
}
