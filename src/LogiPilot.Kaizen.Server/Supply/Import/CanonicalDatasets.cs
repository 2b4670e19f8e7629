using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Server.Supply.Import;

internal enum CellKind
{
    Text,
    Number,
    Whole,
    Day,

    Instant,
    Flag,
    Choice,
}

/// <summary>One column of a canonical dataset: its name, what its cells hold, and whether every row must fill it.</summary>
internal sealed record CanonicalColumn(string Name, CellKind Kind = CellKind.Text, bool Required = false);

/// <summary>A dataset's canonical header, as docs/import.md describes it, and the column whose value others refer to.</summary>
internal sealed record CanonicalDataset(Dataset Dataset, string Name, string? Key, params CanonicalColumn[] Columns)
{
    public string FileName => Name + ".csv";
}

/// <summary>The canonical datasets, in the order in which they are taken: what others refer to comes first.</summary>
internal static class CanonicalDatasets
{
    public static IReadOnlyList<CanonicalDataset> All { get; } =
    [
        new(
            Dataset.Locations, "locations", null,
            new("plant"), new("plantName"), new("timeZone"), new("language", CellKind.Choice),
            new("area", Required: true), new("areaName"), new("line"), new("lineName"), new("station"), new("stationName"),
            new("location"), new("locationName")),
        new(Dataset.Products, "products", "code", new("code", Required: true), new("name"), new("unit")),
        new(Dataset.Suppliers, "suppliers", "code", new("code", Required: true), new("name"), new("active", CellKind.Flag)),
        new(
            Dataset.Sources, "sources", null,
            new("product", Required: true), new("supplier", Required: true),
            new("leadTimeDays", CellKind.Whole, Required: true), new("active", CellKind.Flag)),
        new(
            Dataset.Boms, "boms", null,
            new("assembly", Required: true), new("component", Required: true), new("station"),
            new("quantity", CellKind.Number, Required: true), new("unit"), new("validFrom", CellKind.Day), new("validTo", CellKind.Day)),
        new(
            Dataset.Stock, "stock", null,
            new("product", Required: true), new("place", Required: true), new("lot"),
            new("quantity", CellKind.Number, Required: true), new("minimum", CellKind.Number), new("maximum", CellKind.Number),
            new("reorderPoint", CellKind.Number), new("safetyStock", CellKind.Number), new("storesMaximum", CellKind.Number)),
        new(
            Dataset.Deliveries, "deliveries", null,
            new("order", Required: true), new("line", Required: true), new("supplier", Required: true), new("product", Required: true),
            new("ordered", CellKind.Number, Required: true), new("received", CellKind.Number), new("rejected", CellKind.Number),
            new("stocked", CellKind.Number), new("dueAt", CellKind.Instant, Required: true), new("shippedAt", CellKind.Instant),
            new("receivedAt", CellKind.Instant),
            new("state", CellKind.Choice)),
        new(
            Dataset.Movements, "movements", null,
            new("kind", CellKind.Choice, Required: true),
            new("product", Required: true), new("fromPlace"), new("toPlace"), new("quantity", CellKind.Number, Required: true),
            new("lot"), new("occurredAt", CellKind.Instant, Required: true), new("document")),
    ];

    /// <summary>Known to the contract, and without a room to go to yet.</summary>
    public const string WorkOrders = "work-orders";

    public static CanonicalDataset? Find(string name) =>
        All.FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.OrdinalIgnoreCase));

    public static CanonicalDataset Of(Dataset dataset) => All.First(d => d.Dataset == dataset);
}
