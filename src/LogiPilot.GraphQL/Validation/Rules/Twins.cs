namespace LogiPilot.GraphQL.Validation.Rules;

internal static class Twins
{
    /// <summary>The items whose names others have too, by name.</summary>
    public static IEnumerable<IGrouping<string, T>> Of<T>(IReadOnlyList<T> items, Func<T, string> name) =>
        Any(items, name) ? items.GroupBy(name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()) : [];

    /// <summary>Whether two of the items have the same name. Most lists are short, and most have no twins.</summary>
    public static bool Any<T>(IReadOnlyList<T> items, Func<T, string> name)
    {
        if (items.Count < 2) return false;
        if (items.Count > 8)
        {
            var seen = new HashSet<string>(items.Count, StringComparer.Ordinal);
            foreach (var item in items)
                if (!seen.Add(name(item))) return true;
            return false;
        }
        for (var i = 1; i < items.Count; i++)
            for (var j = 0; j < i; j++)
                if (name(items[i]) == name(items[j])) return true;
        return false;
    }
}
