using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>Makes the canonical rows of each dataset; the names are those of <see cref="CanonicalDatasets"/>.</summary>
internal static class TypedRows
{
    public static LocationRow Location(TypedRow r) => new(
        r.At, r.Text("plant"), r.Text("plantName"), r.Text("timeZone"), r.Choice<Language>("language"), r.Required("area"),
        r.Text("areaName"), r.Text("station") is null ? r.Text("line") : r.Required("line"), r.Text("lineName"), r.Text("station"),
        r.Text("stationName"), r.Text("location"), r.Text("locationName"));

    public static ProductRow Product(TypedRow r) => new(r.At, r.Required("code"), r.Text("name"), r.Text("unit"));

    public static SupplierRow Supplier(TypedRow r) => new(r.At, r.Required("code"), r.Text("name"), r.Flag("active", unsaid: true));

    public static SourceRow Source(TypedRow r) => new(
        r.At, r.Required("product"), r.Required("supplier"), r.RequiredWhole("leadTimeDays"), r.Flag("active", unsaid: true));

    public static BomRow Bom(TypedRow r) => new(
        r.At, r.Required("assembly"), r.Required("component"), r.Text("station"), r.RequiredNumber("quantity"), r.Text("unit"),
        r.Day("validFrom"), r.Day("validTo"));

    public static StockRow Stock(TypedRow r) => new(
        r.At, r.Required("product"), r.Required("place"), r.Text("lot") ?? "", r.RequiredNumber("quantity", mayBeNegative: true),
        r.Number("minimum"), r.Number("maximum"), r.Number("reorderPoint"), r.Number("safetyStock"), r.Number("storesMaximum"));

    public static DeliveryRow Delivery(TypedRow r) => new(
        r.At, r.Required("order"), r.Required("line"), r.Required("supplier"), r.Required("product"), r.RequiredNumber("ordered"),
        r.Number("received") ?? 0, r.Number("rejected") ?? 0, r.Number("stocked") ?? 0, r.RequiredInstant("dueAt", isEnd: true),
        r.Instant("shippedAt", isEnd: false), r.Instant("receivedAt", isEnd: false), r.Choice<OrderLineState>("state") ?? OrderLineState.Open);

    public static MovementRow Movement(TypedRow r) => new(
        r.At, r.RequiredChoice<MovementKind>("kind"), r.Required("product"), r.Text("fromPlace"), r.Text("toPlace"),
        r.RequiredNumber("quantity"), r.Text("lot"), r.RequiredInstant("occurredAt", isEnd: false), r.Text("document"));
}
