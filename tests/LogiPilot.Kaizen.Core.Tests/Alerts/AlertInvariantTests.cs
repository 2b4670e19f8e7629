using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

/// <summary>What holds whatever people, conditions and time do, in any order.</summary>
public sealed class AlertInvariantTests
{
    private readonly AlertWorld _world = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_an_alert_stays_whole_and_has_no_twin(int seed)
    {
        var random = new Random(seed);
        var point = _world.AddPoint(_world.Station);
        var condition = SupplyCondition.None;
        if (seed % 2 == 0)
        {
            _world.WorkInShifts();
        }

        if (seed > 2)
        {
            DayOfWeek[] everyDay = Enum.GetValues<DayOfWeek>();
            await _world.Send(_world.Manager, new SaveMaintenanceWindow(
                null, _world.Plant.Id, null, null, new(everyDay, new(12, 0), 240), null, null, new(2026, 12, 31), "Entretien"));
        }

        for (var step = 0; step < 3_000; step++)
        {
            var versions = _world.Alerts.All.ToDictionary(a => a.Id, a => (a.Version, Steps: _world.Alerts.EntriesOf(a).Count));
            switch (random.Next(9))
            {
                case 0:
                    _world.Clock.Advance(TimeSpan.FromMinutes(random.Next(90)));
                    await _world.Sweep();
                    break;
                case 1:
                    var next = (SupplyCondition)random.Next(4);
                    await _world.Turn(point, condition, next);
                    condition = next;
                    break;
                case 2:
                    await Hand(random);
                    break;
                default:
                    await Command(random);
                    break;
            }

            foreach (var alert in _world.Alerts.All)
            {
                AssertWhole(alert);
                var (version, steps) = versions.GetValueOrDefault(alert.Id);
                var made = _world.Alerts.EntriesOf(alert).Skip(steps).ToList();
                Assert.Equal(version + made.Select(e => e.Version).Where(v => v > version).Distinct().Count(), alert.Version);
                Assert.All(
                    made.Where(e => e.Version == version),
                    e => Assert.True(e.Kind is TimelineKind.Escalated or TimelineKind.ReachedNobody, "a step without a version"));
            }

            Assert.True(_world.Alerts.All.Count(a => a.IsOpen) <= 1, "a twin is open");
            Assert.True(_world.Alerts.All.Count(a => a.ConditionHolds) <= 1, "two alerts follow one condition");
            Assert.True(
                condition == SupplyCondition.None || _world.Alerts.All.Any(a => a.ConditionHolds), "a condition holds without an alert");
        }

        Assert.True(_world.Alerts.All.Count > 5, "too little happened");
        var kinds = _world.Alerts.All.SelectMany(_world.Alerts.StepsOf).ToHashSet();
        Assert.True(
            kinds.IsSupersetOf([TimelineKind.Shelved, TimelineKind.Unshelved, TimelineKind.Transferred, TimelineKind.Refused]), string.Join(' ', kinds));
        Assert.True(seed % 2 != 0 || kinds.IsSupersetOf([TimelineKind.Offered, TimelineKind.TakenOver]), "nothing was handed over");
    }

    private static void AssertWhole(Alert alert)
    {
        var isTaken = alert.State is AlertState.Acknowledged or AlertState.InProgress;
        Assert.True(isTaken ? alert is { OwnerId: not null, AcknowledgedAt: not null } : !alert.IsOpen || alert.OwnerId is null, "owner");
        Assert.Equal(alert.State is AlertState.Resolved or AlertState.Closed, alert.ResolvedAt is not null);
        Assert.True(alert.IsOpen || alert.LineStoppedAt is null, "an ended alert stops a line");
        Assert.True(alert.HoldUntil is null || (!alert.IsOpen && alert.ConditionHolds), "a hold without a condition");
        Assert.True(!alert.ConditionHolds || alert.ConditionClearedAt is null, "holds and cleared");
        Assert.True(!alert.ConditionHolds || alert.IsOpen || alert.DueAt is not null, "ended for ever although the condition holds");
        Assert.True(alert.State != AlertState.Raised || alert.IsChattering || alert.ConditionClearedAt is null, "restored and still asked of everybody");
        Assert.True(alert.LineStoppedAt is null || alert.Severity == Severity.Critical, "a stopped line is critical");
        var isShelved = alert.State == AlertState.Shelved;
        Assert.Equal(isShelved, alert is { ShelvedUntil: not null, ShelfReason: not null });
        Assert.True(!isShelved || (alert.DueAt == alert.ShelvedUntil && alert.LineStoppedAt is null), "shelved for ever, or a stopped line");
        Assert.True(isShelved || alert.WindowId is null, "held back by a window in sight");
        Assert.True(!isTaken || alert.FormerOwnerId is null, "owned, and remembered as somebody else's");
        Assert.True(!isTaken || alert.DueAt is not null, "owned for ever");
        Assert.True(alert.OwnerId is not null || alert.OwnedUntil is null, "a shift of nobody");
        Assert.True(
            alert is not { State: AlertState.Closed, Kind: AlertKind.StockOut } || alert.CauseCode is not (null or AlertCauses.ClearedUntaken),
            "a stock-out closed without a cause");
    }

