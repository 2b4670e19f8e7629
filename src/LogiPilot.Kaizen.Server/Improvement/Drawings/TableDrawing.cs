using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>
/// A table that is looked at as a picture: is / is not. What is and what is not stand apart by shape and ground; headings repeat on each
/// picture.
/// </summary>
public static class TableDrawing
{
    private const double Pad = 8;
    private const int MostLines = 40;

    /// <param name="named">Says persons, places, products and causes by their names.</param>
    public static IReadOnlyList<Picture> Draw(
        FieldDefinition field, TableValue table, Func<FieldColumn, TableRow, string?> named, DrawingWords words, double mostHeight = double.PositiveInfinity)
    {
        if (table.Columns.Count == 0 || table.Rows.Count == 0)
        {
            return [];
        }

        var widths = Widths(table, named);
        var heads = table.Columns.Select((c, i) => TextBlock.Fit(c.Name.In(words.Language), widths[i] - (2 * Pad) - (MarkOf(c) is null ? 0 : 18), 3, 13, 9.5, bold: true)).ToList();
        var headHeight = heads.Max(h => h.Height) + (2 * Pad) - 2;
        var (pictures, canvas, y) = (new List<Picture>(), new Canvas(), 0.0);
        foreach (var row in table.Rows)
        {
            var cells = table.Columns.Select((c, i) => TextBlock.Fit(named(c, row) ?? "—", widths[i] - (2 * Pad), MostLines, 12.5, 9.5, i == 0)).ToList();
            var high = cells.Max(c => c.Height) + (2 * Pad) - 2;
            if (y > 0 && y + high > mostHeight)
            {
                pictures.Add(Finish(canvas, field, table, words, y));
                (canvas, y) = (new Canvas(), 0);
            }

            y = y > 0 ? y : Head(canvas, table, heads, widths, headHeight);
            Row(canvas, table, cells, widths, y, high);
            y += high;
        }

        pictures.Add(Finish(canvas, field, table, words, y));
        return pictures;
    }

    private static double Head(Canvas canvas, TableValue table, List<TextBlock> heads, double[] widths, double height)
    {
        var x = 1.0;
        for (var i = 0; i < heads.Count; i++)
        {
            canvas.Box(x, 1, widths[i], height, Ground(table.Columns[i]) ?? Ink.Soft, Ink.Text, 1.5, radius: 0);
            var mark = MarkOf(table.Columns[i]);
            if (mark is { } shape)
            {
                canvas.Icon(shape, x + Pad - 2, Pad + 1, shape == Mark.Check ? Ink.Ok : Ink.Muted);
            }

            canvas.Write(heads[i], x + Pad + (mark is null ? 0 : 16), Pad);
            x += widths[i];
        }

        return height + 1;
    }

    private static void Row(Canvas canvas, TableValue table, List<TextBlock> cells, double[] widths, double y, double height)
    {
        var x = 1.0;
        for (var i = 0; i < cells.Count; i++)
        {
            canvas.Box(x, y, widths[i], height, Ground(table.Columns[i]) ?? Ink.Paper, Ink.Edge, 1, radius: 0);
            canvas.Write(cells[i], x + Pad, y + Pad - 1);
            x += widths[i];
        }
    }

    /// <summary>Each column gets room by what it says, none less than half its share.</summary>
    private static double[] Widths(TableValue table, Func<FieldColumn, TableRow, string?> named)
    {
        var share = (Frame.Width - 2) / table.Columns.Count;
        var wishes = table.Columns.Select(c => Math.Clamp(table.Rows.Average(r => (double)(named(c, r) ?? "").Length), 14, 120)).ToList();
        var rest = (Frame.Width - 2) - (table.Columns.Count * share * 0.6);
        return [.. wishes.Select(w => (share * 0.6) + (rest * w / wishes.Sum()))];
    }

    private static Mark? MarkOf(FieldColumn column) => column.Code switch { "is" => Mark.Check, "isNot" => Mark.Cross, _ => null };

    private static string? Ground(FieldColumn column) => column.Code switch { "is" => Ink.OkTint, "isNot" => Ink.Soft, _ => null };

    private static Picture Finish(Canvas canvas, FieldDefinition field, TableValue table, DrawingWords words, double height) =>
        canvas.Finish(field.Name.In(words.Language), words.Of("drawing.rows", ("count", table.Rows.Count)), Frame.Width, height + 2);
}
