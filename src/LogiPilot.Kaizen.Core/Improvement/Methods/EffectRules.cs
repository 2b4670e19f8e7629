using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Indicators;
using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Rules about the effect: named, aimed at, measured, reached, held.</summary>
internal static class EffectRules
{
    private static readonly RuleParameter NumberField = new("field", RuleParameterType.Field, Fields: [FieldType.Number]);
    private static readonly RuleParameter Reason = new("reason", RuleParameterType.Field, Fields: [FieldType.Text]);

    public static readonly IReadOnlyList<GateRuleDefinition> All =
    [
        new("indicatorNamed", [], asked => [IsNamed(asked) ? asked.Held(("count", asked.Picture.Indicators.Count)) : asked.Missing(null)]),
        new("baselineMeasured", [new("points", RuleParameterType.Whole, Required: false)], BaselineMeasured),
        new("targetSet", [], TargetSet),
        new("measuredAfterLastAction", [], asked => EachIndicator(asked, verdict => verdict.IsMeasured)),
        new(
            "effective",
            [Reason with { Name = "acceptedIn", Required = false }, new("returnTo", RuleParameterType.Step, Required: false)],
            Effective),
        new("verdictAsMeasured", [new("field", RuleParameterType.Field, Fields: [FieldType.Choice])], VerdictAsMeasured),
        new("resultAgainstTarget", [NumberField, Reason], ResultAgainstTarget),
        new("effectHeldToday", [new("step", RuleParameterType.Step)], EffectHeldToday),
        new("checksHeld", [], ChecksHeld),
        new("noRecurrenceOver", [new("shifts", RuleParameterType.Whole)], NoRecurrenceOver),
    ];

    /// <summary>
    /// The plant's day on which the last action that should have an effect was done, in this cycle, up to this step: what is done in a
    /// later step, to prevent, does not make the value older.
    /// </summary>
    public static DateOnly? LastActionDone(PlanPicture picture, StepDefinition step)
    {
        var later = picture.Plan.Method.Steps.SkipWhile(s => s.Code != step.Code).Skip(1).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        return picture.Actions
            .Where(a => a.Cycle == picture.Plan.Cycle && a.State is ActionState.Done or ActionState.Verified)
            .Where(a => ImprovementAction.NeedsApproval(a.Kind) && (a.Step is null || !later.Contains(a.Step)))
            .Max(a => a.DoneOn);
    }

    private static bool IsNamed(RuleCase asked) => asked.Picture.Indicators.Count > 0;

    private static IEnumerable<GateFinding> BaselineMeasured(RuleCase asked)
    {
        var points = asked.Whole("points", 1);
        return Each(asked, indicator =>
            indicator.BaselineOf(asked.Plan.Cycle) is not { } baseline ? asked.Missing(null, Name(indicator))
            : baseline.Points < points ? asked.MissingAs("Points", null, Name(indicator), ("count", points), ("given", baseline.Points))
            : asked.Held(Name(indicator), ("baseline", baseline.Value), ("unit", indicator.Unit), ("count", baseline.Points)));
    }

    private static IEnumerable<GateFinding> TargetSet(RuleCase asked) => Each(asked, indicator =>
        indicator.Target is not { } target || indicator.TargetOn is not { } on ? asked.Missing(null, Name(indicator))
        : indicator.BaselineOf(asked.Plan.Cycle) is { } baseline && !IsBetter(indicator.Direction, target, baseline.Value)
            ? asked.MissingAs("NoBetter", null, Name(indicator), ("target", target), ("baseline", baseline.Value), ("unit", indicator.Unit))
        : asked.Held(Name(indicator), ("target", target), ("unit", indicator.Unit), ("on", on)));

    private static IEnumerable<GateFinding> Effective(RuleCase asked)
    {
        var acceptance = asked.Field("acceptedIn");
        var isAccepted = acceptance is { IsFilled: true } && asked.Plan.SponsorId is { } sponsor && acceptance.Version?.AuthorId == sponsor;
        return EachIndicator(
            asked,
            verdict => verdict.IsEffective,
            verdict => isAccepted && verdict.Kind == EffectKind.FallsShort ? "Accepted" : null,
            acceptance?.FullName);
    }

    private static IEnumerable<GateFinding> VerdictAsMeasured(RuleCase asked)
    {
        var kinds = Verdicts(asked).Select(v => v.Verdict).ToList();
        if (asked.Field() is not { Text: { } said } field || kinds.Count == 0 || !kinds.TrueForAll(v => v.IsMeasured))
        {
            yield break;
        }

        // Declared from worst to best: what does not reach its target decides.
        var measured = field.Choice(CheckedJson.Code(kinds.Min(v => v.Kind)));
        yield return said == CheckedJson.Code(kinds.Min(v => v.Kind)) ? asked.Held(("answer", field.Choice(said)))
            : asked.Missing(field.FullName, ("answer", field.Choice(said)), ("measured", measured));
    }

