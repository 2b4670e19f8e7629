using System.Diagnostics.Metrics;
using LogiPilot.GraphQL.Tests.Sample;
using LogiPilot.GraphQL.Tests.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Observability;

public sealed class MetricTests : IAsyncDisposable
{
    private readonly Measured _measured;
    private readonly Server _server;

    public MetricTests()
    {
        _server = new(
            options =>
            {
                options.SlowResolverThreshold = TimeSpan.FromMilliseconds(1);
                options.AddType(typeof(KitchenSubscriptions));
            },
            services => services.AddMetrics().AddSingleton(new Kitchen()).AddScoped<Portion>());
        _measured = new(_server.Services.GetRequiredService<IMeterFactory>());
    }

    public ValueTask DisposeAsync()
    {
        _measured.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task Operations_are_timed_by_type_name_and_outcome()
    {
        for (var i = 0; i < 2; i++) await _server.Data("query Titles { allBooks { title } }");
        await _server.Json("{ fail }");
        await _server.Json("{ nothing }");
        await _server.Data("mutation { reset { done } }");
        Assert.Equal(
            [
                "graphql.operation.type=query graphql.operation.name=_OTHER",
                "graphql.operation.type=query graphql.operation.name=Titles",
                "graphql.operation.type=query error.type=INTERNAL",
                "error.type=GRAPHQL_VALIDATION_FAILED",
                "graphql.operation.type=mutation",
            ],
            _measured.TagsOf("graphql.server.operation.duration"));
        Assert.All(_measured.ValuesOf("graphql.server.operation.duration"), seconds => Assert.InRange(seconds, 0, 30));
        Assert.Equal(["error.type=INTERNAL", "error.type=GRAPHQL_VALIDATION_FAILED"], _measured.TagsOf("graphql.server.errors"));
    }

    [Fact]
    public async Task Names_that_clients_invent_make_no_more_time_series_than_a_bounded_number()
    {
        for (var i = 0; i < 300; i++) await _server.Data($"query Once{i} {{ version }}");
        Assert.Equal(["graphql.operation.type=query graphql.operation.name=_OTHER"], _measured.TagsOf("graphql.server.operation.duration").Distinct());
        for (var i = 0; i < 300; i++) await _server.Data($"query Once{i} {{ version }}");
        Assert.Equal(201, _measured.TagsOf("graphql.server.operation.duration").Distinct().Count());
    }

    [Fact]
    public async Task Lookups_of_documents_batches_and_slow_resolvers_are_measured()
    {
        for (var i = 0; i < 3; i++) await _server.Data("{ allBooks { author { name } } }");
        Assert.Equal(["miss", "hit", "hit"], _measured.TagsOf("graphql.server.document.cache.lookups").Select(tags => tags.Split('=')[1]));
        Assert.Equal([3, 3, 3], _measured.ValuesOf("graphql.server.loader.batch.size"));
        Assert.Equal("graphql.loader.name=AuthorById", _measured.TagsOf("graphql.server.loader.batch.size")[0]);
        await _server.Json("mutation { addAuthor(input: { name: \"A\" }) { author { name } } }");
        Assert.Contains("graphql.field.name=Mutation.addAuthor", _measured.TagsOf("graphql.server.resolver.slow.duration"));
    }

    [Fact]
    public async Task Subscriptions_are_counted_while_they_run_and_their_events_timed()
    {
        await using (var stream = await _server.Executor.SubscribeAsync(new() { Query = "subscription Ends { menu { name } }" }))
        {
            Assert.Equal([1], _measured.ValuesOf("graphql.server.subscriptions.active"));
            var answers = 0;
            await foreach (var answer in stream) answers++;
            Assert.Equal(answers + 1, _measured.TagsOf("graphql.server.operation.duration").Count(tags => tags.StartsWith("graphql.operation.type=subscription", StringComparison.Ordinal)));
        }
        Assert.Equal([1, -1], _measured.ValuesOf("graphql.server.subscriptions.active"));
    }
}
