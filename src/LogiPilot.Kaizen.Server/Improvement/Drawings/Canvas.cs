using System.Globalization;
using System.Text;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>A drawing as SVG that stands alone: no style sheet, no ids, nothing loaded.</summary>
/// <param name="IsComplete">Whether every text is there in full; else the reader needs the texts beside it.</param>
public sealed record Picture(string Svg, double Width, double Height, bool IsComplete);

/// <summary>Writes shapes and text as SVG; every text is escaped here and nowhere else.</summary>
internal sealed class Canvas
{
    private const string Font = "'Atkinson Hyperlegible Next','Segoe UI',Roboto,'DejaVu Sans',sans-serif";

    private readonly StringBuilder _shapes = new();
    private bool _isCut;

    public void Box(double x, double y, double width, double height, string fill, string? stroke = null, double thick = 1.5, string? dashes = null, double radius = 8) =>
        _shapes.Append(CultureInfo.InvariantCulture, $"""
            <rect x="{N(x)}" y="{N(y)}" width="{N(Math.Max(0, width))}" height="{N(Math.Max(0, height))}" rx="{N(radius)}" fill="{fill}"{Stroke(stroke, thick, dashes)}/>

            """);

    public void Path(string path, string stroke, double thick = 1.5, string? dashes = null, string fill = "none") =>
        _shapes.Append(CultureInfo.InvariantCulture, $"""
            <path d="{path}" fill="{fill}"{Stroke(stroke, thick, dashes)}/>

            """);

    public void Line(double x1, double y1, double x2, double y2, string stroke, double thick = 1.5, string? dashes = null) =>
        Path($"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}", stroke, thick, dashes);

    /// <summary>Lines of text from the top of the block; each line states its width, so that another font is squeezed instead of cut.</summary>
    public void Write(TextBlock text, double x, double y, string ink = Ink.Text, string anchor = "start")
    {
        _isCut |= text.IsCut;
        if (text.Lines.Count == 0)
        {
            return;
        }

        var placed = anchor == "start" ? "" : $" text-anchor=\"{anchor}\"";
        _shapes.Append(CultureInfo.InvariantCulture, $"""<text font-size="{N(text.Size)}" font-weight="{(text.IsBold ? 700 : 500)}" fill="{ink}"{placed}>""");
        if (text.IsCut)
        {
            _shapes.Append("<title>").Append(Escape(text.Full)).Append("</title>");
        }

        for (var i = 0; i < text.Lines.Count; i++)
        {
            var line = text.Lines[i];
            var wide = FontWidths.Of(line, text.Size, text.IsBold);
            var stated = line.Length > 1 && wide > 0 ? $" textLength=\"{N(wide)}\" lengthAdjust=\"spacingAndGlyphs\"" : "";
            // The blank joins the lines again for those who copy or listen.
            _shapes.Append(CultureInfo.InvariantCulture, $"""<tspan x="{N(x)}" y="{N(y + (i * text.LineHeight) + (text.Size * 0.98))}"{stated}>{Escape(line)}</tspan>""")
                .Append(i < text.Lines.Count - 1 ? " " : "");
        }

        _shapes.Append("</text>\n");
    }

    /// <summary>A shape of 14 units with its top left corner at a point.</summary>
    public void Icon(Mark mark, double x, double y, string ink)
    {
        var (path, fill) = mark switch
        {
            Mark.Check => ($"M{N(x + 2)} {N(y + 7.5)}l3.5 3.5 6.500-8", "none"),
            Mark.Cross => ($"M{N(x + 3)} {N(y + 3)}l8 8m0-8l-8 8", "none"),
            Mark.Clock => ($"M{N(x + 7)} {N(y + 1.5)}a5.500 5.500 0 1 1-.01 0zM{N(x + 7)} {N(y + 4)}v3.200l2 1.500", "none"),
            _ => ($"M{N(x + 7)} {N(y + 1)}l6 6-6 6-6-6z", ink),
        };
        Path(path, ink, 2.2, fill: fill);
    }

    /// <summary>Slanting lines over a box: what cannot be compared is seen without colour.</summary>
    public void Hatch(double x, double y, double width, double height, string ink)
    {
        var path = new StringBuilder();
        for (var d = 6.0; d < width + height; d += 6)
        {
            var (fromX, fromY) = (Math.Min(d, width), d - Math.Min(d, width));
            var (toX, toY) = (d - Math.Min(d, height), Math.Min(d, height));
            path.Append(CultureInfo.InvariantCulture, $"M{N(x + fromX)} {N(y + fromY)}L{N(x + toX)} {N(y + toY)}");
        }

        if (path.Length > 0)
        {
            Path(path.ToString(), ink, 1);
        }
    }

    public Picture Finish(string title, string description, double width, double height, bool isComplete = true)
    {
        var svg = $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {N(width)} {N(height)}" width="{N(width)}" height="{N(height)}" role="img" font-family="{Font}" stroke-linecap="round" stroke-linejoin="round">
            <title>{Escape(title)}</title>
            <desc>{Escape(description)}</desc>
            <rect width="{N(width)}" height="{N(height)}" fill="{Ink.Paper}"/>
            {_shapes}</svg>
            """;
        return new Picture(svg, width, height, isComplete && !_isCut);
    }

    public static string N(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private static string Stroke(string? stroke, double thick, string? dashes) =>
        stroke is null ? "" : $" stroke=\"{stroke}\" stroke-width=\"{N(thick)}\"" + (dashes is null ? "" : $" stroke-dasharray=\"{dashes}\"");

    private static string Escape(string text)
    {
        var legible = string.Concat(text.EnumerateRunes().Where(r => r.Value is '\n' or '\t' || !Rune.IsControl(r)).Select(r => r.ToString()));
        return legible.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
    }
}
