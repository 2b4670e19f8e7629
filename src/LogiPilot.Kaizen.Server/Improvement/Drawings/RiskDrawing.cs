using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>The risk grid: for each side as many of five squares filled as its score says, the figure, and the reason.</summary>
public static class RiskDrawing
{
    private const double Square = 22;
    private const double Name = 128;
    private const double Reason = 330;

    public static Picture Draw(RisksValue risks, DrawingWords words)
    {
        var (canvas, y) = (new Canvas(), 0.0);
        foreach (var side in RisksValue.Sides)
        {
            var risk = risks.Risks.GetValueOrDefault(side);
            var name = TextBlock.Fit(words.Said("methods.risk." + side), Name - 12, 2, 14, 10, bold: true);
            var reason = TextBlock.Fit(risk?.Reason ?? words.Of("drawing.unanswered"), Frame.Width - Reason - 12);
            var high = Math.Max(Square, reason.Height) + 18;
            canvas.Box(1, y + 1, Frame.Width - 2, high, Ink.Paper, Ink.Line, 1, radius: 0);
            canvas.Write(name, 10, y + ((high - name.Height) / 2));
            for (var score = 1; score <= 5; score++)
            {
                var isReached = score <= (risk?.Score ?? 0);
                canvas.Box(
                    Name + ((score - 1) * (Square + 4)), y + ((high - Square) / 2), Square, Square,
                    isReached ? Fill(risk!.Score!.Value) : Ink.Paper, isReached ? Fill(risk!.Score!.Value) : Ink.Edge, 1.2, isReached ? null : "3 3", 4);
            }

            var figure = TextBlock.Fit(risk?.Score is { } given ? $"{given} / 5" : "— / 5", 60, 1, 14, 10, bold: true);
            canvas.Write(figure, Name + (5 * (Square + 4)) + 6, y + ((high - figure.Height) / 2));
            canvas.Write(reason, Reason, y + ((high - reason.Height) / 2), risk?.Reason is null ? Ink.Low : Ink.Text);
            y += high;
        }

        var told = string.Join(", ", RisksValue.Sides.Select(s => $"{words.Said("methods.risk." + s)} {(risks.Risks.GetValueOrDefault(s)?.Score is { } score ? $"{score} / 5" : "—")}"));
        return canvas.Finish(words.Of("drawing.risks.title"), told, Frame.Width, y + 2);
    }

    private static string Fill(int score) => score switch { >= 4 => Ink.Stop, 3 => "#b26a00", _ => Ink.Ok };
}
