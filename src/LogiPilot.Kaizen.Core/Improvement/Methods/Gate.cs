using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>
/// Asks a step's gate about a plan: every compulsory field filled, every rule of the method's file. Pure: it looks at the picture alone.
/// </summary>
public static class Gate
{
    private static readonly GateRule Filled = new("filled", new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal));

    /// <summary>What was found, in the order of the form and of the file; the step may be signed when all hold.</summary>
    public static IReadOnlyList<GateFinding> Check(PlanPicture picture, StepDefinition step)
    {
        var findings = new List<GateFinding>();
        var filled = new RuleCase(picture, step, Filled);
        foreach (var field in step.Fields.Where(f => f.Required))
        {
            findings.AddRange(FieldRules.Filled(filled, RuleCase.See(picture, step.FullName(field.Code))!));
        }

        foreach (var rule in step.Gate)
        {
            var asked = new RuleCase(picture, step, rule);
            findings.AddRange(GateRules.Find(rule.Rule)?.Check(asked) ?? [asked.MissingFor("unknownRule", null, ("name", rule.Rule))]);
        }

        return findings;
    }

    /// <summary>Whether what is written into the step says that the plan is not warranted, and ends there.</summary>
    public static bool Leaves(PlanPicture picture, StepDefinition step) =>
        step.Exit is { } exit
        && picture.Values.GetValueOrDefault(step.FullName(exit.Field))?.Value == System.Text.Json.JsonSerializer.Serialize(exit.Value);

    /// <summary>What a signature asks for: who leaves here has to say what was asked, not to have done what the method would do next.</summary>
    public static IReadOnlyList<GateFinding> ToSign(PlanPicture picture, StepDefinition step) =>
        Leaves(picture, step) ? [.. Check(picture, step).Where(f => f.Rule.StartsWith(Filled.Rule, StringComparison.Ordinal))] : Check(picture, step);

    public static bool Holds(PlanPicture picture, StepDefinition step) => Check(picture, step).All(f => f.Holds);
}
