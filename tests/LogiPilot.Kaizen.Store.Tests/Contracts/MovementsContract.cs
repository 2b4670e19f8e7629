using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of movements and of the points they move, through the use case that books them.</summary>
public abstract class MovementsContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Guid Station = Samples.Id(10), Location = Samples.Id(11), FirstPoint = Samples.Id(12);

    private static readonly Guid[] Products = [.. Enumerable.Range(0, 100).Select(i => Samples.Id(1_000 + i))];

    private DateTimeOffset _now = Samples.Start;

    public async Task InitializeAsync() => await store.Apply(services =>
    {
        var organisation = services.GetRequiredService<IOrganisationStore>();
        organisation.Add(Plant.Create(Samples.Plant, "FOREZ", "Cycles du Forez", "Europe/Paris", Language.Fr));
        organisation.Add(Place.Create(Station, Samples.Plant, PlaceKind.Station, "P4", "Poste 4", "P4", null, null, 0));
        organisation.Add(Place.Create(Location, Samples.Plant, PlaceKind.Location, "MAG", "Magasin", "MAG", null, null, 0));
        var supply = services.GetRequiredService<ISupplyStore>();
        foreach (var (number, id) in Products.Index())
        {
            supply.Add(Product.Create(id, $"P{number:000}", "Pièce", "pcs"));
            supply.Add(SupplyPoint.Create(
                number == 0 ? FirstPoint : Samples.Id(2_000 + number), Samples.Plant, id, null, new SupplyLimits(ReorderPoint: 5), _now));
        }

        return Task.FromResult<Outcome<Made>>((Made)Samples.Plant);
    });

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Ten_thousand_movements_are_kept_and_move_their_points()
    {
        await Record([.. Enumerable.Range(0, 10_000).Select(i => Receipt(Products[i % 100], 0.125m))]);

        var points = await store.Ask((ISupplyReader reader) => reader.PointsOfPlant(Samples.Plant, default));
        Assert.All(points, p => Assert.Equal((12.5m, SupplyStatus.Ok, _now), (p.Balance, p.Status, p.BalanceAt)));
        Assert.Equal(100, (await store.Ask((ISupplyReader r) => r.MovementsOf(points[0], _now, default))).Count);
    }

    [Fact]
    public async Task Being_heard_of_again_is_kept_without_a_new_version()
    {
        await Record(Receipt(Products[0], 20));
        var before = await Point();
        _now = _now.AddHours(1);
        await Record(new MovementEntry(MovementKind.Transfer, Products[0], Location, Station, 5));
        var after = await Point();
        Assert.Equal((before.Version, before.Balance, _now), (after.Version, after.Balance, after.HeardAt));
    }

    private static MovementEntry Receipt(Guid productId, decimal quantity) =>
        new(MovementKind.Receipt, productId, null, Location, quantity);

    private async Task<SupplyPoint> Point() =>
        Assert.Single(await store.Ask((ISupplyReader reader) => reader.PointsById([FirstPoint], default)));

    private async Task Record(params MovementEntry[] movements)
    {
        var recorded = await store.Apply(services => new RecordMovementsHandler(
            services.GetRequiredService<ISupplyStore>(), services.GetRequiredService<IOrganisationStore>(), new EventQueue(),
            new TheSystem(), new ClockAt(_now)).Handle(new RecordMovements(movements), default));
        Assert.Null(recorded.Refusal);
    }

    private sealed class TheSystem : ICurrentActor
    {
        public Actor Actor => Actor.System;
    }

    private sealed class ClockAt(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
