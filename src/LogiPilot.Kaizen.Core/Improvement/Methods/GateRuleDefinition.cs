namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>What an argument of a rule names.</summary>
public enum RuleParameterType
{
    /// <summary>A field, of the rule's own step (<c>whys</c>) or of another (<c>D4.whys</c>).</summary>
    Field,
    Fields,
    Step,
    Whole,
    Kind,
    Kinds,
    Branch,

    /// <summary>A column of the table that the parameter <see cref="RuleParameter.Of"/> names.</summary>
    Column,

    /// <summary>A choice of the field that the parameter <see cref="RuleParameter.Of"/> names.</summary>
    Choice,
    YesNo,
}

/// <summary>An argument that a rule takes in a method's file. <paramref name="Fields"/>: the types of field that it may name; null: any.</summary>
public sealed record RuleParameter(
    string Name, RuleParameterType Type, bool Required = true, IReadOnlyList<FieldType>? Fields = null, string Of = "field");

/// <summary>A rule that a gate may name: its arguments, and the predicate over a plan. One finding for each thing that it looks at.</summary>
public sealed record GateRuleDefinition(
    string Name, IReadOnlyList<RuleParameter> Parameters, Func<RuleCase, IEnumerable<GateFinding>> Check);
