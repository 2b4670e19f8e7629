using System.Text.Json;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>A number with its unit; the field's own unit where it has one.</summary>
public sealed record Quantity(decimal Value, string? Unit)
{
    public static Quantity? Of(FieldDefinition field, JsonElement value) => Read(new CheckedJson().Root(value), field.Unit);

    internal static Quantity? Read(JsonPart part, string? expected)
    {
        if (!part.HasOnly("value", "unit"))
        {
            return null;
        }

        var (value, unit) = (part.Part("value").Number(), part.Part("unit").Text(20));
        if (!part.Part("value").IsGiven)
        {
            part.Note("valueMissing", ("part", "value"));
        }

        if (expected is not null && unit is not null && unit != expected)
        {
            part.Part("unit").Note("valueUnit", ("unit", expected));
        }

        if (expected is null && unit is null)
        {
            part.Note("valueMissing", ("part", "unit"));
        }

        return value is { } number ? new Quantity(number, unit ?? expected) : null;
    }
}

/// <summary>Qui, quoi, où, quand, comment, combien, pourquoi: what was answered of the seven, in the order of the questions.</summary>
public sealed record QqoqccpValue(IReadOnlyDictionary<string, string> Answers)
{
    public static readonly IReadOnlyList<string> Questions = ["who", "what", "where", "when", "how", "howMuch", "why"];

    /// <summary>The questions without an answer.</summary>
    public IReadOnlyList<string> Missing => [.. Questions.Where(q => !Answers.ContainsKey(q))];

    public static QqoqccpValue Of(JsonElement value) => Read(new CheckedJson().Root(value));

    internal static QqoqccpValue Read(JsonPart part)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (part.HasOnly([.. Questions]))
        {
            foreach (var question in Questions)
            {
                if (part.Part(question).Text() is { } answer)
                {
                    answers[question] = answer;
                }
            }
        }

        return new QqoqccpValue(answers);
    }
}

/// <summary>A risk from 1 (none to speak of) to 5 (grave), with the reason of the score.</summary>
public sealed record Risk(int? Score, string? Reason)
{
    public bool IsGiven => Score is not null && Reason is not null;
}

/// <summary>The risk grid: cost, delay, safety, environment.</summary>
public sealed record RisksValue(IReadOnlyDictionary<string, Risk> Risks)
{
    public static readonly IReadOnlyList<string> Sides = ["cost", "delay", "safety", "environment"];

    public IReadOnlyList<string> Missing => [.. Sides.Where(s => Risks.GetValueOrDefault(s) is not { IsGiven: true })];

    public static RisksValue Of(JsonElement value) => Read(new CheckedJson().Root(value));

    internal static RisksValue Read(JsonPart part)
    {
        var risks = new Dictionary<string, Risk>(StringComparer.Ordinal);
        if (part.HasOnly([.. Sides]))
        {
            foreach (var side in Sides.Select(s => (Name: s, Part: part.Part(s))).Where(s => s.Part.HasOnly("score", "reason")))
            {
                risks[side.Name] = new Risk(side.Part.Part("score").Whole(1, 5), side.Part.Part("reason").Text());
            }
        }

        return new RisksValue(risks);
    }
}

/// <summary>What a Pareto counts by.</summary>
public enum ParetoGroup
{
    Kind,
    Product,
    Place,
    Cause,
}

public sealed record ParetoRow(string Label, decimal Count);

/// <summary>A Pareto of the plant's alerts over days, both ends included; the rows are filled when it is saved, most first.</summary>
public sealed record ParetoValue(ParetoGroup GroupBy, DateOnly From, DateOnly To, IReadOnlyList<ParetoRow> Rows)
{
    public static ParetoValue? Of(JsonElement value) => Read(new CheckedJson().Root(value));

    internal static ParetoValue? Read(JsonPart part)
    {
        if (!part.HasOnly("groupBy", "from", "to", "rows"))
        {
            return null;
        }

        foreach (var name in ((string[])["groupBy", "from", "to"]).Where(n => !part.Part(n).IsGiven))
        {
            part.Note("valueMissing", ("part", name));
        }

        var (group, from, to) = (part.Part("groupBy").One<ParetoGroup>(), part.Part("from").Date(), part.Part("to").Date());
        if (from > to)
        {
            part.Part("to").Note("valuePeriod");
        }

        var rows = new List<ParetoRow>();
        foreach (var row in part.Part("rows").Items(FieldValues.MostItems).Where(r => r.HasOnly("label", "count")))
        {
            rows.Add(new ParetoRow(row.Part("label").Text() ?? "", row.Part("count").Number() ?? 0));
        }

        return group is { } by && from is { } first && to is { } last ? new ParetoValue(by, first, last, rows) : null;
    }
}
