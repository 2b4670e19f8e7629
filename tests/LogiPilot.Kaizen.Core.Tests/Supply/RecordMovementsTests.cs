using System.Diagnostics;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

public sealed class RecordMovementsTests
{
    private readonly SupplyWorld _world = new();

    [Fact]
    public async Task A_receipt_and_a_transfer_move_the_station_and_not_the_total_of_the_stores()
    {
        var (stores, station) = (_world.AddPoint(null), _world.AddPoint(_world.Station));
        await _world.Record(_world.Receipt(100), _world.Transfer(24));
        Assert.Equal((100, 24), (stores.Balance, station.Balance));
        _world.Events.All.Clear();

        await _world.Record(_world.Transfer(10));
        Assert.Equal((100, 34), (stores.Balance, station.Balance));
        var told = Assert.Single(_world.Events.Take<SupplyPointChanged>());
        Assert.Equal((station.Id, 24, 34), (told.PointId, told.BalanceWas, told.Balance));
    }

    [Fact]
    public async Task Each_point_is_told_of_once_however_many_movements_touched_it()
    {
        _world.AddPoint(_world.Station, new SupplyLimits(Minimum: 15));
        var made = await _world.Record(_world.Receipt(100), _world.Transfer(40), _world.Use(10), _world.Use(20));
        Assert.Equal(made.Value.Ids, _world.Supply.Ledger.Select(m => m.Id));
        var recorded = Assert.Single(_world.Events.All.OfType<MovementsRecorded>());
        Assert.Equal((made.Value.Id, 4), (recorded.FirstId, recorded.Count));
        var told = Assert.Single(_world.Events.Take<SupplyPointChanged>());
        Assert.Equal((SupplyStatus.Low, SupplyCondition.Low, 10), (told.Is, told.ConditionIs, told.Balance));
    }

    [Fact]
    public async Task Emptying_a_point_is_a_stock_out_and_refilling_it_ends_the_condition()
    {
        var point = _world.AddPoint(_world.Station, new SupplyLimits(Minimum: 15));
        await _world.Record(_world.Receipt(100), _world.Transfer(40));
        await _world.Record(_world.Use(40));
        Assert.Equal((SupplyStatus.StockOut, SupplyCondition.StockOut), (point.Status, point.Condition));
        _world.Events.All.Clear();

        await _world.Record(_world.Transfer(40));
        var told = Assert.Single(_world.Events.Take<SupplyPointChanged>());
        Assert.Equal((SupplyCondition.StockOut, SupplyCondition.None), (told.ConditionWas, told.ConditionIs));
        Assert.Equal(SupplyStatus.Ok, point.Status);
    }

    [Fact]
    public async Task Three_bad_rows_are_all_named_and_nothing_is_recorded()
    {
        var point = _world.AddPoint(_world.Station);
        var nowhere = _world.NextId();
        var refused = (await _world.Record(
            _world.Receipt(100),
            _world.Receipt(1.0001m),
            _world.Transfer(1, to: _world.Stores),
            _world.Use(5),
            _world.Use(5) with { FromPlaceId = nowhere, ProductId = nowhere })).Refusal!;

        Assert.Equal((RefusalCode.Invalid, "movementsRefused", 3), (refused.Code, refused.Reason, refused.Arguments["count"]));
        Assert.Equal(
            [
                ("movements.1.quantity", "movementQuantity", 2), ("movements.2.toPlaceId", "movementStays", 3),
                ("movements.4.productId", "movementNotFound", 5), ("movements.4.fromPlaceId", "movementNotFound", 5),
            ],
            refused.Details!.Select(d => (d.Field!, d.Reason, (int)d.Arguments["row"]!)));
        Assert.Empty(_world.Supply.Ledger);
        Assert.Empty(_world.Events.All);
        Assert.Equal(0, point.Balance);
    }

    [Theory]
    [InlineData(MovementKind.Receipt, false, true, null)]
    [InlineData(MovementKind.Receipt, true, true, "movementHasNoFrom")]
    [InlineData(MovementKind.Receipt, false, false, "movementNeedsTo")]
    [InlineData(MovementKind.Issue, true, false, null)]
    [InlineData(MovementKind.Issue, false, false, "movementNeedsFrom")]
    [InlineData(MovementKind.Issue, true, true, "movementHasNoTo")]
    [InlineData(MovementKind.Transfer, true, true, null)]
    [InlineData(MovementKind.Transfer, true, false, "movementNeedsTo")]
    [InlineData(MovementKind.Consumption, true, false, null)]
    [InlineData(MovementKind.Consumption, true, true, "movementHasNoTo")]
    [InlineData(MovementKind.Adjustment, true, false, null)]
    [InlineData(MovementKind.Adjustment, false, true, null)]
    [InlineData(MovementKind.Adjustment, true, true, "movementNeedsOnePlace")]
    [InlineData(MovementKind.Adjustment, false, false, "movementNeedsOnePlace")]
    [InlineData(MovementKind.Return, false, true, null)]
    [InlineData(MovementKind.Return, true, true, null)]
    [InlineData(MovementKind.Return, true, false, "movementNeedsTo")]
    [InlineData(MovementKind.Scrap, true, false, null)]
    [InlineData(MovementKind.Scrap, false, true, "movementNeedsFrom")]
    public async Task Each_kind_names_its_places(MovementKind kind, bool from, bool to, string? fault)
    {
        var refusal = (await _world.Record(new MovementEntry(
            kind, _world.Fork.Id, from ? _world.Stores.Id : null, to ? _world.Station.Id : null, 1))).Refusal;
        Assert.Equal(fault, refusal?.Details![0].Reason);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var area = _world.AddPlace(PlaceKind.Area, "VTT");
        Assert.Equal("movementsNone", (await _world.Record()).Refusal!.Reason);
        Assert.Equal("movementsTooMany", (await _world.Record([.. Enumerable.Repeat(_world.Receipt(1), 10_001)])).Refusal!.Reason);
        Assert.Equal("movementPlaceKind", await FaultOf(_world.Receipt(1, area)));
        Assert.Equal("movementQuantity", await FaultOf(_world.Receipt(0)));
        Assert.Equal("movementQuantity", await FaultOf(_world.Receipt(-1)));
        Assert.Equal("movementToCome", await FaultOf(_world.Receipt(1) with { OccurredAt = _world.Clock.Now.AddMinutes(6) }));
        Assert.Null(await FaultOf(_world.Receipt(1) with { OccurredAt = _world.Clock.Now.AddMinutes(5) }));
    }

