using LogiPilot.Kaizen.Store.Shared;
using Microsoft.Extensions.Hosting;

namespace LogiPilot.Kaizen.Store.Sqlite;

/// <summary>Notices what other processes commit, four times a second, and signals it here.</summary>
internal sealed class CommitWatch(SqliteDatabase database, CommitSignal signal) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A connection of its own: SQLite counts for each connection the commits of all the others.
        using var connection = database.OpenReader();
        var seen = DataVersion();
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (DataVersion() is var present && present != seen)
            {
                seen = present;
                signal.Committed();
            }
        }

        long DataVersion() => connection.Number("PRAGMA data_version");
    }
}
