using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

public sealed class ReassessDueTests
{
    private readonly SupplyWorld _world = new();

    [Fact]
    public async Task A_point_turns_critical_when_time_alone_made_it_so()
    {
        var point = _world.AddPoint(_world.Station, new SupplyLimits(FixedRatePerHour: 60));
        await _world.Record(_world.Receipt(500), _world.Transfer(60));
        _world.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(0, await _world.Sweep());
        _world.Events.All.Clear();

        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await _world.Sweep());
        var told = Assert.Single(_world.Events.Take<SupplyPointChanged>());
        Assert.Equal((point.Id, SupplyStatus.Ok, SupplyStatus.Critical), (told.PointId, told.Was, told.Is));
        Assert.Equal(0, await _world.Sweep());
    }

    [Fact]
    public async Task Expected_supply_keeps_the_stores_from_critical_until_it_falls_due()
    {
        _world.Supply.Put(new Source(_world.NextId(), _world.Fork.Id, _world.NextId(), 2, true));
        var stores = _world.AddPoint(null, new SupplyLimits(FixedRatePerHour: 1));
        var delivery = _world.AddDelivery("PO-7", "1", 100, _world.Clock.Now.AddHours(4));
        await _world.Record(_world.Receipt(24));
        Assert.Equal((SupplyStatus.Ok, _world.Clock.Now.AddHours(124)), (stores.Status, stores.RunsOutAt));
        var foreseen = _world.Clock.Now.AddHours(24);

        _world.Clock.Now = delivery.DueAt.AddMinutes(1);
        Assert.Equal(2, await _world.Sweep());
        Assert.Equal(DeliveryState.Late, delivery.State);
        Assert.Equal((SupplyStatus.Critical, foreseen), (stores.Status, stores.RunsOutAt));
    }

    [Fact]
    public async Task An_order_is_told_late_once_with_all_its_late_products()
    {
        var wheel = _world.AddProduct("ROU-29");
        var due = _world.Clock.Now.AddHours(1);
        _world.AddDelivery("PO-7", "1", 10, due);
        _world.AddDelivery("PO-7", "2", 10, due, wheel);
        _world.AddDelivery("PO-7", "3", 10, due.AddDays(2), wheel);
        _world.AddDelivery("PO-8", "1", 10, due.AddDays(2));
        _world.Clock.Now = due;
        Assert.Equal(0, await _world.Sweep());

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.Sweep();
        var late = Assert.Single(_world.Events.Take<SupplierOrderLateness>());
        Assert.Equal(("PO-7", 2), (late.OrderNumber, late.LateProductIds.Count));
        Assert.Equal(0, await _world.Sweep());
        Assert.Empty(_world.Events.All);
    }

    [Fact]
    public async Task Measured_demand_slides_out_of_its_window()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Record(_world.Receipt(500), _world.Transfer(100));
        await _world.Record(_world.Use(8), _world.Use(8), _world.Use(8));
        Assert.Equal(3, point.DemandPerHour);
        for (var hour = 0; hour < 9; hour++)
        {
            _world.Clock.Advance(TimeSpan.FromHours(1));
            await _world.Sweep();
        }

        Assert.Equal((null, CoverReason.NoDemand), (point.DemandPerHour, point.CoverReason));
    }

    [Fact]
    public async Task A_point_that_is_not_heard_of_for_a_day_is_unknown()
    {
        var point = _world.AddPoint(_world.Station, new SupplyLimits(Minimum: 5));
        await _world.Record(_world.Receipt(100, _world.Station));
        _world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(0, await _world.Sweep());
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.Sweep();
        Assert.Equal(SupplyStatus.Unknown, point.Status);
        await _world.Record(_world.Use(1));
        Assert.Equal(SupplyStatus.Ok, point.Status);
    }

    [Fact]
    public async Task What_is_out_when_its_feed_falls_silent_is_told_once_and_told_again_when_heard()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Record(_world.Receipt(10, _world.Station), _world.Use(10));
        _world.Events.All.Clear();

        _world.Clock.Advance(TimeSpan.FromHours(25));
        await _world.Sweep();
        Assert.True(point.IsSilent);
        Assert.True(Assert.Single(_world.Events.All.OfType<FeedsChanged>()).IsAnySilent);
        var told = Assert.Single(_world.Events.Take<SupplyPointChanged>());
        Assert.Equal((SupplyStatus.StockOut, SupplyStatus.StockOut), (told.Was, told.Is));
        Assert.Equal(0, await _world.Sweep());

        await _world.Record(_world.Use(1));
        Assert.Equal((SupplyStatus.StockOut, false), (point.Status, point.IsSilent));
        Assert.False(Assert.Single(_world.Events.All.OfType<FeedsChanged>()).IsAnySilent);
        Assert.Single(_world.Events.Take<SupplyPointChanged>());
    }
}
