using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Core.Tests.Shared;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

/// <summary>An empty server that extracts of one small plant are taken into: a station, a location, two products, a supplier.</summary>
internal sealed class ExtractWorld
{
    private static readonly string[] StockColumns = ["product", "place", "lot", "quantity", "minimum", "reorderPoint"];
    private int _line = 1;

    public MovedClock Clock { get; } = new();

    public InMemoryOrganisation Organisation { get; } = new();

    public InMemorySupply Supply { get; } = new();

    public InMemoryExtracts Memory { get; } = new();

    public RecordedEvents Events { get; } = new();

    public AskedBy Asker { get; } = new(Actor.System);

    public static Extract Empty { get; } = new();

    public Extract Whole => new()
    {
        Locations =
        [
            new(At("places.csv", "station"), "FOREZ", "Cycles du Forez", "Europe/Paris", Language.Fr, "MONT", "Montage", "L1", "Ligne 1", "P4", "Poste 4", null, null),
            new(At("places.csv", "location"), "FOREZ", null, null, null, "MAG", "Magasin", null, null, null, null, "M1", "Allée 1"),
        ],
        Products = [new(At("products.csv", "code"), "FOU-120", "Fourche", "pcs"), new(At("products.csv", "code"), "SEL-7", "Selle", "pcs")],
        Suppliers = [new(At("suppliers.csv", "code"), "DUPONT", "Dupont", true)],
        Stock = [Stock("FOU-120", "M1", 100, reorderPoint: 60), Stock("FOU-120", "P4", 20, minimum: 5, reorderPoint: 60)],
    };

    public StockRow Stock(string product, string place, decimal quantity, decimal? minimum = null, decimal? reorderPoint = null) =>
        new(At("stock.csv", StockColumns), product, place, "", quantity, minimum, null, reorderPoint, null, null);

    public DeliveryRow Delivery(string order, string line, decimal ordered, decimal received, DateTimeOffset dueAt, OrderLineState state) =>
        new(At("deliveries.csv", "order"), order, line, "DUPONT", "FOU-120", ordered, received, 0, received, dueAt, null, null, state);

    public Task<Outcome<TakenExtract>> Take(Extract extract, DateTimeOffset? asOf = null, DateOnly? day = null, string? plant = null) =>
        new TakeExtractHandler(Supply, Organisation, Memory, Events, Asker, Clock)
            .Handle(new TakeExtract(extract, plant, day, asOf), CancellationToken.None);

    public async Task<Plant> Plant() => (await Organisation.Plants(CancellationToken.None))[0];

    public async Task<SupplyPoint> Point(string product, string? station)
    {
        var plant = await Plant();
        var productId = Supply.EveryProduct.Single(p => p.Code == product).Id;
        var places = await Organisation.Places(plant.Id, CancellationToken.None);
        var placeId = station is null ? (Guid?)null : places.Single(p => p.Kind == PlaceKind.Station && p.Code == station).Id;
        return Supply.EveryPoint.Single(p => p.ProductId == productId && p.PlaceId == placeId);
    }

    public async Task Record(MovementKind kind, decimal quantity, string? from, string? to)
    {
        var places = await Organisation.Places((await Plant()).Id, CancellationToken.None);
        Guid? IdOf(string? code) => code is null ? null : places.Single(p => p.Code == code && p.Kind is PlaceKind.Station or PlaceKind.Location).Id;
        var product = Supply.EveryProduct.Single(p => p.Code == "FOU-120");
        var entry = new MovementEntry(kind, product.Id, IdOf(from), IdOf(to), quantity);
        var done = await new RecordMovementsHandler(Supply, Organisation, Events, Asker, Clock)
            .Handle(new RecordMovements([entry]), CancellationToken.None);
        Xunit.Assert.True(done.IsDone);
    }

    public RowAt At(string file, params string[] columns) =>
        new(new ExtractFile(file, columns.ToDictionary(c => c, c => c.ToUpperInvariant(), StringComparer.Ordinal)), ++_line);
}

/// <summary>What was taken, in memory.</summary>
internal sealed class InMemoryExtracts : IExtractMemory
{
    private readonly Dictionary<(Guid, Dataset, string), TakenDataset> _taken = [];
    private readonly Dictionary<Guid, DateTimeOffset> _counts = [];

    public Task<TakenDataset?> LastTaken(Guid plantId, Dataset dataset, string source, CancellationToken cancellationToken) =>
        Task.FromResult(_taken.GetValueOrDefault((plantId, dataset, source)));

    public void Keep(TakenDataset taken) => _taken[(taken.PlantId, taken.Dataset, taken.Source)] = taken;

    public Task<IReadOnlyDictionary<Guid, DateTimeOffset>> LastCounts(Guid plantId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, DateTimeOffset>>(_counts);

    public void KeepCount(Guid plantId, Guid placeId, DateTimeOffset countedAt) => _counts[placeId] = countedAt;
}
