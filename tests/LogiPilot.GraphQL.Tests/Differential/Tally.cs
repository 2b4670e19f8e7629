using System.Text;

namespace LogiPilot.GraphQL.Tests.Differential;

/// <summary>Counts documents, for each rule those that violate it and those one token away, and for each feature those that use it.</summary>
internal sealed class Tally(IReadOnlyList<string> rules)
{
    private readonly Dictionary<string, HashSet<string>> _violating = rules.ToDictionary(rule => rule, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _neighbours = rules.ToDictionary(rule => rule, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _features = new(StringComparer.Ordinal);

    public int Documents { get; private set; }
    public int Executed { get; private set; }

    public int Violating(string rule) => _violating[rule].Count;

    public int Neighbours(string rule) => _neighbours[rule].Count;

    public int Feature(string name) => _features.GetValueOrDefault(name);

    public void Add(Question question, Outcome outcome)
    {
        Documents++;
        foreach (var mistake in outcome.Mistakes) _violating[mistake.Rule].Add(question.Document);
        if (outcome.Results.Any(result => result.Data is not null)) Executed++;
        foreach (var feature in question.Features.Concat(FeaturesOf(outcome)).Distinct(StringComparer.Ordinal))
            _features[feature] = _features.GetValueOrDefault(feature) + 1;
    }

    /// <summary>A document that differs by one token from one that violates the rule.</summary>
    public void AddNeighbour(string rule, string document) => _neighbours[rule].Add(document);

    private static IEnumerable<string> FeaturesOf(Outcome outcome)
    {
        if (outcome.Syntax is not null) yield return "answer: syntax error";
        if (outcome.Mistakes.Count > 0) yield return "answer: refused by validation";
        foreach (var result in outcome.Results)
        {
            if (result.Data is null)
            {
                yield return result.Errors.Any(error => error.Message.StartsWith("Variable", StringComparison.Ordinal))
                    ? "answer: refused for its variables" : "answer: no operation to run";
                continue;
            }
            if (result.Data == "null") yield return "answer: null goes up to the root";
            if (result.Errors.Count == 0) yield return "answer: data without errors";
            if (result.Errors.Count > 1) yield return "answer: several errors";
            foreach (var error in result.Errors)
            {
                if (error.Path?.Contains(",0", StringComparison.Ordinal) == true || error.Path?.Contains(",1", StringComparison.Ordinal) == true) yield return "answer: error inside a list";
                if (error.Message.StartsWith("Cannot return null", StringComparison.Ordinal)) yield return "answer: null where none may be";
                if (error.Message.StartsWith("Argument ", StringComparison.Ordinal)) yield return "answer: argument refused when it runs";
                if (error.Message.EndsWith(" refuses", StringComparison.Ordinal)) yield return "answer: resolver throws";
                if (error.Message.Contains("Later refuses", StringComparison.Ordinal)) yield return "answer: resolver throws later";
            }
        }
    }

    public string Print()
    {
        var text = new StringBuilder($"{Documents} documents, {Executed} of them executed\n\nRule                              violating  one token away\n");
        foreach (var rule in rules) text.AppendLine($"{rule,-34}{Violating(rule),9}{Neighbours(rule),16}");
        text.AppendLine().AppendLine("Feature");
        foreach (var (feature, count) in _features) text.AppendLine($"{count,7}  {feature}");
        return text.ToString();
    }
}
