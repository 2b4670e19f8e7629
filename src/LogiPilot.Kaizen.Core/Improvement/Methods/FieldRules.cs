namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>Rules about what is written in the fields.</summary>
internal static class FieldRules
{
    private static readonly RuleParameter AnyField = new("field", RuleParameterType.Field);
    private static readonly RuleParameter TableField = AnyField with { Fields = [FieldType.Table] };
    private static readonly RuleParameter YesNoField = AnyField with { Fields = [FieldType.YesNo] };

    public static readonly IReadOnlyList<GateRuleDefinition> All =
    [
        new("filled", [AnyField], c => c.Field() is { } field ? Filled(c, field) : []),
        new("oneFilled", [new("fields", RuleParameterType.Fields)], OneFilled),
        new("confirmed", [YesNoField], Confirmed),
        new("decided", [AnyField with { Fields = [FieldType.Choice] }, new("choice", RuleParameterType.Choice, Required: false)], Decided),
        new("noCauseNamed", [YesNoField], NoCauseNamed),
        new("minRows", [TableField, new("least", RuleParameterType.Whole)], MinRows),
        new("quantified", [AnyField with { Fields = [FieldType.Number, FieldType.Text, FieldType.Qqoqccp, FieldType.Table] }], Quantified),
        new("everyItemAnswered", [TableField, new("item", RuleParameterType.Column)], EveryItemAnswered),
        new("everyLocationAnswered", [TableField, new("column", RuleParameterType.Column)], EveryLocationAnswered),
        new(
            "eachDoneOrNotApplicable",
            [
                TableField, new("state", RuleParameterType.Column), new("reason", RuleParameterType.Column),
                new("item", RuleParameterType.Column, Required: false),
            ],
            EachDoneOrNotApplicable),
    ];

    /// <summary>Of a grid every part, of a table every compulsory cell.</summary>
    public static IEnumerable<GateFinding> Filled(RuleCase asked, FieldSeen field)
    {
        var name = ("field", (object?)field.Definition.Name);
        if (field.IsFilled)
        {
            return [asked.Held(name)];
        }

        var table = field.Definition.Type == FieldType.Table ? field.Table : null;
        return table is { Rows.Count: > 0 }
            ? [asked.MissingAs("Rows", field.FullName, name, ("count", table.Rows.Count - table.Complete.Count))]
            : field.IsGiven && FieldValues.MissingParts(field.Definition, field.Value) is { Count: > 0 } parts
            ? [asked.MissingAs("Parts", field.FullName, name, ("answerPart", parts))]
            : [asked.Missing(field.FullName, name)];
    }

    private static IEnumerable<GateFinding> OneFilled(RuleCase asked)
    {
        var fields = asked.Fields("fields");
        yield return fields.Any(f => f.Definition.Type == FieldType.YesNo ? f.IsYes : f.IsFilled)
            ? asked.Held()
            : asked.Missing(fields is [var first, ..] ? first.FullName : null, ("fields", fields.Select(f => f.Definition.Name).ToArray()));
    }

    private static IEnumerable<GateFinding> Confirmed(RuleCase asked)
    {
        if (asked.Field() is { } field && (field.IsGiven || !asked.IsAskedFor(field)))
        {
            yield return field.IsYes ? asked.Held(Name(field)) : asked.Missing(field.FullName, Name(field));
        }
    }

    private static IEnumerable<GateFinding> Decided(RuleCase asked)
    {
        if (asked.Field() is not { } field || (!field.IsGiven && asked.IsAskedFor(field)))
        {
            yield break;
        }

        var expected = asked.Text("choice");
        yield return field.Text is not { } answer ? asked.Missing(field.FullName, Name(field))
            : expected is null || answer == expected ? asked.Held(Name(field), ("answer", field.Choice(answer)))
            : asked.MissingAs("Otherwise", field.FullName, Name(field), ("answer", field.Choice(answer)), ("expected", field.Choice(expected)));
    }

