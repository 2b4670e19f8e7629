using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

/// <summary>
/// Runs take over each other's memory, so many are run at once, mixed with runs that fail, are cancelled, take too long, or leave loads
/// behind them; each answer must be the one the same request got alone.
/// </summary>
public sealed class ConcurrencyTests
{
    private const int Requests = 3_000;

    private static readonly string[] Queries =
    [
        "query($n: Int!) { cells(from: $n) { number tag later next { number tag next { later tag } } } }",
        "query($n: Int!) { cells(from: $n) { tag required { number later tag } } a: slow(number: $n) { tag } }",
        "query($n: Int!) { cells(from: $n) { tag fails { tag } failsLater may { must { number tag } } } }",
        "query($n: Int!) { cells(from: $n) { tag forgets next { forgets tag required { tag } } } }",
        "query($n: Int!) { cells(from: $n) { number tag } b: slow(number: $n) { next { tag next { tag next { tag } } } } }",
        "mutation($n: Int!) { a: touch(number: $n) { cell { tag next { tag } } } b: touch(number: $n) { cell { tag later } } }",
    ];

    [Fact]
    public async Task Requests_at_once_answer_what_each_answers_alone()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var patient = Executor(services, TimeSpan.FromSeconds(30));
        var impatient = Executor(services, TimeSpan.FromMilliseconds(4));
        var expected = new string[120];
        for (var n = 0; n < expected.Length; n++) expected[n] = (await Answer(patient, n))!;
        Assert.Contains(expected, answer => answer.Contains("NOT_FOUND", StringComparison.Ordinal));
        Assert.InRange(expected.Distinct().Count(), 90, expected.Length);

        var (cancelled, late, next) = (0, 0, -1);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(worker => Task.Run(async () =>
        {
            int request;
            while ((request = Interlocked.Increment(ref next)) < Requests)
            {
                var n = request * 7 % expected.Length;
                using var gone = new CancellationTokenSource();
                if (request % 5 == 1) gone.CancelAfter(TimeSpan.FromMilliseconds(request % 4));
                var answer = await Answer(request % 5 == 2 ? impatient : patient, n, gone.Token);
                if (answer is null) Interlocked.Increment(ref cancelled);
                else if (answer.Contains(ErrorCodes.Timeout, StringComparison.Ordinal)) Interlocked.Increment(ref late);
                else Assert.Equal(expected[n], answer);
            }
        }))).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.InRange(cancelled, 10, Requests / 5);
        Assert.InRange(late, 10, Requests / 5);
    }

    private static GraphQLExecutor Executor(IServiceProvider services, TimeSpan timeout)
    {
        var options = new GraphQLOptions { Timeout = timeout }.AddType(typeof(TagQueries)).AddType(typeof(TagMutations)).AddType(typeof(TaggedNode));
        return new(GraphQLSchema.Create(options), options, services);
    }

    /// <summary>Data as it is, and errors in an order of their own; null where the request was cancelled.</summary>
    private static async Task<string?> Answer(GraphQLExecutor executor, int n, CancellationToken cancellationToken = default)
    {
        try
        {
            var request = new GraphQLRequest { Query = Queries[n % Queries.Length], Variables = JsonSerializer.SerializeToElement(new { n }) };
            var result = await executor.ExecuteAsync(request, cancellationToken);
            using var answer = JsonDocument.Parse(result.ToJson());
            await result.DisposeAsync();
            await result.DisposeAsync();
            string[] errors = answer.RootElement.TryGetProperty("errors", out var given) ? [.. given.EnumerateArray().Select(error => error.GetRawText())] : [];
            Array.Sort(errors, StringComparer.Ordinal);
            return string.Join('\n', [answer.RootElement.TryGetProperty("data", out var data) ? data.GetRawText() : "", .. errors]);
        }
        catch (OperationCanceledException)
        {
            Assert.True(cancellationToken.IsCancellationRequested);
            return null;
        }
    }

    public sealed record Tagged(int Number);

    public sealed class TaggedByNumber : BatchDataLoader<int, Tagged>
    {
        protected override int MaxBatchSize => 15;

        protected override async Task<IReadOnlyDictionary<int, Tagged>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            if (keys[0] % 3 == 0) await Task.Delay(Math.Abs(keys[0] % 4), cancellationToken);
            else if (keys[0] % 3 == 1) await Task.Yield();
            return keys.Where(key => key % 6 != 5).ToDictionary(key => key, key => new Tagged(key));
        }
    }

    [QueryType]
    public static class TagQueries
    {
        public static IEnumerable<Tagged?> Cells(int from) => Enumerable.Range(from, 20).Select(number => number % 9 == 8 ? null : new Tagged(number));

        // Does not look at the token: it comes back long after a time-out.
        public static async Task<Tagged> Slow(int number)
        {
            await Task.Delay(number % 12);
            return new(number);
        }
    }

    [MutationType]
    public static class TagMutations
    {
        [Payload("cell")]
        public static async Task<Tagged> Touch(int number, TaggedByNumber cells)
        {
            await Task.Yield();
            return await cells.LoadAsync(number) ?? new(number);
        }
    }

    [ObjectType<Tagged>]
    public static class TaggedNode
    {
        /// <summary>Says whose request it is.</summary>
        public static string Tag([Parent] Tagged cell, ResolverContext context) => $"{context.Request.Variables.GetProperty("n").GetInt32()}-{cell.Number}";

        public static async Task<int> Later([Parent] Tagged cell)
        {
            await Task.Yield();
            return cell.Number;
        }

        public static Task<Tagged?> Next([Parent] Tagged cell, TaggedByNumber cells) => cells.LoadAsync(cell.Number + 1);

        public static Task<Tagged> Required([Parent] Tagged cell, TaggedByNumber cells) => cells.LoadRequiredAsync(cell.Number + 2);

        public static Tagged? May([Parent] Tagged cell) => cell;

        public static async Task<Tagged> Must([Parent] Tagged cell)
        {
            await Task.Yield();
            return cell.Number % 4 == 0 ? throw new GraphQLException($"none for {cell.Number}") : cell;
        }

        public static Tagged? Fails([Parent] Tagged cell) => cell.Number % 2 == 0 ? throw new GraphQLException($"{cell.Number} is even") : cell;

        public static async Task<int?> FailsLater([Parent] Tagged cell)
        {
            await Task.Delay(cell.Number % 3);
            return cell.Number % 3 == 0 ? throw new GraphQLException($"{cell.Number} can be divided") : cell.Number;
        }

        /// <summary>Leaves a load behind that asks when the request may be over, and its memory another's.</summary>
        public static int Forgets([Parent] Tagged cell, TaggedByNumber cells)
        {
            _ = Task.Run(async () =>
            {
                await Task.Delay(cell.Number % 5);
                try
                {
                    await cells.LoadAsync(-cell.Number - 1);
                }
                catch (InvalidOperationException)
                {
                    return;
                }
            });
            return cell.Number;
        }
    }
}
