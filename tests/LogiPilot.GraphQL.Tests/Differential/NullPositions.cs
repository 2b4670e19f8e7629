using System.Text.Json;
using System.Text.Json.Nodes;

namespace LogiPilot.GraphQL.Tests.Differential;

/// <summary>Where in the data an error left its null.</summary>
internal static class NullPositions
{
    /// <summary>Errors whose null went up are replaced by the place it went up to.</summary>
    public static Outcome Only(Outcome outcome) => outcome with { Results = [.. outcome.Results.Select(Only)] };

    private static Result Only(Result result)
    {
        if (result.Data is null || result.Errors.Count == 0) return result;
        var data = JsonNode.Parse(result.Data);
        var placed = result.Errors.Select(error => (Error: error, At: Position(data, error.Path))).ToList();
        var wentUp = placed.Where(pair => pair.At != pair.Error.Path).Select(pair => pair.At).ToHashSet(StringComparer.Ordinal);
        return result with
        {
            Errors = [.. placed.Where(pair => !wentUp.Contains(pair.At)).Select(pair => pair.Error)
                .Concat(wentUp.Select(at => new Failure("null", at, "")))
                .OrderBy(error => error.ToString(), StringComparer.Ordinal)],
        };
    }

    private static string Position(JsonNode? data, string? path)
    {
        if (path is null) return "[]";
        var steps = JsonNode.Parse(path)!.AsArray();
        var taken = new List<JsonNode?>();
        foreach (var step in steps)
        {
            if (data is null) break;
            taken.Add(step);
            data = step!.GetValueKind() == JsonValueKind.Number ? data[step.GetValue<int>()] : data[step.GetValue<string>()];
        }
        return $"[{string.Join(",", taken.Select(step => step!.ToJsonString()))}]";
    }
}
