using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

/// <summary>In what order resolvers run, and how they end before their time.</summary>
public sealed class FlowTests
{
    private static async Task<string> Json(string query, TimeSpan? timeout = null, Action<List<string>>? log = null)
    {
        var options = new GraphQLOptions { Timeout = timeout ?? TimeSpan.FromSeconds(30) }.AddType(typeof(FlowQueries)).AddType(typeof(FlowMutations));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options);
        FlowQueries.Log.Value = [];
        await using var result = await executor.ExecuteAsync(new() { Query = query });
        log?.Invoke(FlowQueries.Log.Value);
        return result.ToJson();
    }

    [Fact]
    public async Task Fields_of_a_query_run_side_by_side() =>
        // Each waits for the other to have begun.
        Assert.Equal("""{"data":{"a":"met","b":"met"}}""", await Json("{ a: meet(me: 0) b: meet(me: 1) }", TimeSpan.FromSeconds(20)));

    [Fact]
    public async Task Fields_of_a_mutation_run_one_after_the_other()
    {
        var json = await Json(
            "mutation { a: note(input: { text: \"a\" }) { done } b: note(input: { text: \"b\" }) { done } c: note(input: { text: \"c\" }) { done } }",
            log: log => Assert.Equal(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"], log));
        Assert.Equal("""{"data":{"a":{"done":true},"b":{"done":true},"c":{"done":true}}}""", json);
    }

    [Fact]
    public async Task What_follows_a_mutation_that_leaves_no_data_is_not_run()
    {
        var json = await Json(
            "mutation { a: note(input: { text: \"a\" }) { done } b: note(input: { text: \"fail\" }) { done } c: note(input: { text: \"c\" }) { done } }",
            log: log => Assert.Equal(["a begins", "a ends", "fail begins"], log));
        Assert.EndsWith("\"data\":null}", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ items(count: 3) }", """{"data":{"items":[0,1,2]}}""")]
    [InlineData("{ items(count: 0) }", """{"data":{"items":[]}}""")]
    [InlineData("{ later { word } }", """{"data":{"later":[{"word":"one"},null,{"word":"two"}]}}""")]
    [InlineData("{ absent }", """{"data":{"absent":null}}""")]
    public async Task Items_that_come_one_by_one_make_a_list(string query, string expected) => Assert.Equal(expected, await Json(query));

    [Fact]
    public async Task A_list_that_breaks_off_is_an_error_at_its_field()
    {
        var json = await Json("{ broken absent }");
        Assert.StartsWith("""{"errors":[{"message":"The line broke.","locations":[{"line":1,"column":3}],"path":["broken"]""", json, StringComparison.Ordinal);
        Assert.EndsWith("""{"broken":null,"absent":null}}""", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ endless { word } }")]
    [InlineData("{ endlessLater }")]
    [InlineData("{ endlessDeaf }")]
    public async Task A_list_without_end_ends_with_the_time(string query)
    {
        var watch = Stopwatch.StartNew();
        Assert.Contains(ErrorCodes.Timeout, await Json(query, TimeSpan.FromMilliseconds(60)), StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("{ numbers }", """{"data":{"numbers":[1,2,3]}}""")]
    [InlineData("{ gaps }", """{"data":{"gaps":[1.5,null]}}""")]
    [InlineData("{ days }", """{"data":{"days":["SUNDAY","MONDAY"]}}""")]
    [InlineData("{ nested }", """{"data":{"nested":[[1],[],[2,3]]}}""")]
    public async Task Values_in_lists_are_written_as_they_are(string query, string expected) => Assert.Equal(expected, await Json(query));

    [Fact]
    public async Task A_value_that_cannot_be_written_is_null_at_its_place()
    {
        var json = await Json("{ wrong { values } }");
        Assert.Contains("\"path\":[\"wrong\",\"values\",1]", json, StringComparison.Ordinal);
        Assert.EndsWith("""{"wrong":{"values":[1,null,2]}}}""", json, StringComparison.Ordinal);
    }

    public sealed record Line(string Word);

    public sealed record Wrong(IReadOnlyList<double?> Values);

    [QueryType]
    public static class FlowQueries
    {
        internal static AsyncLocal<List<string>> Log { get; } = new();

        private static readonly TaskCompletionSource[] Begun = [new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously)];

        public static async Task<string> Meet(int me)
        {
            Begun[me].TrySetResult();
            await Begun[1 - me].Task;
            return "met";
        }

        public static async IAsyncEnumerable<int> Items(int count)
        {
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }

        public static async Task<IAsyncEnumerable<Line?>> Later()
        {
            await Task.Yield();
            return Lines();
        }

        private static async IAsyncEnumerable<Line?> Lines()
        {
            yield return new("one");
            await Task.Yield();
            yield return null;
            yield return new("two");
        }

        public static IAsyncEnumerable<int>? Absent() => null;

        public static async IAsyncEnumerable<int>? Broken()
        {
            yield return 1;
            await Task.Yield();
            throw new GraphQLException("The line broke.");
        }

        public static IEnumerable<Line> Endless()
        {
            while (true) yield return new("on");
        }

        public static async IAsyncEnumerable<int> EndlessLater([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (true)
            {
                await Task.Delay(1, cancellationToken);
                yield return 1;
            }
        }

        public static async IAsyncEnumerable<int> EndlessDeaf()
        {
            while (true)
            {
                await Task.Yield();
                yield return 1;
            }
        }

        public static int[] Numbers() => [1, 2, 3];

        public static IReadOnlyList<double?> Gaps() => [1.5, null];

        public static List<DayOfWeek> Days() => [DayOfWeek.Sunday, DayOfWeek.Monday];

        public static int[][] Nested() => [[1], [], [2, 3]];

        public static Wrong Wrong() => new([1, double.NaN, 2]);
    }

    [MutationType]
    public static class FlowMutations
    {
        [Payload("done")]
        public static async Task<bool> Note(string text)
        {
            FlowQueries.Log.Value!.Add($"{text} begins");
            await Task.Delay(5);
            if (text == "fail") throw new GraphQLException("failed");
            FlowQueries.Log.Value!.Add($"{text} ends");
            return true;
        }
    }
}
