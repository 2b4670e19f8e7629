namespace LogiPilot.Kaizen.Store.Shared;

internal static class Limits
{
    /// <summary>The plants a reader may see, narrowed by those asked for.</summary>
    public static IReadOnlyCollection<Guid> Only(this IReadOnlyCollection<Guid> plants, IReadOnlyList<Guid>? asked) =>
        asked is null ? plants : [.. plants.Intersect(asked)];
}
