using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// A problem somebody has to own, from raised to closed. The state machine is the product's table "Alerts", one file for each
/// part of it; timers run from recorded instants, indicators from occurred ones. A command that is refused changes nothing.
/// </summary>
public sealed partial class Alert : IConcern
{
    private readonly List<TimelineEntry> _newEntries = [];

    private Alert()
    {
    }

    public Guid Id { get; private set; }

    public Guid PlantId { get; private set; }

    /// <summary>Number that people say, unique in the plant: <c>A-2026-000123</c>.</summary>
    public string Number { get; private set; } = "";

    public AlertKind Kind { get; private set; }

    public Severity Severity { get; private set; }

    public AlertState State { get; private set; }

    /// <summary>Station, line, location or area; null for the stores as a whole.</summary>
    public Guid? PlaceId { get; private set; }

    public Guid? AreaId { get; private set; }

    public Guid? LineId { get; private set; }

    public Guid? ProductId { get; private set; }

    public string? SupplierOrder { get; private set; }

    /// <summary>The supply point whose condition the alert follows; null when no condition can clear it.</summary>
    public Guid? SupplyPointId { get; private set; }

    public string? Description { get; private set; }

    public SupportService? RoutedTo { get; private set; }

    /// <summary>Null when the system raised it.</summary>
    public Guid? RaisedById { get; private set; }

    /// <summary>When it happened, by the reporter's corrected clock.</summary>
    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>When the server got it; start of the present round's timers.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    public int OccurrenceCount { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Assignment? Assignment { get; private set; }

    public DateTimeOffset? ExpectedAt { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? CauseCode { get; private set; }

    public string? Resolution { get; private set; }

    public bool ConditionHolds { get; private set; }

    public DateTimeOffset? ConditionClearedAt { get; private set; }

    /// <summary>Resolved or cancelled although the condition holds: reopened when it still holds then.</summary>
    public DateTimeOffset? HoldUntil { get; private set; }

    public DateTimeOffset? LineStoppedAt { get; private set; }

    /// <summary>Out of sight until then; null when not shelved.</summary>
    public DateTimeOffset? ShelvedUntil { get; private set; }

    public Guid? ShelvedById { get; private set; }

    public string? ShelfReason { get; private set; }

    /// <summary>The maintenance window in which it was raised and shelved.</summary>
    public Guid? WindowId { get; private set; }

    /// <summary>
    /// Who had it before it became nobody's, and is told first; of a shelved alert, who looks after it. Null once somebody owns it.
    /// </summary>
    public Guid? FormerOwnerId { get; private set; }

    /// <summary>End of the owner's shift when he took it; null without a calendar.</summary>
    public DateTimeOffset? OwnedUntil { get; private set; }

    /// <summary>A signed handover puts it before the next shift: until then the end of the owner's shift does not end his ownership.</summary>
    public DateTimeOffset? OfferedUntil { get; private set; }

    /// <summary>It comes and goes too often to say anything: stays open and marked until a leader resolves it.</summary>
    public bool IsChattering { get; private set; }

    /// <summary>When time alone changes the alert next; null when it cannot.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>One more for each command, however many steps it makes.</summary>
    public int Version { get; private set; }

    public bool IsOpen => State is AlertState.Raised or AlertState.Acknowledged or AlertState.InProgress or AlertState.Shelved;

    public bool IsTaken => State is not AlertState.Raised || OwnerId is not null;

    public AlertKey Key => new(AlertKey.FamilyOf(Kind), PlaceId, ProductId, SupplierOrder);

    /// <summary>Timeline entries made since the alert was loaded; the store writes and clears them when it saves.</summary>
    public IReadOnlyList<TimelineEntry> NewEntries => _newEntries;

    public void EntriesWritten() => _newEntries.Clear();
}
