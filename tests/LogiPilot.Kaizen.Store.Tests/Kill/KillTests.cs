using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Kill;

/// <summary>A seeded tenth of the long run.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Whatever_a_killed_process_acknowledged_is_there_and_the_log_has_no_gap()
    {
        var findings = await KillRun.Run(kills: 3, seed: 2026);

        Assert.True(findings.Acknowledged > 100, $"Only {findings.Acknowledged} writes were acknowledged.");
        Assert.True(findings.Kept >= findings.Acknowledged);
        Assert.Empty(findings.Missing);
        Assert.False(findings.HasGap);
        Assert.True(findings.IsWhole);
    }
}
