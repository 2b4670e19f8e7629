using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

public sealed class ParallelTests
{
    public sealed record Cell(int Number);

    public sealed class CellByNumber : BatchDataLoader<int, Cell>
    {
        protected override async Task<IReadOnlyDictionary<int, Cell>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await Task.Delay(keys[0] % 3, cancellationToken);
            return keys.ToDictionary(key => key, key => new Cell(key));
        }
    }

    [QueryType]
    public static class CellQueries
    {
        public static IEnumerable<Cell> Row(int from) => Enumerable.Range(from, 20).Select(number => new Cell(number));

        public static async Task<Cell> Slow(int number, CellByNumber cells, CancellationToken cancellationToken)
        {
            await Task.Delay(number % 5, cancellationToken);
            return await cells.LoadRequiredAsync(number, cancellationToken);
        }
    }

    [ObjectType<Cell>]
    public static class CellNode
    {
        public static Task<Cell?> Next([Parent] Cell cell, CellByNumber cells) => cells.LoadAsync(cell.Number + 1);

        public static async Task<int> Later([Parent] Cell cell)
        {
            await Task.Yield();
            return cell.Number;
        }
    }

    [Fact]
    public async Task Requests_in_parallel_keep_their_answers_apart()
    {
        var options = new GraphQLOptions().AddType(typeof(CellQueries)).AddType(typeof(CellNode));
        await using var services = new ServiceCollection().BuildServiceProvider();
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options, services);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            await using var result = await executor.ExecuteAsync(new()
            {
                Query = "query($n: Int!) { row(from: $n) { number next { number later next { later } } } a: slow(number: $n) { next { number } } b: slow(number: 7) { later } }",
                Variables = JsonSerializer.SerializeToElement(new { n }),
            });
            var row = string.Join(',', Enumerable.Range(n, 20).Select(i =>
                JsonSerializer.Serialize(new { number = i, next = new { number = i + 1, later = i + 1, next = new { later = i + 2 } } })));
            var slow = JsonSerializer.Serialize(new { next = new { number = n + 1 } });
            Assert.Equal("{\"data\":{\"row\":[" + row + "],\"a\":" + slow + ",\"b\":{\"later\":7}}}", result.ToJson());
        }));
    }
}
