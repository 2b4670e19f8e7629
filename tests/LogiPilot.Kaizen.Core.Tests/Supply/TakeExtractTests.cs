using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

public sealed class TakeExtractTests
{
    private readonly ExtractWorld _world = new();

    [Fact]
    public async Task The_plant_its_places_and_its_supply_points_are_made()
    {
        var taken = (await _world.Take(_world.Whole)).Value;
        var plant = await _world.Plant();
        Assert.Equal(("FOREZ", "Europe/Paris", Language.Fr), (plant.Code, plant.TimeZone, plant.Language));
        var places = await _world.Organisation.Places(plant.Id, CancellationToken.None);
        Assert.Equal("A-MONT MONT, L-L1 L1, P4 P4, A-MAG MAG, M1 M1", string.Join(", ", places.Select(p => $"{p.Label} {p.Code}")));

        var (stores, station) = (await _world.Point("FOU-120", null), await _world.Point("FOU-120", "P4"));
        Assert.Equal((120, 60m, (decimal?)null), (stores.Balance, stores.ReorderPoint, stores.Minimum));
        Assert.Equal((20, 5m, (decimal?)null), (station.Balance, station.Minimum, station.ReorderPoint));
        Assert.Equal(SupplyStatus.Ok, stores.Status);
        Assert.Equal((2, 2), (_world.Supply.EveryPoint.Count(), _world.Supply.Ledger.Count));
        Assert.Equal((2, 0, 2), Counts(taken, Dataset.Stock));
    }

