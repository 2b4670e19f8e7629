using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Alerts as the writer sees them, inside the running transaction.</summary>
public interface IAlertStore
{
    Task<Alert?> Find(Guid id, CancellationToken cancellationToken);

    /// <summary>The open alerts on a key, most recently seen first.</summary>
    Task<IReadOnlyList<Alert>> OpenOn(Guid plantId, AlertKey key, CancellationToken cancellationToken);

    /// <summary>The open alert on a key; without one, the last raised that ended.</summary>
    Task<Alert?> LastOn(Guid plantId, AlertKey key, CancellationToken cancellationToken);

    /// <summary>
    /// The open alert of a family (<see cref="AlertKey.FamilyOf"/>) that names a supply point; without one, the last raised that
    /// ended.
    /// </summary>
    Task<Alert?> LastOfPoint(Guid supplyPointId, string family, CancellationToken cancellationToken);

    /// <summary>The alert by which a line is stopped; null while it runs.</summary>
    Task<Alert?> StoppedOn(Guid lineId, CancellationToken cancellationToken);

    /// <summary>The steps an alert made after a version, in order.</summary>
    Task<IReadOnlyList<TimelineKind>> StepsSince(Guid alertId, int version, CancellationToken cancellationToken);

    /// <summary>The alert whose <see cref="Alert.DueAt"/> came first, some left out.</summary>
    Task<Alert?> NextDue(DateTimeOffset now, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken);

    /// <summary>The next number of a plant in a year, counted without gaps among what is committed.</summary>
    Task<string> NextNumber(Guid plantId, int year, CancellationToken cancellationToken);

    /// <summary>Writes a new alert with its timeline entries.</summary>
    void Add(Alert alert);

    /// <summary>Writes a changed alert with its new timeline entries.</summary>
    void Save(Alert alert);

    /// <summary>Writes the new timeline entries of an alert that is otherwise as it was.</summary>
    void Note(Alert alert);
}

/// <summary>Filters of the alert list; an absent (null) one does not filter.</summary>
public sealed record AlertFilter(
    IReadOnlyList<AlertState>? States = null, IReadOnlyList<AlertKind>? Kinds = null, IReadOnlyList<Severity>? Severities = null,
    IReadOnlyList<Guid>? PlantIds = null, IReadOnlyList<Guid>? AreaIds = null, IReadOnlyList<Guid>? LineIds = null,
    IReadOnlyList<Guid>? StationIds = null, IReadOnlyList<Guid>? ProductIds = null, IReadOnlyList<Guid>? OwnerIds = null,
    DateTimeOffset? RaisedFrom = null, DateTimeOffset? RaisedTo = null, string? Text = null, string? Number = null);

public enum AlertOrder
{
    NewestFirst,
    OldestFirst,
    WorstFirst,
    Number,
}

/// <summary>Alerts for reading. Every list is limited to the plants given; none means none.</summary>
public interface IAlertReader
{
    Task<Alert?> Find(Guid id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Alert>> ById(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    Task<Page<Alert>> List(
        IReadOnlyCollection<Guid> plants, AlertFilter filter, AlertOrder order, PageRequest page, CancellationToken cancellationToken);

    Task<IReadOnlyList<Alert>> Open(IReadOnlyCollection<Guid> plants, CancellationToken cancellationToken);

    /// <summary>Shelved alerts of every plant that come back after an instant, up to another.</summary>
    Task<IReadOnlyList<Alert>> ShelvedUntil(DateTimeOffset after, DateTimeOffset upTo, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<Guid, IReadOnlyList<TimelineEntry>>> Timelines(
        IReadOnlyCollection<Guid> alertIds, CancellationToken cancellationToken);
}
