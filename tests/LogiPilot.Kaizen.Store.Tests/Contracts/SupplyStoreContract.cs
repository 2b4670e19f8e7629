using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of supply.</summary>
public abstract class SupplyStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Stores = Samples.Id(50), Station = Samples.Id(51);
    private static readonly Product Pedal = Product.Create(Samples.Id(1), "PÉ-01", "Pédale gauche", "pcs");
    private static readonly Product Frame = Product.Create(Samples.Id(2), "CA-02", "Cadre", "pcs");
    private static readonly Supplier Maker = Supplier.Create(Samples.Id(3), "S1", "Métal & Cie", true);
    private static readonly Place Post = Place.Create(
        Station, Samples.Plant, PlaceKind.Station, "P1", "Poste", "L1", Samples.Id(52), Samples.Id(53), 1);

    public async Task InitializeAsync() => await store.Write((ISupplyStore s) =>
    {
        s.Add(Pedal);
        s.Add(Frame);
        s.Add(Maker);
    });

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Products_points_and_deliveries_come_back_as_they_were_saved()
    {
        var point = Point(4, Post, new(Minimum: 2.5m, Maximum: 12));
        var stores = Point(5, null, new(ReorderPoint: 7));
        var delivery = Delivery(6, "BC-1", ordered: 10, received: 4, rejected: 1, due: 3);
        var received = Delivery(7, "BC-2", ordered: 10, received: 10, rejected: 0, due: -3);
        await store.Write((ISupplyStore s) =>
        {
            s.Add(point);
            s.Add(stores);
            s.Add(delivery);
            s.Add(received);
        });

        Assert.Equivalent(point, await store.Ask((ISupplyStore s) => s.FindPoint(point.Id, default)), strict: true);
        point.Hear(Samples.Start.AddHours(1));
        await store.Write((ISupplyStore s) => s.Save(point));
        Assert.Equal(Samples.Start.AddHours(1), (await store.Ask((ISupplyStore s) => s.FindPoint(point.Id, default)))?.HeardAt);
        Assert.Equal(2, (await store.Ask((ISupplyStore s) => s.Points(Samples.Plant, [Pedal.Id], default))).Count);
        Assert.Empty(await store.Ask((ISupplyStore s) => s.Points(Samples.Plant, [Frame.Id], default)));
        Assert.Equivalent(Pedal, (await store.Ask((ISupplyStore s) => s.ProductsByCode(default)))["PÉ-01"], strict: true);
        var outstanding = await store.Ask((ISupplyStore s) => s.Outstanding(Samples.Plant, [Pedal.Id], default));
        Assert.Equivalent(delivery, outstanding.Single(), strict: true);
        Assert.Equal(delivery.Id, (await store.Ask((ISupplyStore s) => s.FallenDue(Samples.Start.AddDays(4), 9, default))).Single().Id);
        Assert.Empty(await store.Ask((ISupplyStore s) => s.FallenDue(Samples.Start.AddDays(2), 9, default)));
        Assert.True(delivery.Age(Samples.Start.AddDays(4)));
        await store.Write((ISupplyStore s) => s.Save(delivery));
        Assert.Empty(await store.Ask((ISupplyStore s) => s.FallenDue(Samples.Start.AddDays(4), 9, default)));
    }

    [Fact]
    public async Task One_plant_has_one_point_of_a_product_at_a_place()
    {
        await store.Write((ISupplyStore s) => s.Add(Point(4, null, new())));
        await Assert.ThrowsAnyAsync<Exception>(() => store.Write((ISupplyStore s) => s.Add(Point(5, null, new()))));
        await store.Write((ISupplyStore s) => s.Add(Point(5, Post, new())));
    }

    [Fact]
    public async Task Quantities_keep_three_decimals_and_instants_microseconds()
    {
        var at = Samples.Start.AddTicks(19);
        var movement = new Movement(
            Samples.Id(8), Samples.Plant, MovementKind.Receipt, Pedal.Id, null, Stores, 1.0005m, null, at.ToOffset(TimeSpan.FromHours(2)), at,
            "BL-1", null);
        await store.Write((ISupplyStore s) => s.Add(movement));

        var kept = (await store.Ask((ISupplyReader r) => r.MovementsById([movement.Id], default))).Single();

        Assert.Equal(movement with { Quantity = 1.001m, OccurredAt = Samples.Start.AddTicks(10), RecordedAt = Samples.Start.AddTicks(10) }, kept);
        Assert.Equal(TimeSpan.Zero, kept.OccurredAt.Offset);
    }

    [Fact]
    public async Task Balances_bookings_and_consumption_add_up_by_product_and_place()
    {
        await store.Write((ISupplyStore s) =>
        {
            Book(s, 1, MovementKind.Receipt, null, Stores, 10, 0);
            Book(s, 2, MovementKind.Transfer, Stores, Station, 4, 1);
            Book(s, 3, MovementKind.Consumption, Station, null, 1.5m, 2);
            Book(s, 4, MovementKind.Consumption, Station, null, 1, 3);
            Book(s, 5, MovementKind.Scrap, Station, null, 0.5m, 3);
            s.Put(new Balance(Samples.Plant, Pedal.Id, Stores, "", 5));
            s.Put(new Balance(Samples.Plant, Pedal.Id, Stores, "", 6));
            s.Put(new Balance(Samples.Plant, Frame.Id, Station, "L7", 1));
        });

        Assert.Equal(6, (await store.Ask((ISupplyStore s) => s.Balances(Samples.Plant, [Pedal.Id], default))).Single().Quantity);
        Assert.Equal(2, (await store.Ask((ISupplyStore s) => s.AllBalances(Samples.Plant, default))).Count);
        var booked = await store.Ask((ISupplyStore s) => s.BookedAfter(Samples.Plant, Samples.Start, default));
        Assert.Equal([(Stores, -4m), (Station, 1m)], booked.Select(b => (b.PlaceId, b.Quantity)).OrderBy(b => b.Quantity));
        Assert.Equal(
            [new(Pedal.Id, Station, 2, 2.5m)],
            await store.Ask((ISupplyStore s) => s.ConsumedSince(Samples.Plant, [Pedal.Id, Frame.Id], Samples.Start.AddHours(2), default)));
        var curve = await store.Ask((ISupplyReader r) => r.MovementsOf(Point(4, Post, new()), Samples.Start.AddHours(2), default));
        Assert.Equal([1.5m, 1m, 0.5m], curve.Select(m => m.Quantity));
        Assert.Equal(5, (await store.Ask((ISupplyReader r) => r.MovementsOf(Point(4, null, new()), Samples.Start, default))).Count);

        static void Book(ISupplyStore s, int number, MovementKind kind, Guid? from, Guid? to, decimal quantity, int hour) => s.Add(new Movement(
            Samples.Id(80 + number), Samples.Plant, kind, Pedal.Id, from, to, quantity, null, Samples.Start.AddHours(hour),
            Samples.Start.AddHours(hour), null, null));
    }

    [Fact]
    public async Task Sources_give_the_shortest_lead_time_of_those_that_are_active()
    {
        var line = new BillLine(Samples.Id(60), Frame.Id, Pedal.Id, "P1", 2, "pcs", new(2026, 1, 31), null);
        await store.Write((ISupplyStore s) =>
        {
            s.Put(new Source(Samples.Id(61), Pedal.Id, Maker.Id, 9, IsActive: true));
            s.Put(new Source(Samples.Id(62), Pedal.Id, Maker.Id, 3, IsActive: true));
            s.Put(new Source(Samples.Id(63), Pedal.Id, Maker.Id, 1, IsActive: false));
            s.Put(line);
        });
        await store.Write((ISupplyStore s) => s.Put(new Source(Samples.Id(62), Pedal.Id, Maker.Id, 5, IsActive: true)));

        var days = await store.Ask((ISupplyStore s) => s.ShortestLeadTimes([Pedal.Id, Frame.Id], default));
        Assert.Equal([new(Pedal.Id, 5)], days);
        Assert.Equal([line], await store.Ask((ISupplyStore s) => s.BillLines(default)));
        await store.Write((ISupplyStore s) => s.Remove(line));
        Assert.Empty(await store.Ask((ISupplyStore s) => s.BillLines(default)));
    }

    [Fact]
    public async Task The_lists_of_supply_filter_search_and_order()
    {
        var point = Point(4, Post, new(Minimum: 2));
        await store.Write((ISupplyStore s) =>
        {
            s.Add(point);
            s.Add(Point(5, null, new()));
            s.Add(SupplyPoint.Create(Samples.Id(9), Samples.Plant, Frame.Id, null, new(), Samples.Start));
            s.Add(Delivery(6, "BC-1", ordered: 10, received: 4, rejected: 1, due: 3));
            s.Add(Delivery(7, "BC-2", ordered: 10, received: 10, rejected: 0, due: -3));
        });

        Assert.Equal(["CA-02", "PÉ-01"], Codes(await Products(new())), StringComparer.Ordinal);
        Assert.Equal(["PÉ-01"], Codes(await Products(new(Text: "pedale GAUCHE"))), StringComparer.Ordinal);
        Assert.Equal(["PÉ-01"], Codes(await Products(new(PlaceIds: [Samples.Id(53)]))), StringComparer.Ordinal);
        Assert.Equal(2, (await Products(new(PlantIds: [Samples.Plant]))).TotalCount);
        Assert.Empty((await Products(new(PlantIds: [Samples.Id(77)]))).Items);
        Assert.Equal([point.Id], (await Points(new(LineIds: [Samples.Id(53)]))).Items.Select(i => i.Item.Id));
        Assert.Equal([point.Id], (await Points(new(Stores: false))).Items.Select(i => i.Item.Id));
        Assert.Equal(2, (await Points(new(Stores: true))).TotalCount);
        Assert.Equal(2, (await Points(new(Text: "pédale"))).Items.Count);
        Assert.Equal(3, (await Points(new(Statuses: [point.Status]))).TotalCount);
        Assert.Equal(["BC-2"], (await Deliveries(new(ReceivedShort: false))).Items.Select(i => i.Item.OrderNumber), StringComparer.Ordinal);
        Assert.Equal(["BC-1"], (await Deliveries(new(HasRejects: true, Text: "metal bc-1 pedale"))).Items.Select(i => i.Item.OrderNumber), StringComparer.Ordinal);
        Assert.Equal(["BC-1", "BC-2"], (await Deliveries(new())).Items.Select(i => i.Item.OrderNumber), StringComparer.Ordinal);
        var quality = Assert.Single(await store.Ask((ISupplyReader r) => r.SupplierQualities([Samples.Plant], default)));
        Assert.Equal((14m, 1m), (quality.Received, quality.Rejected));
        Assert.Empty(await store.Ask((ISupplyReader r) => r.SupplierQualities([Samples.Id(2)], default)));

        await Assert.ThrowsAsync<FilterTooLargeException>(() => Products(new(PlaceIds: [.. Enumerable.Range(0, 1_001).Select(n => Samples.Id(n))])));

        static IEnumerable<string> Codes(Page<Product> page) => page.Items.Select(i => i.Item.Code);
    }

    private static readonly PageRequest All = new(100, null, null, null, WantsTotal: true);

    private Task<Page<Product>> Products(ProductFilter filter) =>
        store.Ask((ISupplyReader r) => r.Products([Samples.Plant], filter, All, default));

    private Task<Page<SupplyPoint>> Points(SupplyPointFilter filter) =>
        store.Ask((ISupplyReader r) => r.Points([Samples.Plant], filter, SupplyPointOrder.WorstFirst, All, default));

    private Task<Page<Delivery>> Deliveries(DeliveryFilter filter) =>
        store.Ask((ISupplyReader r) => r.Deliveries([Samples.Plant], filter, All, default));

    private static SupplyPoint Point(int number, Place? place, SupplyLimits limits) =>
        SupplyPoint.Create(Samples.Id(number), Samples.Plant, Pedal.Id, place, limits, Samples.Start);

    private static Delivery Delivery(int number, string order, decimal ordered, decimal received, decimal rejected, int due)
    {
        var delivery = Core.Supply.Delivery.Create(Samples.Id(number), Samples.Plant, order, "1");
        delivery.Revise(
            new(Maker.Id, Pedal.Id, ordered, received, rejected, received - rejected, Samples.Start.AddDays(due), null, null, false, false),
            Samples.Start);
        return delivery;
    }
}
