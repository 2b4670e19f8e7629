using System.Globalization;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>What the dry run and the replay say is what the sweep does.</summary>
public sealed class EscalationRehearsalTests
{
    private static readonly NoticeChannel[] Channels = [NoticeChannel.App, NoticeChannel.Mail];

    private readonly AlertWorld _world = new();
    private readonly Actor _admin;

    public EscalationRehearsalTests()
    {
        _admin = new Actor(Guid.CreateVersion7(), "Ada", Language.Fr, [new(_world.Plant.Id, Role.Admin, [])]);
        _world.Plant.FallBackOn([_world.Maintenance.PersonId!.Value]);
    }

    [Fact]
    public async Task A_dry_run_tells_what_then_happens()
    {
        _world.Reach.Away.Add(_world.Leader.PersonId!.Value);
        var told = (await _world.Send(_admin, new DryRunEscalation(_world.Plant.Id, AlertKind.Shortage, Severity.Major, _world.Station.Id))).Value;
        await _world.RaiseShortage();
        await Pass(31);

        Assert.Equal(
            Say(told.Steps.Where(s => s.Track == EscalationTrack.Unacknowledged)),
            string.Join('\n', _world.Escalations.AllCalls.Select(c => Say(c.DueAt, c.Loop, c.Level, c.Reached, c.Recipients))));
        Assert.Equal(
            """
            08:30 0.0 unreached Lena
            08:30 0.1 reached Max
            10:00 0.2 reached Mina
            """, Say(told.Steps.Where(s => s.Track == EscalationTrack.Unresolved)));
    }

