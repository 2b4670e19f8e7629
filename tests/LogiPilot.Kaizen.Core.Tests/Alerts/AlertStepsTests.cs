using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class AlertStepsTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task The_second_who_takes_an_alert_is_told_who_has_it()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));

        var refusal = await _world.Refused(_world.OtherPilot, new AcknowledgeAlert(alert.Id));
        Assert.Equal((RefusalCode.Conflict, "alreadyTaken", "Paul"), (refusal.Code, refusal.Reason, refusal.Arguments["owner"]));
    }

    [Fact]
    public async Task With_a_version_the_second_is_told_what_changed_meanwhile()
    {
        var alert = await _world.RaiseShortage();
        var seen = alert.Version;
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id) { ExpectedVersion = seen });
        await _world.Do(_world.Pilot, new CommentAlert(alert.Id, "J’arrive"));

        var refusal = await _world.Refused(_world.Leader, new CancelAlert(alert.Id, "Fausse alerte") { ExpectedVersion = seen });
        Assert.Equal((RefusalCode.Conflict, "changedMeanwhile", 3), (refusal.Code, refusal.Reason, refusal.Arguments["currentVersion"]));
        Assert.Equal(["ACKNOWLEDGED", "COMMENTED"], Assert.IsType<string[]>(refusal.Arguments["changed"]));
        Assert.Equal(AlertState.Acknowledged, alert.State);
    }

    [Fact]
    public async Task A_version_that_the_alert_never_had_is_told_all_that_happened()
    {
        var alert = await _world.RaiseShortage();

        var refusal = await _world.Refused(_world.Pilot, new AcknowledgeAlert(alert.Id) { ExpectedVersion = 99 });
        Assert.Equal((RefusalCode.Conflict, 1), (refusal.Code, refusal.Arguments["currentVersion"]));
        Assert.Equal(["RAISED"], Assert.IsType<string[]>(refusal.Arguments["changed"]));
    }

    [Fact]
    public async Task A_promise_is_for_the_next_days()
    {
        var alert = await _world.RaiseShortage();

        foreach (var far in new[] { _world.Now.AddDays(8), DateTimeOffset.MaxValue })
        {
            var refusal = await _world.Refused(_world.Pilot, new AcknowledgeAlert(alert.Id, far));
            Assert.Equal((RefusalCode.Invalid, "expectedAtFar", "expectedAt"), (refusal.Code, refusal.Reason, refusal.Field));
        }

        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddDays(7)));
    }

    [Fact]
    public async Task An_alert_of_another_plant_is_not_found()
    {
        var alert = await _world.RaiseShortage();

        Assert.Equal(RefusalCode.NotFound, (await _world.Refused(_world.Stranger, new AcknowledgeAlert(alert.Id))).Code);
        Assert.Equal(RefusalCode.NotFound, (await _world.Send(_world.Stranger, new FindAlert(alert.Id))).Refusal!.Code);
        Assert.Equal(RefusalCode.NotFound, (await _world.Send(_world.Stranger, new FindAlertByNumber(_world.Plant.Id, alert.Number))).Refusal!.Code);
        Assert.Same(alert, (await _world.Send(_world.Screen, new FindAlertByNumber(_world.Plant.Id, "a-2026-000001 "))).Value);
    }

    [Fact]
    public async Task An_assignment_that_nobody_confirms_expires_after_10_minutes()
    {
        var alert = await Assigned();
        Assert.Equal((AlertState.Acknowledged, _world.Pilot.PersonId, false), (alert.State, alert.OwnerId, alert.Assignment!.Confirmed));

        _world.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, await _world.Sweep());
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await _world.Sweep());

        Assert.Equal((AlertState.Raised, null, null), (alert.State, alert.OwnerId, alert.Assignment));
        Assert.Equal((TimelineKind.AssignmentExpired, _world.Now), (_world.Alerts.StepsOf(alert)[^1], alert.RecordedAt));
    }

    [Theory]
    [InlineData("vu")]
    [InlineData("take")]
    [InlineData("start")]
    [InlineData("comment")]
    public async Task The_assignee_confirms_by_seen_take_start_or_comment(string how)
    {
        var alert = await Assigned();
        await _world.Do(_world.Pilot, how switch
        {
            "vu" => new ConfirmAlert(alert.Id),
            "take" => new AcknowledgeAlert(alert.Id),
            "start" => new StartAlert(alert.Id),
            _ => new CommentAlert(alert.Id, "J’arrive"),
        });

        Assert.True(alert.Assignment!.Confirmed);
        Assert.Contains(TimelineKind.Confirmed, _world.Alerts.StepsOf(alert));
        _world.Clock.Advance(TimeSpan.FromMinutes(12));
        Assert.Equal(0, await _world.Sweep());
    }

    [Fact]
    public async Task Only_somebody_who_may_take_the_alert_is_given_it()
    {
        var alert = await _world.RaiseShortage();

        Assert.Equal("assigneeMayNotTake", (await Give(_world.Operator)).Reason);
        Assert.Equal("assigneeMayNotTake", (await Give(_world.Maintenance)).Reason);
        Assert.Equal(RefusalCode.NotFound, (await Give(_world.Stranger)).Code);

        Task<Refusal> Give(Actor person) => _world.Refused(_world.Leader, new AssignAlert(alert.Id, person.PersonId!.Value));
    }

    [Theory]
    [InlineData(Severity.Major, null, 30)]
    [InlineData(Severity.Critical, null, 10)]
    [InlineData(Severity.Major, 20, 35)]
    public async Task An_acknowledgement_without_news_expires(Severity severity, int? expectedIn, int expiresIn)
    {
        var alert = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Quality, _world.Station.Id, Severity: severity));
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, expectedIn is { } m ? _world.Now.AddMinutes(m) : null));

        _world.Clock.Advance(TimeSpan.FromMinutes(expiresIn) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await _world.Sweep());
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await _world.Sweep());
        Assert.Equal((AlertState.Raised, TimelineKind.Released), (alert.State, _world.Alerts.StepsOf(alert)[^1]));
    }

    [Fact]
    public async Task News_of_the_owner_keeps_the_acknowledgement_and_somebody_elses_comment_does_not()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));
        _world.Clock.Advance(TimeSpan.FromMinutes(20));
        await _world.Do(_world.Pilot, new CommentAlert(alert.Id, "Le camion est là"));
        _world.Clock.Advance(TimeSpan.FromMinutes(20));
        await _world.Do(_world.Operator, new CommentAlert(alert.Id, "Alors ?"));
        Assert.Equal(0, await _world.Sweep());
        _world.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await _world.Sweep());
    }

    [Fact]
    public async Task Only_the_owner_or_a_leader_releases()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id));

        Assert.Equal("forbiddenRelease", (await _world.Refused(_world.OtherPilot, new ReleaseAlert(alert.Id, "Pour lui"))).Reason);
        Assert.Equal("reasonNeeded", (await _world.Refused(_world.Pilot, new ReleaseAlert(alert.Id, " "))).Reason);
        await _world.Do(_world.Leader, new ReleaseAlert(alert.Id, "Il est appelé ailleurs"));
        Assert.Equal(AlertState.Raised, alert.State);
    }

    [Fact]
    public async Task Resolving_needs_a_known_cause_and_what_was_done_and_counts_as_acknowledging()
    {
        var alert = await _world.RaiseShortage();
        var refusal = await _world.Refused(_world.Pilot, new ResolveAlert(alert.Id, AlertCauses.ClearedUntaken, null));
        Assert.Equal(["causeUnknown", "resolutionNeeded"], refusal.Details!.Select(d => d.Reason));

        await _world.Do(_world.Pilot, new ResolveAlert(alert.Id, "DAMAGED", "Remplacé"));
        Assert.Equal((_world.Pilot.PersonId, _world.Now, _world.Now), (alert.OwnerId, alert.AcknowledgedAt, alert.ResolvedAt));
    }

    [Fact]
    public async Task A_stock_out_is_closed_only_once_a_person_gave_its_cause_and_never_by_itself_before()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.StockOut);
        await _world.Turn(point, SupplyCondition.StockOut, SupplyCondition.None);
        _world.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await _world.Sweep());

        var alert = _world.OnlyAlert;
        Assert.Equal("stockOutNeedsCause", (await _world.Refused(_world.Leader, new CloseAlert(alert.Id))).Reason);
        await _world.Do(_world.Leader, new CloseAlert(alert.Id, "LATE_SUPPLIER"));
        Assert.Equal((AlertState.Closed, "LATE_SUPPLIER"), (alert.State, alert.CauseCode));
    }

    [Fact]
    public async Task Whoever_resolves_what_another_was_given_and_never_confirmed_owns_it()
    {
        var alert = await _world.RaiseShortage();
        await _world.Do(_world.Leader, new AssignAlert(alert.Id, _world.Pilot.PersonId!.Value));

        await _world.Do(_world.OtherPilot, new ResolveAlert(alert.Id, "OTHER", "Fait"));

        Assert.Equal((_world.OtherPilot.PersonId, null), (alert.OwnerId, alert.Assignment));
    }

    [Fact]
    public async Task What_is_resolved_closes_by_itself_after_a_day()
    {
        var alert = await Resolved();
        _world.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(1, await _world.Sweep());
        Assert.Equal((AlertState.Closed, _world.Now, null), (alert.State, alert.EndedAt, alert.DueAt));
    }

    [Fact]
    public async Task An_alert_is_reopened_with_a_reason_and_only_the_last_on_its_problem()
    {
        var alert = await Resolved();
        Assert.Equal("reasonNeeded", (await _world.Refused(_world.Operator, new ReopenAlert(alert.Id, null))).Reason);
        var twin = await _world.RaiseShortage();
        var refusal = await _world.Refused(_world.Operator, new ReopenAlert(alert.Id, "Encore"));
        Assert.Equal(("twinIsOpen", twin.Number), (refusal.Reason, refusal.Arguments["number"]));

        await _world.Do(_world.Operator, new CancelAlert(twin.Id, "Doublon"));
        Assert.Equal("laterAlertEnded", (await _world.Refused(_world.Operator, new ReopenAlert(alert.Id, "Encore"))).Reason);
    }

    [Fact]
    public async Task A_week_after_its_end_an_alert_is_history()
    {
        var alert = await Resolved();
        _world.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        Assert.Equal("reopenTooLate", (await _world.Refused(_world.Operator, new ReopenAlert(alert.Id, "Encore"))).Reason);
        _world.Clock.Advance(TimeSpan.FromSeconds(-1));
        await _world.Do(_world.Operator, new ReopenAlert(alert.Id, "Encore"));
        Assert.Equal((AlertState.Raised, null, null), (alert.State, alert.OwnerId, alert.CauseCode));
    }

    [Fact]
    public async Task Severity_is_lowered_only_with_a_reason_and_not_while_the_line_stands()
    {
        var alert = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Quality, _world.Station.Id, LineStopped: true));
        Assert.Equal("reasonNeeded", (await _world.Refused(_world.Leader, new ChangeAlertSeverity(alert.Id, Severity.Minor))).Reason);
        var lower = new ChangeAlertSeverity(alert.Id, Severity.Minor, "Une seule pièce");
        Assert.Equal("severityOfStoppedLine", (await _world.Refused(_world.Leader, lower)).Reason);

        await _world.Do(_world.Leader, new RestartLine(_world.Line.Id));
        await _world.Do(_world.Leader, lower);
        await _world.Do(_world.Leader, new ChangeAlertSeverity(alert.Id, Severity.Critical));
        Assert.Equal(
            [TimelineKind.SeverityLowered, TimelineKind.SeverityRaised], _world.Alerts.StepsOf(alert).TakeLast(2));
    }

    [Fact]
    public async Task Ending_the_alert_ends_the_stop_of_its_line()
    {
        var alert = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Quality, _world.Station.Id, LineStopped: true));
        await _world.Do(_world.Pilot, new ResolveAlert(alert.Id, "NON_CONFORMING", "Lot isolé"));

        Assert.Null(alert.LineStoppedAt);
        Assert.Contains(TimelineKind.LineRestarted, _world.Alerts.StepsOf(alert));
    }

    [Fact]
    public async Task My_work_is_what_is_mine_then_what_nobody_took_and_never_untaken_information()
    {
        var mine = await _world.RaiseShortage();
        await _world.Do(_world.Pilot, new AcknowledgeAlert(mine.Id));
        var others = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Congestion, _world.Station.Id));
        await _world.Do(_world.OtherPilot, new AcknowledgeAlert(others.Id));
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.FiveS, _world.Station.Id));
        var major = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Quality, _world.Booth.Id));
        var stopped = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.EquipmentFailure, _world.Line.Id, LineStopped: true));

        Assert.Equal([stopped, mine, major], await WorkOf(_world.Pilot));
        Assert.Equal([stopped], await WorkOf(_world.Leader));
        Assert.Equal([stopped], await WorkOf(_world.Maintenance));
        Assert.Empty(await WorkOf(_world.Operator));
        Assert.Empty(await WorkOf(_world.Stranger));
    }

    private async Task<IReadOnlyList<Alert>> WorkOf(Actor actor) => (await _world.Send(actor, new ListMyWork())).Value.Alerts;

    private async Task<Alert> Assigned()
    {
        var alert = await _world.RaiseShortage();
        return await _world.Do(_world.Leader, new AssignAlert(alert.Id, _world.Pilot.PersonId!.Value));
    }

    private async Task<Alert> Resolved()
    {
        var alert = await _world.RaiseShortage();
        return await _world.Do(_world.Pilot, new ResolveAlert(alert.Id, "DAMAGED", "Remplacé"));
    }
}
