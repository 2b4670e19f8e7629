using LogiPilot.GraphQL.Tests.Sample;
using LogiPilot.Tests;
using Xunit;
using Xunit.Abstractions;

namespace LogiPilot.GraphQL.Tests.Validation;

/// <summary>The cost is what the thread that answers works, whatever else the machine does meanwhile.</summary>
public sealed class AttackTests(ITestOutputHelper output)
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(50);
    private const long MostAllocated = 24 * 1024;

    [Fact]
    public async Task Every_known_attack_is_refused_with_its_code_at_a_bounded_cost()
    {
        await using var server = new Server(options => options.DocumentCacheSize = 0);
        var executor = server.Executor;
        var wrong = new List<string>();
        output.WriteLine($"{"attack",-44} {"characters",10} {"code",-26} {"ms",8} {"kB",8}");
        foreach (var attack in Attacks.All)
        {
            _ = attack.Json;
            var code = "";
            var allocated = long.MaxValue;
            var time = await MachineLock.BestOfThree(TimeSpan.Zero, () => Task.Run(() =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var started = ThreadTime.Now;
                var pending = executor.ExecuteAsync(new() { Query = attack.Document, Variables = attack.Json }).AsTask();
                var result = pending.GetAwaiter().GetResult();
                var elapsed = ThreadTime.Now - started;
                allocated = Math.Min(allocated, (GC.GetAllocatedBytesForCurrentThread() - before) / 1024);
                code = result.Errors.Count == 0 ? "" : result.Errors[0].Code ?? "?";
                return elapsed;
            }));
            output.WriteLine($"{attack.Name,-44} {attack.Document.Length + (attack.Variables?.Length ?? 0),10} {(code.Length == 0 ? "(answered)" : code),-26} {time.TotalMilliseconds,8:0.00} {allocated,8}");
            if (code != (attack.Code ?? "")) wrong.Add($"{attack.Name}: {(code.Length == 0 ? "answered" : code)}, expected {attack.Code ?? "an answer"}");
            if (time > MostTime) wrong.Add($"{attack.Name}: {time.TotalMilliseconds:0.0} ms");
            if (allocated > MostAllocated) wrong.Add($"{attack.Name}: {allocated} kB");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
