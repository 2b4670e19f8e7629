using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// An alert as people see it. What stands at its supply point (<see cref="OnHand"/> in <see cref="Unit"/>, <see cref="RunsOutAt"/>)
/// is as of now; without a point, null. The former owner of a shelved alert looks after it.
/// </summary>
public sealed record AlertPicture(
    Guid Id, string Number, AlertKind Kind, Severity Severity, AlertState State, int Version, Named? Line, Named? Station,
    Named? Place, Named? Area, Named? Product, string? SupplierOrder, PersonName? Owner, PersonName? RaisedBy,
    AssignmentPicture? Assignment, DateTimeOffset RaisedAt, DateTimeOffset RecordedAt, DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? StartedAt, DateTimeOffset? ExpectedAt, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt,
    int OccurrenceCount, DateTimeOffset LastSeenAt, bool ConditionHolds, DateTimeOffset? ConditionClearedAt,
    DateTimeOffset? LineStoppedAt, decimal? OnHand, string? Unit, DateTimeOffset? RunsOutAt, string? Description,
    string? CauseCode, string? Resolution, DateTimeOffset? ShelvedUntil = null, PersonName? ShelvedBy = null,
    string? ShelfReason = null, PersonName? FormerOwner = null, DateTimeOffset? OwnedUntil = null, bool IsChattering = false,
    bool SoundsEverywhere = false);

/// <summary>Who an alert was given to, by whom (null: the system), and whether that person has confirmed.</summary>
public sealed record AssignmentPicture(
    PersonName Assignee, PersonName? By, DateTimeOffset At, bool Confirmed, DateTimeOffset? ExpiresAt);
