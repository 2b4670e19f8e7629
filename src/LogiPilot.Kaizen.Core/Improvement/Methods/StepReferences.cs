using LogiPilot.Kaizen.Core.Improvement.Actions;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Checks what a step of a file says of other parts of its method: steps, fields, columns, and the arguments of its rules.</summary>
internal sealed class StepReferences(MethodDefinition method, StepDefinition step, JsonPart at)
{
    public void Check()
    {
        foreach (var earlier in at.Part("dependsOn").Items(int.MaxValue))
        {
            CheckStep(earlier, mayBeItself: false);
        }

        CheckStep(at.Part("due").Part("after"), mayBeItself: false);
        CheckStep(at.Part("restartedByRecurrence"), mayBeItself: true);
        CheckStep(at.Part("failedCheckReturns"), mayBeItself: true);
        if (step.Checks is { Count: > 0 } && step.FailedCheckReturns is null)
        {
            FieldReader.Needed(at, "failedCheckReturns");
        }

        CheckExit(at.Part("exit"));
        CheckColumns();
        foreach (var rule in at.Part("gate").Items(int.MaxValue))
        {
            CheckRule(rule);
        }
    }

    private void CheckStep(JsonPart named, bool mayBeItself)
    {
        if (named.Element is null || named.Text() is not { } code)
        {
            return;
        }

        var earlier = method.Steps.TakeWhile(s => s.Code != step.Code).Select(s => s.Code).ToList();
        if (!earlier.Contains(code, StringComparer.Ordinal) && !(mayBeItself && code == step.Code))
        {
            named.Note("methodStepUnknown", ("given", code), ("steps", mayBeItself ? [.. earlier, step.Code] : earlier.ToArray()));
        }
    }

    private void CheckExit(JsonPart exit)
    {
        if (step.Exit is { } way && Field(exit.Part("field"), [FieldType.Choice]) is { Choices: { } choices })
        {
            exit.Part("value").OneOf([.. choices.Select(c => c.Code)]);
        }

        foreach (var field in exit.Part("carries").Names().Where(f => step.Field(f) is null))
        {
            exit.Part("carries").Note("valuePartUnknown", ("part", field), ("parts", step.Fields.Select(f => f.Code).ToArray()));
        }
    }

    private void CheckColumns()
    {
        foreach (var field in at.Part("fields").Items(int.MaxValue))
        {
            foreach (var from in field.Part("columns").Items(int.MaxValue).Select(c => c.Part("from")).Where(f => f.IsGiven))
            {
                Field(from, [FieldType.Tree, FieldType.Ishikawa]);
            }
        }
    }

    private void CheckRule(JsonPart at)
    {
        if (at.Part("rule").Text() is not { } name)
        {
            return;
        }

        if (GateRules.Find(name) is not { } rule)
        {
            at.Part("rule").Note("methodRuleUnknown", ("given", name), ("rules", GateRules.Names));
            return;
        }

        var with = at.Part("with");
        if (with.IsGiven && !with.HasOnly([.. rule.Parameters.Select(p => p.Name)]))
        {
            return;
        }

        foreach (var parameter in rule.Parameters)
        {
            var argument = with.Part(parameter.Name);
            if (argument.IsGiven)
            {
                CheckArgument(argument, parameter, with);
            }
            else if (parameter.Required)
            {
                at.Note("valueMissing", ("part", "with." + parameter.Name));
            }
        }
    }

    private void CheckArgument(JsonPart argument, RuleParameter parameter, JsonPart with)
    {
        switch (parameter.Type)
        {
            case RuleParameterType.Field:
                Field(argument, parameter.Fields);
                break;
            case RuleParameterType.Fields:
                foreach (var one in argument.Items(20))
                {
                    Field(one, parameter.Fields);
                }

                break;
            case RuleParameterType.Step:
                CheckStep(argument, mayBeItself: true);
                break;
            case RuleParameterType.Whole:
                argument.Whole(0, 10_000);
                break;
            case RuleParameterType.Kind:
                argument.One<ActionKind>();
                break;
            case RuleParameterType.Kinds:
                foreach (var one in argument.Items(20))
                {
                    one.One<ActionKind>();
                }

                break;
            case RuleParameterType.Branch:
                argument.One<CauseBranch>();
                break;
            case RuleParameterType.Column:
                argument.OneOf([.. (Named(with, parameter)?.Columns ?? []).Select(c => c.Code)]);
                break;
            case RuleParameterType.Choice:
                argument.OneOf([.. (Named(with, parameter)?.Choices ?? []).Select(c => c.Code)]);
                break;
            case RuleParameterType.YesNo:
                argument.YesNo();
                break;
            default:
                throw new InvalidOperationException($"No argument is known for {parameter.Type}.");
        }
    }

    private FieldDefinition? Named(JsonPart with, RuleParameter parameter) =>
        with.Part(parameter.Of).Text() is { } name ? method.Field(step.FullName(name)) : null;

    private FieldDefinition? Field(JsonPart named, IReadOnlyList<FieldType>? types)
    {
        if (named.Text() is not { } name)
        {
            return null;
        }

        if (method.Field(step.FullName(name)) is not { } field)
        {
            named.Note("methodFieldUnknown", ("given", name), ("step", step.Code));
            return null;
        }

        if (types is not null && !types.Contains(field.Type))
        {
            named.Note("methodFieldType", ("given", name), ("choices", types.Select(CheckedJson.Code).ToArray()));
        }

        return field;
    }
}
