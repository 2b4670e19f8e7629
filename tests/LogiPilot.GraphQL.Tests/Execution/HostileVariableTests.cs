using System.Text.Json;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

public sealed class HostileVariableTests
{
    private const int Megabytes = 7_000_000;

    public enum Way
    {
        In,
        Out,
    }

    public sealed record Step(string? Name, Way? Way, int? Count);

    [QueryType]
    public static class StepQueries
    {
        public static int Walk(Step step) => step.Count ?? 0;
    }

    public static TheoryData<string, string> Bombs
    {
        get
        {
            var unknown = string.Join(',', Enumerable.Range(0, 60).Select(i => $"\"u{i}\":1"));
            return new()
            {
                { "mistakes beside a long string", $"\"name\":\"{new string('x', Megabytes)}\",{unknown}" },
                { "mistakes beside a long string of escapes", $"\"name\":\"{string.Concat(Enumerable.Repeat("\\ud83d\\ude00", Megabytes / 12))}\",{unknown}" },
                { "mistakes beside a long name", $"\"{string.Concat(Enumerable.Repeat("é\\\"", Megabytes / 4))}\":1,{unknown}" },
                { "a long name of an enum value", $"\"way\":\"{new string('x', Megabytes)}\"" },
                { "a long number", $"\"count\":{new string('9', Megabytes)}" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_mistake_in_megabytes_of_variables_is_answered_at_once_and_in_short(string what, string step)
    {
        using var variables = JsonDocument.Parse($"{{\"s\":{{{step}}}}}");
        var options = new GraphQLOptions().AddType(typeof(StepQueries));
        var executor = new GraphQLExecutor(GraphQLSchema.Create(options), options);
        var request = new GraphQLRequest { Query = "query($s: Step!) { walk(step: $s) }", Variables = variables.RootElement };
        await using var first = await executor.ExecuteAsync(request);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await using var result = await executor.ExecuteAsync(request);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 150_000_000, $"{what}: {allocated} bytes");
        Assert.NotEmpty(result.Errors);
        Assert.InRange(result.ToJson().Length, 1_000, 500_000);
    }
}
