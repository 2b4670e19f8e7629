using System.Text.Json;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>
/// The one place that knows how the value of each type of field is written as JSON. A value may be incomplete, never malformed: what is
/// still missing is the gate's business. Null empties a field.
/// </summary>
public static class FieldValues
{
    /// <summary>Rows of a table, persons, attachments.</summary>
    public const int MostItems = 500;

    /// <summary>Everything that is wrong with a value at once, each with its path; null when it can be kept.</summary>
    /// <param name="path">Where the value stands in what was sent, <c>fields[2].value</c>.</param>
    public static Refusal? Check(FieldDefinition field, JsonElement value, string path = "value")
    {
        var reading = new CheckedJson();
        Read(field, reading.Root(value, path));
        return reading.Refusal;
    }

    /// <summary>Whether the field is answered; of a grid or a table, in every part.</summary>
    public static bool IsFilled(FieldDefinition field, JsonElement? value) =>
        value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given && Read(field, new CheckedJson().Root(given));

    /// <summary>The parts of a QQOQCCP or a risk grid that are not answered yet, by their names in JSON; none of other fields.</summary>
    public static IReadOnlyList<string> MissingParts(FieldDefinition field, JsonElement? value) => field.Type switch
    {
        FieldType.Qqoqccp => (value is { } given ? QqoqccpValue.Of(given) : new QqoqccpValue(new Dictionary<string, string>(StringComparer.Ordinal))).Missing,
        FieldType.Risks => (value is { } given ? RisksValue.Of(given) : new RisksValue(new Dictionary<string, Risk>(StringComparer.Ordinal))).Missing,
        _ => [],
    };

    /// <summary>The causes of a tree or an Ishikawa; none where there is no value.</summary>
    public static CausesValue Causes(FieldDefinition field, JsonElement? value) =>
        field.Type == FieldType.Tree ? CausesValue.Tree(value ?? default) : CausesValue.Ishikawa(value ?? default);

    /// <summary>Reads the value to its end, noting what is wrong, and answers whether it says everything that is asked.</summary>
    private static bool Read(FieldDefinition field, JsonPart value)
    {
        switch (field.Type)
        {
            case FieldType.Text:
                return value.Text() is not null;
            case FieldType.Number:
                return Quantity.Read(value, field.Unit) is not null;
            case FieldType.Choice:
                return value.OneOf([.. (field.Choices ?? []).Select(c => c.Code)]) is not null;
            case FieldType.YesNo:
                return value.YesNo() is not null;
            case FieldType.Date:
                return value.Date() is not null;
            case FieldType.Person or FieldType.Place or FieldType.Product:
                return value.Id() is not null;
            case FieldType.People or FieldType.Attachments:
                return Ids(value);
            case FieldType.Table:
                var table = TableValue.Read(value, field);
                return table.Rows.Count > 0 && table.Complete.Count == table.Rows.Count;
            case FieldType.Tree or FieldType.Ishikawa:
                return CausesValue.Read(value, field.Type == FieldType.Tree).Causes.Any(c => c.Text is not null);
            case FieldType.Qqoqccp:
                return QqoqccpValue.Read(value).Missing.Count == 0;
            case FieldType.Risks:
                return RisksValue.Read(value).Missing.Count == 0;
            case FieldType.Pareto:
                return ParetoValue.Read(value) is not null;
            default:
                throw new InvalidOperationException($"No value is known for {field.Type}.");
        }
    }

    private static bool Ids(JsonPart value)
    {
        var ids = new HashSet<Guid>();
        foreach (var item in value.Items(MostItems))
        {
            if (item.Id() is { } id && !ids.Add(id))
            {
                item.Note("valueTwice", ("given", id.ToString()));
            }
        }

        return ids.Count > 0;
    }
}
