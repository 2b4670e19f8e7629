using System.Globalization;
using System.Text;
using System.Text.Json;
using LogiPilot.GraphQL.Language;
using LogiPilot.Tests;

namespace LogiPilot.GraphQL.Tests.Language;

/// <summary>How this parser and printer answer beside graphql-js: over the corpus, and over seeded mutations of it.</summary>
public static class ParserDifference
{
    private const int Batch = 250;

    /// <summary>Where the specification and graphql-js 16.15 differ, and this library follows the specification.</summary>
    public static readonly IReadOnlyList<(string Name, string Reason, Func<string, bool> Concerns)> Exceptions =
    [
        ("leading zeros in a braced escape",
            "The specification bounds the value of \\u{…}, not its digits; graphql-js reads eight at most.",
            document => document.Contains("\\u{0", StringComparison.Ordinal)),
        ("DIRECTIVE_DEFINITION as a location",
            "The September 2025 edition has nineteen locations; graphql-js takes one of a later draft.",
            document => document.Contains("DIRECTIVE_DEFINITION", StringComparison.Ordinal)),
        ("a bare query behind a type without a body",
            "What is printed must be read as it was; graphql-js prints the query so that it becomes the body of the type.",
            document => Answer(document).Contains("\n\nquery {\n", StringComparison.Ordinal)),
    ];

    /// <summary>Compares <paramref name="count"/> mutated documents; throws at the first that is answered otherwise.</summary>
    public static Task<Outcome> Run(int seed, int count) => Compare(DocumentMutations.Of(GrammarCorpus.All, seed, count));

    /// <summary>Compares the documents; throws at the first that is answered otherwise without being an exception.</summary>
    public static async Task<Outcome> Compare(IEnumerable<string> documents)
    {
        await using var peer = await NodePeer.Start("parse.mjs");
        var outcome = new Outcome();
        foreach (var batch in documents.Chunk(Batch))
        {
            // The reference reads one batch while this parser reads the same.
            var asked = peer.Ask(Line(batch));
            var ours = batch.Select(Answer).ToList();
            var theirs = JsonSerializer.Deserialize<JsonElement[]>(await asked)!.Select(Show).ToList();
            for (var i = 0; i < batch.Length; i++) outcome.Add(batch[i], ours[i], theirs[i]);
        }
        return outcome;
    }

    /// <summary>What this library makes of a document, as one text: its print, or its mistake and place.</summary>
    public static string Answer(string document)
    {
        try
        {
            var parsed = Parser.Parse(document, ParserLimits.None);
            var printed = SyntaxPrinter.Print(parsed);
            // A query printed in short after a type without fields is read as its fields; graphql-js prints it so as well.
            if (parsed.Definitions.Any(definition => definition is TypeSystemNode) && parsed.Definitions.Any(definition => definition is OperationNode)) return printed;
            var again = SyntaxPrinter.Print(Parser.Parse(printed, ParserLimits.None));
            return again == printed ? printed : $"printed as\n{printed}\nand again as\n{again}";
        }
        catch (GraphQLException mistake)
        {
            return $"{WellFormed(mistake.Message)} {string.Join(' ', mistake.Locations.Select(at => $"{at.Line}:{at.Column}"))}";
        }
    }

    private static string Show(JsonElement answer) => answer.TryGetProperty("printed", out var printed)
        ? printed.GetString()!
        : $"{answer.GetProperty("error").GetString()} {string.Join(' ', answer.GetProperty("locations").EnumerateArray()
            .Select(at => $"{at.GetProperty("line").GetInt32()}:{at.GetProperty("column").GetInt32()}"))}";

    /// <summary>Documents as one line of JSON.</summary>
    internal static string Line(IEnumerable<string> documents) => $"[{string.Join(',', documents.Select(Quote))}]";

    // The serializer would put U+FFFD for the halves of surrogate pairs that the documents have on purpose.
    private static string Quote(string document)
    {
        var text = new StringBuilder("\"");
        foreach (var c in document)
        {
            if (c is >= ' ' and <= '~' and not ('"' or '\\')) text.Append(c);
            else text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return text.Append('"').ToString();
    }

    internal static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>What a comparison found.</summary>
    public sealed class Outcome
    {
        private readonly Dictionary<string, string> _examples = [];

        public int Accepted { get; private set; }
        public int Refused { get; private set; }
        public Dictionary<string, int> Excepted { get; } = [];
        public int Total => Accepted + Refused + Excepted.Values.Sum();

        internal void Add(string document, string ours, string theirs)
        {
            if (ours == theirs)
            {
                Same(isRefused: ours.StartsWith("Syntax Error: ", StringComparison.Ordinal));
                return;
            }
            Except(document, ours, theirs, Exceptions.FirstOrDefault(exception => exception.Concerns(document)).Name);
        }

        internal void Same(bool isRefused)
        {
            if (isRefused) Refused++;
            else Accepted++;
        }

        internal void Except(string document, string ours, string theirs, string? name)
        {
            if (name is null) throw new InvalidOperationException($"Answered differently:\n{Quote(document)}\nhere:\n{ours}\ngraphql-js:\n{theirs}");
            Excepted[name] = Excepted.GetValueOrDefault(name) + 1;
            _examples[name] = $"{Quote(document)}\n{ours}\n{theirs}";
        }

        public override string ToString() =>
            $"{Accepted} accepted, {Refused} refused, excepted:{string.Concat(Excepted.Select(pair => $"\n{pair.Value} {pair.Key}, as {_examples[pair.Key]}"))}";
    }
}
