using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Dysfunctions;

internal static class DysfunctionTables
{
    public static IReadOnlyList<TableMap> Maps { get; } =
    [
        new TableMap<Dysfunction>("dysfunctions")
            .Computed("Searched", d => Columns.Fold(d.Number + " " + d.Title + " " + d.Facts + " " + d.Perimeter)),
        new TableMap<Proposal>("proposals"),
        new TableMap<StopCost>("stop_costs", nameof(StopCost.PlantId)),
    ];
}
