using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

public sealed class SupplyQuestionsTests
{
    private static readonly PageRequest AnyPage = new(null, null, null, null, true);

    private readonly SupplyWorld _world = new();

    [Fact]
    public async Task Lists_stay_within_the_plants_of_whoever_asks()
    {
        _world.AddPoint(null);
        _world.AddDelivery("PO-7", "1", 1, _world.Clock.Now);
        Assert.Equal((1, 1), await Counts(null));
        Assert.Equal((1, 1), await Counts([_world.Plant.Id]));
        Assert.Equal((0, 0), await Counts([_world.NextId()]));
        _world.Asker.Actor = _world.Pilot with { Memberships = [new Membership(_world.NextId(), Role.Admin, [])] };
        Assert.Equal((0, 0), await Counts(null));
        Assert.Equal((0, 0), await Counts([_world.Plant.Id]));
    }

    [Fact]
    public async Task Points_are_found_by_id_and_another_plants_is_not()
    {
        var point = _world.AddPoint(null);
        Assert.Equal([point.Id], await Find(point.Id, _world.NextId()));
        Assert.Equal(point.Id, (await FindOne(point.Id)).Value.Id);
        _world.Asker.Actor = _world.Pilot with { Memberships = [new Membership(_world.NextId(), Role.Admin, [])] };
        Assert.Empty(await Find(point.Id));
        Assert.Equal((await FindOne(_world.NextId())).Refusal!.Reason, (await FindOne(point.Id)).Refusal!.Reason);
    }

    [Fact]
    public async Task Supplier_quality_is_rejected_per_million_received()
    {
        var supplier = Supplier.Create(_world.NextId(), "ACME", "Acme", true);
        _world.Supply.Add(supplier);
        foreach (var (received, rejected) in new[] { (300m, 3m), (100m, 1m), (0m, 0m) })
        {
            var delivery = Delivery.Create(_world.NextId(), _world.Plant.Id, "PO", $"{received}");
            delivery.Revise(
                new DeliveryFacts(supplier.Id, _world.Fork.Id, 300, received, rejected, received, _world.Clock.Now, null, null, true, false),
                _world.Clock.Now);
            _world.Supply.Add(delivery);
        }

        var qualities = await new ListSupplierQualitiesHandler(new InMemorySupplyReader(_world.Supply), _world.Asker)
            .Handle(new ListSupplierQualities(), CancellationToken.None);
        Assert.Equal(10_000, qualities.Value.Ppm);
        Assert.Equal(10_000, Assert.Single(qualities.Value.Suppliers).Ppm);
        Assert.Null(new SupplierQualities([]).Ppm);
    }

    private async Task<(int? Points, int? Deliveries)> Counts(IReadOnlyList<Guid>? plantIds)
    {
        var reader = new InMemorySupplyReader(_world.Supply);
        var points = await new ListSupplyPointsHandler(reader, _world.Asker).Handle(
            new ListSupplyPoints(new SupplyPointFilter(plantIds), SupplyPointOrder.WorstFirst, AnyPage), CancellationToken.None);
        var deliveries = await new ListDeliveriesHandler(reader, _world.Asker).Handle(
            new ListDeliveries(new DeliveryFilter(plantIds), AnyPage), CancellationToken.None);
        return (points.Value.TotalCount, deliveries.Value.TotalCount);
    }

    private async Task<IEnumerable<Guid>> Find(params Guid[] ids) =>
        (await new FindSupplyPointsHandler(new InMemorySupplyReader(_world.Supply), _world.Asker)
            .Handle(new FindSupplyPoints(ids), CancellationToken.None)).Value.Keys;

    private Task<Outcome<SupplyPoint>> FindOne(Guid id) =>
        new FindSupplyPointHandler(new InMemorySupplyReader(_world.Supply), _world.Asker)
            .Handle(new FindSupplyPoint(id), CancellationToken.None);
}
