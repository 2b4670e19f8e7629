namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Reads one method: its parts first, then what one part says of another.</summary>
internal sealed class MethodReader
{
    private const int MostSteps = 30;
    private const int MostRules = 40;
    private const int MostDays = 1_000;
    private const int MostPlants = 100;

    private readonly List<(StepDefinition Step, JsonPart At)> _steps = [];

    /// <param name="plants">The codes that there are; null: nobody knows.</param>
    public MethodDefinition? Read(JsonPart file, IReadOnlyCollection<string>? plants)
    {
        if (!file.IsGiven || !file.HasOnly(
            "code", "version", "name", "about", "sponsorTitle", "hasCycles", "levels", "actionsNeedApproval", "casesPerLeader", "plants", "steps"))
        {
            return null;
        }

        FieldReader.Needed(file, "version", "name", "about", "sponsorTitle", "steps");
        var code = FieldReader.Code(file, capitals: true);
        foreach (var at in file.Part("steps").Items(MostSteps))
        {
            if (Step(at) is { } step)
            {
                _steps.Add((step, at));
            }
        }

        if (file.Part("steps").IsGiven && _steps.Count == 0)
        {
            file.Part("steps").Note("methodNoSteps");
        }

        FieldReader.Twice(file.Part("steps"), _steps.Select(s => s.Step.Code));
        var method = new MethodDefinition(
            code ?? "",
            file.Part("version").Whole(1, 10_000) ?? 1,
            FieldReader.Both(file.Part("name")) ?? new("", ""),
            FieldReader.Both(file.Part("about")) ?? new("", ""),
            FieldReader.Both(file.Part("sponsorTitle")) ?? new("", ""),
            [.. _steps.Select(s => s.Step)],
            file.Part("hasCycles").YesNo() ?? false,
            Levels(file.Part("levels")),
            file.Part("actionsNeedApproval").YesNo() ?? true,
            file.Part("casesPerLeader").Whole(1, 100),
            Plants(file.Part("plants"), plants));
        foreach (var (step, at) in _steps)
        {
            new StepReferences(method, step, at).Check();
        }

        return method;
    }

    private static List<string>? Plants(JsonPart list, IReadOnlyCollection<string>? known)
    {
        if (!list.IsGiven)
        {
            return null;
        }

        var codes = new List<string>();
        foreach (var item in list.Items(MostPlants))
        {
            if (item.Text() is { } code)
            {
                codes.Add(code);
                if (known?.Contains(code, StringComparer.Ordinal) == false)
                {
                    item.Note("methodPlantUnknown", ("given", code), ("plants", known.ToArray()));
                }
            }
        }

        if (codes.Count == 0)
        {
            list.Note("methodNoPlants");
        }

        FieldReader.Twice(list, codes);
        return codes;
    }

    private static List<LevelDefinition> Levels(JsonPart list)
    {
        var levels = new List<LevelDefinition>();
        foreach (var level in list.Items(10).Where(l => l.HasOnly("code", "name", "rhythm")))
        {
            FieldReader.Needed(level, "name", "rhythm");
            levels.Add(new LevelDefinition(
                FieldReader.Code(level, capitals: true) ?? "",
                FieldReader.Both(level.Part("name")) ?? new("", ""),
                level.Part("rhythm").One<LevelRhythm>() ?? default));
        }

        FieldReader.Twice(list, levels.Select(l => l.Code));
        return levels;
    }

    private static StepDefinition? Step(JsonPart step)
    {
        if (!step.HasOnly(
            "code", "name", "purpose", "fields", "gate", "due", "signs", "suspendedByRecurrence", "restartedByRecurrence", "dependsOn",
            "checks", "failedCheckReturns", "exit"))
        {
            return null;
        }

        FieldReader.Needed(step, "name", "purpose", "fields", "gate");
        var code = FieldReader.Code(step, capitals: true);
        var read = new StepDefinition(
            code ?? "",
            FieldReader.Both(step.Part("name")) ?? new("", ""),
            FieldReader.Both(step.Part("purpose")) ?? new("", ""),
            FieldReader.Fields(step.Part("fields")),
            [.. step.Part("gate").Items(MostRules).Select(Rule).OfType<GateRule>()],
            Due(step.Part("due")),
            step.Part("signs").One<SignedBy>() ?? SignedBy.Leader,
            step.Part("suspendedByRecurrence").YesNo() ?? false,
            step.Part("restartedByRecurrence").Text(),
            [.. step.Part("dependsOn").Items(MostSteps).Select(d => d.Text()).OfType<string>()],
            step.Part("checks").IsGiven ? [.. step.Part("checks").Items(10).Select(c => c.Whole(1, MostDays)).OfType<int>()] : null,
            step.Part("failedCheckReturns").Text(),
            Exit(step.Part("exit")));
        return code is null ? null : read;
    }

    private static GateRule? Rule(JsonPart rule)
    {
        if (!rule.HasOnly("rule", "with", "says"))
        {
            return null;
        }

        FieldReader.Needed(rule, "rule");
        var with = rule.Part("with");
        var arguments = with.Names().ToDictionary(n => n, n => with.Part(n).Element?.Clone() ?? default, StringComparer.Ordinal);
        return rule.Part("rule").Text() is { } name ? new GateRule(name, arguments, FieldReader.Both(rule.Part("says"))) : null;
    }

    private static StepDue? Due(JsonPart due)
    {
        if (!due.HasOnly("days", "working", "after", "andBaselinePeriod"))
        {
            return null;
        }

        FieldReader.Needed(due, "days");
        return new StepDue(
            due.Part("days").Whole(0, MostDays) ?? 0,
            due.Part("working").YesNo() ?? false,
            due.Part("after").Text(),
            due.Part("andBaselinePeriod").YesNo() ?? false);
    }

    private static StepExit? Exit(JsonPart exit)
    {
        if (!exit.HasOnly("field", "value", "turnsInto", "carries"))
        {
            return null;
        }

        FieldReader.Needed(exit, "field", "value");
        return new StepExit(
            exit.Part("field").Text() ?? "",
            exit.Part("value").Text() ?? "",
            [.. exit.Part("turnsInto").Items(10).Select(t => t.Text()).OfType<string>()],
            exit.Part("carries") is { IsGiven: true } carries
                ? carries.Names().ToDictionary(
                    f => f, IReadOnlyList<string> (f) => [.. carries.Part(f).Items(10).Select(t => t.Text()).OfType<string>()], StringComparer.Ordinal)
                : null);
    }
}
