using System.Text;
using System.Text.RegularExpressions;

namespace LogiPilot.GraphQL.Tests.Fuzz;

/// <summary>Damages documents: by exchanging, doubling, moving and leaving out tokens, or by single characters.</summary>
internal static partial class DocumentNoise
{
    private static readonly string[] Words =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "=", "@", "|", "&", "...", "...on", "query", "mutation", "subscription", "fragment", "on", "true",
        "false", "null", "type", "extend", "schema", "__typename", "__schema", "__type", "@skip(if: true)", "@include(if: $v0)", "\"a\"", "\"\"\"b\"\"\"",
        "0", "-1", "1.5", "1e999", "2147483648", "99999999999999999999", "id", "name", "books", "author", "Book", "Author", "Query", "Int", "$v0", "#", "é", "...F0", "F0", "O0",
    ];

    private static readonly char[] Characters =
        ['{', '}', '(', ')', '"', '\\', '\n', '\r', '\0', '\uFEFF', '\uD800', '\uDC00', 'é', '$', '@', '.', '#', ' ', '0', '9', 'e', '-', '_', 'a', '\u2028', '\u007F', '!'];

    public static string OfTokens(string document, Random random)
    {
        var tokens = Token().Matches(document).Select(match => match.Value).ToList();
        for (var i = random.Next(1, 3); i > 0 && tokens.Count > 1; i--)
        {
            var at = random.Next(tokens.Count);
            var other = random.Next(tokens.Count);
            switch (random.Next(7))
            {
                case 0: tokens.RemoveAt(at); break;
                case 1: tokens.Insert(at, tokens[other]); break;
                case 2: (tokens[at], tokens[other]) = (tokens[other], tokens[at]); break;
                case 3: tokens[at] = Words[random.Next(Words.Length)]; break;
                case 4: tokens.Insert(at, Words[random.Next(Words.Length)]); break;
                case 5:
                    var length = Math.Min(random.Next(1, 12), tokens.Count - at);
                    tokens.InsertRange(other, tokens.GetRange(at, length));
                    break;
                default: tokens.RemoveRange(at, Math.Min(random.Next(1, 8), tokens.Count - at)); break;
            }
        }
        return string.Join(' ', tokens);
    }

    public static string OfCharacters(string document, Random random)
    {
        var text = new StringBuilder(document);
        for (var i = random.Next(1, 9); i > 0 && text.Length > 0; i--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0: text.Remove(at, 1); break;
                case 1: text[at] = Characters[random.Next(Characters.Length)]; break;
                case 2: text.Insert(at, Characters[random.Next(Characters.Length)]); break;
                default: text[at] = (char)random.Next(char.MaxValue + 1); break;
            }
        }
        return random.Next(20) == 0 ? text.ToString(0, random.Next(text.Length + 1)) : text.ToString();
    }

    [GeneratedRegex("""\"\"\"[\s\S]*?\"\"\"|"(?:\\.|[^"\\\n])*"|\.\.\.|[A-Za-z_]\w*|-?[0-9][0-9.eE+-]*|\S""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
