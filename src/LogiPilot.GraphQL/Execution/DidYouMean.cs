using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

/// <summary>graphql-js's suggestions: names within a small edit distance, nearest first.</summary>
internal static class DidYouMean
{
    private const int MaxSuggestions = 5;

    public static string Suggest(string input, IEnumerable<string> options) => Phrase("", List(input, options));

    public static string Enum(string input, EnumType type) => Phrase("the enum value ", List(input, type.Values.Select(value => value.Name)));

    public static string Phrase(string kind, IReadOnlyList<string> names)
    {
        if (names.Count == 0) return "";
        var quoted = names.Take(MaxSuggestions).Select(name => $"\"{name}\"").ToList();
        var list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted[..^1])}, or {quoted[^1]}",
        };
        return $" Did you mean {kind}{list}?";
    }

    public static IReadOnlyList<string> List(string input, IEnumerable<string> options)
    {
        // A name nobody could have mistyped is not worth the comparison.
        if (input.Length > 100) return [];
        var threshold = (int)(input.Length * 0.4) + 1;
        return [.. options
            .Select(option => (option, distance: Distance(input, option, threshold)))
            .Where(pair => pair.distance <= threshold)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.option, StringComparer.Ordinal)
            .Select(pair => pair.option)];
    }

    private static int Distance(string input, string option, int threshold)
    {
        if (input == option) return 0;
        var a = input.ToLowerInvariant();
        var b = option.ToLowerInvariant();
        if (a == b) return 1;
        if (Math.Abs(a.Length - b.Length) > threshold) return int.MaxValue;
        var rows = new[] { new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1] };
        for (var j = 0; j <= b.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (up, row) = (rows[(i - 1) % 3], rows[i % 3]);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(up[j] + 1, row[j - 1] + 1), up[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], rows[(i - 2) % 3][j - 2] + 1);
            }
        }
        return rows[a.Length % 3][b.Length];
    }
}
