using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>
/// The fishbone: six families on slanted bones, three above and three below the spine, each cause on a line of its own that ends at its
/// bone. A family's causes push the spine away, so that none lies upon another.
/// </summary>
public static class IshikawaDrawing
{
    private const double Head = 128;
    private const double Slant = 30;
    private const double Gap = 7;
    private const double Heading = 26;
    private const int MostCauses = 14;

    private static readonly CauseFamily[] Above = [CauseFamily.Man, CauseFamily.Machine, CauseFamily.Material];
    private static readonly CauseFamily[] Below = [CauseFamily.Method, CauseFamily.Milieu, CauseFamily.Measure];

    public static Picture Draw(CausesValue causes, string? effect, DrawingWords words)
    {
        var canvas = new Canvas();
        var room = (Frame.Width - Head - 12) / Above.Length;
        var families = causes.Causes.Where(c => c.Family is not null).ToLookup(c => c.Family!.Value);
        var bones = Above.Concat(Below).ToDictionary(f => f, f => new Bone(f, [.. families[f]], room, words));
        var said = TextBlock.Fit(effect ?? words.Of("drawing.ishikawa.effect"), Head - 20, 9, 13.5, 10, bold: true);
        var upper = Math.Max(Above.Max(f => bones[f].Height), said.Height / 2);
        var spine = upper + 4;
        var lower = Below.Max(f => bones[f].Height);

        canvas.Line(4, spine, Frame.Width - Head, spine, Ink.Text, 3.5);
        for (var i = 0; i < Above.Length; i++)
        {
            bones[Above[i]].Draw(canvas, i * room, spine, upper, isAbove: true);
            bones[Below[i]].Draw(canvas, i * room, spine, lower, isAbove: false);
        }

        var headHeight = said.Height + 22;
        canvas.Box(Frame.Width - Head, spine - (headHeight / 2), Head - 2, headHeight, Ink.Paper, Ink.Text, 2.5);
        canvas.Write(said, Frame.Width - Head + 9, spine - (said.Height / 2));
        var y = spine + Math.Max(lower, (headHeight / 2) + 4) + 8;
        return canvas.Finish(
            words.Of("drawing.ishikawa.title"),
            words.Of(
                "drawing.causes", ("causes", causes.Causes.Count), ("verified", causes.Causes.Count(c => c.Verdict == CauseVerdict.Verified)),
                ("refuted", causes.Causes.Count(c => c.Verdict == CauseVerdict.Refuted))),
            Frame.Width,
            Legend(canvas, y, words),
            bones.Values.All(b => b.IsWhole));
    }

    private static double Legend(Canvas canvas, double y, DrawingWords words)
    {
        var x = 4.0;
        foreach (var verdict in (CauseVerdict[])[CauseVerdict.Verified, CauseVerdict.Refuted, CauseVerdict.Open])
        {
            var word = TextBlock.Fit(words.Word("methods.verdict", verdict), 200, 1, 12);
            canvas.Icon(CauseCard.MarkOf(verdict), x, y + 1, Ink.Of(verdict));
            canvas.Write(word, x + 18, y, Ink.Of(verdict));
            x += word.Width + 40;
        }

        return y + 20;
    }

    private sealed class Bone
    {
        private readonly IReadOnlyList<(Cause? Cause, TextBlock Text)> _rows;
        private readonly TextBlock _name;
        private readonly double _room;

        public Bone(CauseFamily family, IReadOnlyList<Cause> causes, double room, DrawingWords words)
        {
            _room = room;
            _name = TextBlock.Fit(words.Word("methods.family", family), room - 40, 1, 14, 9, bold: true);
            var wide = room - Slant - 34;
            IsWhole = causes.Count <= MostCauses;
            _rows =
            [
                .. causes.Take(IsWhole ? MostCauses : MostCauses - 1).Select(c =>
                    ((Cause?)c, TextBlock.Fit(c.Text ?? "—", wide, 4, 12, 9.5, c.Verdict == CauseVerdict.Verified))),
            ];
            if (!IsWhole)
            {
                _rows = [.. _rows, (null, TextBlock.Fit(words.Of("drawing.more", ("count", causes.Count - MostCauses + 1)), wide, 2, 12, 9.5, bold: true))];
            }
        }

        public bool IsWhole { get; }

        public double Height => Math.Max(70, Heading + 8 + _rows.Sum(r => r.Text.Height + Gap) + 8);

        public void Draw(Canvas canvas, double x, double spine, double height, bool isAbove)
        {
            var (foot, tip) = (x + _room - 6, x + _room - 6 - Slant);
            var end = isAbove ? spine - height + Heading : spine + height - Heading;
            canvas.Line(tip, end, foot, spine, Ink.Text, 2.2);
            var name = isAbove ? end - Heading : end;
            // The head stands behind the last bone: a long name does not reach into it.
            var middle = Math.Min(tip, x + _room - 4 - (_name.Width / 2) - 12);
            canvas.Box(middle - (_name.Width / 2) - 12, name + 1, _name.Width + 24, Heading - 2, Ink.Soft, Ink.Text, radius: 6);
            canvas.Write(_name, middle, name + ((Heading - _name.Height) / 2), anchor: "middle");
            var y = isAbove ? end + 8 : spine + 10;
            foreach (var (cause, text) in _rows)
            {
                var under = y + text.Height + 1;
                var at = tip + (Slant * (under - end) / (spine - end));
                var ink = cause is null ? Ink.Text : Ink.Of(cause.Verdict);
                canvas.Line(x + 4, under, at, under, ink, cause?.Verdict == CauseVerdict.Verified ? 1.8 : 0.9, cause?.Verdict == CauseVerdict.Refuted ? "3 3" : null);
                if (cause is not null)
                {
                    canvas.Icon(CauseCard.MarkOf(cause.Verdict), x + 4, y + 1, ink);
                }

                canvas.Write(text, x + 21, y, cause?.Verdict == CauseVerdict.Refuted ? Ink.Muted : Ink.Text);
                y += text.Height + Gap;
            }
        }
    }
}