    [Fact]
    public async Task A_replay_of_a_life_by_the_policy_in_force_is_what_was_called()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Critical);
        var alert = _world.OnlyAlert;
        await Pass(7);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddMinutes(50)));
        await Pass(40);
        await _world.Do(_world.Leader, new ChangeAlertSeverity(alert.Id, Severity.Critical));
        await Pass(46);
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddMinutes(300)));
        await _world.Turn(point, SupplyCondition.Critical, SupplyCondition.None);
        await Pass(40);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        await Pass(35);
        await _world.Do(_world.Pilot, new ResolveAlert(alert.Id, "OTHER", "Fait", "Fin de série", _world.Now.AddMinutes(30)));
        await Pass(36);
        await _world.Do(_world.Leader, new CancelAlert(alert.Id, "Fausse alerte", _world.Now.AddMinutes(30)));

        var replayed = await Replay(new EscalationTimers(Severity.Information, [], []));

        Assert.Equal(replayed.CallsBefore, _world.Escalations.AllCalls.Count);
        Assert.True(replayed.CallsBefore > 8, "too little happened");
        Assert.Equal((1, replayed.CallsBefore), (replayed.Alerts, replayed.CallsAfter));
        Assert.Empty(replayed.Changed);
        var timeline = (await _world.Alerts.Timelines([alert.Id], default))[alert.Id];
        var picture = await _world.Organisation.Current(default);
        var steps = new EscalationRehearsal(picture, _world.Reach).Play(
            new(alert.PlantId, alert.AreaId, alert.Kind, alert.RoutedTo), EscalationLife.Of(timeline),
            severity => EscalationRule.Of(alert.Kind, severity, null), _world.Now);
        Assert.Equal(
            string.Join('\n', _world.Escalations.AllCalls.Select(c => Say(c.DueAt, c.Loop, c.Level, c.Reached, c.Recipients))), Say(steps));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_to_an_alert_who_is_called_follows_from_its_life(int seed)
    {
        var random = new Random(seed);
        var point = _world.AddPoint(_world.Station);
        var condition = SupplyCondition.None;
        for (var step = 0; step < 400; step++)
        {
            // Levels are due at full minutes of something that happened at an odd second.
            await Pass(random.Next(3) == 0 ? random.Next(70) : random.Next(4));
            _world.Clock.Advance(TimeSpan.FromSeconds(1));
            if (random.Next(5) == 0)
            {
                var next = (SupplyCondition)random.Next(4);
                await _world.Turn(point, condition, next);
                condition = next;
            }
            else
            {
                await Command(random);
            }
        }

        var picture = await _world.Organisation.Current(default);
        foreach (var alert in _world.Alerts.All)
        {
            var timeline = (await _world.Alerts.Timelines([alert.Id], default))[alert.Id];
            var steps = new EscalationRehearsal(picture, _world.Reach).Play(
                new(alert.PlantId, alert.AreaId, alert.Kind, alert.RoutedTo), EscalationLife.Of(timeline),
                severity => EscalationRule.Of(alert.Kind, severity, null), _world.Now);
            var calls = _world.Escalations.AllCalls.Where(c => c.AlertId == alert.Id);
            Assert.Equal(string.Join('\n', calls.Select(c => Say(c.DueAt, c.Loop, c.Level, c.Reached, c.Recipients))), Say(steps));
        }

        Assert.True(_world.Escalations.AllCalls.Count > 100, "too little happened");
    }

    [Fact]
    public async Task A_replay_counts_what_a_proposal_would_have_changed_and_shows_the_most_changed_first()
    {
        var taken = await _world.RaiseShortage();
        await Pass(1);
        await _world.Do(_world.Pilot, new ResolveAlert(taken.Id, "OTHER", "Fait"));
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Quality, _world.Booth.Id));
        await Pass(20);

        var replayed = await Replay(new EscalationTimers(
            Severity.Major, [new(10, [new(TargetKind.RoleOnShift, Role.TeamLeader)], Channels)], []));

        Assert.Equal((2, 4, 1), (replayed.Alerts, replayed.CallsBefore, replayed.CallsAfter));
        Assert.Equal(
            ["Pilot 2 0", "TeamLeader 1 1", "Manager 1 0"], replayed.ByRole.Select(r => $"{r.Role} {r.Before} {r.After}"));
        Assert.Equal([AlertKind.Quality, AlertKind.Shortage], replayed.Changed.Select(c => c.Alert.Kind));
        Assert.Equal("08:11 0.0 reached Luc", Say(replayed.Changed[0].After));

        var ofOneKind = await _world.Send(_admin, new ReplayEscalation(
            _world.Plant.Id, _world.Now.AddDays(-1), _world.Now.AddDays(1), Timers: StandardPolicy.Timers, Kinds: [AlertKind.Quality]));
        Assert.Equal((1, 3), (ofOneKind.Value.Alerts, ofOneKind.Value.CallsBefore));
    }

    [Fact]
    public async Task Of_the_changed_those_with_most_calls_more_or_less_come_first_whenever_they_were_raised()
    {
        await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Quality, _world.Booth.Id));
        await Pass(31);
        await _world.RaiseShortage();
        await Pass(1);

        var replayed = await Replay(new EscalationTimers(
            Severity.Major, [new(200, [new(TargetKind.RoleOnShift, Role.TeamLeader)], Channels)], []));

        Assert.Equal([AlertKind.Quality, AlertKind.Shortage], replayed.Changed.Select(c => c.Alert.Kind));
    }

    [Fact]
    public async Task A_dry_run_calls_the_service_of_the_kind()
    {
        var told = (await _world.Send(
            _admin, new DryRunEscalation(_world.Plant.Id, AlertKind.EquipmentFailure, Severity.Major, _world.Station.Id))).Value;

        Assert.StartsWith("08:00 0.0 reached Mina", Say(told.Steps), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_a_policy_is_refused_with_all_that_is_wrong()
    {
        EscalationLevel To(int minutes, params EscalationTarget[] targets) => new(minutes, targets, Channels);
        var leader = new EscalationTarget(TargetKind.RoleOnShift, Role.TeamLeader);
        async Task<string> Reasons(params EscalationTimers[] timers)
        {
            var refusal = (await _world.Send(_admin, new SaveEscalationPolicy(_world.Plant.Id, "Nuit", timers))).Refusal!;
            return string.Join(", ", (refusal.Details ?? [refusal]).Select(r => $"{r.Reason} {r.Field}"));
        }

        Assert.Equal("policyWithoutLevels timers", await Reasons());
        Assert.Equal("severityWithoutLevels timers[0].unacknowledged", await Reasons(new EscalationTimers(Severity.Major, [], [To(5, leader)])));
        Assert.Equal(
            "delaysNotRising timers[0].unacknowledged[1].afterMinutes, levelWithoutTargets timers[0].unacknowledged[1].targets",
            await Reasons(new EscalationTimers(Severity.Major, [To(5, leader), To(5)], [])));
        Assert.Equal(
            "severityTwice timers[1].severity, loopsOutOfRange timers[1].loops",
            await Reasons(new EscalationTimers(Severity.Major, [To(5, leader)], []), new EscalationTimers(Severity.Major, [To(5, leader)], [], 11)));
        Assert.Equal("loopNeedsDelay timers[0].unacknowledged", await Reasons(new EscalationTimers(Severity.Major, [To(0, leader)], [], 1)));
        Assert.Equal(
            "levelsTooMany timers[0].unresolved",
            await Reasons(new EscalationTimers(Severity.Major, [To(5, leader)], [.. Enumerable.Range(0, 21).Select(m => To(m, leader))])));
        Assert.Equal(
            "targetNotOfPlant timers[0].unacknowledged[0].targets[0].personId, targetIncomplete timers[0].unacknowledged[0].targets[1].teamId, "
            + "targetIsScreen timers[0].unacknowledged[0].targets[2].role, targetIncomplete timers[0].unacknowledged[0].targets[3].role, delayOutOfRange timers[0].unresolved[0].afterMinutes",
            await Reasons(new EscalationTimers(
                Severity.Major,
                [To(0, new(TargetKind.Person, PersonId: _world.Stranger.PersonId), new(TargetKind.Team), new(TargetKind.RoleOnShift, Role.Screen), new(TargetKind.RoleOnShift))],
                [To(-1, leader)])));
        Assert.Equal(
            RefusalCode.Forbidden,
            (await _world.Send(_world.Manager, new SaveEscalationPolicy(_world.Plant.Id, "Nuit", StandardPolicy.Timers))).Refusal!.Code);
        Assert.True((await _world.Send(_admin, new SaveEscalationPolicy(_world.Plant.Id, "Nuit", StandardPolicy.Timers))).IsDone);
    }

    private async Task Command(Random random)
    {
        var actors = new[] { _world.Pilot, _world.OtherPilot, _world.Leader, _world.Manager };
        var actor = actors[random.Next(actors.Length)];
        var alert = _world.Alerts.All.Count == 0 ? null : _world.Alerts.All[^1];
        var (id, until) = (alert?.Id ?? Guid.Empty, _world.Now.AddMinutes(1 + random.Next(400)));
        await _world.Send(actor, (random.Next(12), alert) switch
        {
            (_, null) or (0, _) => (Command)new RaiseAlert(AlertKind.Shortage, _world.Station.Id, _world.Fork.Id, (Severity)random.Next(3)),
            (1 or 2, _) => new AcknowledgeAlert(id, until),
            (3, _) => new AssignAlert(id, actors[random.Next(actors.Length)].PersonId!.Value),
            (4, _) => new ReleaseAlert(id, "Appelé ailleurs"),
            (5, _) => new ResolveAlert(id, "OTHER", "Fait", "Fin de série", until),
            (6, _) => new ReopenAlert(id, "Encore"),
            (7, _) => new CancelAlert(id, "Fausse alerte", until),
            (8, _) => new ShelveAlert(id, "Attente de pièces", until, null),
            (9, _) => new UnshelveAlert(id),
            (10, _) => new TransferAlert(id, actors[random.Next(actors.Length)].PersonId!.Value, null),
            _ => new ChangeAlertSeverity(id, (Severity)random.Next(4), "Vu sur place"),
        });
    }

    private async Task<EscalationReplay> Replay(params EscalationTimers[] timers)
    {
        _world.Escalations.Raised = _world.Alerts.All;
        var replayed = await _world.Send(
            _admin, new ReplayEscalation(_world.Plant.Id, _world.Now.AddDays(-1), _world.Now.AddDays(1), Timers: timers));
        Assert.Null(replayed.Refusal);
        return replayed.Value;
    }

    private async Task Pass(int minutes)
    {
        await _world.Sweep();
        for (var minute = 0; minute < minutes; minute++)
        {
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
            await _world.Sweep();
        }
    }

    private string Say(IEnumerable<EscalationStep> steps) =>
        string.Join('\n', steps.Select(s => Say(s.At, s.Loop, s.Level, s.Reached, s.People)));

    private string Say(DateTimeOffset at, int loop, int level, bool reached, IEnumerable<Guid> people) => string.Create(
        CultureInfo.InvariantCulture,
        $"{at:HH:mm} {loop}.{level} {(reached ? "reached" : "unreached")} {string.Join(", ", people.Select(_world.NameOf))}");
}
