using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>
/// The bad part beside the good one, point by point, with what differs between them below: the bad side is dashed and crossed, the good one
/// ticked, so that they stay apart without colour.
/// </summary>
public static class ComparisonDrawing
{
    private const double Pad = 9;
    private const double Gap = 26;
    private const double Between = 12;
    private const double Icon = 18;

    public static IReadOnlyList<Picture> Draw(FieldDefinition field, TableValue table, DrawingWords words, double mostHeight = double.PositiveInfinity)
    {
        var half = (Frame.Width - 2 - Gap) / 2;
        string Name(string code) => table.Columns.FirstOrDefault(c => c.Code == code)?.Name.In(words.Language) ?? "";
        var (bad, good) = (TextBlock.Fit(Name("bad"), half - Icon - 4, 2, 14, 10, bold: true), TextBlock.Fit(Name("good"), half - Icon - 4, 2, 14, 10, bold: true));
        var head = Math.Max(bad.Height, good.Height) + 8;
        var (pictures, canvas, y) = (new List<Picture>(), new Canvas(), 0.0);
        foreach (var pair in table.Rows.Select(r => new Pair(r, half, Name("difference") + words.Colon)))
        {
            if (y > 0 && y + pair.Height > mostHeight)
            {
                pictures.Add(Finish(canvas, field, table, words, y));
                (canvas, y) = (new Canvas(), 0);
            }

            if (y <= 0)
            {
                canvas.Icon(Mark.Cross, 1, 2, Ink.Stop);
                canvas.Write(bad, 1 + Icon, 0, Ink.Stop);
                canvas.Icon(Mark.Check, 1 + half + Gap, 2, Ink.Ok);
                canvas.Write(good, 1 + half + Gap + Icon, 0, Ink.Ok);
                y = head;
            }

            pair.Draw(canvas, half, y);
            y += pair.Height + Between;
        }

        if (y > 0)
        {
            pictures.Add(Finish(canvas, field, table, words, y));
        }

        return pictures;
    }

    private static Picture Finish(Canvas canvas, FieldDefinition field, TableValue table, DrawingWords words, double height) =>
        canvas.Finish(field.Name.In(words.Language), words.Of("drawing.rows", ("count", table.Rows.Count)), Frame.Width, height - Between + 2);

    private sealed class Pair(TableRow row, double half, string differs)
    {
        private readonly TextBlock _point = TextBlock.Fit(row.Text("point") ?? "—", Frame.Width - 2, 2, 13, 10, bold: true);
        private readonly TextBlock _bad = Said(row, "bad", half);
        private readonly TextBlock _good = Said(row, "good", half);
        private readonly TextBlock _difference = TextBlock.Fit(differs + (row.Text("difference") ?? "—"), Frame.Width - 2 - (2 * Pad), size: 12.5, smallest: 10);

        public double Height => _point.Height + 4 + Side + 6 + _difference.Height + 8;

        private bool IsSame => string.Equals(row.Text("bad")?.Trim(), row.Text("good")?.Trim(), StringComparison.OrdinalIgnoreCase);

        private double Side => Math.Max(_bad.Height, _good.Height) + (2 * Pad) - 2;

        public void Draw(Canvas canvas, double width, double y)
        {
            canvas.Write(_point, 1, y);
            y += _point.Height + 4;
            canvas.Box(1, y, width, Side, Ink.Paper, Ink.Stop, 1.6, "6 4");
            canvas.Write(_bad, 1 + Pad, y + Pad - 2);
            canvas.Box(1 + width + Gap, y, width, Side, Ink.OkTint, Ink.Ok, 1.6);
            canvas.Write(_good, 1 + width + Gap + Pad, y + Pad - 2);
            var (middle, centre) = (y + (Side / 2), 1 + width + (Gap / 2));
            canvas.Path($"M{Canvas.N(centre - 6)} {Canvas.N(middle - 3)}h12m-12 6h12" + (IsSame ? "" : $"M{Canvas.N(centre + 4)} {Canvas.N(middle - 8)}l-8 16"), Ink.Text, 2);
            y += Side + 6;
            canvas.Box(1, y, Frame.Width - 2, _difference.Height + 8, Ink.LowTint, Ink.Low, 1.2, radius: 4);
            canvas.Write(_difference, 1 + Pad, y + 3);
        }

        private static TextBlock Said(TableRow row, string column, double half) => TextBlock.Fit(row.Text(column) ?? "—", half - (2 * Pad));
    }
}
