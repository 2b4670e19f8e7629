using System.Text.Json;

namespace LogiPilot.GraphQL.Tests.Language;

/// <summary>How schema documents are read, refused and printed beside graphql-js's <c>buildSchema</c> and <c>printSchema</c>.</summary>
public static class SchemaDifference
{
    /// <summary>Where this library follows the specification, or the document, and graphql-js 16.15 does not.</summary>
    public static readonly IReadOnlyList<(string Name, string Reason, Func<string, string, bool> Concerns)> Exceptions =
    [
        ("operations in a schema document", "A type system document has no executable definitions; graphql-js passes over them.",
            (_, ours) => Has(ours, "definitions of the type system only")),
        ("directives of an extension", "An extension's @specifiedBy and @oneOf apply to the type; graphql-js reads them from the definition alone.",
            (sdl, _) => Has(sdl, "@specifiedBy") && Has(sdl, "extend scalar") || Has(sdl, "@oneOf") && Has(sdl, "extend input")),
        ("directives of input fields in an extension", "Their location is INPUT_FIELD_DEFINITION; graphql-js takes them for arguments.",
            (sdl, _) => Has(sdl, "extend input")),
        ("null as a reason", "@deprecated(reason:) is String! in the September 2025 edition; graphql-js takes null for not deprecated.",
            (sdl, _) => Has(sdl, "reason: null") || Has(sdl, "reason:null")),
        ("a default that leads to itself", "A circle is told as such; graphql-js exhausts its stack coercing the default.",
            (sdl, _) => Has(sdl, "{}")),
        ("defaults as written", "A default is kept as it is written; graphql-js prints its coerced value again and drops one that does not fit.",
            (sdl, ours) => Has(sdl, "=") && !Has(ours, Refusal)),
        ("one type for two operations", "Root types must all be different; graphql-js 16 does not look.",
            (_, ours) => Has(ours, " root type must differ from ")),
        ("defaults that do not fit", "A default must be a value of its type; graphql-js 16 drops one that is not.",
            (_, ours) => Has(ours, "has the invalid default value")),
        ("a deprecated field of an interface that has it still", "It may be deprecated only where the interface's field is; graphql-js 16 does not look.",
            (_, ours) => Has(ours, " is deprecated, and ")),
        ("the first invalid argument alone", "All invalid arguments of @deprecated and @specifiedBy are told; graphql-js stops at one.",
            (sdl, _) => Has(sdl, "@deprecated(") || Has(sdl, "@specifiedBy(")),
        .. ParserDifference.Exceptions.Select(exception => (exception.Name, exception.Reason, new Func<string, string, bool>((sdl, _) => exception.Concerns(sdl)))),
    ];

    public static Task<DifferenceOutcome> Run(int seed, int count) => Compare(DocumentMutations.Of(SchemaCorpus.All, seed, count));

    public static Task<DifferenceOutcome> Compare(IEnumerable<string> documents) => DifferenceOutcome.Of(
        documents, "schema.mjs", Answer, Show, Refusal, (sdl, ours) => Exceptions.FirstOrDefault(exception => exception.Concerns(sdl, ours)).Name);

    /// <summary>The schema printed, or its mistakes and their places, in an order that does not depend on who found them.</summary>
    public static string Answer(string sdl)
    {
        try
        {
            var printed = GraphQLSchema.FromSdl(sdl).Print();
            var again = GraphQLSchema.FromSdl(printed).Print();
            return again == printed ? printed : $"printed as\n{printed}\nand again as\n{again}";
        }
        catch (SchemaException refused)
        {
            return Mistakes(refused.Errors.Select(error =>
                $"{ParserDifference.WellFormed(error.Message)} {string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}"))}"));
        }
    }

    private const string Refusal = "Refused:\n";

    private static string Show(JsonElement answer) => answer.TryGetProperty("printed", out var printed)
        ? printed.GetString()!
        : Mistakes(answer.GetProperty("errors").EnumerateArray().Select(error =>
            $"{error.GetProperty("message").GetString()} {string.Join(' ', error.GetProperty("locations").EnumerateArray()
                .Select(at => $"{at.GetProperty("line").GetInt32()}:{at.GetProperty("column").GetInt32()}"))}"));

    private static string Mistakes(IEnumerable<string> mistakes) => Refusal + string.Join('\n', mistakes.Order(StringComparer.Ordinal));

    private static bool Has(string sdl, string text) => sdl.Contains(text, StringComparison.Ordinal);
}
