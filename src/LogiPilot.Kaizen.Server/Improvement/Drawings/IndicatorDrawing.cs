using LogiPilot.Kaizen.Core.Improvement.Indicators;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>An indicator before and after, with its target: the baseline, every measurement, and hatched what does not count, with why.</summary>
public static class IndicatorDrawing
{
    private const int MostBars = 9;
    private const double High = 190;
    private const double Left = 10;
    private const double Target = 128;

    /// <param name="whyNot">Why a measurement does not count; null when it does.</param>
    public static Picture Draw(Indicator indicator, Func<Measure, EffectKind?> whyNot, DrawingWords words)
    {
        var canvas = new Canvas();
        var measures = indicator.Measures.Where(m => !indicator.IsSuperseded(m)).OrderBy(m => m.Period.To).ThenBy(m => m.MeasuredOn).ToList();
        var shown = measures.TakeLast(MostBars - 1).ToList();
        List<Bar> bars =
        [
            .. indicator.Baseline is { } first ? [new Bar(words.Of("drawing.indicator.before"), first, null)] : (Bar[])[],
            .. shown.Select(m => new Bar(words.Of("drawing.indicator.after"), m.Period, whyNot(m))),
        ];
        var heading = TextBlock.Fit(words.Of("drawing.indicator.title", ("name", indicator.Name), ("unit", indicator.Unit)), Frame.Width, 2, 14, 11, bold: true);
        canvas.Write(heading, 0, 0);
        var floor = heading.Height + 30 + High;
        var top = Math.Max(1e-9m, Math.Max(indicator.Target ?? 0, bars.Select(b => b.Period.Value).DefaultIfEmpty(0).Max()));
        double Y(decimal value) => floor - (double)(Math.Clamp(value / top, 0, 1)) * High;
        var room = (Frame.Width - Left - Target) / Math.Max(bars.Count, 3);
        var lowest = floor;
        for (var i = 0; i < bars.Count; i++)
        {
            lowest = Math.Max(lowest, Draw(canvas, bars[i], Left + ((i + 0.5) * room), room, Y(bars[i].Period.Value), floor, words, i == 0 && indicator.Baseline is not null));
        }

        if (bars.Count == 0)
        {
            canvas.Write(TextBlock.Fit(words.Of("drawing.indicator.none"), 300), Left, floor - 60, Ink.Muted);
        }

        void Values()
        {
            for (var i = 0; i < bars.Count; i++)
            {
                var value = TextBlock.Fit(words.Number(bars[i].Period.Value), room, 1, 15, 10, bold: true);
                var (middle, at) = (Left + ((i + 0.5) * room), Math.Min(Y(bars[i].Period.Value), floor - 2) - 20);
                // The line of the target must not run through a figure.
                canvas.Box(middle - (value.Width / 2) - 3, at + 1, value.Width + 6, 17, Ink.Paper, radius: 0);
                canvas.Write(value, middle, at, anchor: "middle");
            }
        }

        canvas.Line(Left, floor, Frame.Width - Target, floor, Ink.Text, 1.5);
        if (indicator.Target is { } target)
        {
            canvas.Line(Left, Y(target), Frame.Width - Target + 4, Y(target), Ink.Ok, 2.4, "9 4");
            var sign = indicator.Direction == Direction.Lower ? "≤" : "≥";
            var said = TextBlock.Fit(
                words.Of("drawing.indicator.target", ("target", $"{sign}\u00a0{words.Quantity(target, indicator.Unit)}"))
                    + (indicator.TargetOn is { } on ? "\n" + words.Of("drawing.indicator.targetOn", ("day", words.Day(on))) : ""),
                Target - 16, 5, 12.5, 9.5, bold: true);
            var at = Math.Clamp(Y(target) - (said.Height / 2), heading.Height, floor - said.Height + 8);
            canvas.Write(said, Frame.Width - Target + 10, at, Ink.Ok);
        }

        Values();
        var told = string.Join(" ; ", bars.Select(b => $"{words.Day(b.Period.From)} – {words.Day(b.Period.To)} {words.Quantity(b.Period.Value, indicator.Unit)}"));
        return canvas.Finish(heading.Full, told, Frame.Width, lowest + 4, shown.Count == measures.Count);
    }

    private static double Draw(
        Canvas canvas, Bar bar, double middle, double room, double y, double floor, DrawingWords words, bool isBaseline)
    {
        var width = Math.Min(74, room * 0.62);
        var high = Math.Max(2, floor - y);
        if (bar.WhyNot is null)
        {
            canvas.Box(middle - (width / 2), floor - high, width, high, isBaseline ? "#9aa7b5" : Ink.Bar, Ink.Text, 1, radius: 2);
        }
        else
        {
            canvas.Box(middle - (width / 2), floor - high, width, high, Ink.Paper, Ink.Muted, 1.4, "4 3", 2);
            canvas.Hatch(middle - (width / 2), floor - high, width, high, Ink.Muted);
        }

        var from = bar.Period.From.Year == bar.Period.To.Year ? words.ShortDay(bar.Period.From) : words.Day(bar.Period.From);
        var label = TextBlock.Fit(bar.Name, room - 6, 1, 12.5, 9, bold: true);
        var period = TextBlock.Fit($"{from} –\n{words.Day(bar.Period.To)}", room - 6, 3, 11.5, 8.5);
        canvas.Write(label, middle, floor + 5, anchor: "middle");
        canvas.Write(period, middle, floor + 5 + label.Height, Ink.Muted, "middle");
        var bottom = floor + 5 + label.Height + period.Height;
        if (bar.WhyNot is { } why)
        {
            var reason = TextBlock.Fit(words.Word("reports.drawing.indicator.notCounted", why), room - 6, 4, 11, 8.5, bold: true);
            canvas.Write(reason, middle, bottom + 2, Ink.Low, "middle");
            bottom += 2 + reason.Height;
        }

        return bottom;
    }

    private sealed record Bar(string Name, MeasuredPeriod Period, EffectKind? WhyNot);
}
