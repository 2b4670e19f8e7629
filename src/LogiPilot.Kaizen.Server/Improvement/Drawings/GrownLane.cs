namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>
/// A branch of a tree that grows downwards: a cause stands above its first cause below, and what is beside it never stands above
/// another's causes, so that no two links run over each other.
/// </summary>
internal sealed class GrownLane
{
    public const double Numbers = 22;
    private const double Row = 18;
    private const double Trunk = 22;

    private readonly CauseLane _lane;
    private readonly List<Placed> _placed = [];
    private readonly int[] _free;

    public GrownLane(CauseLane lane)
    {
        (_lane, _free) = (lane, new int[lane.Levels]);
        foreach (var root in lane.Roots)
        {
            Place(root, 0, null, 0);
        }
    }

    public int Columns => _free.Max();

    public int Levels => _free.Length;

    /// <summary>Gives every card its place and width in the lane; answers where the lane ends.</summary>
    public double Spread(double x, double width, double mostCard, DrawingWords words)
    {
        var column = (width + FiveWhyDrawing.Gap) / Columns;
        foreach (var row in _placed.GroupBy(p => p.Depth))
        {
            var inRow = row.OrderBy(p => p.Column).ToList();
            for (var i = 0; i < inRow.Count; i++)
            {
                var columns = (i + 1 < inRow.Count ? inRow[i + 1].Column : Columns) - inRow[i].Column;
                inRow[i].X = x + (inRow[i].Column * column);
                inRow[i].Card = new CauseCard(inRow[i].Node.Cause, Math.Min((columns * column) - FiveWhyDrawing.Gap, Math.Max(mostCard, column - FiveWhyDrawing.Gap)), words);
            }
        }

        return x + width;
    }

    public double HeightAt(int depth) => _placed.Where(p => p.Depth == depth).Select(p => p.Card!.Height).DefaultIfEmpty(0).Max();

    /// <summary>Draws the lane under a height, its rows as high as given; answers where the lowest row ends.</summary>
    public double Draw(Canvas canvas, double top, IReadOnlyList<double> heights, DrawingWords words)
    {
        var heading = FiveWhyDrawing.Heading(_lane.Branch, words);
        var first = top + (heading is null ? Row : 2 + (2 * Row));
        foreach (var one in _placed)
        {
            one.Y = first + heights.Take(one.Depth).Sum(h => h + Row);
        }

        var start = _placed[0].X + Trunk;
        foreach (var one in _placed)
        {
            var from = one.Above is { } above ? (X: above.X + Trunk, Y: above.Y + heights[above.Depth]) : (X: start, Y: top);
            var bar = one.Y - (Row / 2);
            var x = one.X + Trunk;
            CauseCard.Link(
                canvas,
                x - from.X < 1 ? $"M{Canvas.N(x)} {Canvas.N(from.Y)}V{Canvas.N(one.Y)}" : $"M{Canvas.N(from.X)} {Canvas.N(bar)}H{Canvas.N(x)}V{Canvas.N(one.Y)}",
                one.Node.Cause.Verdict);
        }

        if (heading is not null)
        {
            canvas.Write(TextBlock.Fit(heading, 300, 1, 14, 11, bold: true), start + 10, top + 4);
        }

        foreach (var one in _placed)
        {
            one.Card!.Draw(canvas, one.X, one.Y, heights[one.Depth]);
        }

        return first + heights.Take(Levels).Sum(h => h + Row) - Row;
    }

    /// <summary>The numbers of the whys, beside rows that end at a height.</summary>
    public static void Number(Canvas canvas, double bottom, IReadOnlyList<double> heights)
    {
        var y = bottom - heights.Sum(h => h + Row) + Row;
        for (var depth = 0; depth < heights.Count; depth++)
        {
            var number = TextBlock.Fit($"{depth + 1}", Numbers, 1, 14, 10, bold: true);
            canvas.Write(number, 0, y + (heights[depth] / 2) - (number.Height / 2), Ink.Muted);
            y += heights[depth] + Row;
        }
    }

    private void Place(CauseNode node, int depth, Placed? above, int least)
    {
        var column = Math.Max(least, _free.Skip(depth).Take(node.Levels).Max());
        var placed = new Placed(node, depth, column, above);
        _placed.Add(placed);
        _free[depth] = column + 1;
        foreach (var below in node.Below)
        {
            Place(below, depth + 1, placed, column);
        }
    }

    private sealed record Placed(CauseNode Node, int Depth, int Column, Placed? Above)
    {
        public CauseCard? Card { get; set; }

        public double X { get; set; }

        public double Y { get; set; }
    }
}
