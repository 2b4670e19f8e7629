using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>The seven questions as panels, two beside each other where both answers are short; an answer is never shortened.</summary>
public static class QqoqccpDrawing
{
    private const double Pad = 12;
    private const double Gap = 10;
    private const double Name = 24;
    private const int Short = 260;

    public static IReadOnlyList<Picture> Draw(QqoqccpValue value, DrawingWords words, double mostHeight = double.PositiveInfinity)
    {
        var (pictures, canvas, y) = (new List<Picture>(), new Canvas(), 0.0);
        foreach (var row in Rows(value, words))
        {
            var high = row.Max(p => p.Height);
            if (y > 0 && y + high > mostHeight)
            {
                pictures.Add(Finish(canvas, value, words, y));
                (canvas, y) = (new Canvas(), 0);
            }

            var x = 1.0;
            foreach (var panel in row)
            {
                panel.Draw(canvas, x, y + 1, high);
                x += panel.Width + Gap;
            }

            y += high + Gap;
        }

        pictures.Add(Finish(canvas, value, words, y));
        return pictures;
    }

    private static IEnumerable<IReadOnlyList<Panel>> Rows(QqoqccpValue value, DrawingWords words)
    {
        var half = (Frame.Width - 2 - Gap) / 2;
        Panel? waiting = null;
        foreach (var question in QqoqccpValue.Questions)
        {
            var answer = value.Answers.GetValueOrDefault(question);
            Panel Made(double width) => new(words.Said("methods.question." + question), answer, width, words);
            if (answer?.Length > Short)
            {
                if (waiting is not null)
                {
                    yield return [waiting.As(Frame.Width - 2)];
                    waiting = null;
                }

                yield return [Made(Frame.Width - 2)];
            }
            else if (waiting is null)
            {
                waiting = Made(half);
            }
            else
            {
                yield return [waiting, Made(half)];
                waiting = null;
            }
        }

        if (waiting is not null)
        {
            yield return [waiting.As(Frame.Width - 2)];
        }
    }

    private static Picture Finish(Canvas canvas, QqoqccpValue value, DrawingWords words, double height) =>
        canvas.Finish(words.Of("drawing.qqoqccp.title"), words.Of("drawing.qqoqccp.told", ("given", value.Answers.Count)), Frame.Width, height - Gap + 2);

    private sealed class Panel(string question, string? answer, double width, DrawingWords words)
    {
        private readonly TextBlock _name = TextBlock.Fit(question, width - (2 * Pad) - 12, 1, 15, 11, bold: true);
        private readonly TextBlock _text = TextBlock.Fit(answer ?? words.Of("drawing.unanswered"), width - (2 * Pad) - 8, size: 13);

        public double Width => width;

        public double Height => Pad + Name + _text.Height + Pad;

        public Panel As(double other) => new(question, answer, other, words);

        public void Draw(Canvas canvas, double x, double y, double height)
        {
            var isOpen = answer is null;
            canvas.Box(x, y, width, height, isOpen ? Ink.LowTint : Ink.Paper, isOpen ? Ink.Low : Ink.Edge, 1.5, isOpen ? "6 4" : null);
            canvas.Line(x + Pad, y + Pad, x + Pad, y + height - Pad, isOpen ? Ink.Low : Ink.Text, 4);
            canvas.Write(_name, x + Pad + 10, y + Pad - 2);
            canvas.Write(_text, x + Pad + 10, y + Pad + Name, isOpen ? Ink.Low : Ink.Text);
        }
    }
}
