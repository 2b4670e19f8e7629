using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Rules about who was told and has read it.</summary>
internal static class TellingRules
{
    public static readonly IReadOnlyList<GateRuleDefinition> All =
    [
        new(
            "communicated",
            [new("after", RuleParameterType.Step, Required: false), new("read", RuleParameterType.YesNo, Required: false)],
            Communicated),
        new(
            "standardReadOrNextCycle",
            [
                new("field", RuleParameterType.Field, Fields: [FieldType.Choice]), new("choice", RuleParameterType.Choice),
                new("standard", RuleParameterType.Field, Fields: [FieldType.Text]),
            ],
            StandardReadOrNextCycle),
    ];

    private static IEnumerable<GateFinding> Communicated(RuleCase asked)
    {
        var after = asked.Text("after") is { } step ? asked.Plan.Step(step)?.SignedAt ?? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;
        yield return Told(asked, asked.Picture.Communications.Where(c => c.SentAt >= after).ToList(), asked.IsYes("read"), "");
    }

    /// <summary>
    /// To close, the standard is changed and those concerned have read it, told after the last action of the cycle; else the next cycle is
    /// opened, which ends this one without its signature.
    /// </summary>
    private static IEnumerable<GateFinding> StandardReadOrNextCycle(RuleCase asked)
    {
        if (asked.Field() is not { Text: { } decision } field)
        {
            yield break;
        }

        if (decision != asked.Text("choice"))
        {
            yield return asked.MissingAs("Next", field.FullName, ("answer", field.Choice(decision)));
            yield break;
        }

        if (asked.Field("standard") is { IsFilled: false } standard)
        {
            yield return asked.Missing(standard.FullName, ("field", standard.Definition.Name));
            yield break;
        }

        var done = EffectRules.LastActionDone(asked.Picture, asked.Step);
        var told = asked.Picture.Communications.Where(c => done is null || asked.Picture.Facts.DayOf(c.SentAt) >= done).ToList();
        yield return Told(asked, told, mustRead: true, "Told");
    }

    private static GateFinding Told(RuleCase asked, List<Communication> told, bool mustRead, string noneAs)
    {
        var unread = told.SelectMany(c => c.ToIds.Where(id => !c.HasRead(id))).Distinct().Count();
        return told.Count == 0 ? asked.MissingAs(noneAs, null)
            : mustRead && unread > 0 ? asked.MissingAs("Unread", null, ("count", unread))
            : asked.Held(("count", told.Count));
    }
}
