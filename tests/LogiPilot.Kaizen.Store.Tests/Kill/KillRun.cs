using System.Diagnostics;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Tests.Contracts;
using LogiPilot.Kaizen.Store.Tests.Sqlite;

namespace LogiPilot.Kaizen.Store.Tests.Kill;

/// <summary>What was found after the kills: nothing missing, no gap, or the test fails.</summary>
public sealed record KillFindings(int Kills, int Acknowledged, int Kept, IReadOnlyList<Guid> Missing, bool HasGap, bool IsWhole);

/// <summary>
/// A process under write load is killed with SIGKILL, again and again on one data folder, each time at another moment. Whatever
/// it acknowledged is there, the change log has no gap, the database opens and is whole.
/// </summary>
public static class KillRun
{
    public static async Task<KillFindings> Run(int kills, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("kaizen-kill-").FullName;
        try
        {
            var moments = new Random(seed);
            var acknowledged = new List<Guid>();
            for (var kill = 0; kill < kills; kill++)
            {
                acknowledged.AddRange(await WriteAndKill(folder, TimeSpan.FromMilliseconds(moments.Next(50, 800))));
            }

            return await Look(folder, kills, acknowledged);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<Guid>> WriteAndKill(string folder, TimeSpan after)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(KillRun).Assembly.Location);
        start.ArgumentList.Add(WriteUntilKilled.Command);
        start.ArgumentList.Add(folder);
        using var process = Process.Start(start)!;
        var acknowledged = new List<Guid>();
        if (await process.StandardOutput.ReadLineAsync() is { } first)
        {
            acknowledged.Add(Guid.Parse(first));
            var killed = Task.Run(async () =>
            {
                await Task.Delay(after);
                process.Kill();
            });
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                // The last line may have been cut by the kill.
                if (Guid.TryParse(line, out var id))
                {
                    acknowledged.Add(id);
                }
            }

            await killed;
        }

        await process.WaitForExitAsync();
        return acknowledged;
    }

    private static async Task<KillFindings> Look(string folder, int kills, List<Guid> acknowledged)
    {
        await using var store = new SqliteStore(folder);
        var alerts = await store.Ask((IAlertReader r) => r.Open([Samples.Plant], default));
        var timelines = await store.Ask((IAlertReader r) => r.Timelines([.. alerts.Select(a => a.Id)], default));
        var changes = await store.Ask((IChangeLogReader l) => l.After(0, int.MaxValue, default));
        var kept = alerts.Select(a => a.Id).ToHashSet();
        var logged = changes.Select(c => c.SubjectId).ToHashSet();
        var missing = acknowledged.Where(id => !kept.Contains(id) || !logged.Contains(id) || timelines[id].Count != 1);
        var hasGap = changes.Where((c, i) => c.Sequence != i + 1).Any() || changes.Count != alerts.Count
            || alerts.Select(a => a.Number).Distinct(StringComparer.Ordinal).Count() != alerts.Count;
        var connection = store.Database.Rent();
        var isWhole = connection.Rows("PRAGMA integrity_check", r => r.GetString(0)) is ["ok"];
        store.Database.Return(connection);
        return new(kills, acknowledged.Count, alerts.Count, [.. missing], hasGap, isWhole);
    }
}
