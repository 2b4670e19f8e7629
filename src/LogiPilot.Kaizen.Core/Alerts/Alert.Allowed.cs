using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <content>Which commands are possible now, by whom, and why not.</content>
public sealed partial class Alert
{
    /// <summary>
    /// Why an actor may not give a command now; null when nothing stands against it but what the command still has to bring (a
    /// reason, a cause). Arguments <c>owner</c> and <c>assignee</c> are ids of persons: <see cref="AlertBook.Name"/> puts names.
    /// </summary>
    public Refusal? WhyNot(AlertCommandName command, Actor actor, DateTimeOffset now) =>
        Forbids(command, actor) ?? Hinders(command, actor, now);

    private Refusal? Forbids(AlertCommandName command, Actor actor)
    {
        var (permission, reason) = command switch
        {
            AlertCommandName.Comment => (Permission.RaiseAlert, "forbidden"),
            AlertCommandName.Close or AlertCommandName.Reopen => (Permission.CloseAlert, "forbiddenClose"),
            AlertCommandName.Cancel => (Permission.CancelAlert, "forbiddenCancel"),
            AlertCommandName.Assign or AlertCommandName.ChangeSeverity => (Permission.LeadAlert, "forbiddenLead"),
            AlertCommandName.StopLine or AlertCommandName.RestartLine => (Permission.LeadAlert, "forbiddenStop"),
            AlertCommandName.Shelve or AlertCommandName.Unshelve => (Permission.LeadAlert, "forbiddenShelve"),
            AlertCommandName.Resolve when IsChattering => (Permission.LeadAlert, "forbiddenChattering"),
            _ => (Permission.TakeAlert, "forbiddenTake"),
        };

        // The system has its own ways (conditions, time): a command is a person's.
        var allowed = !actor.IsSystem && actor.May(permission, this);
        var ownStop = reason == "forbiddenStop" && IsRaiser(actor);
        var ownShelf = command == AlertCommandName.Unshelve && IsFormerOwner(actor) && actor.May(Permission.TakeAlert, this);
        return allowed || ownStop || ownShelf ? null : Refusal.Of(RefusalCode.Forbidden, reason, ("permission", permission));
    }

    private Refusal? Hinders(AlertCommandName command, Actor actor, DateTimeOffset now) => (command, State) switch
    {
        (AlertCommandName.Comment, _) => null,
        (AlertCommandName.Close, AlertState.Resolved) => null,
        (AlertCommandName.Close, AlertState.Closed) => Conflict("alertStateClosed"),
        (AlertCommandName.Close or AlertCommandName.Reopen, AlertState.Cancelled) => Conflict("alertStateCancelled"),
        (AlertCommandName.Close, _) => Conflict("alertStateNotResolved"),
        (AlertCommandName.Reopen, AlertState.Resolved or AlertState.Closed) => now - ResolvedAt > ReopenWindow
            ? Conflict("reopenTooLate", ("days", (int)ReopenWindow.TotalDays))
            : null,
        (AlertCommandName.Reopen, _) => Conflict("alertStateOpen"),
        (_, AlertState.Resolved or AlertState.Closed or AlertState.Cancelled) => Conflict("alertStateEnded"),
        (AlertCommandName.RestartLine, _) => LineStoppedAt is null ? Conflict("lineNotStopped") : null,
        (AlertCommandName.StopLine, _) => LineId is null ? Conflict("alertHasNoLine")
            : LineStoppedAt is not null ? Conflict("lineAlreadyStopped", ("number", Number)) : null,
        (AlertCommandName.Cancel or AlertCommandName.ChangeSeverity, _) => null,
        (AlertCommandName.Unshelve, _) => State == AlertState.Shelved ? null : Conflict("alertStateNotShelved"),
        (_, AlertState.Shelved) => Conflict("alertStateShelved"),
        (AlertCommandName.Shelve, _) => Kind == AlertKind.Safety ? Conflict("safetyStaysInSight")
            : LineStoppedAt is not null ? Conflict("stoppedLineStaysInSight")
            : null,
        (AlertCommandName.Acknowledge, AlertState.Raised) => null,
        (AlertCommandName.Acknowledge, _) => Awaits(actor) ? null : IsOwner(actor) ? Conflict("alertYours") : Taken(),
        (AlertCommandName.Confirm, _) => Awaits(actor) ? null
            : Assignment is { Confirmed: false } other ? Conflict("assignedToAnother", ("assignee", other.AssigneeId))
            : Conflict("nothingToConfirm"),
        (AlertCommandName.Refuse, _) => Awaits(actor) ? null
            : Assignment is { Confirmed: false } another ? Conflict("refusedByAssignee", ("assignee", another.AssigneeId))
            : Conflict("nothingToRefuse"),
        (AlertCommandName.Start or AlertCommandName.Release or AlertCommandName.Transfer, AlertState.Raised) =>
            Conflict("alertStateNotTaken"),
        (AlertCommandName.Start, AlertState.InProgress) => Conflict("alertStateStarted"),
        (AlertCommandName.Start, _) => IsOwner(actor) ? null : Taken(),
        (AlertCommandName.Release, _) => IsOwner(actor) || actor.May(Permission.LeadAlert, this)
            ? null
            : Refusal.Of(RefusalCode.Forbidden, "forbiddenRelease", ("owner", OwnerId)),
        (AlertCommandName.Transfer, _) => IsOwner(actor) || actor.May(Permission.LeadAlert, this)
            ? null
            : Refusal.Of(RefusalCode.Forbidden, "forbiddenTransfer", ("owner", OwnerId)),
        _ => null,
    };

    private bool IsOwner(Actor actor) => actor.PersonId is { } person && person == OwnerId;

    private bool IsFormerOwner(Actor actor) => actor.PersonId is { } person && person == FormerOwnerId;

    private bool IsRaiser(Actor actor) =>
        actor.PersonId is { } person && person == RaisedById && actor.May(Permission.RaiseAlert, this);

    private Refusal Taken() => Conflict("alreadyTaken", ("owner", OwnerId));

    private Refusal Conflict(string reason, params (string Name, object? Value)[] more) =>
        Refusal.Conflict(reason, [("state", State), ("currentVersion", Version), ("changed", Array.Empty<string>()), .. more]);
}
