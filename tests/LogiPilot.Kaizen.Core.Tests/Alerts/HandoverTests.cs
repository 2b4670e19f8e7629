using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>The morning hands over to the afternoon at 13:00 by the plant's clock, four hours after the tests begin.</summary>
public sealed class HandoverTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task What_the_next_shift_accepts_has_a_new_owner_and_what_it_refuses_is_raised_again_a_quarter_past()
    {
        _world.WorkInShifts();
        var mine = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Stores.Id));
        var shortage = await _world.RaiseShortage();
        Advance(hours: 3);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(mine.Id, _world.Now.AddHours(3)));
        await _world.Do(_world.Pilot, new StartAlert(mine.Id));
        await _world.Do(_world.Pilot, new AcknowledgeAlert(shortage.Id, _world.Now.AddHours(3)));
        var handover = await Signed();
        Assert.Equal((HandoverState.Signed, "M", "A", 2), (handover.State, handover.ShiftCode, handover.ToShift, handover.Items.Count));

        Assert.Equal("forbiddenHandoverAnswer", (await _world.Refused(_world.Pilot, new AcceptHandover(handover.Id))).Reason);
        await Done(_world.OtherPilot, new RefuseHandover(handover.Id, "Trop de monde au quai"));
        await Done(_world.OtherPilot, new AcceptHandover(handover.Id, [mine.Id]));
        Assert.Equal("handoverItemTaken", (await _world.Refused(_world.OtherPilot, new AcceptHandover(handover.Id, [mine.Id]))).Reason);
        Assert.Equal((AlertState.InProgress, _world.OtherPilot.PersonId), (mine.State, mine.OwnerId));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.Zero), mine.OwnedUntil);

        Advance(hours: 1, minutes: 14);
        await _world.Sweep();
        Assert.Equal((0, AlertState.Acknowledged), (await _world.EndShifts(), shortage.State));
        Advance(minutes: 1);
        Assert.Equal((1, 0), (await _world.EndShifts(), await _world.EndShifts()));
        Assert.Equal((AlertState.Raised, _world.Pilot.PersonId), (shortage.State, shortage.FormerOwnerId));
        Assert.Equal(AlertState.InProgress, mine.State);
        Assert.Equal((HandoverState.Partly, null), (handover.State, handover.DueAt));
        Assert.Equal("handoverOver", (await _world.Refused(_world.OtherPilot, new AcceptHandover(handover.Id))).Reason);
    }

    [Fact]
    public async Task A_handover_that_fails_is_named_and_the_others_are_settled_without_it()
    {
        _world.WorkInShifts();
        Advance(hours: 3);
        foreach (var (place, by) in ((Guid, Actor)[])[(_world.Stores.Id, _world.Pilot), (_world.Booth.Id, _world.LeaderOfPainting)])
        {
            var alert = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, place));
            await _world.Do(by, new AcknowledgeAlert(alert.Id, _world.Now.AddHours(3)));
        }

        var broken = await Signed();
        await Done(_world.Manager, new SignHandover(_world.Plant.Id, _world.Painting.Id, "RAS"));
        _world.Notices.Broken.Add(_world.Leader.PersonId!.Value);
        Advance(hours: 1, minutes: 15);

        Assert.Equal(broken.Id, (await Assert.ThrowsAsync<DueFailedException>(_world.EndShifts)).SubjectId);
        Assert.Equal(1, (await _world.Send(Actor.System, new EndShifts(Except: [broken.Id]))).Value);
        Assert.Equal(HandoverState.Returned, _world.Handovers.All[^1].State);
    }

    [Fact]
    public async Task Accepted_whole_it_is_taken_with_what_nobody_owned_and_nothing_falls_due()
    {
        _world.WorkInShifts();
        Advance(hours: 3);
        var untaken = await _world.RaiseShortage();
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Booth.Id));
        var handover = await Signed();
        Assert.Equal([untaken.Id], handover.Items.Select(i => i.AlertId));
        Advance(hours: 1);
        await Done(_world.OtherPilot, new AcceptHandover(handover.Id));

        Assert.Equal((HandoverState.Taken, null), (handover.State, handover.DueAt));
        Assert.Equal((AlertState.Acknowledged, _world.OtherPilot.PersonId), (untaken.State, untaken.OwnerId));
        Assert.Equal(
            [nameof(HandoverSigned), nameof(HandoverAnswered)],
            _world.Log.All.Where(e => e is HandoverSigned or HandoverAnswered or HandoverReturned).Select(e => e.Name));
    }

    [Fact]
    public async Task Taken_over_it_keeps_when_it_was_taken_and_no_promise_that_is_past_and_what_one_refused_another_may_accept()
    {
        _world.WorkInShifts();
        Advance(hours: 3);
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddMinutes(10)));
        var (taken, handover) = (_world.Now, await Signed());
        Advance(minutes: 20);
        await Done(_world.OtherPilot, new RefuseHandover(handover.Id, "Trop de monde au quai"));
        await Done(_world.OtherPilot, new AcceptHandover(handover.Id));

        Assert.Equal((HandoverState.Taken, _world.OtherPilot.PersonId), (handover.State, alert.OwnerId));
        Assert.Equal((taken, null, _world.Now + Alert.SilenceAllowed), (alert.AcknowledgedAt!.Value, alert.ExpectedAt, alert.DueAt!.Value));
    }

    [Fact]
    public async Task Signed_after_the_next_shift_began_it_is_answered_within_a_quarter_of_an_hour_from_then()
    {
        _world.WorkInShifts();
        Advance(hours: 4, minutes: 20);
        await _world.RaiseShortage();

        Assert.Equal(_world.Now.AddMinutes(15), (await Signed()).DueAt);
    }

    [Fact]
    public async Task With_nobody_on_the_next_shift_all_returns_at_the_end_of_the_shift()
    {
        _world.WorkInShifts();
        _world.Organisation.Teams[1].Revise(new("TA", "Équipe A", [], [_world.Operator.PersonId!.Value], new(2026, 3, 2), ["A"]));
        Advance(hours: 3);
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddHours(5)));
        var handover = await Signed();
        Assert.Equal((null, handover.ShiftEndsAt), (handover.ToShift, handover.DueAt));

        Advance(hours: 1);
        await _world.EndShifts();
        Assert.Equal((HandoverState.Returned, AlertState.Raised), (handover.State, alert.State));
    }

    [Fact]
    public async Task Between_two_shifts_what_is_handed_over_waits_for_the_next_and_what_is_not_does_not()
    {
        _world.WorkInShifts(afternoonStarts: 14);
        Advance(hours: 3);
        var offered = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(offered.Id, _world.Now.AddHours(5)));
        await Signed();
        var after = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Stores.Id));
        await _world.Do(_world.Pilot, new AcknowledgeAlert(after.Id, _world.Now.AddHours(5)));

        Advance(hours: 1, minutes: 20);
        await _world.Sweep();
        Assert.Equal((AlertState.Acknowledged, AlertState.Raised), (offered.State, after.State));
        Advance(minutes: 55);
        await _world.Sweep();
        Assert.Equal(AlertState.Raised, offered.State);
        await _world.EndShifts();
        Assert.Equal(HandoverState.Returned, _world.Handovers.All[0].State);
    }

    [Fact]
    public async Task What_somebody_took_or_ended_meanwhile_stays_as_it_is_and_what_is_restored_stays_with_its_owner()
    {
        _world.WorkInShifts();
        var point = _world.AddPoint(_world.Station);
        Advance(hours: 3);
        var taken = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Stores.Id));
        var ended = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.FiveS, _world.Stores.Id));
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        var restored = _world.Alerts.All[^1];
        await _world.Do(_world.Pilot, new AcknowledgeAlert(restored.Id, _world.Now.AddHours(5)));
        var handover = await Signed();
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.None);
        await _world.Do(_world.Leader, new CancelAlert(ended.Id, "Rangé"));
        Advance(hours: 1);
        await _world.Do(_world.OtherPilot, new AcknowledgeAlert(taken.Id));
        Advance(minutes: 15);
        await _world.EndShifts();

        Assert.Equal((AlertState.Acknowledged, AlertState.Cancelled, AlertState.Acknowledged), (taken.State, ended.State, restored.State));
        Assert.Equal(
            [HandoverItemState.Accepted, HandoverItemState.Accepted, HandoverItemState.Returned], handover.Items.Select(i => i.State));
    }

    [Fact]
    public async Task It_names_what_cleared_untaken_in_the_shift()
    {
        _world.WorkInShifts();
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.None);
        Advance(hours: 3);

        var handover = await Signed();
        Assert.Equal([_world.OnlyAlert.Id], handover.ClearedAlertIds);
        Assert.Empty(handover.Items);
        await Done(_world.OtherPilot, new AcceptHandover(handover.Id));
        Assert.Equal(HandoverState.Taken, handover.State);
    }

    [Fact]
    public async Task It_is_signed_once_by_a_leader_there_in_the_last_two_hours_or_the_half_hour_after()
    {
        Assert.Equal("handoverWithoutCalendar", (await Refused(_world.Leader)).Reason);
        _world.WorkInShifts();
        var tooEarly = await Refused(_world.Leader);
        Assert.Equal(("handoverTooEarly", "11:00"), (tooEarly.Reason, tooEarly.Arguments["from"]));
        Advance(hours: 2);
        Assert.Equal("forbidden", (await Refused(_world.Pilot)).Reason);
        Assert.Equal("forbiddenHandover", (await Refused(_world.LeaderOfPainting)).Reason);
        Assert.Equal("forbiddenHandover", (await _world.Refused(_world.Leader, new SignHandover(_world.Plant.Id, null, "RAS"))).Reason);
        Assert.Equal("textNeeded", (await _world.Refused(_world.Leader, new SignHandover(_world.Plant.Id, _world.Assembly.Id, " "))).Reason);
        Assert.Equal("notFound", (await _world.Refused(_world.Stranger, new SignHandover(_world.Plant.Id, _world.Assembly.Id, "RAS"))).Reason);
        await Signed();
        Assert.Equal("handoverSigned", (await Refused(_world.Leader)).Reason);

        Advance(hours: 2, minutes: 29);
        await Done(_world.Manager, new SignHandover(_world.Plant.Id, _world.Painting.Id, "RAS"));
        Advance(minutes: 1);
        Assert.Equal("handoverTooEarly", (await _world.Refused(_world.Manager, new SignHandover(_world.Plant.Id, null, "RAS"))).Reason);
    }

    private Task<Refusal> Refused(Actor by) => _world.Refused(by, new SignHandover(_world.Plant.Id, _world.Assembly.Id, "RAS"));

    private async Task<ShiftHandover> Signed()
    {
        await Done(_world.Leader, new SignHandover(_world.Plant.Id, _world.Assembly.Id, "Presse 2 capricieuse"));
        return _world.Handovers.All[^1];
    }

    private async Task Done(Actor by, Command command)
    {
        var outcome = await _world.Send(by, command);
        Assert.True(outcome.IsDone, outcome.Refusal?.Reason);
    }

    private void Advance(int hours = 0, int minutes = 0) => _world.Clock.Advance(new TimeSpan(hours, minutes, 0));
}
