using System.Text.Json;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>A row of a table: its cells as scalars of JSON, those that are filled.</summary>
public sealed record TableRow(string? Id, IReadOnlyDictionary<string, JsonElement> Cells)
{
    public bool Has(string column) => Cells.ContainsKey(column);

    /// <summary>A text, a code or an id as it is written; null for what is none.</summary>
    public string? Text(string column) =>
        Cells.TryGetValue(column, out var cell) && cell.ValueKind == JsonValueKind.String ? cell.GetString() : null;

    public bool IsYes(string column) => Cells.TryGetValue(column, out var cell) && cell.ValueKind == JsonValueKind.True;

    public Guid? IdIn(string column) => Guid.TryParseExact(Text(column), "D", out var id) ? id : null;
}

/// <summary>The rows of a table, is/is-not pairs among them.</summary>
public sealed record TableValue(IReadOnlyList<FieldColumn> Columns, IReadOnlyList<TableRow> Rows)
{
    private static readonly string[] Keys = ["id"];

    /// <summary>The rows in which every compulsory column is filled.</summary>
    public IReadOnlyList<TableRow> Complete => [.. Rows.Where(r => Columns.All(c => !c.Required || r.Has(c.Code)))];

    public static TableValue Of(FieldDefinition field, JsonElement value) => Read(new CheckedJson().Root(value), field);

    internal static TableValue Read(JsonPart value, FieldDefinition field)
    {
        var (columns, rows) = (field.Columns ?? [], new List<TableRow>());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in value.Items(FieldValues.MostItems))
        {
            if (!item.HasOnly([.. Keys, .. columns.Select(c => c.Code)]))
            {
                continue;
            }

            var id = item.Part("id").Text();
            if (id is not null && !ids.Add(id))
            {
                item.Part("id").Note("valueTwice", ("given", id));
            }

            var cells = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var column in columns)
            {
                var cell = item.Part(column.Code);
                if (IsFilled(cell, column) && cell.Element is { } element)
                {
                    cells[column.Code] = element;
                }
            }

            rows.Add(new TableRow(id, cells));
        }

        return new TableValue(columns, rows);
    }

    private static bool IsFilled(JsonPart cell, FieldColumn column) => column.Type switch
    {
        FieldType.Number => cell.Number() is not null,
        FieldType.YesNo => cell.YesNo() is not null,
        FieldType.Date => cell.Date() is not null,
        FieldType.Person or FieldType.Place or FieldType.Product => cell.Id() is not null,
        FieldType.Choice when column.From is null => cell.OneOf([.. (column.Choices ?? []).Select(c => c.Code)]) is not null,
        _ => cell.Text() is not null,
    };
}
