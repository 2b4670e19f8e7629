using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Actions;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Rules about what is to be done and was done.</summary>
internal static class ActionRules
{
    private static readonly RuleParameter Kind = new("kind", RuleParameterType.Kind);
    private static readonly RuleParameter Reason = new("reason", RuleParameterType.Field, Fields: [FieldType.Text]);

    public static readonly IReadOnlyList<GateRuleDefinition> All =
    [
        new("actionsVerified", [Kind], ActionsVerified),
        new("actionsOrReason", [Kind, Reason], ActionsOrReason),
        new(
            "actionsDone",
            [
                new("kinds", RuleParameterType.Kinds, Required: false), new("least", RuleParameterType.Whole, Required: false),
                new("proof", RuleParameterType.YesNo, Required: false),
            ],
            ActionsDone),
        new("actionWithin", [Kind, new("hours", RuleParameterType.Whole), Reason with { Required = false }], ActionWithin),
        new("noOpenAction", [], NoOpenAction),
        new("removalConditionSet", [], RemovalConditionSet),
        new("containmentRemoved", [], ContainmentRemoved),
        new("newActionThisCycle", [], NewActionThisCycle),
    ];

    /// <summary>Whether a rule lets its step be signed on the strength of what was done of a kind.</summary>
    public static bool AsksDone(GateRule rule, ActionKind kind) => rule.Rule switch
    {
        "actionsVerified" or "actionsOrReason" or "actionWithin" => Names(rule, "kind", kind) == true,
        "actionsDone" => Names(rule, "kinds", kind) ?? true,
        "noOpenAction" => true,
        _ => false,
    };

    /// <summary>Null: the argument is absent.</summary>
    private static bool? Names(GateRule rule, string parameter, ActionKind kind) => !rule.With.TryGetValue(parameter, out var named) ? null
        : named.ValueKind == JsonValueKind.Array ? named.EnumerateArray().Any(k => k.ValueEquals(CheckedJson.Code(kind)))
        : named.ValueEquals(CheckedJson.Code(kind));

    /// <summary>Each of the kind is verified, with evidence, as effective; at least one is there.</summary>
    private static List<GateFinding> ActionsVerified(RuleCase asked)
    {
        var actions = Of(asked, asked.Kind("kind"));
        if (actions.Count == 0)
        {
            return [asked.MissingAs("None", null, Words(asked.Kind("kind")))];
        }

        var findings = new[]
        {
            Naming(asked, "", actions.Where(a => a.State != ActionState.Verified)),
            Naming(asked, "Proof", actions.Where(a => a.State == ActionState.Verified && a.Proof.IsEmpty)),
            Naming(asked, "Effect", actions.Where(a => a.State == ActionState.Verified && a.IsEffective != true)),
        }.OfType<GateFinding>().ToList();
        return findings.Count > 0 ? findings : [asked.Held(Words(asked.Kind("kind")), ("count", actions.Count))];
    }

    private static IEnumerable<GateFinding> ActionsOrReason(RuleCase asked)
    {
        var (kind, reason) = (asked.Kind("kind"), asked.Field("reason"));
        var actions = Of(asked, kind);
        yield return actions.Count > 0
                ? Naming(asked, "Open", actions.Where(a => a.State != ActionState.Verified)) ?? asked.Held(Words(kind), ("count", actions.Count))
            : reason is { IsFilled: true } ? asked.HeldAs("Reason", Words(kind))
            : asked.Missing(reason?.FullName, Words(kind), ("field", reason?.Definition.Name));
    }

    /// <summary>Done, or cancelled with the reason that cancelling asks for.</summary>
    private static List<GateFinding> ActionsDone(RuleCase asked)
    {
        var actions = Of(asked, [.. asked.Kinds()]);
        var (done, least) = (actions.Where(a => !a.IsOpen).ToList(), asked.Whole("least", 0));
        var findings = new[]
        {
            Naming(asked, "", actions.Where(a => a.IsOpen)),
            asked.IsYes("proof") ? Naming(asked, "Proof", done.Where(a => a.Proof.IsEmpty)) : null,
            actions.Count < least ? TooFew(asked, actions.Count, least) : null,
        }.OfType<GateFinding>().ToList();
        return findings.Count > 0 ? findings : [asked.Held(("count", done.Count))];
    }

    private static GateFinding TooFew(RuleCase asked, int given, int least) =>
        asked.Kinds() is { } kinds && kinds.Count < Enum.GetValues<ActionKind>().Length
            ? asked.MissingAs("NoneOf", null, ("count", least), ("given", given), ("gateKind", kinds.Select(k => k.ToString()).ToArray()))
            : asked.MissingAs("None", null, ("count", least), ("given", given));

    private static IEnumerable<GateFinding> ActionWithin(RuleCase asked)
    {
        var (kind, hours, reason) = (asked.Kind("kind"), asked.Whole("hours", 24), asked.Field("reason"));
        var actions = Of(asked, kind);
        var first = actions.Min(a => a.DoneAt);
        yield return first is null ? asked.Missing(null, Words(kind), ("hours", hours))
            : Naming(asked, "Open", actions.Where(a => a.IsOpen))
            ?? (first <= asked.Plan.OpenedAt.AddHours(hours) ? asked.Held(Words(kind), ("hours", hours))
                : reason is { IsFilled: true } ? asked.HeldAs("Late", Words(kind), ("hours", hours))
                : asked.MissingAs("Late", reason?.FullName, Words(kind), ("hours", hours), ("field", reason?.Definition.Name)));
    }

    private static IEnumerable<GateFinding> NoOpenAction(RuleCase asked)
    {
        yield return Naming(asked, "", asked.Picture.Actions.Where(a => a.IsOpen)) ?? asked.Held();
    }

    private static IEnumerable<GateFinding> RemovalConditionSet(RuleCase asked)
    {
        yield return Naming(asked, "", Of(asked, ActionKind.Containment).Where(a => string.IsNullOrWhiteSpace(a.RemovalCondition))) ?? asked.Held();
    }

    private static IEnumerable<GateFinding> ContainmentRemoved(RuleCase asked)
    {
        yield return Naming(asked, "", Of(asked, ActionKind.Containment).Where(a => a.RemovedAt is null)) ?? asked.Held();
    }

    /// <summary>What moved on from an earlier cycle is not new. The first cycle has nothing to be newer than.</summary>
    private static IEnumerable<GateFinding> NewActionThisCycle(RuleCase asked)
    {
        yield return asked.Plan.PastCycles.Count == 0
            || asked.Picture.Actions.Any(a => a.State != ActionState.Cancelled && a.CreatedAt >= asked.Plan.CycleOpenedAt)
            ? asked.Held(("cycle", asked.Plan.Cycle))
            : asked.Missing(null, ("cycle", asked.Plan.Cycle));
    }

    private static List<ImprovementAction> Of(RuleCase asked, params ActionKind[] kinds) =>
        [.. asked.Picture.Actions.Where(a => a.State != ActionState.Cancelled && kinds.Contains(a.Kind))];

    private static GateFinding? Naming(RuleCase asked, string way, IEnumerable<ImprovementAction> wrong) =>
        wrong.Select(a => a.Number).ToArray() is { Length: > 0 } numbers
            ? asked.MissingAs(way, null, ("count", numbers.Length), ("actions", numbers))
            : null;

    private static (string Name, object? Value) Words(ActionKind kind) => ("gateKind", kind);
}
