namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>What a field of a step holds; how each is written as JSON is said in <c>docs/methods-file.md</c>.</summary>
public enum FieldType
{
    Text,
    Number,
    Choice,
    YesNo,
    Date,
    Person,
    People,
    Place,
    Product,
    Table,
    Tree,
    Ishikawa,
    Qqoqccp,
    Risks,
    Pareto,
    Attachments,
}

public sealed record FieldChoice(string Code, Bilingual Name);

/// <summary>
/// A column of a table: one scalar in each row. <paramref name="From"/>, on a choice, names the tree or Ishikawa (<c>D4.whys</c>) whose
/// causes are the choices: the value is then the id of a cause.
/// </summary>
public sealed record FieldColumn(
    string Code,
    Bilingual Name,
    FieldType Type,
    IReadOnlyList<FieldChoice>? Choices = null,
    string? Unit = null,
    bool Required = false,
    string? From = null);

/// <summary>
/// A field of a step. <paramref name="Drawing"/> names the picture of a table that has one (<c>IS_IS_NOT</c>, <c>SIPOC</c>,
/// <c>COMPARISON</c>); the other analyses are drawn by their type.
/// <paramref name="Example"/>: how a case of the method fills it, in words.
/// <paramref name="HasEscape"/>, of a tree: beside why it happened it asks why it was not seen.
/// </summary>
public sealed record FieldDefinition(
    string Code,
    Bilingual Name,
    FieldType Type,
    Bilingual? Hint = null,
    bool Required = false,
    string? Unit = null,
    IReadOnlyList<FieldChoice>? Choices = null,
    IReadOnlyList<FieldColumn>? Columns = null,
    string? Drawing = null,
    Bilingual? Example = null,
    bool HasEscape = false);
