using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Store.Shared;

/// <summary>The change log: appended to by the running command, read in order by whoever tells others.</summary>
public sealed class ChangeLog(StoreSession session) : IChangeLog, IChangeLogReader
{
    private const string MaxSequence = "SELECT ifnull(max(sequence), 0) FROM change_log";

    /// <summary>An event's own properties: those of every event have columns.</summary>
    private static readonly JsonSerializerOptions Facts = new(Columns.Json)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(type =>
        {
            var common = type.Properties.Where(p => typeof(DomainEvent).GetProperty(p.Name,
                System.Reflection.BindingFlags.IgnoreCase | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance) is not null);
            foreach (var property in typeof(DomainEvent).IsAssignableFrom(type.Type) ? common.ToList() : [])
            {
                type.Properties.Remove(property);
            }
        }),
    };

    public void Append(DomainEvent happened, Actor actor, DateTimeOffset at) =>
        session.Log(new(
            0, happened.PlantId, happened.Room, happened.Name, happened.SubjectId,
            JsonSerializer.Serialize(happened, happened.GetType(), Facts), actor.PersonId, at));

    public Task<long> LastSequence(CancellationToken cancellationToken) => Task.FromResult(session.Reading.Number(MaxSequence));

    public Task<IReadOnlyList<Change>> After(long sequence, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Change>>(session.Reading.List<Change>(
            "WHERE t.sequence > @after ORDER BY t.sequence LIMIT @limit", ("after", sequence), ("limit", limit)));

    public Task<Change?> LastOf(Guid subjectId, string room, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Change>(
            "WHERE t.subject_id = @subject AND t.room = @room ORDER BY t.sequence DESC LIMIT 1", ("subject", subjectId), ("room", room)));

    /// <summary>Writes the changes of a command, numbered after what is there; its transaction's lock keeps others from the same numbers.</summary>
    public static void Write(StoreConnection connection, IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var last = connection.Number(MaxSequence);
        foreach (var change in changes)
        {
            Table<Change>.Mapped.Insert(connection, change with { Sequence = ++last });
        }
    }
}
