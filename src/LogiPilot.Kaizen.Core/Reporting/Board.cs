using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>What a screen watches: a plant, or an area of it, or some of its lines.</summary>
public sealed record BoardScope(Guid PlantId, Guid? AreaId = null, IReadOnlyList<Guid>? LineIds = null);

/// <summary>
/// The live board of a scope. <see cref="Sequence"/> is the change-log sequence of the last change that concerned the scope.
/// <see cref="Build"/> tells a screen when the server was upgraded. The hub's snapshot and the GraphQL field have this one shape.
/// </summary>
public sealed record Board(
    DateTimeOffset At, long Sequence, string Build, BoardPlant Plant, IReadOnlyList<BoardLine> Lines,
    IReadOnlyList<AlertPicture> OpenAlerts, BoardCounters Counters)
{
    /// <summary>The shift that runs; null between shifts and around the clock. Heartbeats say it anew.</summary>
    public BoardShift? Shift { get; init; }
}

public sealed record BoardPlant(Guid Id, string Code, string Name, string TimeZone, Language Language);

/// <summary>A shift as it runs: its hours in plant time, <c>HH:mm</c>, and the instant at which it ends.</summary>
public sealed record BoardShift(string Code, string Name, string Starts, string Ends, DateTimeOffset EndsAt)
{
    /// <summary>The shift that runs for a view: of its one area, else of the plant.</summary>
    public static BoardShift? Of(OrganisationPicture organisation, BoardView view, DateTimeOffset at)
    {
        Guid? area = view.Areas is { Count: 1 } one ? one[0] : null;
        return organisation.Calendar(view.PlantId, area).ShiftAt(at) is ({ } shift, _, _, var ends)
            ? new(shift.Code, shift.Name, $"{shift.Starts:HH\\:mm}", $"{shift.Ends:HH\\:mm}", ends)
            : null;
    }
}

/// <summary>Open includes shelved; untaken is raised, not shelved, and not of severity information.</summary>
public sealed record BoardCounters(int Open, int Untaken, int Shelved, int LinesStopped);

/// <summary>
/// One line: the worst status of its points, lifted by its open alerts to at most Critical or Low (<see cref="LiftedBy"/> then
/// names the alert's kind). Minutes are working time from <see cref="Board.At"/>.
/// </summary>
public sealed record BoardLine(
    Named Line, SupplyStatus Status, AlertKind? LiftedBy, int? CoverMinutes, DateTimeOffset? RunsOutAt, BoardPoint? WorstPoint,
    int OpenAlertCount, int UntakenAlertCount, int ShelvedAlertCount, DateTimeOffset? OldestOpenAlertAt, DateTimeOffset? StoppedSince);

/// <summary>
/// A supply point on the board; quantities in <see cref="Unit"/>; no station means the stores. Variance: the balance is below
/// zero, and on hand then 0. Silent: all this is only as new as <see cref="HeardAt"/>, whatever the status.
/// </summary>
public sealed record BoardPoint(
    Guid Id, Named Product, Named? Station, decimal OnHand, string Unit, decimal? Minimum, decimal? ReorderPoint, decimal? Maximum,
    SupplyStatus Status, DateTimeOffset? RunsOutAt, CoverReason? CoverReason, DateTimeOffset? HeardAt, bool IsSilent,
    bool Variance);

/// <summary>What changed in a scope since <see cref="PreviousSequence"/>.</summary>
public sealed record BoardDelta(
    long Sequence, long PreviousSequence, DateTimeOffset At, IReadOnlyList<BoardLine> Lines, IReadOnlyList<AlertPicture> Alerts,
    IReadOnlyList<Guid> ClosedAlertIds, BoardCounters Counters);
