using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Core.Tests.Shared;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

/// <summary>A plant with a station and a location of its stores, one product, and the use cases that move it.</summary>
internal sealed class SupplyWorld
{
    private int _lastId;

    public SupplyWorld()
    {
        Plant = Core.Organisation.Plant.Create(NextId(), "FOREZ", "Cycles du Forez", "Europe/Paris", Language.Fr);
        Organisation.Add(Plant);
        Station = AddPlace(PlaceKind.Station, "P4");
        Stores = AddPlace(PlaceKind.Location, "MAG");
        Fork = AddProduct("FOU-120");
        Pilot = new Actor(NextId(), "Nadia", Language.Fr, [new Membership(Plant.Id, Role.Pilot, [])]);
        Asker = new AskedBy(Pilot);
    }

    public MovedClock Clock { get; } = new();

    public InMemoryOrganisation Organisation { get; } = new();

    public InMemorySupply Supply { get; } = new();

    public RecordedEvents Events { get; } = new();

    public AskedBy Asker { get; }

    public Actor Pilot { get; }

    public Plant Plant { get; }

    public Place Station { get; }

    public Place Stores { get; }

    public Product Fork { get; }

    public Place AddPlace(PlaceKind kind, string code, Guid? plantId = null)
    {
        var place = Place.Create(NextId(), plantId ?? Plant.Id, kind, code, code, code, null, null, 0);
        Organisation.Add(place);
        return place;
    }

    public Product AddProduct(string code)
    {
        var product = Product.Create(NextId(), code, code, "pcs");
        Supply.Add(product);
        return product;
    }

    public SupplyPoint AddPoint(Place? station, SupplyLimits? limits = null, Product? product = null)
    {
        var point = SupplyPoint.Create(
            NextId(), Plant.Id, (product ?? Fork).Id, station, limits ?? new SupplyLimits(), Clock.Now);
        Supply.Add(point);
        return point;
    }

    public Delivery AddDelivery(string order, string line, decimal ordered, DateTimeOffset dueAt, Product? product = null)
    {
        var delivery = Delivery.Create(NextId(), Plant.Id, order, line);
        delivery.Revise(
            new DeliveryFacts(Guid.Empty, (product ?? Fork).Id, ordered, 0, 0, 0, dueAt, null, null, false, false), Clock.Now);
        Supply.Add(delivery);
        return delivery;
    }

    public MovementEntry Receipt(decimal quantity, Place? to = null) =>
        new(MovementKind.Receipt, Fork.Id, null, (to ?? Stores).Id, quantity);

    public MovementEntry Transfer(decimal quantity, Place? from = null, Place? to = null) =>
        new(MovementKind.Transfer, Fork.Id, (from ?? Stores).Id, (to ?? Station).Id, quantity);

    public MovementEntry Use(decimal quantity, Place? from = null) =>
        new(MovementKind.Consumption, Fork.Id, (from ?? Station).Id, null, quantity);

    public Task<Outcome<Made>> Record(params MovementEntry[] movements) =>
        new RecordMovementsHandler(Supply, Organisation, Events, Asker, Clock)
            .Handle(new RecordMovements(movements), CancellationToken.None);

    public async Task<int> Sweep() =>
        (await new ReassessDueHandler(Supply, Organisation, Events, Clock).Handle(new ReassessDue(), CancellationToken.None)).Value;

    public Guid NextId() => new(++_lastId, 0, 0, new byte[8]);
}
