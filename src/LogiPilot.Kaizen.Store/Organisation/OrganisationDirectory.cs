using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Organisation;

/// <summary>
/// The organisation in memory. After a commit, of this process or another, the next who asks compares how often the
/// organisation was written, and loads it anew when that has changed.
/// </summary>
public sealed class OrganisationDirectory(IReadConnections connections, CommitSignal signal) : IDirectory
{
    private readonly Lock _loading = new();
    private Kept? _kept;

    public ValueTask<OrganisationPicture> Current(CancellationToken cancellationToken)
    {
        var commits = signal.Count;
        var kept = Volatile.Read(ref _kept);
        if (kept?.Commits == commits)
        {
            return new(kept.Picture);
        }

        lock (_loading)
        {
            kept = _kept;
            if (kept is null || kept.Commits < commits)
            {
                kept = Load(kept, commits);
                Volatile.Write(ref _kept, kept);
            }

            return new(kept.Picture);
        }
    }

    private Kept Load(Kept? before, long commits)
    {
        var connection = connections.Rent();
        try
        {
            // Writes first: what is written in between is noticed again, never missed.
            var writes = connection.Number(OrganisationStore.WritesSql);
            return before?.Writes == writes
                ? before with { Commits = commits }
                : new(commits, writes, new(
                    connection.List<Plant>(OrganisationStore.PlantsInOrder),
                    connection.List<Place>(OrganisationStore.PlacesInOrder),
                    connection.List<Person>("ORDER BY t.name"),
                    connection.List<PlantCalendar>(""),
                    connection.List<Team>(CalendarStore.TeamsInOrder),
                    connection.List<Absence>("")));
        }
        finally
        {
            connections.Return(connection);
        }
    }

    private sealed record Kept(long Commits, long Writes, OrganisationPicture Picture);
}
