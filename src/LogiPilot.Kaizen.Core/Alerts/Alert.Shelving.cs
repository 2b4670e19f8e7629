using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>
/// Out of sight for a while, with a reason, somebody who looks after it and an end: it comes back by itself, or when it gets
/// worse. What keeps people safe, and what stops a line, stays in sight.
/// </content>
public sealed partial class Alert
{
    /// <summary>Where no shift ends.</summary>
    public static readonly TimeSpan ShelvedAtMost = TimeSpan.FromHours(8);

    /// <summary>
    /// Puts it out of sight until an instant, at most until <paramref name="latest"/>. Who is named (else its owner, else who
    /// shelves it) looks after it.
    /// </summary>
    public Refusal? Shelve(Actor actor, string? reason, DateTimeOffset? until, Actor? keeper, DateTimeOffset latest, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Shelve, actor, now) is { } refusal)
        {
            return refusal;
        }

        if (Refusal.All([
            string.IsNullOrWhiteSpace(reason) ? Refusal.Invalid("reason", "reasonNeeded") : null,
            until is null ? Refusal.Invalid("until", "shelfUntilNeeded")
                : until <= now ? Refusal.Invalid("until", "shelfUntilPast")
                : until > latest ? Refusal.Invalid("until", "shelfUntilFar", ("latest", latest))
                : null,
            keeper?.May(Permission.TakeAlert, this) == false
                ? Refusal.Invalid("ownerId", "assigneeMayNotTake", ("assignee", keeper.PersonId))
                : null]) is { } incomplete)
        {
            return incomplete;
        }

        PutAway(By(actor, now), reason!.Trim(), until!.Value, actor.PersonId, keeper?.PersonId ?? OwnerId ?? actor.PersonId);
        return null;
    }

    /// <summary>Raised in a maintenance window, or held by one whose end has moved: out of sight until the window ends.</summary>
    public void ShelveIn(MaintenanceWindow window, DateTimeOffset until, DateTimeOffset now)
    {
        WindowId = window.Id;
        PutAway(Report.BySystem(now), window.Reason, until, window.OwnerId, window.OwnerId);
    }

    /// <summary>Back in sight before its time.</summary>
    public Refusal? Unshelve(Actor actor, DateTimeOffset now)
    {
        if (WhyNot(AlertCommandName.Unshelve, actor, now) is { } refusal)
        {
            return refusal;
        }

        LeaveShelf(By(actor, now), "person");
        BecomeNobodys(now);
        return null;
    }

    /// <summary>The maintenance window in which it was shelved ended early, or is another one now.</summary>
    public void LeaveWindow(DateTimeOffset now)
    {
        LeaveShelf(Report.BySystem(now), "window");
        BecomeNobodys(now);
    }

    private void PutAway(Report report, string reason, DateTimeOffset until, Guid? by, Guid? keeper)
    {
        LeaveOwner();
        (State, FormerOwnerId) = (AlertState.Shelved, keeper);
        (ShelvedUntil, ShelvedById, ShelfReason) = (until, by, reason);
        Step(TimelineKind.Shelved, report, reason, ("until", until), ("owner", keeper));
        Schedule(report.RecordedAt);
    }

    /// <summary>Whoever says that it got worse says that it is there, whatever cleared meanwhile.</summary>
    private void EndShelfByWorse(Report report)
    {
        if (State == AlertState.Shelved)
        {
            LeaveShelf(report, "worse");
            EnterRaised(report.RecordedAt);
        }
    }

    private void LeaveShelf(Report report, string reason) =>
        Step(TimelineKind.Unshelved, report, null, ("reason", reason), ("owner", FormerOwnerId));

    private void LeaveShelf() => (ShelvedUntil, ShelvedById, ShelfReason, WindowId) = (null, null, null, null);
}
