using Xunit;
using Xunit.Abstractions;

namespace LogiPilot.GraphQL.Tests.Fuzz;

public sealed class FuzzTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Random_and_damaged_documents_give_answers_and_errors_of_GraphQL_and_none_takes_long()
    {
        var findings = await FuzzRun.Run(seed: 2026, count: 20_000);
        output.WriteLine(findings.ToString());
        Assert.True(findings.Failures.Count == 0, string.Join("\n\n", findings.Failures));
        Assert.True(findings.Slow.Count == 0, string.Join("\n\n", findings.Slow));
        // A run in which next to nothing is valid, or next to nothing is refused, would show little.
        Assert.InRange(findings.Executed, 3_000, 15_000);
        foreach (var code in new[] { ErrorCodes.Syntax, ErrorCodes.Validation, ErrorCodes.BadInput })
            Assert.True(findings.Of(code) > 200, $"{code}: {findings.Of(code)}");
    }
}
