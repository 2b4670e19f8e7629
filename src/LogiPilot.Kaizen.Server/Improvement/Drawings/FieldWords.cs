using System.Globalization;
using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>Says the values of fields as people read them.</summary>
/// <param name="name">What a person, a place or a product is called; null when unknown.</param>
/// <param name="causes">The causes of another field of the plan, by <c>STEP.field</c>.</param>
public sealed class FieldWords(DrawingWords words, Func<FieldType, Guid, string?> name, Func<string, CausesValue?> causes)
{
    public DrawingWords Words => words;

    /// <summary>A cell of a table; null when it is empty.</summary>
    public string? Cell(FieldColumn column, TableRow row) =>
        !row.Cells.TryGetValue(column.Code, out var cell) ? null
        : column is { Type: FieldType.Choice, From: { } from } ? causes(from)?.Find(cell.GetString()!)?.Text ?? words.Of("unknown")
        : column.Type == FieldType.Number ? words.Quantity(cell.GetDecimal(), column.Unit)
        : Scalar(column.Type, column.Choices, cell);

    /// <summary>A value of a field that is one thing: text, number, choice, yes or no, day, person, place, product.</summary>
    public string? Value(FieldDefinition field, JsonElement value) => field.Type switch
    {
        FieldType.Number => Quantity.Of(field, value) is { } quantity ? words.Quantity(quantity.Value, quantity.Unit) : null,
        FieldType.People => value.ValueKind == JsonValueKind.Array
            ? string.Join(", ", value.EnumerateArray().Select(i => Scalar(FieldType.Person, null, i)))
            : null,
        FieldType.Attachments => value.ValueKind == JsonValueKind.Array ? words.Of("page.files", ("count", value.GetArrayLength())) : null,
        _ => Scalar(field.Type, field.Choices, value),
    };

    private string? Scalar(FieldType type, IReadOnlyList<FieldChoice>? choices, JsonElement value) => type switch
    {
        _ when value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined => null,
        FieldType.YesNo => words.Of(value.ValueKind == JsonValueKind.True ? "yes" : "no"),
        FieldType.Choice => choices?.FirstOrDefault(c => c.Code == value.GetString())?.Name.In(words.Language) ?? value.GetString(),
        FieldType.Date => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? words.Day(day)
            : value.GetString(),
        FieldType.Person or FieldType.Place or FieldType.Product => Guid.TryParse(value.GetString(), out var id) ? name(type, id) ?? words.Of("unknown") : null,
        _ => value.ValueKind == JsonValueKind.String ? value.GetString() : null,
    };
}
