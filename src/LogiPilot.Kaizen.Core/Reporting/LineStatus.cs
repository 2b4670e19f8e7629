using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>
/// What a line shows: the worst of its points, lifted by its open alerts to at most Critical (critical severity) or Low (major).
/// Product description, "Line supply status", "A line".
/// </summary>
public static class LineStatus
{
    /// <param name="line">The line.</param>
    /// <param name="points">The points of the line's stations.</param>
    /// <param name="openAlerts">The line's open alerts, shelved ones included.</param>
    /// <returns>The line's tile; its cover, which depends on the present time, is left out.</returns>
    public static BoardLine Of(Named line, IEnumerable<BoardPoint> points, IReadOnlyCollection<AlertPicture> openAlerts)
    {
        var worst = points.Order(WorstFirst).FirstOrDefault();
        var status = worst?.Status ?? SupplyStatus.Ok;
        AlertKind? liftedBy = null;
        if (openAlerts.Where(Lifts).Order(MostSevereFirst).FirstOrDefault() is { } alert)
        {
            var lifted = alert.Severity == Severity.Critical ? SupplyStatus.Critical : SupplyStatus.Low;
            if (Rank(lifted) < Rank(status))
            {
                (status, liftedBy) = (lifted, alert.Kind);
            }
        }

        return new BoardLine(
            line, status, liftedBy, CoverMinutes: null, worst?.RunsOutAt, worst,
            OpenAlertCount: openAlerts.Count,
            UntakenAlertCount: openAlerts.Count(IsUntaken),
            ShelvedAlertCount: openAlerts.Count(a => a.State == AlertState.Shelved),
            OldestOpenAlertAt: openAlerts.Where(a => a.State != AlertState.Shelved).Min(a => (DateTimeOffset?)a.RaisedAt),
            StoppedSince: openAlerts.Min(a => a.LineStoppedAt));
    }

    /// <summary>Somebody must act now: raised and not taken. Information does not escalate, so nobody is asked to take it.</summary>
    public static bool IsUntaken(AlertPicture alert) =>
        alert.State == AlertState.Raised && alert.Severity != Severity.Information;

    /// <summary>Ties by the instant of running out, then by code.</summary>
    private static readonly Comparer<BoardPoint> WorstFirst = Comparer<BoardPoint>.Create((a, b) =>
        Rank(a.Status) != Rank(b.Status) ? Rank(a.Status) - Rank(b.Status)
        : a.RunsOutAt != b.RunsOutAt ? (a.RunsOutAt ?? DateTimeOffset.MaxValue).CompareTo(b.RunsOutAt ?? DateTimeOffset.MaxValue)
        : string.CompareOrdinal(a.Product.Code, b.Product.Code) is not 0 and var byCode ? byCode
        : string.CompareOrdinal(a.Station?.Code, b.Station?.Code));

    /// <summary>Most severe, then oldest; what is shelved comes after everything else.</summary>
    public static readonly Comparer<AlertPicture> MostSevereFirst = Comparer<AlertPicture>.Create((a, b) =>
        a.State == AlertState.Shelved != (b.State == AlertState.Shelved) ? (a.State == AlertState.Shelved ? 1 : -1)
        : a.Severity != b.Severity ? a.Severity - b.Severity
        : a.RaisedAt != b.RaisedAt ? a.RaisedAt.CompareTo(b.RaisedAt)
        : string.CompareOrdinal(a.Number, b.Number));

    /// <summary>A condition that has cleared colours the line no longer, though its owner still has to close the alert.</summary>
    private static bool Lifts(AlertPicture alert) =>
        alert.State != AlertState.Shelved && alert.Severity is Severity.Critical or Severity.Major
        && (alert.ConditionHolds || alert.ConditionClearedAt is null);

    private static int Rank(SupplyStatus status) => status switch
    {
        SupplyStatus.StockOut => 0,
        SupplyStatus.Critical => 1,
        SupplyStatus.Low => 2,
        SupplyStatus.Unknown => 3,
        SupplyStatus.Excess => 4,
        _ => 5,
    };
}