    private async Task Hand(Random random)
    {
        var handovers = _world.Handovers.All;
        var last = handovers.Count == 0 ? Guid.Empty : handovers[^1].Id;
        switch (random.Next(6))
        {
            case 0:
                await _world.EndShifts();
                break;
            case 1:
                await _world.Send(_world.OtherPilot, new RefuseHandover(last, "Occupée"));
                break;
            case < 4:
                await _world.Send(random.Next(2) == 0 ? _world.OtherPilot : _world.Pilot, new AcceptHandover(last));
                break;
            default:
                await _world.Send(_world.Manager, new SignHandover(_world.Plant.Id, _world.Assembly.Id, "Rien de plus"));
                break;
        }
    }

    private async Task Command(Random random)
    {
        var actors = new[] { _world.Operator, _world.Pilot, _world.OtherPilot, _world.Leader, _world.Manager };
        var actor = actors[random.Next(actors.Length)];
        var all = _world.Alerts.All;
        var id = all.Count == 0 ? Guid.Empty : all[^Math.Min(all.Count, 1 + random.Next(2))].Id;
        var until = _world.Now.AddMinutes(random.Next(600));
        var awaited = all.FirstOrDefault(a => a.Id == id)?.Assignment is { Confirmed: false } given
            ? actors.Single(a => a.PersonId == given.AssigneeId)
            : actor;
        if (random.Next(ReferenceEquals(awaited, actor) ? 60 : 4) == 0)
        {
            await _world.Send(awaited, new RefuseAlert(id, "Occupé"));
            return;
        }

        CommandOn? command = random.Next(16) switch
        {
            0 => new AcknowledgeAlert(id, random.Next(2) == 0 ? until : null),
            1 => new AssignAlert(id, actors[random.Next(actors.Length)].PersonId!.Value),
            2 => new ConfirmAlert(id),
            3 => new StartAlert(id),
            4 => new ReleaseAlert(id, "Appelé ailleurs"),
            5 => new ResolveAlert(id, "OTHER", "Fait", "Fin de série", until),
            6 => new CloseAlert(id, random.Next(2) == 0 ? "OTHER" : null),
            7 => new ReopenAlert(id, "Encore"),
            8 => new CancelAlert(id, "Fausse alerte", until),
            9 => new CommentAlert(id, "J’arrive"),
            10 => new ChangeAlertSeverity(id, (Severity)random.Next(4), "Vu sur place"),
            12 => new ShelveAlert(id, "Capteur", _world.Now.AddMinutes(random.Next(300)), random.Next(3) == 0 ? actor.PersonId : null),
            13 => new UnshelveAlert(id),
            14 => new TransferAlert(id, actors[random.Next(actors.Length)].PersonId!.Value),
            11 => all.Count == 0 ? null : new StopLine(_world.Line.Id, id),
            _ => new RestartLine(_world.Line.Id),
        };
        if (command is null || random.Next(6) == 0)
        {
            var kind = random.Next(2) == 0 ? AlertKind.Shortage : AlertKind.StockOut;
            var occurredAt = _world.Now.AddMinutes(-random.Next(30));
            await _world.Send(actor, new RaiseAlert(kind, _world.Station.Id, _world.Fork.Id, OccurredAt: occurredAt));
            return;
        }

        await _world.Send(actor, command);
    }
}
