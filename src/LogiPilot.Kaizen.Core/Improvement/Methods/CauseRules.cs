using LogiPilot.Kaizen.Core.Improvement.Actions;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Rules about causes: proved, weighed, answered.</summary>
internal static class CauseRules
{
    private static readonly RuleParameter CausesField = new("field", RuleParameterType.Field, Fields: [FieldType.Tree, FieldType.Ishikawa]);
    private static readonly RuleParameter Kinds = new("kinds", RuleParameterType.Kinds, Required: false);

    public static readonly IReadOnlyList<GateRuleDefinition> All =
    [
        new("verifiedCause", [CausesField, new("branch", RuleParameterType.Branch, Required: false)], VerifiedCause),
        new("noOpenCause", [CausesField], NoOpenCause),
        new("everyVerdictProven", [CausesField], EveryVerdictProven),
        new("contributionsGiven", [CausesField], asked => EachKept(asked, (_, cause) => cause.Contribution is not null)),
        new("causesHaveData", [CausesField], asked => EachKept(asked, (_, cause) => cause.Proof is { AttachmentIds.Count: > 0 })),
        new(
            "everyCauseCovered",
            [
                CausesField, new("by", RuleParameterType.Field, Fields: [FieldType.Table]), new("column", RuleParameterType.Column, Of: "by"),
                new("chosen", RuleParameterType.Column, Required: false, Of: "by"),
            ],
            asked => EachKept(asked, IsCovered, asked.Field("by")?.FullName)),
        new("actionPerCause", [CausesField, Kinds], asked => EachKept(asked, HasAction)),
        new("actionsTiedToCauses", [CausesField, Kinds], ActionsTiedToCauses),
    ];

    private static IEnumerable<GateFinding> VerifiedCause(RuleCase asked)
    {
        if (asked.Field() is not { } field || (!field.IsGiven && asked.IsAskedFor(field)))
        {
            yield break;
        }

        var causes = field.Causes;
        var branch = asked.Text("branch");
        var way = branch switch { "OCCURRENCE" => "Occurrence", "ESCAPE" => "Escape", _ => "" };
        var kept = causes.Kept.Count(c => branch is null || (causes.BranchOf(c) is { } own && CheckedJson.Code(own) == branch));
        yield return kept > 0 ? asked.HeldAs(way, ("count", kept)) : asked.MissingAs(way, field.FullName);
    }

    private static IEnumerable<GateFinding> NoOpenCause(RuleCase asked)
    {
        if (asked.Field() is { IsGiven: true } field)
        {
            var open = field.Causes.Causes.Where(c => (c.IsRoot || !field.Causes.IsTree) && c.Verdict == CauseVerdict.Open).ToList();
            yield return open.Count == 0 ? asked.Held() : asked.Missing(field.FullName, ("count", open.Count), ("causes", Texts(open)));
        }
    }

    private static IEnumerable<GateFinding> EveryVerdictProven(RuleCase asked)
    {
        if (asked.Field() is { IsGiven: true } field)
        {
            var bare = field.Causes.Causes.Where(c => c.Verdict != CauseVerdict.Open && c.Proof is not { IsGiven: true }).ToList();
            yield return bare.Count == 0 ? asked.Held() : asked.Missing(field.FullName, ("count", bare.Count), ("causes", Texts(bare)));
        }
    }

    /// <summary>Asks something of every cause to be answered; without any, the gate of their own step says that.</summary>
    private static IEnumerable<GateFinding> EachKept(RuleCase asked, Func<RuleCase, Cause, bool> isAnswered, string? where = null)
    {
        if (asked.Field() is not { } field || (asked.Field("by") is { IsGiven: false } by && asked.IsAskedFor(by)))
        {
            yield break;
        }

        var kept = field.Causes.Kept;
        if (kept.Count == 0)
        {
            if (!asked.IsOwn(field))
            {
                yield return asked.MissingFor("verifiedCause", field.FullName);
            }

            yield break;
        }

        var missing = kept.Where(c => !isAnswered(asked, c)).ToList();
        yield return missing.Count == 0
            ? asked.Held(("count", kept.Count))
            : asked.Missing(where ?? field.FullName, ("count", missing.Count), ("causes", Texts(missing)));
    }

    private static bool IsCovered(RuleCase asked, Cause cause) =>
        asked.Field("by") is { } by && asked.Text("column") is { } column
        && by.Table.Complete.Any(r => r.Text(column) == cause.Id && (asked.Text("chosen") is not { } chosen || r.IsYes(chosen)));

    private static bool HasAction(RuleCase asked, Cause cause) =>
        asked.Picture.Actions.Any(a =>
            a.State != ActionState.Cancelled && asked.Kinds().Contains(a.Kind) && a.CauseIds.Contains(cause.Id, StringComparer.Ordinal));

    private static IEnumerable<GateFinding> ActionsTiedToCauses(RuleCase asked)
    {
        if (asked.Field() is not { } field)
        {
            yield break;
        }

        var kept = field.Causes.Kept.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var actions = asked.Picture.Actions.Where(a => a.State != ActionState.Cancelled && asked.Kinds().Contains(a.Kind)).ToList();
        var loose = actions.Where(a => !a.CauseIds.Any(kept.Contains)).Select(a => a.Number).ToArray();
        yield return actions.Count == 0 ? asked.MissingAs("None", null, ("gateKind", asked.Kinds().Select(k => k.ToString()).ToArray()))
            : loose.Length > 0 ? asked.Missing(null, ("count", loose.Length), ("actions", loose))
            : asked.Held(("count", actions.Count));
    }

    private static string[] Texts(IEnumerable<Cause> causes) => [.. causes.Select(c => $"« {c.Text ?? c.Id} »")];
}
