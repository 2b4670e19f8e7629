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
        for (var step = 0; step < 1_000; step++)
        {
            var versions = _world.Alerts.All.ToDictionary(a => a.Id, a => (a.Version, Steps: _world.Alerts.EntriesOf(a).Count));
            switch (random.Next(8))
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
        Assert.True(alert.State != AlertState.Raised || alert.ConditionClearedAt is null, "restored and still asked of everybody");
        Assert.True(alert.LineStoppedAt is null || alert.Severity == Severity.Critical, "a stopped line is critical");
        Assert.True(
            alert is not { State: AlertState.Closed, Kind: AlertKind.StockOut } || alert.CauseCode is not (null or AlertCauses.ClearedUntaken),
            "a stock-out closed without a cause");
    }

    private async Task Command(Random random)
    {
        var actors = new[] { _world.Operator, _world.Pilot, _world.OtherPilot, _world.Leader, _world.Manager };
        var actor = actors[random.Next(actors.Length)];
        var all = _world.Alerts.All;
        var id = all.Count == 0 ? Guid.Empty : all[^Math.Min(all.Count, 1 + random.Next(2))].Id;
        var until = _world.Now.AddMinutes(random.Next(600));
        CommandOn? command = random.Next(13) switch
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
