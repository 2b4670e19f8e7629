namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>A tree that grows to the right: one column for each why, what is below a cause beside it.</summary>
internal sealed class LyingTree(IReadOnlyDictionary<string, CauseCard> cards, DrawingWords words)
{
    public const double Step = 20;
    private const double Gap = 8;
    private const double Hook = 20;
    private const double Heading = 26;

    /// <summary>Room for the frame of a card at the edge of the picture.</summary>
    public const double Edge = 2;

    /// <summary>The branches cut into parts that each fit a height; what stands above the parts is repeated in each.</summary>
    public IEnumerable<IReadOnlyList<CauseLane>> Pages(IReadOnlyList<CauseLane> lanes, double mostHeight)
    {
        var leaves = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in lanes.SelectMany(l => l.Roots).SelectMany(r => r.Leaves))
        {
            if (leaves.Count > 0 && Height(Towards(lanes, [.. leaves, leaf.Id])) > mostHeight)
            {
                yield return Towards(lanes, leaves);
                leaves = new HashSet<string>(StringComparer.Ordinal);
            }

            leaves.Add(leaf.Id);
        }

        yield return Towards(lanes, leaves);
    }

    /// <summary>Draws a branch under a height and answers where it ends.</summary>
    public double Draw(Canvas canvas, CauseLane lane, double top)
    {
        var y = top + Gap;
        if (FiveWhyDrawing.Heading(lane.Branch, words) is { } heading)
        {
            canvas.Write(TextBlock.Fit(heading, 400, 1, 14, 11, bold: true), 2, y + 2);
            y += Heading;
        }

        foreach (var root in lane.Roots)
        {
            Draw(canvas, root, Edge, y);
            y += Height(root) + Gap;
        }

        return y;
    }

    private void Draw(Canvas canvas, CauseNode node, double x, double y)
    {
        var card = cards[node.Cause.Id];
        var (at, beside) = (y, x + card.Width + Step);
        foreach (var below in node.Below)
        {
            var (from, to) = (y + Hook, at + Hook);
            var bar = x + card.Width + (Step / 2);
            CauseCard.Link(
                canvas,
                $"M{Canvas.N(x + card.Width)} {Canvas.N(from)}H{Canvas.N(bar)}V{Canvas.N(to)}H{Canvas.N(beside)}",
                below.Cause.Verdict);
            Draw(canvas, below, beside, at);
            at += Height(below) + Gap;
        }

        card.Draw(canvas, x, y, card.Height);
    }

    private double Height(CauseNode node) =>
        Math.Max(cards[node.Cause.Id].Height, node.Below.Sum(b => Height(b) + Gap) - Gap);

    private double Height(IReadOnlyList<CauseLane> lanes) =>
        lanes.Sum(l => Gap + (l.Branch is null ? 0 : Heading) + l.Roots.Sum(r => Height(r) + Gap));

    private static List<CauseLane> Towards(IReadOnlyList<CauseLane> lanes, HashSet<string> leaves) =>
        [.. lanes.Select(l => l with { Roots = [.. l.Roots.Select(r => r.Towards(leaves)).OfType<CauseNode>()] }).Where(l => l.Roots.Count > 0)];
}
