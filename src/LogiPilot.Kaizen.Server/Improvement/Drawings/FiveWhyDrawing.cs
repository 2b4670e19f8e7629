using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>
/// The 5-Why tree. A small one grows downwards, its branches side by side or one under the other; a large one to the right, and goes on
/// in further pictures where a page is not high enough.
/// </summary>
public static class FiveWhyDrawing
{
    internal const double Gap = 8;
    internal const double Between = 16;
    private const double Least = 118;
    private const double MostCard = 330;

    /// <param name="problem">What the first why asks about.</param>
    /// <param name="mostHeight">The height of a page; more goes into further pictures.</param>
    public static IReadOnlyList<Picture> Draw(CausesValue tree, string? problem, DrawingWords words, double mostHeight = double.PositiveInfinity)
    {
        var lanes = CauseLane.Of(tree);
        if (lanes.Count == 0)
        {
            return [];
        }

        var grown = lanes.Select(l => new GrownLane(l)).ToList();
        var inside = Frame.Width - GrownLane.Numbers;
        List<IReadOnlyList<GrownLane>>? rows = (grown.Sum(l => l.Columns) * (Least + Gap)) + ((grown.Count - 1) * Between) <= inside
            ? [grown]
            : grown.TrueForAll(l => l.Columns * (Least + Gap) <= inside) ? [.. grown.Select(l => (IReadOnlyList<GrownLane>)[l])] : null;
        if (rows is not null && Downwards(rows, tree, problem, words) is { } picture && picture.Height <= mostHeight)
        {
            return [picture];
        }

        return Rightwards(lanes, tree, problem, words, mostHeight);
    }

    internal static string? Heading(CauseBranch? branch, DrawingWords words) =>
        branch is { } named ? words.Word("methods.branch", named) : null;

    private static Picture Downwards(List<IReadOnlyList<GrownLane>> rows, CausesValue tree, string? problem, DrawingWords words)
    {
        var canvas = new Canvas();
        var y = Problem(canvas, problem, words, GrownLane.Numbers, Frame.Width - GrownLane.Numbers);
        foreach (var lanes in rows)
        {
            var wide = Frame.Width - LyingTree.Edge - GrownLane.Numbers - ((lanes.Count - 1) * Between);
            var (x, columns) = (GrownLane.Numbers, lanes.Sum(l => l.Columns));
            foreach (var lane in lanes)
            {
                x = lane.Spread(x, wide * lane.Columns / columns, MostCard, words) + Between;
            }

            var heights = Enumerable.Range(0, lanes.Max(l => l.Levels)).Select(depth => lanes.Max(l => l.HeightAt(depth))).ToList();
            y = lanes.Max(lane => lane.Draw(canvas, y, heights, words));
            GrownLane.Number(canvas, y, heights);
        }

        return Finish(canvas, tree, words, Frame.Width, y);
    }

    private static List<Picture> Rightwards(IReadOnlyList<CauseLane> lanes, CausesValue tree, string? problem, DrawingWords words, double mostHeight)
    {
        var levels = lanes.Max(l => l.Levels);
        var card = Math.Clamp((Frame.Width - (2 * LyingTree.Edge) - ((levels - 1) * LyingTree.Step)) / levels, Least, MostCard);
        var wide = Math.Max(Frame.Width, (levels * card) + ((levels - 1) * LyingTree.Step) + (2 * LyingTree.Edge));
        var lying = new LyingTree(tree.Causes.DistinctBy(c => c.Id, StringComparer.Ordinal).ToDictionary(c => c.Id, c => new CauseCard(c, card, words), StringComparer.Ordinal), words);
        var head = TextBlock.Fit(problem, wide - 18, 4, bold: true).Height + 40;
        var pictures = new List<Picture>();
        foreach (var part in lying.Pages(lanes, mostHeight - head))
        {
            var canvas = new Canvas();
            var y = Problem(canvas, problem, words, 0, wide);
            foreach (var lane in part)
            {
                y = lying.Draw(canvas, lane, y);
            }

            pictures.Add(Finish(canvas, tree, words, wide, y));
        }

        return pictures;
    }

    private static double Problem(Canvas canvas, string? problem, DrawingWords words, double x, double width)
    {
        var said = TextBlock.Fit(problem ?? words.Of("drawing.tree.problem"), width - 18, mostLines: 4, size: 14, bold: true);
        canvas.Box(x + 1, 1, width - 2, said.Height + 14, Ink.Paper, Ink.Text);
        canvas.Write(said, x + 9, 8);
        return said.Height + 15;
    }

    private static Picture Finish(Canvas canvas, CausesValue tree, DrawingWords words, double width, double height)
    {
        var roots = string.Join(" ; ", tree.Kept.Select(c => c.Text));
        return canvas.Finish(
            words.Of("drawing.tree.title"),
            words.Of(
                "drawing.causes", ("causes", tree.Causes.Count), ("verified", tree.Causes.Count(c => c.Verdict == CauseVerdict.Verified)),
                ("refuted", tree.Causes.Count(c => c.Verdict == CauseVerdict.Refuted)))
                + (roots.Length > 0 ? $" {words.Said("methods.rootCause")}{words.Colon}{roots}." : ""),
            width,
            height + 2);
    }
}
