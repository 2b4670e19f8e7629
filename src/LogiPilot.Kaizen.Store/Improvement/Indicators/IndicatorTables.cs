using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Indicators;

internal static class IndicatorTables
{
    public static IReadOnlyList<TableMap> Maps { get; } = [new TableMap<Indicator>("indicators")];
}
