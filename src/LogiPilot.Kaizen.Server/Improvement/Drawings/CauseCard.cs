using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>A cause as a card: its text, and its verdict by icon, word and colour; a root cause is framed and tinted.</summary>
internal sealed class CauseCard
{
    private const double Pad = 9;
    private const double IconWidth = 18;
    private const double Gap = 5;

    private readonly Cause _cause;
    private readonly TextBlock _text;
    private readonly TextBlock _verdict;

    public CauseCard(Cause cause, double width, DrawingWords words)
    {
        (_cause, Width) = (cause, width);
        _text = TextBlock.Fit(cause.Text ?? "—", width - (2 * Pad), mostLines: 9, bold: IsRoot);
        _verdict = TextBlock.Fit(words.Verdict(cause), width - (2 * Pad) - IconWidth, mostLines: 4, size: 12.5, smallest: 10, bold: true);
    }

    public double Width { get; }

    public double Height => Pad + _text.Height + Gap + _verdict.Height + Pad - 2;

    private bool IsRoot => _cause is { IsRoot: true, Verdict: not CauseVerdict.Refuted };

    public void Draw(Canvas canvas, double x, double y, double height)
    {
        var ink = Ink.Of(_cause.Verdict);
        switch (_cause.Verdict)
        {
            case CauseVerdict.Verified:
                canvas.Box(x, y, Width, height, IsRoot ? Ink.OkTint : Ink.Paper, ink, IsRoot ? 3 : 1.5);
                break;
            case CauseVerdict.Refuted:
                canvas.Box(x, y, Width, height, Ink.Soft, Ink.Edge, 1.5, "4 3");
                break;
            default:
                canvas.Box(x, y, Width, height, Ink.LowTint, ink, IsRoot ? 3 : 1.5, "6 4");
                break;
        }

        canvas.Write(_text, x + Pad, y + Pad - 2, _cause.Verdict == CauseVerdict.Refuted ? Ink.Muted : Ink.Text);
        var below = y + height - Pad - _verdict.Height + 2;
        canvas.Icon(MarkOf(_cause.Verdict), x + Pad - 1, below + 1, ink);
        canvas.Write(_verdict, x + Pad + IconWidth, below, ink);
    }

    public static Mark MarkOf(CauseVerdict verdict) => verdict switch
    {
        CauseVerdict.Verified => Mark.Check,
        CauseVerdict.Refuted => Mark.Cross,
        _ => Mark.Clock,
    };

    /// <summary>How a cause hangs on the one above it: proved, ruled out or open.</summary>
    public static void Link(Canvas canvas, string path, CauseVerdict verdict)
    {
        switch (verdict)
        {
            case CauseVerdict.Verified:
                canvas.Path(path, Ink.Ok, 2.2);
                break;
            case CauseVerdict.Refuted:
                canvas.Path(path, Ink.Edge, 1.8, "1.5 5");
                break;
            default:
                canvas.Path(path, Ink.Low, 1.8, "6 4");
                break;
        }
    }
}
