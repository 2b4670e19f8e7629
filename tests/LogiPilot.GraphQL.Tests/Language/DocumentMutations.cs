using System.Text.RegularExpressions;

namespace LogiPilot.GraphQL.Tests.Language;

/// <summary>Documents that are almost right: each one of a corpus, changed at one to three places. The same seed gives the same documents.</summary>
public static partial class DocumentMutations
{
    private static readonly string[] Tokens =
    [
        "{", "}", "(", ")", "[", "]", ":", "=", "!", "$", "@", "&", "|", "...", "\"\"", "\"x\"", "\"\"\"x\"\"\"", "\"\"\"\n x\n\"\"\"", "0", "-1", "1.5", "1e3", "a", "on", "true", "null",
        "query", "mutation", "fragment", "type", "extend", "implements", "schema", "enum", "union", "input", "interface", "scalar", "directive", "repeatable", "FIELD", "#c\n", ",", "$a",
    ];

    private static readonly string[] Characters =
    [
        "\n", "\r", "\r\n", "\t", " ", "\"", "\\", "'", "#", ".", "-", "0", "9", "e", "_", "é", "\uFEFF", "\u0000", "\u0007", "\u007F", "\u2028", "😀", "\uD83D", "\uDE00",
        "\\u0041", "\\u{1F600}", "\\u{D800}", "\\uD83D\\uDE00", "\\uD83D", "\\u{", "\\n", "\\x", "\\\"\"\"", "\"\"\"",
    ];

    private static readonly string[] Ignored = [" ", ",", "\t", "\n", "\r", "\r\n", "\uFEFF", "# c\n", "#\"😀\r\n", ",,  \n\n"];

    // What may stand for a string: values of every kind, among them what block strings indent, quote and fold.
    private static readonly string[] Strings =
    [
        "\"\"", "\"x\"", "\"\\u{1F600}\\u00e9\\uD83D\\uDE00\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"😀 \u0007\u0085\"", "\"\"\"\"\"\"", "\"\"\" x\"\"\"", "\"\"\"x\n  y\n z\"\"\"", "\"\"\"\r\n\tx\r\r\ty \r\"\"\"",
        "\"\"\"x\\\"\"\"\"\"\"", "\"\"\"x\\\"\"\" \"y\" \"\"\"", "\"\"\"x\\\n\"\"\"", "\"\"\"x\" \n\"\"\"", "\"\"\"\n\n  x\n\n   y\n  \n\"\"\"", "\"a longer string, so that what it stands in is wrapped on lines of its own\"",
    ];

    public static IEnumerable<string> Of(IReadOnlyList<string> corpus, int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var document = corpus[random.Next(corpus.Count)];
            var isRightAfterwards = random.Next(2) == 0;
            for (var change = random.Next(3); change >= 0; change--)
                document = isRightAfterwards ? Rewrite(document, random) : Mutate(document, corpus, random);
            yield return document;
        }
    }

    // Leaves a right document right: only what is ignored, and the values of strings, change.
    private static string Rewrite(string document, Random random)
    {
        var tokens = Token().Matches(document).Select(match => match.Value).ToList();
        var strings = tokens.FindAll(token => token.Length > 1 && token[0] == '"');
        if (strings.Count > 0 && random.Next(2) == 0) tokens[tokens.IndexOf(Any(strings, random))] = Any(Strings, random);
        else tokens.Insert(random.Next(tokens.Count + 1), Any(Ignored, random));
        return string.Concat(tokens);
    }

    private static string Mutate(string document, IReadOnlyList<string> corpus, Random random)
    {
        var tokens = Token().Matches(document).Select(match => match.Value).ToList();
        var at = random.Next(Math.Max(tokens.Count, 1));
        var position = random.Next(document.Length + 1);
        switch (random.Next(9))
        {
            case 0 when tokens.Count > 0:
                tokens.RemoveAt(at);
                break;
            case 1 when tokens.Count > 0:
                tokens.Insert(at, tokens[at]);
                break;
            case 2 when tokens.Count > 0:
                var other = random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3 when tokens.Count > 0:
                tokens[at] = Any(Tokens, random);
                break;
            case 4:
                tokens.Insert(at, $" {Any(Tokens, random)} ");
                break;
            case 5:
                return document.Insert(position, Any(Characters, random));
            case 6 when document.Length > 0:
                return document.Remove(Math.Min(position, document.Length - 1), 1);
            case 7:
                return document[..position];
            default:
                return $"{document}\n{Any(corpus, random)}";
        }
        return string.Concat(tokens);
    }

    private static string Any(IReadOnlyList<string> all, Random random) => all[random.Next(all.Count)];

    [GeneratedRegex("\"\"\"[^\"]*\"\"\"|\"[^\"\n]*\"|[A-Za-z_]\\w*|-?\\d[\\d.eE+-]*|\\.\\.\\.|\\s+|#[^\n]*|.", RegexOptions.Singleline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Token();
}
