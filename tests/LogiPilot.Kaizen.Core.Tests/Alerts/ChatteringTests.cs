using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class ChatteringTests
{
    private readonly AlertWorld _world = new();
    private readonly SupplyPoint _point;

    public ChatteringTests() => _point = _world.AddPoint(_world.Station);

    [Fact]
    public async Task What_comes_goes_and_comes_within_ten_minutes_stays_open_and_marked_however_often_it_clears()
    {
        await Come();
        await Go(after: 4);
        Assert.Equal(AlertState.Resolved, _world.OnlyAlert.State);
        Assert.False(_world.OnlyAlert.IsChattering);

        await Come(after: 4);
        await Go(after: 1);
        await Come(after: 30);
        await Go(after: 30);

        var alert = _world.OnlyAlert;
        Assert.True(alert.IsChattering);
        Assert.Equal(AlertState.Raised, alert.State);
        Assert.False(alert.ConditionHolds);
        Assert.Single(_world.Alerts.StepsOf(alert), TimelineKind.ChatterSeen);
    }

    [Fact]
    public async Task Only_a_leader_resolves_it_and_then_it_may_clear_by_itself_again()
    {
        await Chatter();
        var alert = await _world.Do(_world.Pilot, new AcknowledgeAlert(_world.OnlyAlert.Id));

        var refusal = await _world.Refused(_world.Pilot, new ResolveAlert(alert.Id, "WRONG_THRESHOLD", "Revu"));
        await _world.Do(_world.Leader, new ResolveAlert(alert.Id, "WRONG_THRESHOLD", "Seuil abaissé"));
        Assert.Equal("forbiddenChattering", refusal.Reason);
        Assert.False(alert.IsChattering);

        await Come(after: 60);
        await Go(after: 11);
        Assert.Equal([AlertState.Resolved, AlertState.Resolved], _world.Alerts.All.Select(a => a.State));
    }

    [Fact]
    public async Task Given_back_after_it_cleared_it_is_raised_and_not_resolved()
    {
        await Chatter();
        var alert = await _world.Do(_world.Pilot, new AcknowledgeAlert(_world.OnlyAlert.Id));

        await _world.Do(_world.Pilot, new ReleaseAlert(alert.Id, "Pas la main"));

        Assert.Equal((AlertState.Raised, true), (alert.State, alert.IsChattering));
    }

    [Fact]
    public async Task Called_off_by_a_leader_it_chatters_no_more()
    {
        await Chatter();
        await _world.Do(_world.Leader, new CancelAlert(_world.OnlyAlert.Id, "Capteur en panne"));

        Assert.Equal((AlertState.Cancelled, false), (_world.OnlyAlert.State, _world.OnlyAlert.IsChattering));
    }

    [Fact]
    public async Task Slow_turns_and_those_of_people_make_no_chatter()
    {
        await Come();
        await Go(after: 6);
        await Come(after: 6);
        await Go(after: 6);
        Assert.False(_world.OnlyAlert.IsChattering);

        var alert = _world.OnlyAlert;
        await _world.Do(_world.Leader, new ReopenAlert(alert.Id, "Non"));
        await _world.Do(_world.Leader, new ResolveAlert(alert.Id, "OTHER", "Oui"));
        Assert.False(alert.IsChattering);
    }

    private async Task Chatter()
    {
        await Come();
        await Go(after: 1);
        await Come(after: 1);
        await Go(after: 1);
    }

    private Task Come(int after = 0) => Turn(after, SupplyCondition.None, SupplyCondition.Low);

    private Task Go(int after) => Turn(after, SupplyCondition.Low, SupplyCondition.None);

    private Task Turn(int after, SupplyCondition was, SupplyCondition isNow)
    {
        _world.Clock.Now += TimeSpan.FromMinutes(after);
        return _world.Turn(_point, was, isNow);
    }
}
