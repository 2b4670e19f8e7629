using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>Comments, severity, and the line's stop.</content>
public sealed partial class Alert
{
    /// <summary>Words, photographs, or both.</summary>
    public Refusal? Comment(Actor actor, string? comment, DateTimeOffset now, IReadOnlyList<AttachedFile>? attachments = null)
    {
        if (WhyNot(AlertCommandName.Comment, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(comment) && attachments is not { Count: > 0 })
        {
            return Refusal.Invalid("comment", "commentNeeded");
        }

        if (Awaits(actor))
        {
            ConfirmAssignment(actor, now);
        }

        Step(
            TimelineKind.Commented, By(actor, now), Words.Given(comment),
            (TimelineEntry.AttachmentsFact, attachments is { Count: > 0 } ? attachments : null));
        if (OwnerId == actor.PersonId)
        {
            Schedule(now);
        }

        return null;
    }

    /// <summary>Lowered only with a reason.</summary>
    public Refusal? ChangeSeverity(Actor actor, Severity severity, string? reason, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.ChangeSeverity, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (severity == Severity)
        {
            return Conflict("severityUnchanged", ("severity", severity));
        }

        if (!IsGraver(severity) && string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.Invalid("reason", "reasonNeeded");
        }

        if (LineStoppedAt is not null && severity != Severity.Critical)
        {
            return Conflict("severityOfStoppedLine");
        }

        SetSeverity(severity, By(actor, now), reason?.Trim());
        Schedule(now);
        return null;
    }

    /// <summary>The line stands still because of this: critical, whatever it was.</summary>
    public Refusal? StopLine(Actor actor, string? reason, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.StopLine, actor, now) is { } refusal)
        {
            return refusal;
        }

        Stop(By(actor, now), reason);
        return null;
    }

    /// <summary>The stop as part of the report that raises or joins the alert.</summary>
    public void Stop(Report report, string? reason)
    {
        LineStoppedAt = report.OccurredAt;
        Step(TimelineKind.LineStopped, report, reason?.Trim());
        if (IsGraver(Severity.Critical))
        {
            SetSeverity(Severity.Critical, report, null);
            Schedule(report.RecordedAt);
        }

        EndShelfByWorse(report);
    }

    public Refusal? RestartLine(Actor actor, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.RestartLine, actor, now) is { } refusal)
        {
            return refusal;
        }

        EndStop(By(actor, now));
        return null;
    }

    /// <summary>What ends the alert ends the stop: no line stays stopped by an alert that nobody sees any more.</summary>
    private void EndStop(Report report)
    {
        if (LineStoppedAt is { } since)
        {
            Step(TimelineKind.LineRestarted, report, null, ("since", since));
            LineStoppedAt = null;
        }
    }
}