    /// <summary>The leader says so in person: 8D, D2.</summary>
    private static IEnumerable<GateFinding> NoCauseNamed(RuleCase asked)
    {
        if (asked.Field() is { } field && (field.IsGiven || !asked.IsAskedFor(field)))
        {
            yield return !field.IsYes ? asked.Missing(field.FullName)
                : field.Version?.AuthorId != asked.Plan.LeaderId ? asked.MissingAs("ByOther", field.FullName)
                : asked.Held();
        }
    }

    private static IEnumerable<GateFinding> MinRows(RuleCase asked)
    {
        if (asked.Field() is not { } field || (!field.IsGiven && asked.IsAskedFor(field)))
        {
            yield break;
        }

        var (given, least) = (field.Table.Complete.Count, asked.Whole("least", 1));
        yield return given >= least ? asked.Held(Name(field), ("count", given)) : asked.Missing(field.FullName, Name(field), ("given", given), ("count", least));
    }

    private static IEnumerable<GateFinding> Quantified(RuleCase asked)
    {
        if (asked.Field() is not { } field || (!field.IsGiven && asked.IsAskedFor(field)))
        {
            yield break;
        }

        var isQuantified = field.Definition.Type switch
        {
            FieldType.Number => field.IsFilled,
            FieldType.Qqoqccp => field.Value is { } value && HasFigure(QqoqccpValue.Of(value).Answers.GetValueOrDefault("howMuch")),
            FieldType.Table => field.Table.Rows.Any(r => field.Table.Columns.Any(c => c.Type == FieldType.Number && r.Has(c.Code))),
            _ => HasFigure(field.Text),
        };
        yield return isQuantified ? asked.Held(Name(field)) : asked.Missing(field.FullName, Name(field));
    }

    private static IEnumerable<GateFinding> EveryItemAnswered(RuleCase asked)
    {
        if (asked.Field() is { } field && (field.IsGiven || !asked.IsAskedFor(field)))
        {
            yield return Unanswered(field, asked.Text("item")) is { Length: > 0 } missing
                ? asked.Missing(field.FullName, Name(field), ("items", missing))
                : asked.Held(Name(field));
        }
    }

    private static IEnumerable<GateFinding> EveryLocationAnswered(RuleCase asked)
    {
        if (asked.Field() is not { } field || asked.Text("column") is not { } column)
        {
            yield break;
        }

        var answered = field.Table.Complete.Select(r => r.IdIn(column)).ToHashSet();
        var missing = asked.Picture.Facts.LocationsHolding.Where(l => !answered.Contains(l.Id)).Select(l => l.Name).ToArray();
        yield return missing.Length == 0
            ? asked.Held(("count", asked.Picture.Facts.LocationsHolding.Count))
            : asked.Missing(field.FullName, ("count", missing.Length), ("locations", missing));
    }

    private static IEnumerable<GateFinding> EachDoneOrNotApplicable(RuleCase asked)
    {
        if (asked.Field() is not { } field || (!field.IsGiven && asked.IsAskedFor(field)))
        {
            yield break;
        }

        var (state, reason) = (asked.Text("state")!, asked.Text("reason")!);
        var open = field.Table.Rows.Count(r => !(r.Text(state) == "DONE" || (r.Text(state) == "NOT_APPLICABLE" && r.Has(reason))));
        var missing = Unanswered(field, asked.Text("item"));
        if (open > 0)
        {
            yield return asked.Missing(field.FullName, Name(field), ("count", open));
        }

        if (missing.Length > 0)
        {
            yield return asked.MissingAs("Items", field.FullName, Name(field), ("items", missing));
        }

        if (open == 0 && missing.Length == 0)
        {
            yield return asked.Held(Name(field));
        }
    }

    /// <summary>The choices of a column for which no complete row stands.</summary>
    private static Bilingual[] Unanswered(FieldSeen field, string? column)
    {
        var answered = field.Table.Complete.Select(r => column is null ? null : r.Text(column)).ToHashSet(StringComparer.Ordinal);
        return [.. (field.Definition.Columns?.FirstOrDefault(c => c.Code == column)?.Choices ?? []).Where(c => !answered.Contains(c.Code)).Select(c => c.Name)];
    }

    private static bool HasFigure(string? text) => text?.Any(char.IsDigit) ?? false;

    private static (string Name, object? Value) Name(FieldSeen field) => ("field", field.Definition.Name);
}
