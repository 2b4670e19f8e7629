using System.Globalization;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>A row's values by canonical column, as text; bad when one of them could not be found.</summary>
internal sealed record RawRow(RowAt At, Dictionary<string, string> Values, bool IsBad);

/// <summary>Evaluates a mapping's cells on the rows of a file: columns, constants, look-ups, translations, conditions.</summary>
internal sealed class CellReader(DelimitedFile file, Func<string, DelimitedFile?> open, List<Refusal> bad)
{
    private readonly HashSet<(int Line, string Column, string Value, string? Where)> _refused = [];

    /// <summary>Whether everything that the cells name is there; what is not is refused once, not row by row.</summary>
    public bool Check(CanonicalDataset canonical, Dictionary<CanonicalColumn, Cell> cells, DatasetPart part)
    {
        var before = bad.Count;
        foreach (var missing in canonical.Columns.Where(c => c.Required && !cells.ContainsKey(c)))
        {
            bad.Add(Refusal.Invalid(missing.Name, "import.columnMissing", ("file", file.Name), ("column", missing.Name)));
        }

        foreach (var cell in cells.Values.Concat(part.Where))
        {
            Check(cell, file);
        }

        if (part.Complete && canonical.Dataset is not (Dataset.Stock or Dataset.Boms or Dataset.Sources or Dataset.Suppliers))
        {
            bad.Add(Refusal.Invalid("complete", "import.neverComplete", ("dataset", canonical.Name)));
        }

        return bad.Count == before;
    }

    /// <returns>Null when the row does not fulfil the conditions.</returns>
    public RawRow? Evaluate(
        DelimitedRow row, RowAt at, Dictionary<CanonicalColumn, Cell> cells, IReadOnlyList<Condition> conditions)
    {
        var isBad = false;
        foreach (var condition in conditions)
        {
            var value = Evaluate(condition, file, row.Values, at, condition.Column ?? "");
            if (value is not null && !Holds(condition, value))
            {
                return null;
            }

            isBad |= value is null;
        }

        var values = new Dictionary<string, string>(cells.Count, StringComparer.Ordinal);
        foreach (var (column, cell) in cells)
        {
            if (Evaluate(cell, file, row.Values, at, column.Name) is { } value)
            {
                values[column.Name] = value;
            }
            else
            {
                isBad = true;
            }
        }

        return new(at, values, isBad);
    }

    private void Check(Cell cell, DelimitedFile of)
    {
        if (cell.Column is { } column && !of.Has(column))
        {
            bad.Add(Refusal.Invalid(
                column, "import.noColumn", ("file", of.Name), ("column", column), ("columns", string.Join(", ", of.Columns))));
        }

        if (cell.Lookup is not { } lookup)
        {
            return;
        }

        if (open(lookup.File) is not { } second)
        {
            bad.Add(Refusal.Invalid("file", "import.noFile", ("file", lookup.File)));
            return;
        }

        Check(new Cell { Column = lookup.Key }, second);
        Check(lookup.Value, second);
    }

    /// <returns>Null when a look-up or translation has no answer, which is then refused; empty when there is no value.</returns>
    private string? Evaluate(Cell cell, DelimitedFile of, string[] values, RowAt at, string canonical)
    {
        var value = cell.Constant ?? (cell.Column is { } column ? of.Value(values, column) : "");
        if (cell.Lookup is { } lookup && value.Length > 0)
        {
            var second = open(lookup.File)!;
            if (second.Find(lookup.Key, value) is { } found)
            {
                if (Evaluate(lookup.Value, second, found, at, canonical) is not { } there)
                {
                    return null;
                }

                value = there;
            }
            else if (lookup.Optional)
            {
                value = "";
            }
            else
            {
                return Refuse(at, canonical, value, "lookup", ("other", lookup.File), ("key", lookup.Key));
            }
        }

        if (cell.Values is null || cell.Values.TryGetValue(value, out var translated))
        {
            return cell.Values is null ? value : cell.Values[value];
        }

        if (cell.Otherwise is null && value.Length > 0)
        {
            return Refuse(at, canonical, value, "translation", ("known", string.Join(", ", cell.Values.Keys)));
        }

        return cell.Otherwise ?? "";
    }

    /// <summary>One value that several columns look up is refused once.</summary>
    private string? Refuse(RowAt at, string canonical, string value, string reason, params (string Name, object? Value)[] more)
    {
        var refused = at.Refuse(canonical, value, reason, more);
        if (_refused.Add((at.Line, refused.Field!, value, (string?)more[0].Value)))
        {
            bad.Add(refused);
        }

        return null;
    }

    private static bool Holds(Condition condition, string value)
    {
        if (condition.Filled is { } filled && filled == (value.Length == 0))
        {
            return false;
        }

        if ((condition.In is { } among && !among.Contains(value, StringComparer.OrdinalIgnoreCase))
            || (condition.NotIn is { } outside && outside.Contains(value, StringComparer.OrdinalIgnoreCase)))
        {
            return false;
        }

        if (condition.From is null && condition.To is null)
        {
            return true;
        }

        return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && !(number < condition.From) && !(number > condition.To);
    }
}
