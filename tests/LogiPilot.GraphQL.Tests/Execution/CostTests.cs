using System.Buffers;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

public sealed class CostTests
{
    public sealed record Cell(Guid Id, string Name, decimal Price, DateTimeOffset At, int? Count, bool Open);

    public sealed record Row(string Code, IReadOnlyList<Cell> Cells);

    [QueryType]
    public static class TableQueries
    {
        private static readonly Row[] Table =
        [
            .. Enumerable.Range(0, 10).Select(row => new Row($"R{row}",
                [.. Enumerable.Range(0, 10).Select(i => new Cell(Guid.Empty, $"Cell {i}", i * 1.5m, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), i, i % 2 == 0))])),
        ];

        public static IReadOnlyList<Row> Rows() => Table;
    }

    [Fact]
    public void A_hot_query_of_objects_in_memory_allocates_little_more_than_nothing()
    {
        var options = new GraphQLOptions().AddType(typeof(TableQueries));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options);
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            for (var i = 0; i < 50; i++) Run();
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++) Run();
            allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 100;
            Assert.InRange(output.WrittenCount, 8_000, 16_000);
            Assert.True(allocated < 4_000, $"{allocated} bytes for an answer of {output.WrittenCount}");
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        void Run()
        {
            output.ResetWrittenCount();
            // Nothing here is asynchronous, so the answer is there when the call returns.
            var pending = executor.ExecuteAsync(new() { Query = "{ rows { code cells { id name price at count open } } }" });
            Assert.True(pending.IsCompletedSuccessfully);
            var result = pending.GetAwaiter().GetResult();
            result.WriteTo(output);
            Assert.True(result.DisposeAsync().IsCompletedSuccessfully);
        }
    }
}
