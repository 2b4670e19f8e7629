using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Server.Hosting.Demo;

/// <summary>A part at a station, with what stands there once the movements decided so far are booked.</summary>
internal sealed class DemoShelf(DemoPart part, SupplyPoint point, Place station)
{
    public DemoPart Part { get; } = part;

    public SupplyPoint Point { get; } = point;

    public Place Station { get; } = station;

    public decimal Quantity { get; set; } = point.Balance;
}

/// <summary>The shop floor as one step of the heartbeat finds it, and the movements that the step decides.</summary>
internal sealed class DemoShop
{
    private readonly Dictionary<string, (SupplyPoint Point, decimal Total)> _stores = new(StringComparer.Ordinal);
    private readonly IServiceProvider _services;
    private readonly Dictionary<string, Place> _places;

    private DemoShop(IServiceProvider services, DemoPlan plan, Plant plant, OrganisationPicture people, DateTimeOffset now)
    {
        (_services, Plan, Plant, People, Now) = (services, plan, plant, people, now);
        _places = people.Places.Where(p => p.PlantId == plant.Id && p.Kind != PlaceKind.Area)
            .Concat(people.Places.Where(p => p.PlantId == plant.Id && p.Kind == PlaceKind.Area))
            .DistinctBy(p => p.Code, StringComparer.Ordinal).ToDictionary(p => p.Code, StringComparer.Ordinal);
    }

    public DemoPlan Plan { get; }

    public Plant Plant { get; }

    public OrganisationPicture People { get; }

    public DateTimeOffset Now { get; }

    public IReadOnlyList<DemoShelf> Shelves { get; private set; } = [];

    public IReadOnlyList<Alert> OpenAlerts { get; private set; } = [];

    public List<MovementEntry> Movements { get; } = [];

    /// <summary>Null when the database holds no demo plant.</summary>
    public static async Task<DemoShop?> Find(IServiceProvider services, DemoPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = services.Acting(Actor.System);
        var people = await scope.ServiceProvider.GetRequiredService<IDirectory>().Current(cancellationToken);
        if (people.Plants.FirstOrDefault(p => p.Code == plan.Plant.Code) is not { } plant)
        {
            return null;
        }

        var shop = new DemoShop(services, plan, plant, people, now);
        var supply = scope.ServiceProvider.GetRequiredService<ISupplyReader>();
        var points = await supply.PointsOfPlant(plant.Id, cancellationToken);
        var products = await supply.ProductsById([.. points.Select(p => p.ProductId).Distinct()], cancellationToken);
        var parts = plan.Parts.ToDictionary(p => p.Code, StringComparer.Ordinal);
        var shelves = new List<DemoShelf>();
        foreach (var point in points)
        {
            if (!parts.TryGetValue(products[point.ProductId].Code, out var part))
            {
                continue;
            }

            if (point.PlaceId is { } station)
            {
                shelves.Add(new DemoShelf(part, point, people.Place(station)!));
            }
            else
            {
                shop._stores[part.Code] = (point, point.Balance);
            }
        }

        shop.Shelves = [.. shelves.OrderBy(s => s.Part.Code, StringComparer.Ordinal).ThenBy(s => s.Station.Code, StringComparer.Ordinal)];
        shop.OpenAlerts = await scope.ServiceProvider.GetRequiredService<IAlertReader>().Open([plant.Id], cancellationToken);
        return shop;
    }

    public Place Place(string code) => _places[code];

    /// <summary>Everything of a part in the plant, line side and stores.</summary>
    public decimal Total(DemoPart part) => _stores[part.Code].Total;

    public Guid ProductOf(DemoPart part) => _stores[part.Code].Point.ProductId;

    public void Use(DemoShelf shelf, decimal quantity, DateTimeOffset? at = null) =>
        Move(MovementKind.Consumption, shelf, -Math.Min(quantity, shelf.Quantity), at: at);

    public void Supply(DemoShelf shelf, decimal quantity)
    {
        var inStores = Total(shelf.Part) - Shelves.Where(s => s.Part == shelf.Part).Sum(s => s.Quantity);
        Move(MovementKind.Transfer, shelf, Math.Min(quantity, inStores));
    }

    public void TakeBack(DemoShelf shelf, decimal quantity) =>
        Move(MovementKind.Transfer, shelf, -Math.Min(quantity, shelf.Quantity), "DEPANNAGE");

    public void Receive(DemoPart part, decimal quantity, string document)
    {
        Movements.Add(new(MovementKind.Receipt, ProductOf(part), null, Place(StoresOf(part)).Id, quantity, Document: document));
        _stores[part.Code] = (_stores[part.Code].Point, Total(part) + quantity);
    }

    /// <summary>Gives an order as a person. Refusals are part of life: somebody else was faster.</summary>
    public async Task<bool> Do(Guid personId, ICommand<Made> order, CancellationToken cancellationToken)
    {
        if (People.ActorOf(personId) is not { } actor)
        {
            return false;
        }

        await using var scope = _services.Acting(actor);
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(order, cancellationToken)).IsDone;
    }

    public IReadOnlyList<Person> Staff(Role role, SupportService? service = null, Guid? areaId = null)
    {
        var named = Plan.People.Where(p => p.Account is null && p.Role == role && (service is null || p.Service == service))
            .Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var staff = People.People.Where(p => named.Contains(p.Name) && p.UserName is null).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        var near = staff.Where(p => areaId is { } area && p.Memberships.Any(m => m.AreaIds.Contains(area))).ToList();
        return near.Count > 0 ? near : staff;
    }

    /// <summary>Stock of a part stands in one place of the stores.</summary>
    public static string StoresOf(DemoPart part) => DemoChance.OneIn(2, part.Code) ? "MAG-A" : "MAG-B";

    private void Move(MovementKind kind, DemoShelf shelf, decimal change, string? document = null, DateTimeOffset? at = null)
    {
        if (change == 0)
        {
            return;
        }

        var part = shelf.Part;
        var stores = kind == MovementKind.Consumption ? (Guid?)null : Place(StoresOf(part)).Id;
        var (from, to) = change < 0 ? ((Guid?)shelf.Station.Id, stores) : (stores, shelf.Station.Id);
        Movements.Add(new(kind, ProductOf(part), from, to, Math.Abs(change), OccurredAt: at, Document: document));
        shelf.Quantity += change;
        if (stores is null)
        {
            _stores[part.Code] = (_stores[part.Code].Point, Total(part) + change);
        }
    }
}