    [Fact]
    public async Task The_same_extract_again_changes_nothing_but_when_it_was_heard()
    {
        var extract = _world.Whole with { Deliveries = [_world.Delivery("4001", "1", 10, 0, _world.Clock.Now.AddDays(-1), OrderLineState.Open)] };
        await _world.Take(extract);
        var versions = _world.Supply.EveryPoint.Select(p => p.Version).Concat(_world.Supply.EveryDelivery.Select(d => d.Version)).ToList();
        _world.Events.All.Clear();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));

        var again = (await _world.Take(extract)).Value;
        Assert.All(again.Datasets, d => Assert.True(d.ChangedNothing));
        Assert.Empty(_world.Events.All);
        Assert.Equal(versions, _world.Supply.EveryPoint.Select(p => p.Version).Concat(_world.Supply.EveryDelivery.Select(d => d.Version)));
        Assert.Equal(_world.Clock.Now, (await _world.Point("FOU-120", null)).HeardAt);
    }

    [Fact]
    public async Task Movements_between_two_takings_of_one_extract_stay()
    {
        await _world.Take(_world.Whole);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await _world.Record(MovementKind.Transfer, 8, "M1", "P4");
        await _world.Record(MovementKind.Consumption, 3, "P4", null);
        _world.Events.All.Clear();
        _world.Clock.Advance(TimeSpan.FromHours(1));

        await _world.Take(_world.Whole);
        Assert.Equal((117, 25), ((await _world.Point("FOU-120", null)).Balance, (await _world.Point("FOU-120", "P4")).Balance));
        Assert.Empty(_world.Events.All);
    }

    [Fact]
    public async Task A_count_is_booked_as_of_its_instant_and_later_movements_stay_on_top()
    {
        await _world.Take(_world.Whole);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        var counted = _world.Clock.Now;
        _world.Clock.Advance(TimeSpan.FromHours(1));
        await _world.Record(MovementKind.Consumption, 3, "P4", null);

        var corrected = ExtractWorld.Empty with { Stock = [_world.Stock("FOU-120", "P4", 15)] };
        await _world.Take(corrected, asOf: counted);
        Assert.Equal((112, 12), ((await _world.Point("FOU-120", null)).Balance, (await _world.Point("FOU-120", "P4")).Balance));
        var adjustment = _world.Supply.Ledger[^1];
        Assert.Equal((MovementKind.Adjustment, 5, counted), (adjustment.Kind, adjustment.Quantity, adjustment.OccurredAt));
    }

    [Fact]
    public async Task An_older_count_is_refused_and_the_same_instant_again_books_nothing()
    {
        await _world.Take(_world.Whole, asOf: _world.Clock.Now);
        var booked = _world.Supply.Ledger.Count;
        var refused = (await _world.Take(_world.Whole, asOf: _world.Clock.Now.AddDays(-1))).Refusal!;
        Assert.Equal("import.olderThanCount M1, import.olderThanCount P4", string.Join(", ", refused.Details!.Select(d => $"{d.Reason} {d.Arguments["value"]}")));

        var renamed = _world.Whole with { Stock = [.. _world.Whole.Stock!.Select(s => s with { At = _world.At("inventaire.csv") })] };
        await _world.Take(renamed, asOf: _world.Clock.Now);
        Assert.Equal(booked, _world.Supply.Ledger.Count);
    }

    [Fact]
    public async Task A_bare_day_is_its_end_by_the_clock_of_the_plant_and_never_in_the_future()
    {
        var (yesterday, today) = (DateOnly.FromDateTime(_world.Clock.Now.Date).AddDays(-1), DateOnly.FromDateTime(_world.Clock.Now.Date));
        Assert.Equal(
            new DateTimeOffset(2026, 3, 1, 22, 59, 59, TimeSpan.Zero).AddMicroseconds(999_999),
            (await _world.Take(_world.Whole, day: yesterday)).Value.AsOf);
        Assert.Equal(_world.Clock.Now, (await _world.Take(_world.Whole, day: today)).Value.AsOf);
    }

    [Fact]
    public async Task Absent_rows_stay_unless_the_extract_is_complete()
    {
        await _world.Take(_world.Whole);
        var station = ExtractWorld.Empty with { Stock = [_world.Stock("FOU-120", "P4", 20)] };
        await _world.Take(station);
        Assert.Equal(120, (await _world.Point("FOU-120", null)).Balance);

        await _world.Take(station with { Complete = new HashSet<Dataset> { Dataset.Stock } });
        Assert.Equal(20, (await _world.Point("FOU-120", null)).Balance);
    }

    [Fact]
    public async Task A_complete_count_older_than_the_count_of_a_place_it_does_not_mention_is_refused()
    {
        await _world.Take(_world.Whole);
        var elsewhere = ExtractWorld.Empty with { Stock = [_world.Stock("FOU-120", "P4", 20)], Complete = new HashSet<Dataset> { Dataset.Stock } };
        var refused = (await _world.Take(elsewhere, asOf: _world.Clock.Now.AddHours(-1))).Refusal!;
        Assert.Equal("P4, M1", string.Join(", ", refused.Details!.Select(d => d.Arguments["value"])));
    }

    [Fact]
    public async Task A_count_that_knows_no_lots_counts_all_of_them_together()
    {
        await _world.Take(_world.Whole);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        var columns = _world.At("moves.csv", "quantity");
        await _world.Take(ExtractWorld.Empty with
        {
            Movements = [new(columns, MovementKind.Receipt, "FOU-120", null, "M1", 30, "L7", _world.Clock.Now, null)],
        });
        _world.Clock.Advance(TimeSpan.FromHours(1));
        var silent = new StockRow(_world.At("stock.csv", "product", "place", "quantity"), "FOU-120", "M1", "", 125, null, null, null, null, null);
        await _world.Take(ExtractWorld.Empty with { Stock = [silent] });
        Assert.Equal(145, (await _world.Point("FOU-120", null)).Balance);
    }

    [Fact]
    public async Task Every_bad_row_of_every_file_is_named_by_line_and_column()
    {
        var whole = _world.Whole;
        var extract = whole with
        {
            Products = [.. whole.Products!, new(_world.At("products.csv", "code"), "fou-120", "Fourche", "pcs")],
            Stock = [.. whole.Stock!, _world.Stock("NONE", "P4", 1), _world.Stock("SEL-7", "P9", 1)],
        };
        var refused = (await _world.Take(extract)).Refusal!;
        Assert.Equal(("import.refused", 3), (refused.Reason, refused.Arguments["count"]));
        Assert.Equal(
            "products.csv CODE fou-120 import.repeated, stock.csv PRODUCT NONE import.unknownProduct, stock.csv PLACE P9 import.unknownPlace",
            string.Join(", ", refused.Details!.Select(d => $"{d.Arguments["file"]} {d.Arguments["column"]} {d.Arguments["value"]} {d.Reason}")));
        Assert.Equal([extract.Products[^1].At.Line, extract.Stock[^2].At.Line, extract.Stock[^1].At.Line], refused.Details!.Select(d => d.Arguments["line"]));
    }

    [Fact]
    public async Task What_refers_to_a_row_that_could_not_be_read_is_not_refused_again()
    {
        var unreadable = _world.At("products.csv", "code").Refuse("name", "", "missing");
        var extract = _world.Whole with
        {
            Stock = [_world.Stock("BAD", "P4", 1)], BadRows = [unreadable], BadKeys = new HashSet<(Dataset, string)> { (Dataset.Products, "BAD") },
        };
        Assert.Equal([unreadable], (await _world.Take(extract)).Refusal!.Details);
    }

    [Fact]
    public async Task An_order_that_is_late_says_so_once_and_complete_or_cancelled_ones_never()
    {
        var due = _world.Clock.Now.AddDays(-3);
        await _world.Take(_world.Whole with
        {
            Deliveries =
            [
                _world.Delivery("4001", "1", 10, 0, due, OrderLineState.Open), _world.Delivery("4001", "2", 10, 4, due, OrderLineState.Open),
                _world.Delivery("4001", "3", 10, 10, due, OrderLineState.Open), _world.Delivery("4002", "1", 10, 4, due, OrderLineState.Complete),
                _world.Delivery("4003", "1", 10, 0, due, OrderLineState.Cancelled),
            ],
        });
        var late = Assert.Single(_world.Events.Take<SupplierOrderLateness>());
        Assert.Equal(("4001", 1), (late.OrderNumber, late.LateProductIds.Count));
        Assert.Equal(
            "4001/1 Late, 4001/2 Late, 4001/3 Received, 4002/1 Received, 4003/1 Cancelled",
            string.Join(", ", _world.Supply.EveryDelivery.Select(d => $"{d.OrderNumber}/{d.LineNumber} {d.State}")));
    }

    [Fact]
    public async Task Movements_are_booked_once_by_the_rules_of_recording()
    {
        await _world.Take(_world.Whole, asOf: _world.Clock.Now);
        _world.Clock.Advance(TimeSpan.FromHours(1));
        MovementRow Use(decimal quantity, string? to) => new(
            _world.At("moves.csv", "quantity"), MovementKind.Consumption, "FOU-120", "P4", to, quantity, null, _world.Clock.Now, "B1");
        var moves = ExtractWorld.Empty with { Movements = [Use(4, null)] };
        await _world.Take(moves);
        await _world.Take(moves, day: DateOnly.FromDateTime(_world.Clock.Now.Date));
        Assert.Equal(16, (await _world.Point("FOU-120", "P4")).Balance);

        var refused = (await _world.Take(ExtractWorld.Empty with { Movements = [Use(0, null), Use(1, "M1")] })).Refusal!;
        Assert.Equal("movementQuantity QUANTITY 0, movementHasNoTo toPlace M1", string.Join(", ", refused.Details!.Select(d => $"{d.Reason} {d.Field} {d.Arguments["value"]}")));
    }

    [Fact]
    public async Task Without_a_plant_named_the_only_one_takes_it_and_several_must_be_told_apart()
    {
        Assert.Equal("import.noPlant", (await _world.Take(ExtractWorld.Empty)).Refusal!.Reason);
        await _world.Take(_world.Whole);
        Assert.True((await _world.Take(ExtractWorld.Empty with { Products = [] })).IsDone);
        _world.Organisation.Add(Plant.Create(Guid.Empty, "AUTRE", "Autre", "Europe/Paris", Language.Fr));
        Assert.Equal("import.whichPlant", (await _world.Take(ExtractWorld.Empty)).Refusal!.Reason);
        Assert.Equal("import.unknownPlant", (await _world.Take(ExtractWorld.Empty, plant: "RIEN")).Refusal!.Reason);
        Assert.True((await _world.Take(ExtractWorld.Empty, plant: "forez")).IsDone);
    }

    [Fact]
    public async Task A_bad_row_is_named_even_when_it_hides_the_plant()
    {
        var unreadable = _world.At("locations.csv", "area").Refuse("area", "", "missing");
        var refused = (await _world.Take(ExtractWorld.Empty with { Locations = [], BadRows = [unreadable] })).Refusal!;
        Assert.Equal([unreadable], refused.Details);
    }

    [Fact]
    public async Task Limits_that_a_file_does_not_state_stay_and_contradictions_are_named()
    {
        await _world.Take(_world.Whole);
        var silent = new StockRow(_world.At("stock.csv", "product", "place", "quantity"), "FOU-120", "P4", "", 20, null, null, null, null, null);
        await _world.Take(ExtractWorld.Empty with { Stock = [silent] });
        Assert.Equal(5, (await _world.Point("FOU-120", "P4")).Minimum);

        var refused = await _world.Take(ExtractWorld.Empty with
        {
            Stock = [_world.Stock("FOU-120", "M1", 1, reorderPoint: 60), _world.Stock("FOU-120", "P4", 1, reorderPoint: 70)],
        });
        Assert.Equal("import.limitsDiffer", Assert.Single(refused.Refusal!.Details!).Reason);
    }

    private static (int Made, int Changed, int Booked) Counts(TakenExtract taken, Dataset dataset)
    {
        var of = taken.Datasets.Single(d => d.Dataset == dataset);
        return (of.Made, of.Changed, of.Booked);
    }
}
