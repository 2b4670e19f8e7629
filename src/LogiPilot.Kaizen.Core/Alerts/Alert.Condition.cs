namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>The condition that the alert follows: it holds, worsens, clears, returns.</content>
public sealed partial class Alert
{
    /// <summary>
    /// The condition holds, on an open alert: new to a person's alert, returned to a restored one, or worse than before. One that
    /// eases without clearing changes nothing: only a person lowers a severity.
    /// </summary>
    public void SeeCondition(Problem problem, DateTimeOffset now)
    {
        var report = Report.BySystem(now);
        SupplyPointId ??= problem.SupplyPointId;
        if (!ConditionHolds)
        {
            OccurrenceCount++;
            LastSeenAt = now;
            Step(ConditionClearedAt is null ? TimelineKind.Joined : TimelineKind.ConditionReturned, report, null, ("count", OccurrenceCount));
            (ConditionHolds, ConditionClearedAt) = (true, null);
            MarkChatter(now);
            Schedule(now);
        }

        Worsen(problem, report);
    }

    /// <summary>Whether the condition brings this ended alert back instead of a new one.</summary>
    public bool ReturnsWith(Problem problem, DateTimeOffset now) =>
        ConditionHolds ? IsGraver(problem.Severity) : ConditionClearedAt is { } cleared && now - cleared <= ReturnWindow;

    /// <summary>The condition is back soon after it cleared, or worse than what was accepted: the same alert, raised again.</summary>
    public void ReturnCondition(Problem problem, DateTimeOffset now)
    {
        var report = Report.BySystem(now);
        OccurrenceCount++;
        LastSeenAt = now;
        Step(TimelineKind.ConditionReturned, report, null, ("count", OccurrenceCount));
        ConditionHolds = true;
        EnterRaised(now);
        MarkChatter(now);
        Worsen(problem, report);
    }

    /// <summary>
    /// What nobody took resolves by itself, unless it chatters; what somebody took stays with its owner, restored and to be closed.
    /// </summary>
    public void ClearCondition(DateTimeOffset now)
    {
        if (!ConditionHolds)
        {
            return;
        }

        (ConditionHolds, ConditionClearedAt, HoldUntil) = (false, now, null);
        Step(TimelineKind.ConditionCleared, Report.BySystem(now));
        MarkChatter(now);
        if (State == AlertState.Raised)
        {
            ResolveUntaken(now);
        }

        Schedule(now);
    }
}
