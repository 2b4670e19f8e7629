using System.Text.Json.Serialization;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>What an extract can hold; docs/import.md describes the columns of each.</summary>
public enum Dataset
{
    Locations,
    Products,
    Suppliers,
    Sources,
    Boms,
    Stock,
    Deliveries,
    Movements,
}

/// <summary>
/// A file of an extract: its name, and for each canonical column that it states the column that people find in it. A
/// column that is not stated leaves what is known alone.
/// </summary>
public sealed record ExtractFile(string Name, IReadOnlyDictionary<string, string> Columns)
{
    public bool States(string column) => Columns.ContainsKey(column);
}

/// <summary>Where a row was read: file and line, counted from 1 with the header.</summary>
public readonly record struct RowAt(ExtractFile File, int Line)
{
    public Refusal Refuse(string column, object? value, string reason, params (string Name, object? Value)[] more)
    {
        var name = File.Columns.GetValueOrDefault(column, column);
        return Refusal.Invalid(
            name, "import." + reason,
            [("file", File.Name), ("line", Line), ("column", name), ("value", value ?? ""), .. more]);
    }
}

/// <summary>A place: a station of a line, a line, or a location of the stores, in an area of the plant.</summary>
public sealed record LocationRow(
    [property: JsonIgnore] RowAt At, string? Plant, string? PlantName, string? TimeZone, Language? Language, string Area,
    string? AreaName, string? Line, string? LineName, string? Station, string? StationName, string? Location, string? LocationName);

public sealed record ProductRow([property: JsonIgnore] RowAt At, string Code, string? Name, string? Unit);

public sealed record SupplierRow([property: JsonIgnore] RowAt At, string Code, string? Name, bool IsActive);

public sealed record SourceRow([property: JsonIgnore] RowAt At, string Product, string Supplier, int LeadTimeDays, bool IsActive);

public sealed record BomRow(
    [property: JsonIgnore] RowAt At, string Assembly, string Component, string? Station, decimal Quantity, string? Unit,
    DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>What stands of a product at a place, with the levels of its line-side point and of the product's stores point.</summary>
public sealed record StockRow(
    [property: JsonIgnore] RowAt At, string Product, string Place, string Lot, decimal Quantity, decimal? Minimum, decimal? Maximum,
    decimal? ReorderPoint, decimal? SafetyStock, decimal? StoresMaximum);

public enum OrderLineState
{
    Open,
    Complete,
    Cancelled,
}

public sealed record DeliveryRow(
    [property: JsonIgnore] RowAt At, string Order, string Line, string Supplier, string Product, decimal Ordered, decimal Received,
    decimal Rejected, decimal Stocked, DateTimeOffset DueAt, DateTimeOffset? ShippedAt, DateTimeOffset? ReceivedAt, OrderLineState State);

public sealed record MovementRow(
    [property: JsonIgnore] RowAt At, MovementKind Kind, string Product, string? FromPlace, string? ToPlace, decimal Quantity,
    string? Lot, DateTimeOffset OccurredAt, string? Document);

/// <summary>
/// The rows of an extract; a dataset that is null is not in it. <see cref="BadRows"/> could not be read and refuse the whole;
/// <see cref="BadKeys"/> are the codes of those rows, so that what refers to them is not refused a second time.
/// </summary>
public sealed record Extract
{
    public IReadOnlyList<LocationRow>? Locations { get; init; }

    public IReadOnlyList<ProductRow>? Products { get; init; }

    public IReadOnlyList<SupplierRow>? Suppliers { get; init; }

    public IReadOnlyList<SourceRow>? Sources { get; init; }

    public IReadOnlyList<BomRow>? Boms { get; init; }

    public IReadOnlyList<StockRow>? Stock { get; init; }

    public IReadOnlyList<DeliveryRow>? Deliveries { get; init; }

    public IReadOnlyList<MovementRow>? Movements { get; init; }

    /// <summary>Datasets of which the extract holds all there is: what is absent from it has gone.</summary>
    public IReadOnlySet<Dataset> Complete { get; init; } = new HashSet<Dataset>();

    public IReadOnlyList<Refusal> BadRows { get; init; } = [];

    public IReadOnlySet<(Dataset Dataset, string Code)> BadKeys { get; init; } = new HashSet<(Dataset, string)>();
}
