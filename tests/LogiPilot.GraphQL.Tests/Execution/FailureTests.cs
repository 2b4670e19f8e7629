using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

/// <summary>Whatever code of the application throws, wherever it is called, the request is answered and what it held is given back.</summary>
public sealed class FailureTests
{
    public sealed class Range
    {
        public Range(int from, int to)
        {
            if (from > to) throw new ArgumentException("words for the developer", nameof(from));
            (From, To) = (from, to);
        }

        public int From { get; }

        public int To { get; }
    }

    public sealed class Unwilling : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("words for the developer");
    }

    public sealed class Willing(List<string> log) : IDisposable
    {
        public void Dispose()
        {
            lock (log) log.Add("disposed");
        }
    }

    public sealed class ValuesThatThrow : BatchDataLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, string>>(new Found());

        private sealed class Found : IReadOnlyDictionary<int, string>
        {
            public int Count => 1;

            public IEnumerable<int> Keys => [1];

            public IEnumerable<string> Values => ["one"];

            public string this[int key] => throw new InvalidOperationException();

            public bool ContainsKey(int key) => true;

            public bool TryGetValue(int key, out string value) => key == 1 ? (value = "one") is not null : throw new InvalidOperationException("words for the developer");

            public IEnumerator<KeyValuePair<int, string>> GetEnumerator() => throw new InvalidOperationException();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }
    }

    public sealed class WithoutSize : BatchDataLoader<int, string>
    {
        private readonly int _size = 10;

        protected override int MaxBatchSize => _size;

        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(key => key, key => $"{key}"));
    }

    [QueryType]
    public static class FailingQueries
    {
        public static int? Width(Range range) => range.To - range.From;

        public static string Held([Service] Unwilling unwilling) => nameof(Held).ToLowerInvariant() + (unwilling is null);

        public static string Kept([Service] Willing willing) => nameof(Kept).ToLowerInvariant() + (willing is null);

        public static Task<string?> Value(int key, ValuesThatThrow values) => values.LoadAsync(key);

        public static Task<string?> Unsized(WithoutSize values) => values.LoadAsync(1);
    }

    [Theory]
    [InlineData("{ width(range: { from: 3, to: 1 }) kept }", null, """{"width":null,"kept":"keptFalse"}""")]
    [InlineData("query($r: Range!) { width(range: $r) }", """{"r":{"from":3,"to":1}}""", null)]
    [InlineData("{ value(key: 2) other: value(key: 1) kept }", null, """{"value":null,"other":"one","kept":"keptFalse"}""")]
    [InlineData("{ unsized kept }", null, """{"unsized":null,"kept":"keptFalse"}""")]
    [InlineData("{ held kept }", null, """{"held":"heldFalse","kept":"keptFalse"}""")]
    public async Task What_throws_fails_its_field_and_not_the_request(string query, string? variables, string? data)
    {
        var log = new List<string>();
        await using var services = new ServiceCollection().AddSingleton(log).AddScoped<Unwilling>().AddScoped<Willing>().BuildServiceProvider();
        var options = new GraphQLOptions { Timeout = TimeSpan.FromSeconds(5) }.AddType(typeof(FailingQueries));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options, services);

        string json;
        await using (var result = await executor.ExecuteAsync(new() { Query = query, Variables = variables is null ? default : JsonDocument.Parse(variables).RootElement }))
            json = result.ToJson();

        using var answer = JsonDocument.Parse(json);
        Assert.Equal(data, answer.RootElement.TryGetProperty("data", out var given) ? given.GetRawText() : null);
        Assert.DoesNotContain("words for the developer", json, StringComparison.Ordinal);
        var isHeld = query.Contains("held", StringComparison.Ordinal);
        Assert.Equal(isHeld ? null : "INTERNAL", answer.RootElement.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null);
        Assert.Equal(data is null ? 0 : 1, log.Count);
    }
}
