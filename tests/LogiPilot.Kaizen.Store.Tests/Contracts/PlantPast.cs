using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>
/// Some weeks of a plant by chance: alerts that are taken, stop lines and end or do not, points that run out, deliveries that come late,
/// consumption. Every instant is on a whole minute, so that a patient person can count minute by minute.
/// </summary>
internal sealed class PlantPast
{
    public const int Days = 30;

    private static readonly AlertKind[] Kinds = [AlertKind.StockOut, AlertKind.Shortage, AlertKind.EquipmentFailure, AlertKind.Quality];
    private static readonly Actor Lena = new(Samples.Id(30), "Lena", Language.Fr, [new(Samples.Plant, Role.TeamLeader, [])]);
    private static readonly Guid[] Areas = [Samples.Id(61), Samples.Id(62)];
    private static readonly Guid[] Lines = [Samples.Id(71), Samples.Id(72), Samples.Id(73)];

    private readonly Random _random;

    public PlantPast(int seed)
    {
        _random = new Random(seed);
        Stations = [.. Lines.Select((line, i) => Place.Create(Samples.Id(81 + i), Samples.Plant, PlaceKind.Station, $"P{i}", $"Poste {i}", $"P{i}", Areas[i % 2], line, i))];
        for (var number = 0; number < 160; number++)
        {
            Alerts.Add(Raise(number));
        }

        foreach (var station in Stations)
        {
            foreach (var product in Products)
            {
                RunThrough(station, product);
            }
        }

        for (var number = 0; number < 80; number++)
        {
            Deliveries.Add(Deliver(number));
            Movements.Add(Consume(number));
        }
    }

    /// <summary>A Monday at midnight in Paris.</summary>
    public static DateTimeOffset Begins { get; } = new(2026, 1, 4, 23, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Now { get; } = Begins.AddDays(Days);

    public static Guid[] Products { get; } = [Samples.Id(91), Samples.Id(92)];

    public IReadOnlyList<Place> Stations { get; }

    public List<Alert> Alerts { get; } = [];

    public List<SupplyPoint> Points { get; } = [];

    public List<(SupplyPointChanged Event, DateTimeOffset At)> Changes { get; } = [];

    public List<Delivery> Deliveries { get; } = [];

    public List<Movement> Movements { get; } = [];

    public static PlanKey[] KeysOf(int which) => which switch
    {
        0 => [],
        1 => [new("Supply", Lines[0], null)],
        2 => [new(null, Areas[1], Products[0]), new("EquipmentFailure", null, null)],
        _ => [new(null, Samples.Id(82), null)],
    };

    private DateTimeOffset Sometime(int fromMinute = 0) => Begins.AddMinutes(_random.Next(fromMinute, Days * 24 * 60));

    private bool Chance(int percent) => _random.Next(100) < percent;

    private Alert Raise(int number)
    {
        var (station, at) = (Stations[_random.Next(3)], Sometime());
        var problem = Samples.Problem(
            Kinds[_random.Next(Kinds.Length)], station.Id, line: station.LineId, area: station.AreaId,
            product: Chance(60) ? Products[_random.Next(2)] : null, order: $"BC-{number}");
        var alert = Alert.Raise($"A-{number}", problem, Report.BySystem(at));
        DateTimeOffset Next() => at = at.AddMinutes(_random.Next(0, 300));
        if (Chance(30))
        {
            alert.Stop(Report.BySystem(Next()), null);
            Assert(Chance(50) ? alert.RestartLine(Lena, Next()) : null);
        }

        if (Chance(10))
        {
            Assert(alert.Cancel(Lena, "Fausse alerte", null, Next()));
            return alert;
        }

        Assert(Chance(60) ? alert.Acknowledge(Lena, null, Next()) : null);
        if (Chance(80))
        {
            Assert(alert.Resolve(Lena, new Remedy(AlertCauses.Codes[0], "Refait"), Next()));
        }

        return alert;
    }

    private void RunThrough(Place station, Guid product)
    {
        var point = SupplyPoint.Create(Guid.CreateVersion7(Begins.AddMilliseconds(Points.Count)), Samples.Plant, product, station, new(), Begins);
        SupplyStatus[] all = [SupplyStatus.Ok, SupplyStatus.StockOut, SupplyStatus.Low, SupplyStatus.Unknown, SupplyStatus.StockOut];
        var (was, at) = (point.Status, Begins.AddMinutes(_random.Next(2000)));
        for (; at < Now; at = at.AddMinutes(_random.Next(1, 4000)))
        {
            var next = all[_random.Next(all.Length)];
            Changes.Add((new SupplyPointChanged(
                Samples.Plant, point.Id, product, station.Id, station.LineId, station.AreaId, 0, 0, was, next, SupplyCondition.None, SupplyCondition.None, null), at));
            was = next;
        }

        // What it is now is what it became last.
        Changes.Add((new SupplyPointChanged(
            Samples.Plant, point.Id, product, station.Id, station.LineId, station.AreaId, 0, 0, was, point.Status, SupplyCondition.None, SupplyCondition.None, null), Now));
        Points.Add(point);
    }

    private Delivery Deliver(int number)
    {
        var (due, delivery) = (Sometime(), Delivery.Create(Guid.CreateVersion7(Begins.AddSeconds(number)), Samples.Plant, $"BC-{number}", "1"));
        DateTimeOffset? came = Chance(70) ? due.AddMinutes(_random.Next(-2000, 2000)) : null;
        delivery.Revise(
            new(Samples.Id(40), Products[_random.Next(2)], 10, came is null ? 0 : 10, 0, 0, due, null, came, came is not null, Chance(10)), Now);
        return delivery;
    }

    private Movement Consume(int number) => new(
        Guid.CreateVersion7(Begins.AddMinutes(number)), Samples.Plant, Chance(80) ? MovementKind.Consumption : MovementKind.Scrap,
        Products[_random.Next(2)], Stations[_random.Next(3)].Id, null, _random.Next(1, 50) / 4m, null, Sometime(), Now, null, null);

    private static void Assert(Refusal? refusal) => Xunit.Assert.True(refusal is null, refusal?.Reason);
}
