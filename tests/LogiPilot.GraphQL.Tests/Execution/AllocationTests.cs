using System.Buffers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

/// <summary>What the whole process allocates or keeps is counted, so nothing else runs meanwhile.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class AloneCollection;

[Collection("Alone")]
public sealed class AllocationTests : IAsyncDisposable
{
    public sealed record Cell(Guid Id, string Name, decimal Price, DateTimeOffset At, int? Count, bool Open);

    public sealed record Row(int Number, IReadOnlyList<Cell> Cells);

    public sealed record Place(int Key, string Name);

    [QueryType]
    public static class TableQueries
    {
        private static readonly Cell[] Cells =
            [.. Enumerable.Range(0, 5_000).Select(i => new Cell(Guid.Empty, $"Cell {i}", i * 1.5m, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), i, i % 2 == 0))];

        private static readonly Row[] Table = [.. Enumerable.Range(0, 50).Select(row => new Row(row, new ArraySegment<Cell>(Cells, row, 4)))];

        public static IReadOnlyList<Row> Rows() => Table;

        public static IReadOnlyList<Cell> AllCells() => Cells;
    }

    [ObjectType<Row>]
    public static class RowNode
    {
        public static Task<Place> Origin([Parent] Row row, PlaceByKey places) => places.LoadRequiredAsync(row.Number % 20);

        public static Task<Place?> Target([Parent] Row row, PlaceByKey places) => places.LoadAsync(row.Number + 1_000);
    }

    [ObjectType<Place>]
    public static class PlaceNode
    {
        public static Task<Place?> Next([Parent] Place place, NextPlace places) => places.LoadAsync(place.Key);
    }

    public class PlaceByKey : BatchDataLoader<int, Place>
    {
        protected override async Task<IReadOnlyDictionary<int, Place>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var found = new Dictionary<int, Place>(keys.Count);
            foreach (var key in keys) found[key] = Known[key];
            return found;
        }

        private static readonly Dictionary<int, Place> Known = Enumerable.Range(0, 2_000).ToDictionary(key => key, key => new Place(key, $"Place {key}"));
    }

    public sealed class NextPlace : PlaceByKey;

    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly ArrayBufferWriter<byte> _output = new(1 << 20);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Theory]
    [InlineData("objects in memory", "{ rows { number cells { id name price at count open } } }", 20_000)]
    [InlineData("fifty objects whose fields come from data loaders", "{ rows { number origin { key name next { name } } target { key name next { key name } } cells { name count } } }", 10_000)]
    [InlineData("five thousand objects of five scalars", "{ allCells { id name price count open } }", 400_000)]
    [InlineData("introspection", "{ __schema { types { kind name description fields(includeDeprecated: true) { name args { name type { ...T } } type { ...T } } enumValues { name } } } } fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }", 8_000)]
    public async Task A_hot_query_allocates_little_more_than_its_answer(string of, string query, int atLeast)
    {
        var options = new GraphQLOptions().AddType(typeof(TableQueries)).AddType(typeof(RowNode)).AddType(typeof(PlaceNode));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options, _services);
        var least = long.MaxValue;
        // What the runtime does beside it is counted too, so the best of some rounds is what the query costs.
        await Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++) await Run();
            for (var round = 0; round < 5; round++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                for (var i = 0; i < 20; i++) await Run();
                least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / 20);
            }
        });
        Assert.InRange(_output.WrittenCount, atLeast, 20 * atLeast);
        Assert.True(least <= (2 * _output.WrittenCount) + 4_096, $"{of}: {least} bytes for an answer of {_output.WrittenCount}");

        async Task Run()
        {
            _output.ResetWrittenCount();
            await using var result = await executor.ExecuteAsync(new() { Query = query });
            Assert.Empty(result.Errors);
            result.WriteTo(_output);
        }
    }
}
