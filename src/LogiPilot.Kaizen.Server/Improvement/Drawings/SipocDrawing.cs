using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>
/// A SIPOC: suppliers, inputs, process, outputs and customers as five columns whose heads point on to the next; the steps of the process follow
/// each other. What does not fit a page goes on upon the next, under the same heads.
/// </summary>
public static class SipocDrawing
{
    private const double Gap = 8;
    private const double Point = 14;
    private const double Pad = 8;
    private const double Between = 14;

    /// <summary>The column whose boxes are steps, one after the other.</summary>
    private const string Steps = "PROCESS";

    public static IReadOnlyList<Picture> Draw(FieldDefinition field, TableValue table, DrawingWords words, double mostHeight = double.PositiveInfinity)
    {
        var parts = table.Columns.FirstOrDefault(c => c.Code == "part")?.Choices ?? [];
        if (parts.Count == 0 || table.Rows.Count == 0)
        {
            return [];
        }

        var width = (Frame.Width - 2 - (Gap * (parts.Count - 1))) / parts.Count;
        var heads = parts.Select(p => TextBlock.Fit(p.Name.In(words.Language), width - (2 * Point), 2, 13, 9, bold: true)).ToList();
        var head = heads.Max(h => h.Height) + 14;
        var waiting = parts.Select(p => new Queue<TextBlock>(
            table.Rows.Where(r => r.Text("part") == p.Code).Select(r => TextBlock.Fit(r.Text("what") ?? "—", width - (2 * Pad), size: 12.5, smallest: 10)))).ToList();
        var pictures = new List<Picture>();
        do
        {
            var canvas = new Canvas();
            var bottom = head;
            for (var i = 0; i < parts.Count; i++)
            {
                var x = 1 + (i * (width + Gap));
                Head(canvas, heads[i], x, width, head, parts[i].Code == Steps, i == parts.Count - 1);
                bottom = Math.Max(bottom, Column(canvas, waiting[i], x, width, head, mostHeight, parts[i].Code == Steps));
            }

            pictures.Add(canvas.Finish(field.Name.In(words.Language), Told(parts, table, words), Frame.Width, bottom + 2));
        }
        while (waiting.Any(w => w.Count > 0));
        return pictures;
    }

    /// <summary>An arrow that points to the next column, where there is one.</summary>
    private static void Head(Canvas canvas, TextBlock text, double x, double width, double height, bool isProcess, bool isLast)
    {
        var (left, right, low) = (Canvas.N(x), Canvas.N(x + width - (isLast ? 0 : Point)), Canvas.N(height - 1));
        canvas.Path(
            $"M{left} 1L{right} 1{(isLast ? "" : $"L{Canvas.N(x + width + 2)} {Canvas.N(height / 2)}")}L{right} {low}L{left} {low}Z", Ink.Text, 1.5, fill: isProcess ? Ink.Text : Ink.Soft);
        canvas.Write(text, x + ((width - 4) / 2), ((height - text.Height) / 2) - 1, isProcess ? Ink.Paper : Ink.Text, "middle");
    }

    private static double Column(Canvas canvas, Queue<TextBlock> waiting, double x, double width, double y, double mostHeight, bool isProcess)
    {
        var (at, isFirst) = (y + Gap, true);
        while (waiting.TryPeek(out var text) && (isFirst || at + text.Height + (2 * Pad) <= mostHeight))
        {
            var high = text.Height + (2 * Pad) - 2;
            if (isProcess && !isFirst)
            {
                var middle = x + (width / 2);
                canvas.Line(middle, at - Between + 1, middle, at - 2, Ink.Text, 1.8);
                canvas.Path($"M{Canvas.N(middle - 4)} {Canvas.N(at - 6)}L{Canvas.N(middle)} {Canvas.N(at - 1.5)}L{Canvas.N(middle + 4)} {Canvas.N(at - 6)}", Ink.Text, 1.8);
            }

            canvas.Box(x, at, width, high, Ink.Paper, isProcess ? Ink.Text : Ink.Edge, isProcess ? 2 : 1.2, radius: isProcess ? 8 : 3);
            canvas.Write(waiting.Dequeue(), x + Pad, at + Pad - 2);
            at += high + (isProcess ? Between : Gap);
            isFirst = false;
        }

        return at - (isProcess ? Between : Gap);
    }

    private static string Told(IReadOnlyList<FieldChoice> parts, TableValue table, DrawingWords words) => string.Join(
        " ; ", parts.Select(p => p.Name.In(words.Language) + words.Colon + string.Join(", ", table.Rows.Where(r => r.Text("part") == p.Code).Select(r => r.Text("what")))));
}
