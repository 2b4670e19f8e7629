using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

public enum AlertKind
{
    StockOut,
    Shortage,
    LateDelivery,
    DamagedGoods,
    NonConformingReceipt,
    WrongPart,
    InventoryVariance,
    Congestion,
    EquipmentFailure,
    Quality,
    Safety,
    FiveS,
    InformationSystem,
    Other,
}

public enum Severity
{
    Critical,
    Major,
    Minor,
    Information,
}

public enum AlertState
{
    Raised,
    Acknowledged,
    InProgress,
    Resolved,
    Closed,
    Shelved,
    Cancelled,
}

public enum TimelineKind
{
    Raised,
    Joined,
    Acknowledged,
    Assigned,
    Confirmed,
    Started,
    Released,
    Resolved,
    Closed,
    Reopened,
    Cancelled,
    Commented,
    SeverityRaised,
    SeverityLowered,
    KindChanged,
    ConditionCleared,
    ConditionReturned,
    LineStopped,
    LineRestarted,
    AssignmentExpired,
    Shelved,
    Unshelved,
    Transferred,
    Refused,

    /// <summary>Put before the next shift by a signed handover.</summary>
    Offered,

    /// <summary>Accepted from a handover.</summary>
    TakenOver,

    /// <summary>A level was called (facts level, names, reason).</summary>
    Escalated,

    /// <summary>A level called nobody who could be reached; reason everywhere: every screen sounds.</summary>
    ReachedNobody,

    /// <summary>Its condition comes and goes too often: it stays open until a leader resolves it.</summary>
    ChatterSeen,
}

/// <summary>
/// What makes two alerts the same problem: family (stock-out and shortage are one, every other kind its own), place (null: the
/// stores), product, supplier order.
/// </summary>
public sealed record AlertKey(string Family, Guid? PlaceId, Guid? ProductId, string? SupplierOrder)
{
    public static string FamilyOf(AlertKind kind) => kind is AlertKind.StockOut or AlertKind.Shortage ? "Supply" : kind.ToString();

    /// <summary>With a product or an order the same key is the same problem; without, only a person can tell.</summary>
    public bool Joins => ProductId is not null || SupplierOrder is not null;
}

/// <summary>
/// One step of an alert's life: when it happened by the reporter's clock, when the server got it, and the alert's version after
/// the command. Nobody did what the system did. Facts is a JSON object.
/// </summary>
public sealed record TimelineEntry(
    Guid Id, Guid AlertId, TimelineKind Kind, Guid? ById, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? Comment,
    string? Facts, int Version)
{
    internal const string AttachmentsFact = "attachments";

    /// <summary>The photographs that came with a remark.</summary>
    public IReadOnlyList<AttachedFile> Attachments()
    {
        using var facts = JsonDocument.Parse(Facts ?? "{}");
        return facts.RootElement.TryGetProperty(AttachmentsFact, out var files) ? files.Deserialize<AttachedFile[]>()! : [];
    }
}

/// <summary>
/// Who an alert was given to, by whom (who may have owned it himself), and whether that person has confirmed; unconfirmed it
/// expires.
/// </summary>
public sealed record Assignment(
    Guid AssigneeId, Guid? ById, DateTimeOffset At, bool Confirmed, DateTimeOffset? ExpiresAt, bool GiverOwned = false);