    [Fact]
    public async Task Places_of_a_plant_that_the_actor_does_not_see_are_unknown()
    {
        var other = Plant.Create(_world.NextId(), "LYON", "Lyon", "Europe/Paris", Language.Fr);
        _world.Organisation.Add(other);
        var elsewhere = _world.AddPlace(PlaceKind.Location, "MAG", other.Id);
        Assert.Equal("movementNotFound", await FaultOf(_world.Receipt(1, elsewhere)));

        _world.Asker.Actor = _world.Pilot with
        {
            Memberships = [.. _world.Pilot.Memberships, new Membership(other.Id, Role.Operator, [])],
        };
        Assert.Equal(RefusalCode.Forbidden, (await _world.Record(_world.Receipt(1, elsewhere))).Refusal!.Code);
        Assert.Equal("movementOtherPlant", await FaultOf(_world.Receipt(1), _world.Receipt(1, elsewhere)));
    }

    [Fact]
    public async Task Using_more_than_there_is_leaves_none_with_a_variance()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Record(_world.Receipt(3, _world.Station), _world.Use(5));
        Assert.Equal((-2, 0, true), (point.Balance, point.OnHand, point.HasVariance));
    }

    [Fact]
    public async Task Lots_are_kept_apart_and_counted_together()
    {
        var point = _world.AddPoint(_world.Station);
        await _world.Record(
            _world.Receipt(3, _world.Station) with { Lot = "A" }, _world.Receipt(4, _world.Station) with { Lot = "B" },
            _world.Use(1) with { Lot = "A" });
        var balances = await _world.Supply.AllBalances(_world.Plant.Id, CancellationToken.None);
        Assert.Equal([("A", 2m), ("B", 4m)], balances.OrderBy(b => b.Lot, StringComparer.Ordinal).Select(b => (b.Lot, b.Quantity)));
        Assert.Equal(6, point.Balance);
    }

    [Fact]
    public async Task Demand_is_measured_at_the_station_and_over_the_plant_for_the_stores()
    {
        var (stores, station) = (_world.AddPoint(null), _world.AddPoint(_world.Station));
        await _world.Record(_world.Receipt(1_000), _world.Transfer(100));
        await _world.Record(_world.Use(8), _world.Use(8), new MovementEntry(MovementKind.Issue, _world.Fork.Id, _world.Stores.Id, null, 8));
        Assert.Equal((null, DemandSource.None), (station.DemandPerHour, station.DemandSource));
        Assert.Equal((3, DemandSource.Consumption), (stores.DemandPerHour, stores.DemandSource));
        await _world.Record(_world.Use(8));
        Assert.Equal((3, DemandSource.Consumption), (station.DemandPerHour, station.DemandSource));
    }

    [Fact]
    public async Task Emptying_the_stores_makes_a_station_critical_that_cannot_wait_for_the_supplier()
    {
        _world.Supply.Put(new Source(_world.NextId(), _world.Fork.Id, _world.NextId(), 5, true));
        var station = _world.AddPoint(_world.Station, new SupplyLimits(FixedRatePerHour: 10));
        await _world.Record(_world.Receipt(110), _world.Transfer(100));
        Assert.Equal(SupplyStatus.Ok, station.Status);
        await _world.Record(_world.Transfer(10));
        Assert.Equal((SupplyStatus.Critical, _world.Clock.Now.AddHours(11)), (station.Status, station.RunsOutAt));
    }

    [Fact]
    public async Task Ten_thousand_movements_are_recorded_at_once_within_a_second()
    {
        var products = Enumerable.Range(0, 500).Select(i => _world.AddProduct($"P{i:000}")).ToList();
        foreach (var product in products)
        {
            _world.AddPoint(null, product: product);
            _world.AddPoint(_world.Station, product: product);
        }

        MovementEntry[] movements = [.. Enumerable.Range(0, 10_000).Select(i =>
            new MovementEntry(MovementKind.Receipt, products[i % 500].Id, null, _world.Station.Id, 1))];
        var watch = Stopwatch.StartNew();
        var made = await _world.Record(movements);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 1_000);
        Assert.Equal(10_000, made.Value.Ids.Distinct().Count());
        Assert.Equal(1_000, _world.Events.Take<SupplyPointChanged>().Count);
    }

    private async Task<string?> FaultOf(params MovementEntry[] movements) =>
        (await _world.Record(movements)).Refusal?.Details![0].Reason;
}
