using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Actions;

internal static class ActionTables
{
    public static IReadOnlyList<TableMap> Maps { get; } =
    [
        new TableMap<ImprovementAction>("actions")
            .Computed("ProblemKey", a => AloneOn(a), isNullable: true)
            .Computed("IsDelayAsked", a => a.AskedDelay != null)
            .Computed("Searched", a => Columns.Fold(a.Number + " " + a.What + " " + a.Why)),
    ];

    /// <summary>Plant and key in one short column.</summary>
    public static string KeyOf(Guid plantId, PlanKey key) => Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{plantId}|{key.Family}|{key.PlaceId}|{key.ProductId}"))), 0, 16);

    private static string? AloneOn(ImprovementAction action) =>
        action is { StandsAlone: true, Key: { } key } ? KeyOf(action.PlantId, key) : null;
}
