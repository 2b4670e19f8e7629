using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>
/// A month of one point whose minimum is too high: every other day it is fed a few parts at a time, and comes and goes around its
/// minimum. The ledger is written down, and the alerts are those that the product's rule would have raised on it.
/// </summary>
internal sealed class DemoChatter
{
    private const int Days = 28;

    private static readonly TimeSpan LeaderComes = TimeSpan.FromMinutes(25);

    private readonly DemoPlan _plan;
    private readonly List<Movement> _ledger = [];
    private readonly SupplyPoint _point;
    private readonly DateTimeOffset _since;
    private readonly Guid _storesId;

    public DemoChatter(DemoPlan plan, SupplyPoint point, Guid storesId, DateTimeOffset now)
    {
        (_plan, _point, _storesId, _since) = (plan, point, storesId, now.AddDays(-Days));
        Live();
    }

    public Guid? AreaId => _point.AreaId;

    public void Write(ISupplyStore supply)
    {
        foreach (var movement in _ledger.OrderBy(m => m.OccurredAt))
        {
            supply.Add(movement);
        }

        supply.Put(new Balance(_point.PlantId, _point.ProductId, _point.PlaceId!.Value, "", _point.Balance));
    }

    /// <summary>The alerts of the month: when each was raised, and its whole life under its number.</summary>
    public IEnumerable<(DateTimeOffset RaisedAt, Func<string, Alert> Live)> Alerts(Actor leader)
    {
        var (kind, severity) = SupplyAlerts.Of(SupplyCondition.Low, isStores: false, isDemandPlanned: false);
        var problem = new Problem(
            _point.PlantId, kind, severity, _point.PlaceId, _point.AreaId, _point.LineId, _point.ProductId, SupplyPointId: _point.Id, ConditionHolds: true);
        var turns = SupplyReplay.Of(_point, [.. _ledger.OrderBy(m => m.OccurredAt)], _since, TimeSpan.FromMinutes(30)).RunAsIs().Turns
            .SkipWhile(t => !t.Holds);
        var life = new List<(DateTimeOffset At, bool Holds)>();
        foreach (var turn in turns)
        {
            if (life.Count > 0 && !life[^1].Holds && turn.At - life[^1].At > Alert.ReturnWindow)
            {
                yield return One([.. life]);
                life.Clear();
            }

            life.Add(turn);
        }

        yield return One([.. life]);

        (DateTimeOffset, Func<string, Alert>) One(IReadOnlyList<(DateTimeOffset At, bool Holds)> turnsOfAlert) =>
            (turnsOfAlert[0].At, number => Live(number, problem, turnsOfAlert, leader));
    }

    private Alert Live(string number, Problem problem, IReadOnlyList<(DateTimeOffset At, bool Holds)> turns, Actor leader)
    {
        var alert = Alert.Raise(number, problem, Report.BySystem(turns[0].At));
        foreach (var (at, holds) in turns.Skip(1))
        {
            if (!holds)
            {
                alert.ClearCondition(at);
            }
            else if (alert.IsOpen)
            {
                alert.SeeCondition(problem, at);
            }
            else
            {
                alert.ReturnCondition(problem, at);
            }
        }

        var ends = turns[^1].At + LeaderComes;
        if (alert.IsOpen)
        {
            DemoHistory.Must(alert.Resolve(leader, new Remedy(_plan.Chatter.Cause, _plan.Chatter.Done), ends));
        }

        DemoHistory.Must(alert.Close(leader, _plan.Chatter.Cause, ends.AddMinutes(DemoChance.Between(10, 90, $"closed {number}"))));
        return alert;
    }

    /// <summary>Each day full in the morning and used up slowly to near the minimum; every other day it chatters there; once it runs out.</summary>
    private void Live()
    {
        var (minimum, lot, onHand) = (_point.Minimum!.Value, _point.Minimum!.Value / 4, 0m);
        for (var day = 0; day < Days; day++)
        {
            var at = _since.AddDays(day).AddMinutes(DemoChance.Between(60, 180, $"chatter day {day}"));
            Feed(at, (minimum * 3) - onHand);
            while (onHand > minimum + lot)
            {
                Use(at = at.AddMinutes(DemoChance.Between(30, 50, $"use {day} {onHand}")), lot);
            }

            for (var turn = 0; day % 2 == 0 && turn < DemoChance.Between(4, 8, $"turns {day}"); turn++)
            {
                Use(at = at.AddMinutes(DemoChance.Between(2, 4, $"dip {day} {turn}")), lot + DemoChance.Between(0, 5, $"deep {day} {turn}"));
                Feed(at = at.AddMinutes(DemoChance.Between(2, 4, $"feed {day} {turn}")), minimum + lot - onHand);
            }

            while (day == Days / 2 && onHand > 0)
            {
                Use(at = at.AddMinutes(45), Math.Min(onHand, lot));
            }
        }

        _ledger.Add(Made(_since, MovementKind.Receipt, null, _storesId, _ledger.Where(m => m.Kind == MovementKind.Transfer).Sum(m => m.Quantity)));
        _point.Hold(onHand, _ledger.Max(m => m.OccurredAt));

        void Feed(DateTimeOffset when, decimal quantity)
        {
            _ledger.Add(Made(when, MovementKind.Transfer, _storesId, _point.PlaceId, quantity));
            onHand += quantity;
        }

        void Use(DateTimeOffset when, decimal quantity)
        {
            _ledger.Add(Made(when, MovementKind.Consumption, _point.PlaceId, null, quantity));
            onHand -= quantity;
        }
    }

    private Movement Made(DateTimeOffset at, MovementKind kind, Guid? from, Guid? to, decimal quantity) =>
        new(Guid.CreateVersion7(at), _point.PlantId, kind, _point.ProductId, from, to, quantity, null, at, at, null, null);
}
