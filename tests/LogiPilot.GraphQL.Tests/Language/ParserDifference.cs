using System.Text;
using System.Text.Json;
using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Tests.Language;

/// <summary>How this parser and printer answer beside graphql-js: over the corpus, and over seeded mutations of it.</summary>
public static class ParserDifference
{
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
    public static Task<DifferenceOutcome> Run(int seed, int count) => Compare(DocumentMutations.Of(GrammarCorpus.All, seed, count));

    public static Task<DifferenceOutcome> Compare(IEnumerable<string> documents) => DifferenceOutcome.Of(
        documents, "parse.mjs", Answer, Show, "Syntax Error: ", (document, _) => Exceptions.FirstOrDefault(exception => exception.Concerns(document)).Name);

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

    internal static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
