using System.Globalization;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Server.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Tests.Improvement.Worked;

/// <summary>A finding of a step's gate that kept it from being signed: its rule's name for this way of failing, and the field it points to.</summary>
public sealed record RefusedRule(string Step, string Rule, string Field)
{
    private static readonly string[] OfTheEffect = ["effective", "measuredAfterLastAction"];

    /// <summary>The rules and the compulsory fields of a shipped method that no gate ever found missing: a worked example leaves none.</summary>
    public static IReadOnlyList<string> NeverRefused(string method, IEnumerable<RefusedRule> refused)
    {
        var (tried, never) = (refused.ToList(), new List<string>());
        foreach (var step in MethodLibrary.Shipped.Single(m => m.Code == method).Steps)
        {
            var here = tried.Where(r => r.Step == step.Code).ToList();
            never.AddRange(step.Fields.Where(f => f.Required).Select(f => step.FullName(f.Code))
                .Where(f => !here.Exists(r => r.Field == f && r.Rule.StartsWith("filled", StringComparison.Ordinal))));
            never.AddRange(step.Gate.Where(g => !here.Exists(r => r.Is(g, step))).Select(g => $"{step.Code} {g.Rule} {Branch(g)}".TrimEnd()));
        }

        return never;
    }

    /// <summary>A rule that stands several times in a gate is told apart by the branch or the field that it asks about.</summary>
    private bool Is(GateRule asked, StepDefinition step) =>
        RuleOf(Rule, step) == asked.Rule
        && (Branch(asked) is not { } branch || Rule == asked.Rule + branch)
        && (step.Gate.Count(g => g.Rule == asked.Rule) == 1 || Branch(asked) is not null || Field == step.FullName(asked.With["field"].GetString()!));

    /// <summary>Every way to fail begins with the rule's name, except those of an effect that is not there.</summary>
    private static string? RuleOf(string finding, StepDefinition step) =>
        GateRules.Names.Where(n => finding.StartsWith(n, StringComparison.Ordinal)).MaxBy(n => n.Length)
        ?? step.Gate.Select(g => g.Rule).FirstOrDefault(n => OfTheEffect.Contains(n, StringComparer.Ordinal) && finding.StartsWith("effect", StringComparison.Ordinal));

    private static string? Branch(GateRule rule) => rule.With.TryGetValue("branch", out var branch)
        ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(branch.GetString()!.ToLowerInvariant())
        : null;
}
