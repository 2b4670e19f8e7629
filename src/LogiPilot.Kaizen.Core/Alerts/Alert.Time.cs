namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>What time alone does.</content>
public sealed partial class Alert
{
    public static readonly TimeSpan AssignmentLasts = TimeSpan.FromMinutes(10);

    /// <summary>A promise further away is a slip of the finger.</summary>
    public static readonly TimeSpan LongestPromise = TimeSpan.FromDays(7);
    public static readonly TimeSpan PromiseGrace = TimeSpan.FromMinutes(15);

    /// <summary>After the end of the owner's shift, for a handover.</summary>
    public static readonly TimeSpan HandoverGrace = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan SilenceAllowed = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan SilenceAllowedWhenCritical = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan ReturnWindow = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan ReopenWindow = TimeSpan.FromDays(7);
    public static readonly TimeSpan HoldLasts = TimeSpan.FromHours(8);
    public static readonly TimeSpan ClosesAfter = TimeSpan.FromHours(24);

    /// <summary>
    /// Does what fell due: an assignment, an acknowledgement or the owner's shift ends, a shelving or a hold ends, a resolved
    /// alert closes.
    /// </summary>
    public void Age(DateTimeOffset now)
    {
        if (DueAt is null || DueAt > now)
        {
            return;
        }

        var report = Report.BySystem(now);
        if (State is AlertState.Acknowledged or AlertState.InProgress)
        {
            var unconfirmed = Assignment is { Confirmed: false };
            Step(
                unconfirmed ? TimelineKind.AssignmentExpired : TimelineKind.Released, report, null,
                ("owner", OwnerId), ("reason", unconfirmed || DueAt != ShiftDue ? null : OfferedUntil is null ? "shiftEnded" : "handover"));
            BecomeNobodys(now);
        }
        else if (State == AlertState.Shelved)
        {
            LeaveShelf(report, ConditionClearedAt is null ? "expired" : "cleared");
            BecomeNobodys(now);
        }
        else if (HoldUntil is not null)
        {
            LastSeenAt = now;
            Step(TimelineKind.Reopened, report);
            EnterRaised(now);
        }
        else if (State == AlertState.Resolved)
        {
            (State, EndedAt) = (AlertState.Closed, now);
            Step(TimelineKind.Closed, report, null, ("cause", CauseCode));
            Schedule(now);
        }
    }

    /// <summary>
    /// Sets when time changes the alert next, counted from now: asked after each step that is news of the owner or changes the
    /// state. Once the condition has cleared only the end of the owner's shift, or a day, takes from the owner what is still to be closed.
    /// </summary>
    private void Schedule(DateTimeOffset now) => DueAt = State switch
    {
        AlertState.Acknowledged or AlertState.InProgress when Assignment is { Confirmed: false } assignment => assignment.ExpiresAt,
        AlertState.Acknowledged or AlertState.InProgress when ConditionClearedAt is { } cleared => Earlier(cleared + ClosesAfter, ShiftDue),
        AlertState.Acknowledged or AlertState.InProgress when ExpectedAt is { } promised =>
            Earlier(promised + PromiseGrace, ShiftDue),
        AlertState.Acknowledged or AlertState.InProgress =>
            Earlier(now + (Severity == Severity.Critical ? SilenceAllowedWhenCritical : SilenceAllowed), ShiftDue),
        AlertState.Shelved => ShelvedUntil,
        AlertState.Resolved or AlertState.Closed or AlertState.Cancelled when HoldUntil is { } until => until,
        AlertState.Resolved when !LacksCause => ResolvedAt + ClosesAfter,
        _ => null,
    };

    /// <summary>When the end of the owner's shift makes it nobody's: a handover in time gives the next shift until its own end.</summary>
    private DateTimeOffset? ShiftDue => OfferedUntil ?? OwnedUntil + HandoverGrace;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}
