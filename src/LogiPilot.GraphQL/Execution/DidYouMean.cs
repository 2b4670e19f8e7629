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
        var threshold = (int)(input.Length * 0.4) + 1;
        List<(string Option, int Distance)>? near = null;
        string? lower = null;
        foreach (var option in options)
        {
            // No length of the input makes this expensive: what is much longer than every known name is compared with none.
            if (Math.Abs(option.Length - input.Length) > threshold) continue;
            if (Distance(input, lower ??= input.ToLowerInvariant(), option, threshold) is { } distance) (near ??= []).Add((option, distance));
        }
        if (near is null) return [];
        near.Sort((a, b) => a.Distance != b.Distance ? a.Distance - b.Distance : NaturalOrder(a.Option, b.Option));
        return [.. near.Select(pair => pair.Option).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>By characters, save that digits that stand together are one number.</summary>
    public static int NaturalOrder(string a, string b)
    {
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var (first, second) = (Number(a, ref i), Number(b, ref j));
                if (first != second) return first < second ? -1 : 1;
            }
            else
            {
                if (a[i] != b[j]) return a[i] < b[j] ? -1 : 1;
                i++;
                j++;
            }
        }
        return a.Length - b.Length;
    }

    // A zero is a number of its own: that is how graphql-js orders leading zeros.
    private static double Number(string text, ref int at)
    {
        var number = 0d;
        do number = (number * 10) + text[at++] - '0';
        while (at < text.Length && char.IsAsciiDigit(text[at]) && number > 0);
        return number;
    }

    private static int? Distance(string input, string lower, string option, int threshold)
    {
        if (input == option) return 0;
        var (a, b) = (option.ToLowerInvariant(), lower);
        if (a == b) return 1;
        if (a.Length < b.Length) (a, b) = (b, a);
        var rows = new[] { new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1] };
        for (var j = 0; j <= b.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (up, row) = (rows[(i - 1) % 3], rows[i % 3]);
            var smallest = row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(up[j] + 1, row[j - 1] + 1), up[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cell = Math.Min(cell, rows[(i - 2) % 3][j - 2] + 1);
                smallest = Math.Min(smallest, cell);
                row[j] = cell;
            }
            if (smallest > threshold) return null;
        }
        var distance = rows[a.Length % 3][b.Length];
        return distance <= threshold ? distance : null;
    }
}
