using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Supply;

internal static class SupplyTables
{
    /// <summary>Worst first, as a line shows the worst of its points.</summary>
    private static readonly SupplyStatus[] FromWorst =
        [SupplyStatus.StockOut, SupplyStatus.Critical, SupplyStatus.Low, SupplyStatus.Unknown, SupplyStatus.Excess, SupplyStatus.Ok];

    public static IReadOnlyList<TableMap> Maps { get; } =
    [
        new TableMap<Product>("products").Computed("Searched", p => Columns.Fold(p.Code + " " + p.Name)),
        new TableMap<Supplier>("suppliers").Computed("Searched", s => Columns.Fold(s.Code + " " + s.Name)),
        new TableMap<Source>("sources"),
        new TableMap<BillLine>("bill_lines"),
        new TableMap<SupplyPoint>("supply_points").Computed("StatusRank", p => RankOf(p.Status)),
        new TableMap<Movement>("movements"),
        new TableMap<Balance>(
            "balances", nameof(Balance.PlantId), nameof(Balance.ProductId), nameof(Balance.PlaceId), nameof(Balance.Lot)),
        new TableMap<Delivery>("deliveries").Computed("Searched", d => Columns.Fold(d.OrderNumber + " " + d.LineNumber)),
    ];

    private static int RankOf(SupplyStatus status) => Array.IndexOf(FromWorst, status);
}
