using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

public sealed class ProjectSupplyPointTests
{
    private readonly SupplyWorld _world = new();

    [Fact]
    public async Task The_curve_shows_what_is_known_then_what_is_projected_to_the_last_hour_asked_for()
    {
        var point = _world.AddPoint(_world.Station, new SupplyLimits(FixedRatePerHour: 12));
        await _world.Record(_world.Receipt(100), _world.Transfer(24));
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await _world.Record(_world.Use(12));

        var points = (await Project(point)).Value.Points.Select(p => (p.Kind, Minutes(p.At), p.Quantity));
        Assert.Equal(
            [
                (ProjectionKind.Known, -120, 0m), (ProjectionKind.Known, -60, 0), (ProjectionKind.Known, -60, 24),
                (ProjectionKind.Known, 0, 12), (ProjectionKind.Known, 0, 12),
                (ProjectionKind.Projected, 0, 12), (ProjectionKind.Projected, 60, 0), (ProjectionKind.Projected, 480, 0),
            ],
            points);
    }

    [Fact]
    public async Task Late_supply_is_shown_and_not_counted()
    {
        var stores = _world.AddPoint(null);
        var due = _world.Clock.Now.AddHours(2);
        var late = _world.AddDelivery("PO-7", "1", 50, _world.Clock.Now.AddMinutes(30));
        var expected = _world.AddDelivery("PO-8", "1", 20, due);
        await _world.Record(_world.Receipt(10));
        _world.Clock.Advance(TimeSpan.FromHours(1));

        var projection = (await Project(stores)).Value;
        Assert.Equal([(late.Id, 50m, false), (expected.Id, 20m, true)], projection.Arrivals.Select(a => (a.DeliveryId, a.Quantity, a.IsCounted)));
        Assert.Equal([10m, 10, 30, 30], projection.Points.Where(p => p.Kind == ProjectionKind.Projected).Select(p => p.Quantity));
    }

    [Fact]
    public async Task Another_plants_point_is_not_found()
    {
        var point = _world.AddPoint(_world.Station);
        _world.Asker.Actor = _world.Pilot with { Memberships = [new Membership(_world.NextId(), Role.Pilot, [])] };
        Assert.Equal(RefusalCode.NotFound, (await Project(point)).Refusal!.Code);
    }

    private Task<Outcome<SupplyProjection>> Project(SupplyPoint point) =>
        new ProjectSupplyPointHandler(new InMemorySupplyReader(_world.Supply), _world.Asker, _world.Clock)
            .Handle(new ProjectSupplyPoint(point.Id), CancellationToken.None);

    private int Minutes(DateTimeOffset at) => (int)(at - _world.Clock.Now).TotalMinutes;
}
