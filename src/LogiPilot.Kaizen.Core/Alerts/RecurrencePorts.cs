namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Recurrences and their rules as the writer sees them, inside the running transaction.</summary>
public interface IRecurrenceStore
{
    Task<RecurrenceRule?> Rule(Guid plantId, RecurrenceCriterion criterion, CancellationToken cancellationToken);

    void Put(RecurrenceRule rule);

    Task<Recurrence?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>The recurrence of a key that was proposed last, decided or not.</summary>
    Task<Recurrence?> LastOf(Guid plantId, AlertKey key, CancellationToken cancellationToken);

    /// <summary>The recurrence of a cause that was proposed last, decided or not.</summary>
    Task<Recurrence?> LastOf(Guid plantId, string causeCode, CancellationToken cancellationToken);

    /// <summary>Alerts on a key that were raised at an instant or later, oldest first; false alarms (cancelled) do not count.</summary>
    Task<IReadOnlyList<RecurringAlert>> RaisedOn(Guid plantId, AlertKey key, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Alerts that were closed with a cause at an instant or later, oldest first.</summary>
    Task<IReadOnlyList<RecurringAlert>> ClosedWith(Guid plantId, string causeCode, DateTimeOffset since, CancellationToken cancellationToken);

    void Add(Recurrence recurrence);

    void Save(Recurrence recurrence);
}

/// <summary>Recurrences for reading. Every list is limited to the plants given; none means none.</summary>
public interface IRecurrenceReader
{
    Task<Recurrence?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>Those proposed last first, so many at most; no states: in any.</summary>
    Task<IReadOnlyList<Recurrence>> List(
        IReadOnlyCollection<Guid> plants, IReadOnlyList<RecurrenceState>? states, int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<RecurrenceRule>> Rules(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);

    /// <summary>When lines stopped and ran again because of alerts, in order: the steps of the kinds LineStopped and LineRestarted.</summary>
    Task<IReadOnlyList<LineStep>> LineSteps(IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken);
}

/// <summary>A line stopped by an alert, or running again.</summary>
public sealed record LineStep(Guid AlertId, bool Stopped, DateTimeOffset At);
