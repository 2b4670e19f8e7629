using System.Security.Cryptography;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// One extract being taken: its plant and instant, what is known by code, what was refused and counted so far. Every step
/// goes on after a bad row, so that all are listed; the refusal at the end undoes what was written.
/// </summary>
internal sealed class TakeExtractIntake(
    TakeExtract request, ISupplyStore supply, IOrganisationStore organisation, IExtractMemory memory, IEvents events, Actor actor,
    DateTimeOffset now)
{
    private readonly Dictionary<string, List<Place>> _placesByCode = new(StringComparer.OrdinalIgnoreCase);

    public TakeExtract Request { get; } = request;

    public Extract Extract => Request.Extract;

    public ISupplyStore Supply { get; } = supply;

    public IOrganisationStore Organisation { get; } = organisation;

    public IExtractMemory Memory { get; } = memory;

    public IEvents Events { get; } = events;

    public Actor Actor { get; } = actor;

    public DateTimeOffset Now { get; } = new(now.UtcTicks / 10 * 10, TimeSpan.Zero);

    public Plant Plant { get; private set; } = null!;

    public bool PlantIsNew { get; private set; }

    /// <summary>When the figures hold; never in the future, so that what is booked from now on stays on top of a count.</summary>
    public DateTimeOffset AsOf { get; private set; }

    /// <summary>The instant as it was said: the end of the day for a day, also of today's when nothing was said.</summary>
    public DateTimeOffset AsOfSaid { get; private set; }

    public bool AsOfIsSaid => Request.AsOf is not null || Request.AsOfDay is not null;

    public Dictionary<string, Product> Products { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Supplier> Suppliers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<Refusal> Refusals { get; } = [.. request.Extract.BadRows];

    public List<Refusal> Warnings { get; } = [];

    public List<DatasetTaken> Datasets { get; } = [];

    /// <summary>Products that a count spoke of: their points were heard.</summary>
    public HashSet<Guid> CountedProductIds { get; } = [];

    /// <summary>Products whose supply changed otherwise: movements, deliveries, sources.</summary>
    public HashSet<Guid> MovedProductIds { get; } = [];

    public HashSet<Guid> RevisedPointIds { get; } = [];

    public List<Movement> Booked { get; } = [];

    public Guid NewId() => Guid.CreateVersion7(Now);

    public void Settle(Plant plant, bool isNew)
    {
        (Plant, PlantIsNew) = (plant, isNew);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(plant.TimeZone);
        var day = Request.AsOfDay ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, zone).DateTime);
        AsOfSaid = Request.AsOf is { } said ? new DateTimeOffset(said.UtcTicks / 10 * 10, TimeSpan.Zero) : LocalTime.EndOf(day, zone);
        AsOf = AsOfSaid < Now ? AsOfSaid : Now;
    }

    public async Task LoadCatalogue(CancellationToken cancellationToken)
    {
        foreach (var (code, product) in await Supply.ProductsByCode(cancellationToken))
        {
            Products[code] = product;
        }

        foreach (var supplier in await Supply.Suppliers(cancellationToken))
        {
            Suppliers[supplier.Code] = supplier;
        }

        if (!PlantIsNew)
        {
            foreach (var place in await Organisation.Places(Plant.Id, cancellationToken))
            {
                Know(place);
            }
        }
    }

    public IEnumerable<Place> Places => _placesByCode.Values.SelectMany(p => p);

    public Place? FindPlace(PlaceKind kind, string code) => _placesByCode.GetValueOrDefault(code)?.Find(p => p.Kind == kind);

    public void Know(Place place)
    {
        if (!_placesByCode.TryGetValue(place.Code, out var places))
        {
            _placesByCode[place.Code] = places = [];
        }

        places.Add(place);
    }

    public void Count(Dataset dataset, int rows, int made, int changed, int booked = 0) =>
        Datasets.Add(new DatasetTaken(dataset, rows, made, changed, booked));

    /// <summary>The product of a code; refused when there is none, silently when its own row was.</summary>
    public Product? ProductOf(RowAt at, string column, string code) => Of(Products, Dataset.Products, at, column, code, "unknownProduct");

    public Supplier? SupplierOf(RowAt at, string column, string code) =>
        Of(Suppliers, Dataset.Suppliers, at, column, code, "unknownSupplier");

    /// <summary>The station or location of a code, where stock can stand.</summary>
    public Place? PlaceOf(RowAt at, string column, string code) =>
        PlaceOf(at, column, code, p => p.Kind is PlaceKind.Station or PlaceKind.Location);

    public Place? StationOf(RowAt at, string code) => PlaceOf(at, "station", code, p => p.Kind == PlaceKind.Station);

    private Place? PlaceOf(RowAt at, string column, string code, Predicate<Place> isMeant)
    {
        var places = (_placesByCode.GetValueOrDefault(code) ?? []).FindAll(isMeant);
        if (places.Count == 1)
        {
            return places[0];
        }

        if (!Extract.BadKeys.Contains((Dataset.Locations, code)))
        {
            Refusals.Add(at.Refuse(column, code, places.Count == 0 ? "unknownPlace" : "ambiguousPlace"));
        }

        return null;
    }

    /// <summary>Whether a key was seen on an earlier row, which is then named.</summary>
    public bool IsRepeated<TKey>(Dictionary<TKey, RowAt> seen, TKey key, RowAt at, string column, string value)
        where TKey : notnull
    {
        if (seen.TryAdd(key, at))
        {
            return false;
        }

        var first = seen[key];
        Refusals.Add(at.Refuse(column, value, "repeated", ("firstLine", first.Line), ("firstFile", first.File.Name)));
        return true;
    }

    /// <summary>
    /// Whether these very figures were the last taken from the files they come from, as of the same instant or of no
    /// instant in particular (those that do not hold at an instant: ever); if not, they are remembered as the last.
    /// </summary>
    public async Task<bool> IsSame<TRow>(
        Dataset dataset, IEnumerable<RowAt> origins, IEnumerable<TRow> figures, bool holdsAt, CancellationToken cancellationToken)
    {
        var source = string.Join('+', origins.Select(o => o.File.Name).Distinct(StringComparer.Ordinal));
        var print = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(figures)))
            + (Extract.Complete.Contains(dataset) ? "!" : "");
        var last = await Memory.LastTaken(Plant.Id, dataset, source, cancellationToken);
        if (last is not null && last.Fingerprint == print && (!holdsAt || !AsOfIsSaid || last.AsOf == AsOfSaid))
        {
            return true;
        }

        Memory.Keep(new TakenDataset(Plant.Id, dataset, source, print, AsOfSaid));
        return false;
    }

    public async Task Book(IReadOnlyList<Movement> movements, CancellationToken cancellationToken)
    {
        if (movements.Count > 0)
        {
            Booked.AddRange(movements);
            await new StockLedger(Supply).Book(Plant.Id, movements, cancellationToken);
            Events.Raise(new MovementsRecorded(Plant.Id, movements[0].Id, movements.Count));
        }
    }

    private T? Of<T>(Dictionary<string, T> known, Dataset dataset, RowAt at, string column, string code, string reason)
        where T : class
    {
        if (known.TryGetValue(code, out var found))
        {
            return found;
        }

        if (!Extract.BadKeys.Contains((dataset, code)))
        {
            Refusals.Add(at.Refuse(column, code, reason));
        }

        return null;
    }
}
