namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>What an escalation leaves on the alert.</content>
public sealed partial class Alert
{
    /// <summary>When nobody could be reached any more, of this or an earlier round.</summary>
    public DateTimeOffset? SoundsEverywhereSince { get; private set; }

    /// <summary>Nobody could be reached, and nothing has happened since: every screen of the plant sounds.</summary>
    public bool SoundsEverywhere =>
        State is AlertState.Raised or AlertState.Acknowledged or AlertState.InProgress
        && ConditionClearedAt is null
        && (AcknowledgedAt is { } taken ? SoundsEverywhereSince > taken : SoundsEverywhereSince >= RecordedAt);

    /// <summary>Critical, or safety: knows no quiet hours.</summary>
    public bool IsUrgent => Severity == Severity.Critical || Kind == AlertKind.Safety;

    /// <summary>A step that makes no new version: it takes nothing from what others saw.</summary>
    public void Note(TimelineKind kind, DateTimeOffset now, ReadOnlySpan<(string Name, object? Value)> facts) =>
        Enter(kind, Report.BySystem(now), null, facts);

    public void SoundEverywhere(int level, DateTimeOffset now)
    {
        SoundsEverywhereSince = now;
        Step(TimelineKind.ReachedNobody, Report.BySystem(now), null, ("level", level), ("reason", "everywhere"));
    }
}
