using LogiPilot.Kaizen.Core.Alerts;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class HandingTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task The_owner_gives_it_on_and_the_other_confirms_within_10_minutes_or_it_is_nobodys()
    {
        var alert = await Taken();
        await _world.Do(_world.Pilot, new TransferAlert(alert.Id, _world.OtherPilot.PersonId!.Value, "Je pars au quai"));
        Assert.Equal((_world.OtherPilot.PersonId, false), (alert.OwnerId, alert.Assignment!.Confirmed));

        await _world.Do(_world.OtherPilot, new ConfirmAlert(alert.Id));
        await _world.Do(_world.Leader, new TransferAlert(alert.Id, _world.Pilot.PersonId!.Value));
        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        await _world.Sweep();
        Assert.Equal((AlertState.Raised, _world.Pilot.PersonId), (alert.State, alert.FormerOwnerId));
    }

    [Fact]
    public async Task Refused_it_goes_back_to_the_giver_who_owned_it_else_it_is_raised()
    {
        var alert = await Taken();
        await _world.Do(_world.Pilot, new TransferAlert(alert.Id, _world.OtherPilot.PersonId!.Value));
        Assert.Equal("reasonNeeded", (await _world.Refused(_world.OtherPilot, new RefuseAlert(alert.Id, ""))).Reason);
        await _world.Do(_world.OtherPilot, new RefuseAlert(alert.Id, "Pas de chariot"));
        Assert.Equal((AlertState.Acknowledged, _world.Pilot.PersonId, null), (alert.State, alert.OwnerId, alert.Assignment));

        await _world.Do(_world.Leader, new AssignAlert(alert.Id, _world.OtherPilot.PersonId!.Value));
        await _world.Do(_world.OtherPilot, new RefuseAlert(alert.Id, "Pas de chariot"));
        Assert.Equal((AlertState.Raised, _world.OtherPilot.PersonId), (alert.State, alert.FormerOwnerId));
    }

    [Fact]
    public async Task Refused_after_the_giver_went_home_it_is_raised()
    {
        _world.WorkInShifts();
        _world.Clock.Advance(TimeSpan.FromMinutes(235));
        var alert = await Taken();
        await _world.Do(_world.Pilot, new TransferAlert(alert.Id, _world.OtherPilot.PersonId!.Value));
        _world.Clock.Advance(TimeSpan.FromMinutes(6));
        await _world.Do(_world.OtherPilot, new RefuseAlert(alert.Id, "Je commence"));

        Assert.Equal(AlertState.Raised, alert.State);
    }

    [Fact]
    public async Task Only_the_owner_or_a_leader_gives_it_on_and_only_to_somebody_who_may_take_it()
    {
        var alert = await Taken();
        var other = _world.OtherPilot.PersonId!.Value;

        Assert.Equal("forbiddenTransfer", (await _world.Refused(_world.OtherPilot, new TransferAlert(alert.Id, other))).Reason);
        Assert.Equal("assigneeMayNotTake", (await _world.Refused(_world.Pilot, new TransferAlert(alert.Id, _world.Operator.PersonId!.Value))).Reason);
        Assert.Equal("transferToOwner", (await _world.Refused(_world.Pilot, new TransferAlert(alert.Id, _world.Pilot.PersonId!.Value))).Reason);
        Assert.Equal("notFound", (await _world.Refused(_world.Pilot, new TransferAlert(alert.Id, _world.Stranger.PersonId!.Value))).Reason);
        Assert.Equal("nothingToRefuse", (await _world.Refused(_world.Pilot, new RefuseAlert(alert.Id, "Non"))).Reason);
        await _world.Do(_world.Pilot, new TransferAlert(alert.Id, other));
        Assert.Equal("refusedByAssignee", (await _world.Refused(_world.Leader, new RefuseAlert(alert.Id, "Non"))).Reason);
    }

    [Fact]
    public async Task Nobody_owns_an_alert_past_the_end_of_the_shift_unless_it_is_taken_again()
    {
        _world.WorkInShifts();
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddHours(9)));
        Assert.Equal(_world.Now.AddHours(4), alert.OwnedUntil);

        _world.Clock.Advance(TimeSpan.FromMinutes((4 * 60) + 14));
        await _world.Sweep();
        Assert.Equal(AlertState.Acknowledged, alert.State);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Sweep();
        Assert.Equal((AlertState.Raised, _world.Pilot.PersonId, null), (alert.State, alert.FormerOwnerId, alert.OwnedUntil));

        await _world.Do(_world.OtherPilot, new AcknowledgeAlert(alert.Id, _world.Now.AddHours(20)));
        Assert.Null(alert.FormerOwnerId);
        _world.Clock.Advance(TimeSpan.FromHours(8));
        await _world.Sweep();
        Assert.Equal((AlertState.Raised, _world.OtherPilot.PersonId), (alert.State, alert.FormerOwnerId));
    }

    private async Task<Alert> Taken()
    {
        var alert = await _world.RaiseShortage();
        return await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
    }
}
