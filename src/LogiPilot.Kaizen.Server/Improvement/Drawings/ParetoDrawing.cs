using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>Bars from the most to the least, the cumulated share above them and the line of 80 %; what makes up the 80 % is darker.</summary>
public static class ParetoDrawing
{
    private const int MostBars = 12;
    private const double High = 220;
    private const double Top = 30;
    private const double Left = 44;
    private const double Right = 52;

    public static Picture Draw(ParetoValue pareto, DrawingWords words)
    {
        var canvas = new Canvas();
        var title = $"{words.Of("drawing.pareto.title")}, {words.Of("drawing.period", ("from", words.Day(pareto.From)), ("to", words.Day(pareto.To)))}";
        var rows = pareto.Rows.OrderByDescending(r => r.Count).ToList();
        var total = rows.Sum(r => r.Count);
        if (total <= 0)
        {
            canvas.Write(TextBlock.Fit(words.Of("drawing.pareto.none"), Frame.Width - 20), 10, 10, Ink.Muted);
            return canvas.Finish(title, words.Of("drawing.pareto.none"), Frame.Width, 40);
        }

        var isWhole = rows.Count <= MostBars;
        if (!isWhole)
        {
            var others = rows.Skip(MostBars - 1).ToList();
            rows = [.. rows.Take(MostBars - 1), new ParetoRow(words.Of("drawing.others", ("count", others.Count)), others.Sum(r => r.Count))];
        }

        var heading = TextBlock.Fit(title, Frame.Width, 1, 13, 10, bold: true);
        canvas.Write(heading, 0, 0);
        var room = (Frame.Width - Left - Right) / rows.Count;
        var floor = Top + 14 + High;
        double Y(decimal share) => floor - (double)(share / 100m) * High;
        Scale(canvas, total, Y, words);
        var (cumulated, path, lowest) = (0m, "", floor);
        for (var i = 0; i < rows.Count; i++)
        {
            var (middle, width) = (Left + ((i + 0.5) * room), Math.Min(64, room * 0.7));
            var share = 100 * rows[i].Count / total;
            canvas.Box(middle - (width / 2), Y(share), width, floor - Y(share), cumulated < 80 ? Ink.Bar : "#b8c2ce", Ink.Text, 1, radius: 2);
            cumulated += share;
            path += $"{(i == 0 ? "M" : "L")}{Canvas.N(middle)} {Canvas.N(Y(cumulated))}";
            var label = TextBlock.Fit(rows[i].Label, room - 6, 4, 12, 8.5);
            canvas.Write(label, middle, floor + 6, anchor: "middle");
            lowest = Math.Max(lowest, floor + 6 + label.Height);
        }

        canvas.Path(path, Ink.Stop, 2.2);
        cumulated = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            cumulated += 100 * rows[i].Count / total;
            var middle = Left + ((i + 0.5) * room);
            canvas.Box(middle - 3, Y(cumulated) - 3, 6, 6, Ink.Paper, Ink.Stop, 2, radius: 3);
            var count = TextBlock.Fit(words.Number(rows[i].Count), room, 1, 12.5, 9, bold: true);
            var top = Y(100 * rows[i].Count / total);
            var (x, y) = (middle, floor - top < 22 ? top - 19 : floor - 18);
            canvas.Box(x - (count.Width / 2) - 3, y, count.Width + 6, 16, Ink.Paper, radius: 3);
            canvas.Write(count, x, y, anchor: "middle");
        }

        var told = string.Join(" ; ", rows.Select(r => $"{r.Label} {words.Number(r.Count)}"));
        return canvas.Finish(title, told, Frame.Width, lowest + 4, isWhole);
    }

    private static void Scale(Canvas canvas, decimal total, Func<decimal, double> y, DrawingWords words)
    {
        foreach (var share in (decimal[])[0, 20, 40, 60, 80, 100])
        {
            var isLimit = share == 80;
            canvas.Line(Left, y(share), Frame.Width - Right, y(share), isLimit ? Ink.Stop : Ink.Line, isLimit ? 1.6 : 1, isLimit ? "7 4" : null);
            var percent = TextBlock.Fit(words.Percent(share), Right, 1, 12, 9, bold: isLimit);
            canvas.Write(percent, Frame.Width - Right + 6, y(share) - 8, isLimit ? Ink.Stop : Ink.Muted);
            var count = TextBlock.Fit(words.Number(decimal.Round(total * share / 100, total < 10 ? 1 : 0)), Left - 6, 1, 12, 8);
            canvas.Write(count, Left - 6, y(share) - 8, Ink.Muted, "end");
        }
    }
}
