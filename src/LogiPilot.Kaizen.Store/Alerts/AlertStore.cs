using System.Globalization;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Alerts;

/// <inheritdoc cref="IAlertStore"/>
public sealed class AlertStore(StoreSession session) : IAlertStore
{
    /// <summary>Word for word the condition of the indexes on open alerts alone: that is how SQLite knows that it may use them.</summary>
    internal const string IsOpen = "t.state IN ('RAISED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'SHELVED')";

    public Task<Alert?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Alert>("WHERE t.id = @id", ("id", id)));

    public Task<IReadOnlyList<Alert>> OpenOn(Guid plantId, AlertKey key, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Alert>>(session.Reading.List<Alert>(
            $"INDEXED BY alerts_open_problem WHERE t.problem_key = @key AND {IsOpen} ORDER BY t.last_seen_at DESC, t.id DESC",
            ("key", AlertTables.KeyOf(plantId, key))));

    public Task<Alert?> LastOn(Guid plantId, AlertKey key, CancellationToken cancellationToken) =>
        OpenElseLast("alerts_open_problem", "t.problem_key = @key", ("key", AlertTables.KeyOf(plantId, key)));

    public Task<Alert?> LastOfPoint(Guid supplyPointId, string family, CancellationToken cancellationToken) =>
        OpenElseLast(
            "alerts_open_of_point", "t.supply_point_id = @point AND t.kind IN (SELECT value FROM json_each(@kinds))",
            ("point", supplyPointId), ("kinds", KindsOf(family)));

    public Task<Alert?> StoppedOn(Guid lineId, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Alert>(
            "INDEXED BY alerts_stopped WHERE t.line_id = @line AND t.line_stopped_at IS NOT NULL ORDER BY t.line_stopped_at DESC LIMIT 1", ("line", lineId)));

    public Task<IReadOnlyList<TimelineKind>> StepsSince(Guid alertId, int version, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TimelineKind>>(
        [
            .. session.Reading.List<TimelineEntry>(
                "WHERE t.alert_id = @alert AND t.version > @version ORDER BY t.position", ("alert", alertId), ("version", version))
                .Select(e => e.Kind),
        ]);

    public Task<Alert?> NextDue(DateTimeOffset now, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Alert>(
            "WHERE t.due_at <= @now AND t.id NOT IN (SELECT value FROM json_each(@except)) ORDER BY t.due_at LIMIT 1",
            ("now", now), ("except", Columns.FromIds(except))));

    public Task<string> NextNumber(Guid plantId, int year, CancellationToken cancellationToken)
    {
        var counter = string.Create(CultureInfo.InvariantCulture, $"alert|{plantId}|{year}");
        var number = session.Writing.Number(
            """
            INSERT INTO counters (name, value) VALUES (@name, 1)
            ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
            """,
            ("name", counter));
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"A-{year:D4}-{number:D6}"));
    }

    public void Add(Alert alert)
    {
        Table<Alert>.Mapped.Insert(session.Writing, alert);
        WriteEntries(alert);
    }

    public void Save(Alert alert)
    {
        Table<Alert>.Mapped.Update(session.Writing, alert);
        WriteEntries(alert);
    }

    public void Note(Alert alert) => WriteEntries(alert);

    /// <summary>Two questions, for each has its index: what is open is not looked for in history.</summary>
    private Task<Alert?> OpenElseLast(
        string indexOfOpen, string condition, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        // By id, which grows with the server's clock: a report may name an instant before an older alert's.
        const string Last = " ORDER BY t.id DESC LIMIT 1";
        return Task.FromResult(
            session.Reading.First<Alert>($"INDEXED BY {indexOfOpen} WHERE {condition} AND {IsOpen}{Last}", arguments)
            ?? session.Reading.First<Alert>($"WHERE {condition}{Last}", arguments));
    }

    private static string KindsOf(string family) => JsonSerializer.Serialize(
        Enum.GetValues<AlertKind>().Where(k => AlertKey.FamilyOf(k) == family), Columns.Json);

    private void WriteEntries(Alert alert)
    {
        foreach (var entry in alert.NewEntries)
        {
            Table<TimelineEntry>.Mapped.Insert(session.Writing, entry);
        }

        alert.EntriesWritten();
    }
}
