namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Every rule that a gate may name. What each says when something is missing is in the catalogue, under <c>methods.gates</c>.</summary>
public static class GateRules
{
    private static readonly Dictionary<string, GateRuleDefinition> ByName =
        ((IEnumerable<GateRuleDefinition>)[.. FieldRules.All, .. CauseRules.All, .. PeopleRules.All, .. ActionRules.All, .. EffectRules.All, .. TellingRules.All])
        .ToDictionary(r => r.Name, StringComparer.Ordinal);

    public static IReadOnlyList<string> Names => [.. ByName.Keys.Order(StringComparer.Ordinal)];

    public static GateRuleDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
