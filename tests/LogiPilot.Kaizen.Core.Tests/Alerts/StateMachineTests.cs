using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>The product's table of states: every state and every command, allowed ("ok") or refused with its reason.</summary>
public sealed class StateMachineTests
{
    private readonly AlertWorld _world = new();

    // Taken by the pilot; "assigned" to the pilot, who has not confirmed. The line runs and may be stopped.
    [Theory]
    [InlineData("raised", "Acknowledge ok, Assign ok, Confirm nothingToConfirm, Start alertStateNotTaken, Release alertStateNotTaken, Resolve ok, Close alertStateNotResolved, Reopen alertStateOpen, Cancel ok, Comment ok, ChangeSeverity ok, StopLine ok, RestartLine lineNotStopped, Shelve ok, Unshelve alertStateNotShelved, Transfer alertStateNotTaken, Refuse nothingToRefuse")]
    [InlineData("assigned", "Acknowledge alreadyTaken, Assign ok, Confirm assignedToAnother, Start alreadyTaken, Release ok, Resolve ok, Close alertStateNotResolved, Reopen alertStateOpen, Cancel ok, Comment ok, ChangeSeverity ok, StopLine ok, RestartLine lineNotStopped, Shelve ok, Unshelve alertStateNotShelved, Transfer ok, Refuse refusedByAssignee")]
    [InlineData("acknowledged", "Acknowledge alreadyTaken, Assign ok, Confirm nothingToConfirm, Start alreadyTaken, Release ok, Resolve ok, Close alertStateNotResolved, Reopen alertStateOpen, Cancel ok, Comment ok, ChangeSeverity ok, StopLine ok, RestartLine lineNotStopped, Shelve ok, Unshelve alertStateNotShelved, Transfer ok, Refuse nothingToRefuse")]
    [InlineData("in progress", "Acknowledge alreadyTaken, Assign ok, Confirm nothingToConfirm, Start alertStateStarted, Release ok, Resolve ok, Close alertStateNotResolved, Reopen alertStateOpen, Cancel ok, Comment ok, ChangeSeverity ok, StopLine ok, RestartLine lineNotStopped, Shelve ok, Unshelve alertStateNotShelved, Transfer ok, Refuse nothingToRefuse")]
    [InlineData("resolved", "Acknowledge alertStateEnded, Assign alertStateEnded, Confirm alertStateEnded, Start alertStateEnded, Release alertStateEnded, Resolve alertStateEnded, Close ok, Reopen ok, Cancel alertStateEnded, Comment ok, ChangeSeverity alertStateEnded, StopLine alertStateEnded, RestartLine alertStateEnded, Shelve alertStateEnded, Unshelve alertStateEnded, Transfer alertStateEnded, Refuse alertStateEnded")]
    [InlineData("closed", "Acknowledge alertStateEnded, Assign alertStateEnded, Confirm alertStateEnded, Start alertStateEnded, Release alertStateEnded, Resolve alertStateEnded, Close alertStateClosed, Reopen ok, Cancel alertStateEnded, Comment ok, ChangeSeverity alertStateEnded, StopLine alertStateEnded, RestartLine alertStateEnded, Shelve alertStateEnded, Unshelve alertStateEnded, Transfer alertStateEnded, Refuse alertStateEnded")]
    [InlineData("cancelled", "Acknowledge alertStateEnded, Assign alertStateEnded, Confirm alertStateEnded, Start alertStateEnded, Release alertStateEnded, Resolve alertStateEnded, Close alertStateCancelled, Reopen alertStateCancelled, Cancel alertStateEnded, Comment ok, ChangeSeverity alertStateEnded, StopLine alertStateEnded, RestartLine alertStateEnded, Shelve alertStateEnded, Unshelve alertStateEnded, Transfer alertStateEnded, Refuse alertStateEnded")]
    [InlineData("shelved", "Acknowledge alertStateShelved, Assign alertStateShelved, Confirm alertStateShelved, Start alertStateShelved, Release alertStateShelved, Resolve alertStateShelved, Close alertStateNotResolved, Reopen alertStateOpen, Cancel ok, Comment ok, ChangeSeverity ok, StopLine ok, RestartLine lineNotStopped, Shelve alertStateShelved, Unshelve ok, Transfer alertStateShelved, Refuse alertStateShelved")]
    public async Task What_a_leader_may_do_in_each_state(string state, string expected) =>
        Assert.Equal(expected, Row(await In(state), _world.Leader));

