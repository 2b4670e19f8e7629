namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>Raising, and joining instead of raising a twin.</content>
public sealed partial class Alert
{
    public static Alert Raise(string number, Problem problem, Report report, KindSetting? setting = null)
    {
        var alert = new Alert
        {
            Id = Guid.CreateVersion7(report.RecordedAt),
            PlantId = problem.PlantId,
            Number = number,
            Kind = problem.Kind,
            Severity = problem.Severity,
            State = AlertState.Raised,
            PlaceId = problem.PlaceId,
            AreaId = problem.AreaId,
            LineId = problem.LineId,
            ProductId = problem.ProductId,
            SupplierOrder = problem.SupplierOrder,
            SupplyPointId = problem.SupplyPointId,
            Description = problem.Description,
            RoutedTo = (setting ?? KindSetting.Default(problem.PlantId, problem.Kind)).Service,
            RaisedById = report.ById,
            RaisedAt = report.OccurredAt,
            RecordedAt = report.RecordedAt,
            LastSeenAt = report.OccurredAt,
            OccurrenceCount = 1,
            ConditionHolds = problem.ConditionHolds,
        };
        alert.Step(TimelineKind.Raised, report, problem.Description, ("kind", problem.Kind), ("severity", problem.Severity));
        return alert;
    }

    /// <summary>
    /// The same problem reported once more: one more occurrence, and at least as grave. An ended alert whose condition still holds
    /// is raised again; one whose condition cleared after the report's time only counts it: refilled before the report came.
    /// </summary>
    public void Join(Problem problem, Report report)
    {
        OccurrenceCount++;
        LastSeenAt = report.OccurredAt > LastSeenAt ? report.OccurredAt : LastSeenAt;
        Step(TimelineKind.Joined, report, problem.Description, ("count", OccurrenceCount));
        if (!IsOpen && !ConditionHolds)
        {
            return;
        }

        if (!IsOpen)
        {
            EnterRaised(report.RecordedAt);
        }

        if (ConditionClearedAt < report.OccurredAt)
        {
            ConditionClearedAt = null;
            Schedule(report.RecordedAt);
        }

        if (problem.SupplyPointId is { } point && SupplyPointId is null)
        {
            SupplyPointId = point;
            ConditionHolds = problem.ConditionHolds;
        }

        Worsen(problem, report);
    }

    /// <summary>Kind and severity follow the problem when it is worse; they never ease by themselves.</summary>
    private void Worsen(Problem problem, Report report)
    {
        if (problem.Kind == AlertKind.StockOut && Kind == AlertKind.Shortage)
        {
            Step(TimelineKind.KindChanged, report, null, ("before", Kind), ("kind", problem.Kind));
            Kind = problem.Kind;
        }

        if (IsGraver(problem.Severity))
        {
            SetSeverity(problem.Severity, report, null);
            Schedule(report.RecordedAt);
        }
    }

    /// <summary>Whether a severity is graver than the present one; the gravest comes first in the list.</summary>
    private bool IsGraver(Severity severity) => severity < Severity;

    private void SetSeverity(Severity severity, Report report, string? reason)
    {
        var kind = IsGraver(severity) ? TimelineKind.SeverityRaised : TimelineKind.SeverityLowered;
        Step(kind, report, reason, ("before", Severity), ("severity", severity));
        Severity = severity;
        if (kind == TimelineKind.SeverityRaised)
        {
            EndShelfByWorse(report);
        }
    }
}