    private static IEnumerable<GateFinding> ResultAgainstTarget(RuleCase asked)
    {
        if (asked.Field() is not { Value: { } value } field || Quantity.Of(field.Definition, value) is not { } result)
        {
            yield break;
        }

        var reason = asked.Field("reason");
        yield return asked.Picture.Indicators.FirstOrDefault(i => i.Target is not null) is not { Target: { } target } indicator
            ? asked.MissingFor("indicatorNamed", null)
            : Make();

        GateFinding Make()
        {
            (string Name, object? Value)[] facts = [("result", result.Value), ("target", target), ("unit", indicator.Unit), ("field", reason?.Definition.Name)];
            return result.Value == target || IsBetter(indicator.Direction, result.Value, target) ? asked.Held(facts)
                : reason is { IsFilled: true } ? asked.HeldAs("Reason", facts)
                : asked.Missing(reason?.FullName, facts);
        }
    }

    /// <summary>The step that proved the effect is still signed, and nothing of the plan's problem came back since.</summary>
    private static IEnumerable<GateFinding> EffectHeldToday(RuleCase asked)
    {
        var (code, alerts) = (asked.Text("step")!, asked.Picture.Facts.AlertsOnKeysSince.Count);
        var name = ("step", (object?)asked.Plan.Method.Step(code)?.Name);
        yield return !asked.Plan.IsSigned(code) ? asked.Missing(null, name)
            : alerts > 0 ? asked.MissingAs("Alerts", null, name, ("count", alerts))
            : asked.Held(name);
    }

    private static IEnumerable<GateFinding> ChecksHeld(RuleCase asked)
    {
        var checks = asked.Plan.Checks.Where(c => c.Step == asked.Step.Code).ToList();
        var failed = checks.Where(c => c.Passed == false).Select(c => c.Days).ToList();
        var open = (asked.Step.Checks ?? []).Where(days => !checks.Exists(c => c.Days == days && c.Passed is not null)).ToList();
        var next = checks.Where(c => c.Passed is null).Min(c => (DateOnly?)c.DueOn);
        yield return failed.Count > 0 ? asked.MissingAs("Failed", null, ("days", Said(failed)))
            : open.Count == 0 ? asked.Held(("count", checks.Count))
            : next is null ? asked.MissingAs("Unscheduled", null, ("days", Said(open)))
            : asked.Missing(null, ("count", open.Count), ("days", Said(open)), ("next", next));

        static string[] Said(IEnumerable<int> days) => [.. days.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>Each recurrence starts the count again.</summary>
    private static IEnumerable<GateFinding> NoRecurrenceOver(RuleCase asked)
    {
        var (facts, least) = (asked.Picture.Facts, asked.Whole("shifts", 1));
        var given = facts.ShiftsWorkedWithoutAlert;
        yield return given >= least ? asked.Held(("count", given))
            : facts.AlertsOnKeysSince.Count is > 0 and var alerts ? asked.MissingAs("Alerts", null, ("count", alerts), ("given", given), ("least", least))
            : asked.Missing(null, ("given", given), ("count", least));
    }

    private static IEnumerable<GateFinding> EachIndicator(
        RuleCase asked, Func<EffectVerdict, bool> holds, Func<EffectVerdict, string?>? otherwise = null, string? field = null)
    {
        if (!IsNamed(asked))
        {
            yield return asked.MissingFor("indicatorNamed", null);
        }

        foreach (var (_, verdict) in Verdicts(asked))
        {
            (string, object?)[] facts =
                [.. verdict.Arguments.Select(a => (a.Key, a.Value)), ("returnTo", asked.Plan.Method.Step(asked.Text("returnTo") ?? "")?.Name)];
            yield return holds(verdict) ? asked.Held(facts)
                : otherwise?.Invoke(verdict) is { } way ? asked.HeldAs(way, facts)
                : asked.MissingFor("effect" + verdict.Kind, verdict.Kind == EffectKind.FallsShort ? field : null, facts);
        }
    }

    private static IEnumerable<GateFinding> Each(RuleCase asked, Func<Indicator, GateFinding> find) =>
        IsNamed(asked) ? asked.Picture.Indicators.Select(find) : [asked.MissingFor("indicatorNamed", null)];

    private static IEnumerable<(Indicator Indicator, EffectVerdict Verdict)> Verdicts(RuleCase asked)
    {
        var done = LastActionDone(asked.Picture, asked.Step);
        return asked.Picture.Indicators.Select(i => (i, Effect.Judge(i, done, asked.Plan.Cycle, asked.Plan.CameBackOn)));
    }

    private static bool IsBetter(Direction direction, decimal value, decimal than) => direction == Direction.Lower ? value < than : value > than;

    private static (string Name, object? Value) Name(Indicator indicator) => ("indicator", indicator.Name);
}