    [Theory]
    [InlineData("raised", "Acknowledge ok, Assign forbiddenLead, Confirm nothingToConfirm, Start alertStateNotTaken, Release alertStateNotTaken, Resolve ok, Close forbiddenClose, Reopen forbiddenClose, Cancel forbiddenCancel, Comment ok, ChangeSeverity forbiddenLead, StopLine forbiddenStop, RestartLine forbiddenStop, Shelve forbiddenShelve, Unshelve forbiddenShelve, Transfer alertStateNotTaken, Refuse nothingToRefuse")]
    [InlineData("assigned", "Acknowledge ok, Assign forbiddenLead, Confirm ok, Start ok, Release ok, Resolve ok, Close forbiddenClose, Reopen forbiddenClose, Cancel forbiddenCancel, Comment ok, ChangeSeverity forbiddenLead, StopLine forbiddenStop, RestartLine forbiddenStop, Shelve forbiddenShelve, Unshelve forbiddenShelve, Transfer ok, Refuse ok")]
    [InlineData("acknowledged", "Acknowledge alertYours, Assign forbiddenLead, Confirm nothingToConfirm, Start ok, Release ok, Resolve ok, Close forbiddenClose, Reopen forbiddenClose, Cancel forbiddenCancel, Comment ok, ChangeSeverity forbiddenLead, StopLine forbiddenStop, RestartLine forbiddenStop, Shelve forbiddenShelve, Unshelve forbiddenShelve, Transfer ok, Refuse nothingToRefuse")]
    [InlineData("in progress", "Acknowledge alertYours, Assign forbiddenLead, Confirm nothingToConfirm, Start alertStateStarted, Release ok, Resolve ok, Close forbiddenClose, Reopen forbiddenClose, Cancel forbiddenCancel, Comment ok, ChangeSeverity forbiddenLead, StopLine forbiddenStop, RestartLine forbiddenStop, Shelve forbiddenShelve, Unshelve forbiddenShelve, Transfer ok, Refuse nothingToRefuse")]
    [InlineData("shelved", "Acknowledge alertStateShelved, Assign forbiddenLead, Confirm alertStateShelved, Start alertStateShelved, Release alertStateShelved, Resolve alertStateShelved, Close forbiddenClose, Reopen forbiddenClose, Cancel forbiddenCancel, Comment ok, ChangeSeverity forbiddenLead, StopLine forbiddenStop, RestartLine forbiddenStop, Shelve forbiddenShelve, Unshelve forbiddenShelve, Transfer alertStateShelved, Refuse alertStateShelved")]
    public async Task What_its_owner_may_do_in_each_open_state(string state, string expected) =>
        Assert.Equal(expected, Row(await In(state), _world.Pilot));

    [Fact]
    public async Task The_operator_who_raised_it_may_cancel_it_untaken_stop_the_line_and_close_it_once_resolved()
    {
        var raised = await In("raised");
        Assert.Null(WhyNot(raised, AlertCommandName.Cancel, _world.Operator));
        Assert.Null(WhyNot(raised, AlertCommandName.StopLine, _world.Operator));
        Assert.Equal("forbiddenTake", WhyNot(raised, AlertCommandName.Acknowledge, _world.Operator));

        var taken = await _world.Do(_world.Pilot, new AcknowledgeAlert(raised.Id));
        Assert.Equal("forbiddenCancel", WhyNot(taken, AlertCommandName.Cancel, _world.Operator));

        await _world.Do(_world.Pilot, new ResolveAlert(taken.Id, "DAMAGED", "Remplacé"));
        Assert.Null(WhyNot(taken, AlertCommandName.Close, _world.Operator));
    }

    [Fact]
    public async Task Each_step_is_one_entry_of_the_timeline_one_version_and_one_event()
    {
        var alert = await In("closed");

        Assert.Equal(
            [TimelineKind.Raised, TimelineKind.Acknowledged, TimelineKind.Started, TimelineKind.Resolved, TimelineKind.Closed],
            _world.Alerts.StepsOf(alert));
        Assert.Equal(5, alert.Version);
        Assert.Equal(_world.Alerts.StepsOf(alert), _world.Log.All.OfType<AlertChanged>().Select(e => e.Step));
        Assert.Equal(_world.Pilot.PersonId, alert.OwnerId);
    }

    [Fact]
    public async Task What_the_system_does_is_not_for_a_command() =>
        Assert.Equal("forbiddenTake", WhyNot(await In("raised"), AlertCommandName.Acknowledge, Actor.System));

    private async Task<Alert> In(string state)
    {
        var alert = await _world.RaiseShortage();
        if (state == "assigned")
        {
            return await _world.Do(_world.Leader, new AssignAlert(alert.Id, _world.Pilot.PersonId!.Value));
        }

        var ways = new (string State, Func<Task<Alert>> Way)[]
        {
            ("raised", () => Task.FromResult(alert)),
            ("acknowledged", () => _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id))),
            ("in progress", () => _world.Do(_world.Pilot, new StartAlert(alert.Id))),
            ("resolved", () => _world.Do(_world.Pilot, new ResolveAlert(alert.Id, "DAMAGED", "Remplacé"))),
            ("closed", () => _world.Do(_world.Leader, new CloseAlert(alert.Id))),
        };
        if (state == "shelved")
        {
            return await _world.Do(_world.Leader, new ShelveAlert(alert.Id, "Capteur à régler", _world.Now.AddHours(2)));
        }

        if (state == "cancelled")
        {
            return await _world.Do(_world.Leader, new CancelAlert(alert.Id, "Fausse alerte"));
        }

        foreach (var (_, way) in ways.TakeWhile((_, i) => i == 0 || ways[i - 1].State != state))
        {
            await way();
        }

        return alert;
    }

    private string Row(Alert alert, Actor actor) =>
        string.Join(", ", Enum.GetValues<AlertCommandName>().Select(c => $"{c} {WhyNot(alert, c, actor) ?? "ok"}"));

    private string? WhyNot(Alert alert, AlertCommandName command, Actor actor) => alert.WhyNot(command, actor, _world.Now)?.Reason;
}
