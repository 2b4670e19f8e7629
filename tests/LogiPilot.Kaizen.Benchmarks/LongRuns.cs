using LogiPilot.Kaizen.Store.Tests.Kill;

namespace LogiPilot.Kaizen.Benchmarks;

/// <summary>The counts that are too long for every test run: what runs there as a seeded tenth runs here in full.</summary>
internal static class LongRuns
{
    private const int Kills = 20;

    public static async Task<int> Run()
    {
        var findings = await KillRun.Run(Kills, seed: 2026);
        Console.WriteLine(
            $"{findings.Kills} kills under write load: {findings.Acknowledged} writes acknowledged, {findings.Missing.Count} missing, "
            + $"{findings.Kept} kept, gap in the change log: {findings.HasGap}, database whole: {findings.IsWhole}");
        return findings.Missing.Count == 0 && !findings.HasGap && findings.IsWhole ? 0 : 1;
    }
}
