using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Alerts;

public sealed class TimelineSentenceTests
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task A_step_is_told_with_names_codes_and_the_plants_clock()
    {
        var alert = await _world.Do(_world.Operator, new RaiseAlert(AlertKind.Quality, _world.Station.Id));
        await _world.Do(_world.Leader, new AssignAlert(alert.Id, _world.Pilot.PersonId!.Value));
        await _world.Do(_world.Pilot, new AcknowledgeAlert(alert.Id, _world.Now.AddHours(1)));
        await _world.Do(_world.Leader, new ReleaseAlert(alert.Id, "Appelé ailleurs"));
        await _world.Do(_world.Leader, new ChangeAlertSeverity(alert.Id, Severity.Minor, "Une pièce"));
        await _world.Do(_world.Leader, new AcknowledgeAlert(alert.Id, _world.Now.AddDays(1)));
        await _world.Do(_world.Leader, new ReleaseAlert(alert.Id, "Demain"));

        Assert.Equal(
            [
                "RAISED Odile", "ASSIGNED Lena to=Paul", "CONFIRMED_UNTIL Paul expectedAt=10:00", "RELEASED_FROM Lena owner=Paul",
                "SEVERITY_LOWERED Lena severity=MINOR", "ACKNOWLEDGED_UNTIL Lena expectedAt=03/03 09:00", "RELEASED Lena owner=Lena",
            ],
            await Told(alert));
    }

    [Fact]
    public async Task What_nobody_did_has_its_own_sentence()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Turn(point, SupplyCondition.None, SupplyCondition.Low);
        await _world.Turn(point, SupplyCondition.Low, SupplyCondition.StockOut);
        await _world.Turn(point, SupplyCondition.StockOut, SupplyCondition.None);

        Assert.Equal(
            ["RAISED_SYSTEM", "KIND_CHANGED_SYSTEM kind=STOCK_OUT", "SEVERITY_RAISED_SYSTEM severity=MAJOR", "CONDITION_CLEARED", "RESOLVED_SYSTEM cause=cleared-untaken"],
            await Told(_world.OnlyAlert));
    }

    private async Task<IEnumerable<string>> Told(Alert alert)
    {
        var people = await _world.Organisation.Current(CancellationToken.None);
        var timeline = (await _world.Alerts.Timelines([alert.Id], CancellationToken.None))[alert.Id];
        return timeline.Select(e => TimelineSentence.Of(e, _world.Plant, people)).Select(s =>
            string.Join(' ', new[] { s.Key["timeline.".Length..], s.Arguments["by"] }.OfType<object>().Concat(s.Arguments
                .Where(a => a.Key is "to" or "owner" or "expectedAt" or "severity" or "cause" or "kind" && !s.Key.StartsWith("timeline.RAISED", StringComparison.Ordinal))
                .Select(a => $"{a.Key}={a.Value}"))));
    }
}
