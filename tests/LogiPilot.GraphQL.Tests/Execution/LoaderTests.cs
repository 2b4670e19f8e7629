using LogiPilot.GraphQL.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

public sealed class LoaderTests
{
    [Fact]
    public async Task Keys_of_the_whole_tree_make_one_batch_and_each_is_asked_once()
    {
        await using var server = new Server();
        var data = await server.Data("{ a: allBooks { author { name } } books { nodes { author { name } requiredAuthor @skip(if: true) { id } } } }");
        Assert.Contains("\"author\":null", data, StringComparison.Ordinal);
        // The list in memory and the page that comes later are two waves, and the second asks for nothing new.
        Assert.Equal([Library.Ursula, Library.Agatha, Guid.Empty], Assert.Single(server.Library.Batches));
    }

    [Fact]
    public async Task Each_level_of_the_tree_is_one_batch()
    {
        await using var server = new Server();
        Assert.Equal(
            """{"allBooks":[{"author":{"books":[{"title":"The Dispossessed"}]}},{"author":{"books":[{"title":"Curtain"}]}},{"author":null}]}""",
            await server.Data("{ allBooks { author { books { title } } } }"));
        Assert.Single(server.Library.Batches);
    }

    [Fact]
    public async Task A_mutation_forgets_what_was_loaded_before_it()
    {
        await using var server = new Server();
        await server.Data("mutation { a: importAuthors(input: { names: [] }) { authors { books { author { name } } } } b: importAuthors(input: { names: [] }) { authors { books { author { name } } } } }");
        Assert.Equal(2, server.Library.Batches.Count);
    }

    [Fact]
    public async Task A_batch_that_fails_fails_each_of_its_fields()
    {
        var options = new GraphQLOptions().AddType(typeof(BrokenQueries));
        await using var services = new ServiceCollection().BuildServiceProvider();
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options, services);
        await using var result = await executor.ExecuteAsync(new() { Query = "{ a: broken(key: 1) b: broken(key: 2) c: broken(key: 3) }" });
        Assert.Equal("""{"a":null,"b":null,"c":null}""", System.Text.Json.Nodes.JsonNode.Parse(result.ToJson())!["data"]!.ToJsonString());
        Assert.Equal(["a", "b", "c"], result.Errors.Select(error => error.Path![0]).Order());
        Assert.All(result.Errors, error => Assert.Equal("Internal error", error.Message));
    }

    [Fact]
    public async Task A_required_value_that_is_not_there_is_an_error_where_its_type_has_no_null_too()
    {
        var options = new GraphQLOptions().AddType(typeof(StockQueries));
        await using var services = new ServiceCollection().BuildServiceProvider();
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options, services);
        await using var result = await executor.ExecuteAsync(new() { Query = "{ here: stock(key: 0) gone: stock(key: 1) again: stockTwice(key: 1) twice: stockTwice(key: 0) }" });
        Assert.Equal("""{"here":0,"gone":null,"again":null,"twice":0}""", System.Text.Json.Nodes.JsonNode.Parse(result.ToJson())!["data"]!.ToJsonString());
        Assert.All(result.Errors, error => Assert.Equal(ErrorCodes.NotFound, error.Code));
    }

    [QueryType]
    private static class StockQueries
    {
        public static async Task<int?> Stock(int key, StockByKey stocks) => await stocks.LoadRequiredAsync(key);

        // Asks for what is known by then.
        public static async Task<int?> StockTwice(int key, StockByKey stocks)
        {
            await stocks.LoadAsync(key);
            return await stocks.LoadRequiredAsync(key);
        }
    }

    private sealed class StockByKey : BatchDataLoader<int, int>
    {
        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, int>>(keys.Where(key => key == 0).ToDictionary(key => key));
    }

    [QueryType]
    private static class BrokenQueries
    {
        public static Task<string?> Broken(int key, BrokenLoader loader) => loader.LoadAsync(key);
    }

    private sealed class BrokenLoader : BatchDataLoader<int, string>
    {
        protected override int MaxBatchSize => 2;

        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"{keys.Count} keys");
    }
}
