using System.Globalization;
using System.Text;
using LogiPilot.Kaizen.Server.Improvement.Drawings;

namespace LogiPilot.Kaizen.Server.Improvement.Print;

/// <summary>Writes a page to print as HTML; every text is escaped here and nowhere else, only drawings are markup.</summary>
internal sealed class PrintPage(DrawingWords words)
{
    private const int SmallRows = 5;
    private const int SmallText = 900;

    private readonly StringBuilder _html = new();

    public DrawingWords Words => words;

    /// <summary>A word of printed pages.</summary>
    public string Word(string key, params (string Name, object? Value)[] arguments) => words.Of("page." + key, arguments);

    public void Heading(int level, string text) => Tagged($"h{level}", null, text);

    public void Lead(string? text) => Tagged("p", "lead", text);

    public void Text(string? text, string? style = null) => Tagged("p", style is null ? "text" : "text " + style, text);

    public void Small(string? text) => Tagged("p", "small", text);

    /// <summary>A name with its text, which stays together when it is short.</summary>
    public void Told(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        _html.Append(text.Length < 600 ? "<div class=\"short\">" : "<div>");
        Heading(3, name);
        Text(text);
        _html.Append("</div>\n");
    }

    /// <summary>Names and what they are, the empty ones left out.</summary>
    public void Facts(params (string Name, string? Value)[] facts)
    {
        if (!facts.Any(f => !string.IsNullOrEmpty(f.Value)))
        {
            return;
        }

        _html.Append("<dl class=\"facts\">\n");
        foreach (var (name, value) in facts.Where(f => !string.IsNullOrEmpty(f.Value)))
        {
            _html.Append(CultureInfo.InvariantCulture, $"<div><dt>{Escape(name)}</dt><dd>{Escape(value!)}</dd></div>\n");
        }

        _html.Append("</dl>\n");
    }

    /// <summary>A table whose headings repeat on each sheet, or that stays on one when it is small; columns that nobody filled are left out.</summary>
    public void Table(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string?>> rows, string? style = null)
    {
        var kept = Enumerable.Range(0, heads.Count).Where(i => rows.Any(r => !string.IsNullOrEmpty(r[i]))).ToList();
        if (rows.Count == 0 || kept.Count == 0)
        {
            return;
        }

        var isSmall = rows.Count <= SmallRows && rows.Sum(r => r.Sum(c => c?.Length ?? 0)) <= SmallText;
        var looks = string.Join(' ', ((string?[])[style, isSmall ? "short" : null]).OfType<string>());
        _html.Append(looks.Length == 0 ? "<table>" : $"<table class=\"{looks}\">").Append("<thead><tr>").AppendJoin("", kept.Select(i => $"<th scope=\"col\">{Escape(heads[i])}</th>")).Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            _html.Append("<tr>").AppendJoin("", kept.Select(i => $"<td>{Escape(row[i] ?? "")}</td>")).Append("</tr>\n");
        }

        _html.Append("</tbody></table>\n");
    }

    /// <summary>A table to be filled in by hand: its first cells may be given.</summary>
    public void Blank(IReadOnlyList<string> heads, IReadOnlyList<string> firsts)
    {
        _html.Append("<table class=\"blank\"><thead><tr>").AppendJoin("", heads.Select(h => $"<th scope=\"col\">{Escape(h)}</th>")).Append("</tr></thead><tbody>\n");
        foreach (var first in firsts)
        {
            _html.Append("<tr>").AppendJoin("", heads.Select((_, i) => $"<td>{(i == 0 ? Escape(first) : "")}</td>")).Append("</tr>\n");
        }

        _html.Append("</tbody></table>\n");
    }

    /// <summary>Room to write by hand.</summary>
    public void Room(int millimetres) => _html.Append(CultureInfo.InvariantCulture, $"<div class=\"room\" style=\"height:{millimetres}mm\"></div>\n");

    /// <summary>Names beside which something is written by hand, each as wide as its share.</summary>
    public void Form(params (string Name, int Share)[] parts) => _html.Append("<div class=\"form\">")
        .AppendJoin("", parts.Select(p => FormattableString.Invariant($"<span style=\"flex:{p.Share}\">{Escape(p.Name)}</span>"))).Append("</div>\n");

    /// <summary>Answers of which one is ticked by hand.</summary>
    public void Boxes(IEnumerable<string> answers) =>
        _html.Append("<ul class=\"boxes\">").AppendJoin("", answers.Select(a => $"<li>{Escape(a)}</li>")).Append("</ul>\n");

    public void List(IEnumerable<string> items)
    {
        _html.Append("<ul>\n");
        foreach (var item in items)
        {
            Tagged("li", null, item);
        }

        _html.Append("</ul>\n");
    }

    public void Draw(IEnumerable<Picture> pictures)
    {
        foreach (var picture in pictures)
        {
            _html.Append("<figure>").Append(picture.Svg).Append("</figure>\n");
        }
    }

    /// <summary>Photographs of the plant; a file that is none shows nothing but its name elsewhere.</summary>
    public void Photos(IEnumerable<Guid> attachments)
    {
        var shown = attachments.ToList();
        if (shown.Count > 0)
        {
            _html.Append("<figure class=\"photos\">").AppendJoin("", shown.Select(a => $"<img src=\"/attachments/{a}\" alt=\"\">")).Append("</figure>\n");
        }
    }

    public string Finish(string number, string title) => $"""
        <!doctype html>
        <html lang="{PrintLook.Lang(words.Language)}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="data:,">
        <title>{Escape(number)} – {Escape(title)}</title>
        <style>
        {PrintLook.Style(number)}
        </style>
        </head>
        <body>
        <main>
        {_html}</main>
        </body>
        </html>

        """;

    private void Tagged(string tag, string? style, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _html.Append('<').Append(tag).Append(style is null ? "" : $" class=\"{style}\"").Append('>').Append(Escape(text)).Append("</").Append(tag).Append(">\n");
        }
    }

    private static string Escape(string text) => TextBlock.Bound(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
