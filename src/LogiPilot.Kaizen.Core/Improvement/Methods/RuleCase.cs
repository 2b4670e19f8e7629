using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>A field of a plan as a rule sees it: its definition, its present value and who wrote it.</summary>
public sealed record FieldSeen(string FullName, FieldDefinition Definition, JsonElement? Value, FieldVersion? Version)
{
    /// <summary>Something is written, be it unfinished; a list without items is nothing.</summary>
    public bool IsGiven => Value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value
        && (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > 0);

    public bool IsFilled => FieldValues.IsFilled(Definition, Value);

    public bool IsYes => Value is { ValueKind: JsonValueKind.True };

    /// <summary>A text or the code of a choice.</summary>
    public string? Text => Value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public TableValue Table => TableValue.Of(Definition, Value ?? default);

    public CausesValue Causes => FieldValues.Causes(Definition, Value);

    /// <summary>A choice of the field as people read it.</summary>
    public Bilingual? Choice(string? code) => Definition.Choices?.FirstOrDefault(c => c.Code == code)?.Name;
}

/// <summary>One rule of one gate, asked about one plan: reads its arguments and makes its findings.</summary>
public sealed class RuleCase(PlanPicture picture, StepDefinition step, GateRule rule)
{
    public PlanPicture Picture => picture;

    public ActionPlan Plan => picture.Plan;

    public StepDefinition Step => step;

    /// <summary>The field that an argument names; null when the argument is absent, or names none of the method.</summary>
    public FieldSeen? Field(string parameter = "field") => Text(parameter) is { } name ? See(picture, step.FullName(name)) : null;

    public IReadOnlyList<FieldSeen> Fields(string parameter) =>
        [.. Texts(parameter).Select(f => See(picture, step.FullName(f))).OfType<FieldSeen>()];

    public string? Text(string parameter) =>
        rule.With.TryGetValue(parameter, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public int Whole(string parameter, int otherwise) =>
        rule.With.TryGetValue(parameter, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : otherwise;

    public bool IsYes(string parameter) => rule.With.TryGetValue(parameter, out var value) && value.ValueKind == JsonValueKind.True;

    public ActionKind Kind(string parameter) => Enum.GetValues<ActionKind>().First(k => CheckedJson.Code(k) == Text(parameter));

    /// <summary>The kinds named; all when the argument is absent.</summary>
    public IReadOnlyList<ActionKind> Kinds() =>
        Texts("kinds") is { Count: > 0 } named
            ? [.. Enum.GetValues<ActionKind>().Where(k => named.Contains(CheckedJson.Code(k), StringComparer.Ordinal))]
            : Enum.GetValues<ActionKind>();

    /// <summary>Whether the step asks for the field anyway: then its absence is told once, by that.</summary>
    public bool IsAskedFor(FieldSeen field) => field.Definition.Required && step.Fields.Contains(field.Definition);

    public bool IsOwn(FieldSeen field) => step.Fields.Contains(field.Definition);

    public GateFinding Held(params (string Name, object? Value)[] arguments) => Make("", true, null, arguments);

    public GateFinding HeldAs(string way, params (string Name, object? Value)[] arguments) => Make(way, true, null, arguments);

    public GateFinding Missing(string? field, params (string Name, object? Value)[] arguments) => Make("", false, field, arguments);

    /// <param name="way">In which way it fails, where there are several: the end of the sentence's key.</param>
    public GateFinding MissingAs(string way, string? field, params (string Name, object? Value)[] arguments) =>
        Make(way, false, field, arguments);

    /// <summary>A finding that another rule would make in the same words.</summary>
    public GateFinding MissingFor(string other, string? field, params (string Name, object? Value)[] arguments) =>
        new(other, false, Map(arguments), field, rule.Says);

    public static FieldSeen? See(PlanPicture picture, string fullName)
    {
        if (picture.Plan.Method.Field(fullName) is not { } definition)
        {
            return null;
        }

        var version = picture.Values.GetValueOrDefault(fullName);
        return new FieldSeen(fullName, definition, version?.Value is { } json ? JsonElement.Parse(json) : null, version);
    }

    private IReadOnlyList<string> Texts(string parameter) =>
        rule.With.TryGetValue(parameter, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)]
            : [];

    private GateFinding Make(string way, bool holds, string? field, (string Name, object? Value)[] arguments) =>
        new(rule.Rule + way, holds, Map(arguments), field, rule.Says);

    private static Dictionary<string, object?> Map((string Name, object? Value)[] arguments) =>
        arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
}
