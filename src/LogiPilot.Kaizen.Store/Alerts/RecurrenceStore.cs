using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Alerts;

/// <inheritdoc cref="IRecurrenceStore"/>
public sealed class RecurrenceStore(StoreSession session) : IRecurrenceStore
{
    /// <summary>A report may name an instant so much later than the server's clock: <see cref="RaiseAlert"/>.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(10);

    public Task<RecurrenceRule?> Rule(Guid plantId, RecurrenceCriterion criterion, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<RecurrenceRule>(
            "WHERE t.plant_id = @plant AND t.criterion = @criterion", ("plant", plantId), ("criterion", criterion)));

    public void Put(RecurrenceRule rule) => Table<RecurrenceRule>.Mapped.Upsert(session.Writing, rule);

    public Task<Recurrence?> Find(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(session.Reading.First<Recurrence>("WHERE t.id = @id", ("id", id)));

    public Task<Recurrence?> LastOf(Guid plantId, AlertKey key, CancellationToken cancellationToken) =>
        LastOf(plantId, RecurrenceCriterion.Key, AlertTables.KeyOf(plantId, key));

    public Task<Recurrence?> LastOf(Guid plantId, string causeCode, CancellationToken cancellationToken) =>
        LastOf(plantId, RecurrenceCriterion.Cause, causeCode);

    public Task<IReadOnlyList<RecurringAlert>> RaisedOn(
        Guid plantId, AlertKey key, DateTimeOffset since, CancellationToken cancellationToken) =>
        Counted(
            // Ids grow with the server's clock: the index of keys is read from there, however long the key's history is.
            """
            SELECT t.id, t.raised_at FROM alerts t INDEXED BY alerts_problem
            WHERE t.problem_key = @key AND t.id >= @first AND t.raised_at >= @since AND t.state <> 'CANCELLED' ORDER BY t.raised_at, t.id
            """,
            ("key", AlertTables.KeyOf(plantId, key)), ("first", FirstId(since - ClocksDiffer)), ("since", since));

    public Task<IReadOnlyList<RecurringAlert>> ClosedWith(
        Guid plantId, string causeCode, DateTimeOffset since, CancellationToken cancellationToken) =>
        Counted(
            """
            SELECT t.id, t.ended_at FROM alerts t INDEXED BY alerts_closed_with
            WHERE t.plant_id = @plant AND t.cause_code = @cause AND t.ended_at >= @since AND t.state = 'CLOSED' ORDER BY t.ended_at, t.id
            """,
            ("plant", plantId), ("cause", causeCode), ("since", since));

    public void Add(Recurrence recurrence) => Table<Recurrence>.Mapped.Insert(session.Writing, recurrence);

    public void Save(Recurrence recurrence) => Table<Recurrence>.Mapped.Update(session.Writing, recurrence);

    private Task<Recurrence?> LastOf(Guid plantId, RecurrenceCriterion criterion, string subject) =>
        Task.FromResult(session.Reading.First<Recurrence>(
            "WHERE t.plant_id = @plant AND t.criterion = @criterion AND t.subject = @subject ORDER BY t.id DESC LIMIT 1",
            ("plant", plantId), ("criterion", criterion), ("subject", subject)));

    private Task<IReadOnlyList<RecurringAlert>> Counted(string sql, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Task.FromResult<IReadOnlyList<RecurringAlert>>(
            session.Reading.Rows(sql, r => new RecurringAlert(r.GetGuid(0), Columns.ToInstant(r.GetInt64(1))), arguments));

    /// <summary>The least id that can have been made at an instant, as its column holds it.</summary>
    private static string FirstId(DateTimeOffset at) => Columns.FromId(Guid.CreateVersion7(at))[..13];
}
