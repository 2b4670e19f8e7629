namespace LogiPilot.GraphQL.Tests.Differential.Generation;

internal static class Pick
{
    public static T From<T>(this Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>True in so many of a hundred cases.</summary>
    public static bool Chance(this Random random, int percent) => random.Next(100) < percent;
}
