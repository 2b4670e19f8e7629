using System.Security.Claims;
using System.Text.Json;
using LogiPilot.GraphQL.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

/// <summary>Subscriptions in process: the specification's CreateSourceEventStream and MapSourceToResponseEvent.</summary>
public sealed class SubscriptionTests : IAsyncDisposable
{
    private readonly Kitchen _kitchen = new();
    private readonly Library _library = new();
    private readonly List<ServiceProvider> _services = [];

    private GraphQLExecutor Executor(Action<GraphQLOptions>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton(_kitchen).AddSingleton(_library).AddScoped<Portion>();
        services.AddGraphQL(options =>
        {
            options.AddType(typeof(KitchenQueries)).AddType(typeof(KitchenMutations)).AddType(typeof(KitchenSubscriptions));
            configure?.Invoke(options);
        });
        _services.Add(services.BuildServiceProvider());
        return _services[^1].GetRequiredService<GraphQLExecutor>();
    }

    private static GraphQLRequest Request(string query, object? variables = null) => new()
    {
        Query = query,
        Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables),
        User = new(new ClaimsIdentity([new(ClaimTypes.Name, "!")], "test")),
    };

    private static async Task<List<string>> All(GraphQLExecutor executor, string query, object? variables = null)
    {
        var answers = new List<string>();
        await foreach (var answer in await executor.SubscribeAsync(Request(query, variables))) answers.Add(answer.ToJson());
        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var provider in _services) await provider.DisposeAsync();
    }

    [Fact]
    public async Task Each_event_is_answered_with_what_was_selected()
    {
        Assert.Equal(
            ["""{"data":{"dish":{"name":"soup","cook":{"name":"Ursula K. Le Guin"}}}}""", """{"data":{"dish":null}}""", """{"data":{"dish":{"name":"stew","cook":{"name":"Agatha \"Queen\" Christie"}}}}"""],
            await All(Executor(), "subscription { dish: menu { name cook { name } } }"));
        // A batch an event: the loaders of one answer are not those of another.
        Assert.Equal([[Library.Ursula], [Library.Agatha]], _library.Batches);
        Assert.Equal(["""{"data":{"later":"go!"}}""", """{"data":{"later":"go!"}}"""], await All(Executor(), "subscription($w: String!) { later(word: $w) }", new { w = "go" }));
    }

    [Fact]
    public async Task The_source_keeps_its_scope_until_it_has_ended()
    {
        var executor = Executor();
        Assert.Equal(["""{"data":{"count":1}}""", """{"data":{"count":2}}"""], await All(executor, "subscription { count(to: 2) }"));
        Assert.Equal(["count ended", "scope ended"], _kitchen.Trace);
        Assert.Equal(0, executor.SubscriptionCount);
    }

    [Theory]
    [InlineData("subscription { later(word: \"no\") }", "WORD", "later")]
    [InlineData("subscription { nothing }", ErrorCodes.Validation, null)]
    [InlineData("subscription {", ErrorCodes.Syntax, null)]
    [InlineData("subscription($n: Int!) { count(to: $n) }", ErrorCodes.BadInput, null)]
    [InlineData("subscription { a: count b: count }", ErrorCodes.Validation, null)]
    [InlineData("{ nothing }", ErrorCodes.Validation, null)]
    public async Task What_goes_wrong_before_the_first_event_is_one_answer_without_data(string query, string code, string? path)
    {
        var executor = Executor();
        await using var stream = await executor.SubscribeAsync(Request(query));
        Assert.NotEmpty(stream.Refusal);
        using var answer = JsonDocument.Parse(Assert.Single(await All(executor, query)));
        Assert.False(answer.RootElement.TryGetProperty("data", out _));
        var error = answer.RootElement.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        if (path is not null) Assert.Equal(path, error.GetProperty("path")[0].GetString());
        Assert.Equal(0, executor.SubscriptionCount);
    }

    [Fact]
    public async Task An_error_in_an_event_does_not_end_the_stream_and_an_error_of_the_source_does()
    {
        var answers = await All(Executor(), "subscription { menu { number failing } }");
        Assert.Equal(3, answers.Count);
        Assert.Contains("\"code\":\"BURNT\"", answers[0], StringComparison.Ordinal);
        Assert.EndsWith("""{"menu":{"number":2,"failing":null}}}""", answers[2], StringComparison.Ordinal);

        answers = await All(Executor(), "subscription { x: breaks(known: true) }");
        Assert.Equal(["""{"data":{"x":1}}""", """{"errors":[{"message":"Out of gas.","locations":[{"line":1,"column":16}],"path":["x"],"extensions":{"code":"GAS"}}]}"""], answers);
        answers = await All(Executor(), "subscription { breaks(known: false) }");
        Assert.Contains("Internal error", answers[1], StringComparison.Ordinal);
        Assert.DoesNotContain("1234", answers[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_listening_ends_the_source()
    {
        var executor = Executor();
        await foreach (var answer in await executor.SubscribeAsync(Request("subscription { endless }"))) break;
        Assert.Equal(["endless ended"], _kitchen.Trace);

        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var answer in await executor.SubscribeAsync(Request("subscription { endless }"), stop.Token)) await stop.CancelAsync();
        });
        Assert.Equal(["endless ended", "endless ended"], _kitchen.Trace);
    }

    [Fact]
    public async Task A_source_that_looks_at_no_token_is_left_to_itself()
    {
        var executor = Executor();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var answer in await executor.SubscribeAsync(Request("subscription { stubborn }"), stop.Token)) stop.CancelAfter(20);
        });
        Assert.Equal(1, executor.SubscriptionCount);
        _kitchen.IsClosed = true;
        await _kitchen.Until(_ => executor.SubscriptionCount == 0);
        Assert.True(_kitchen.HasNoted("stubborn came back"));
    }

    [Fact]
    public async Task The_time_limit_is_of_each_event_and_of_finding_the_source()
    {
        var executor = Executor(options => options.Timeout = TimeSpan.FromMilliseconds(400));
        var answers = await All(executor, "subscription { menu { number slow } }");
        Assert.Equal(3, answers.Count);
        Assert.Contains("\"code\":\"TIMEOUT\"", answers[0], StringComparison.Ordinal);
        Assert.EndsWith("\"data\":null}", answers[0], StringComparison.Ordinal);
        Assert.Equal("""{"data":{"menu":null}}""", answers[1]);
        Assert.Contains("\"code\":\"TIMEOUT\"", Assert.Single(await All(executor, "subscription { never }")), StringComparison.Ordinal);
        using var stop = new CancellationTokenSource();
        var count = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var answer in await executor.SubscribeAsync(Request("subscription { endless }"), stop.Token))
            {
                count++;
                stop.CancelAfter(800);
            }
        });
        Assert.True(stop.IsCancellationRequested, "the stream itself has no time limit");
        Assert.Equal(1, count);
    }

    [Fact]
    public async Task The_guard_is_asked_when_subscribing_and_before_each_event()
    {
        var asked = 0;
        var allowed = 3;
        var executor = Executor(options => options.Guard = field => field.Name == "guarded"
            ? _ => new(Interlocked.Increment(ref asked) <= allowed ? null : new GraphQLException("Signed out.", "FORBIDDEN"))
            : null);
        var answers = await All(executor, "subscription { guarded }");
        Assert.Equal(["""{"data":{"guarded":0}}""", """{"data":{"guarded":1}}""", """{"errors":[{"message":"Signed out.","locations":[{"line":1,"column":16}],"path":["guarded"],"extensions":{"code":"FORBIDDEN"}}]}"""], answers);
        await using var refused = await executor.SubscribeAsync(Request("subscription { guarded }"));
        Assert.Equal("FORBIDDEN", Assert.Single(refused.Refusal).Code);
    }

    [Fact]
    public async Task A_guard_that_takes_too_long_before_an_event_ends_the_stream_and_says_so()
    {
        var asked = 0;
        var executor = Executor(options =>
        {
            options.Timeout = TimeSpan.FromMilliseconds(400);
            options.Guard = field => field.Name == "guarded" ? access => Interlocked.Increment(ref asked) == 1 ? default : new(Never()) : null;
        });
        Assert.Contains("\"code\":\"TIMEOUT\"", Assert.Single(await All(executor, "subscription { guarded }").WaitAsync(TimeSpan.FromSeconds(20))), StringComparison.Ordinal);
        Assert.Equal(0, executor.SubscriptionCount);

        static async Task<GraphQLException?> Never()
        {
            await Task.Delay(Timeout.Infinite);
            return null;
        }
    }

    [SubscriptionType]
    private static class Noise
    {
        /// <summary>Looks at no token and never waits.</summary>
        public static async IAsyncEnumerable<int> Deaf()
        {
            while (true) yield return 1;
#pragma warning disable CS0162 // An iterator that waits for nothing is what is to be tested.
            await Task.CompletedTask;
#pragma warning restore CS0162
        }

        public static async IAsyncEnumerable<int> Trips([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var fall = cancellationToken.Register(() => throw new InvalidOperationException("tripped"));
            yield return 1;
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        public static async IAsyncEnumerable<int> Complains([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                yield return 1;
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    [Fact]
    public async Task Sources_end_when_told_to_however_they_take_it()
    {
        var executor = Executor(options => options.AddType(typeof(Noise)));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var count = 0;
            await foreach (var answer in await executor.SubscribeAsync(Request("subscription { deaf }"), stop.Token))
            {
                if (++count == 10) await stop.CancelAsync();
                if (count == 1_000) break;
            }
        });
        await foreach (var answer in await executor.SubscribeAsync(Request("subscription { complains }"))) break;
        await foreach (var answer in await executor.SubscribeAsync(Request("subscription { trips }"))) break;
        Assert.Equal(0, executor.SubscriptionCount);
    }

    [Fact]
    public async Task Queries_and_mutations_give_one_answer_and_a_subscription_is_not_executed()
    {
        var executor = Executor(options => options.Subscriptions.Max = 1);
        Assert.Equal(["""{"data":{"menu":"soup"}}"""], await All(executor, "{ menu }"));
        Assert.Equal(["""{"data":{"cook":{"number":7}}}"""], await All(executor, "mutation { cook(input: { number: 7 }) { number } }"));
        await using var result = await executor.ExecuteAsync(Request("subscription { count }"));
        Assert.Equal("A subscription has many answers: call SubscribeAsync.", Assert.Single(result.Errors).Message);
        await using var first = await executor.SubscribeAsync(Request("subscription { endless }"));
        Assert.Contains("\"code\":\"LIMIT\"", Assert.Single(await All(executor, "subscription { count }")), StringComparison.Ordinal);
        await first.DisposeAsync();
        Assert.Equal(3, (await All(executor, "subscription { count }")).Count);
    }
}
