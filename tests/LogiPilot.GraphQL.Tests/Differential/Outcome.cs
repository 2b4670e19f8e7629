using System.Globalization;
using System.Text.Json;

namespace LogiPilot.GraphQL.Tests.Differential;

/// <summary>A request put to both sides.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Variables">A JSON object, or null for none.</param>
internal sealed record Question(string Name, string Document, string? Variables = null, string? OperationName = null)
{
    public IReadOnlyCollection<string> Features { get; init; } = [];

    public override string ToString() => $"{Name}{(OperationName is null ? "" : $" operation {OperationName}")}{(Variables is null ? "" : $" variables {Variables}")}\n{Document}";
}

/// <summary>An error of validation with the name of its rule.</summary>
internal sealed record Mistake(string Rule, string Message, string Locations)
{
    public override string ToString() => $"{Rule}: {Message} @{Locations}";
}

internal sealed record Failure(string Message, string? Path, string Locations)
{
    public override string ToString() => $"{Path ?? "-"}: {Message} @{Locations}";
}

/// <summary>One answer of an operation; a subscription has several.</summary>
internal sealed record Result(string? Data, IReadOnlyList<Failure> Errors)
{
    public override string ToString() => $"data {Data ?? "absent"}\n{string.Join('\n', Errors)}";
}

/// <summary>What one side makes of a question, in a form that two sides can be compared in.</summary>
internal sealed record Outcome(string? Syntax, IReadOnlyList<Mistake> Mistakes, IReadOnlyList<Result> Results)
{
    public static Outcome Refused(string syntax) => new(syntax, [], []);

    public static Outcome Invalid(IEnumerable<Mistake> mistakes) => new(null, [.. mistakes.OrderBy(mistake => mistake.ToString(), StringComparer.Ordinal)], []);

    public static Outcome Answered(IEnumerable<Result> results) => new(null, [], [.. results]);

    public override string ToString() => Syntax is not null ? $"syntax {Syntax}"
        : Mistakes.Count > 0 ? string.Join('\n', Mistakes)
        : string.Join("\n---\n", Results);

    public static Result ResultOf(JsonElement json)
    {
        var errors = json.TryGetProperty("errors", out var given) ? given.EnumerateArray().Select(FailureOf) : [];
        return new(
            json.TryGetProperty("data", out var data) ? Canonical(data) : null,
            [.. errors.OrderBy(error => error.ToString(), StringComparer.Ordinal)]);
    }

    public static string LocationsOf(JsonElement json) => json.TryGetProperty("locations", out var all) && all.ValueKind == JsonValueKind.Array
        ? string.Join(' ', all.EnumerateArray().Select(at => $"{at.GetProperty("line").GetInt32()}:{at.GetProperty("column").GetInt32()}"))
        : "";

    private static Failure FailureOf(JsonElement json) => new(
        json.GetProperty("message").GetString()!,
        json.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.Array ? path.GetRawText() : null,
        LocationsOf(json));

    /// <summary>Keys in their order, strings unescaped, numbers by their value.</summary>
    private static string Canonical(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", json.EnumerateObject().Select(property => $"\"{property.Name}\":{Canonical(property.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", json.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.String => JsonSerializer.Serialize(json.GetString()),
        JsonValueKind.Number => json.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => json.GetRawText(),
    };
}
