using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>A text broken into lines that fit a width; what did not fit is kept in <see cref="Full"/>.</summary>
public sealed partial record TextBlock(string Full, IReadOnlyList<string> Lines, double Size, bool IsBold, bool IsCut)
{
    private const double Leading = 1.28;
    private const double Step = 0.5;

    private static readonly SearchValues<char> PartEnds = SearchValues.Create("-/_.,;:");

    public double LineHeight => Size * Leading;

    public double Height => Lines.Count * LineHeight;

    public double Width => Lines.Count == 0 ? 0 : Lines.Max(l => FontWidths.Of(l, Size, IsBold));

    /// <summary>Wraps; where that makes too many lines or breaks a word, shrinks down to the smallest size; where that is not enough, ends with "…".</summary>
    public static TextBlock Fit(string? text, double width, int mostLines = int.MaxValue, double size = 13, double smallest = 10.5, bool bold = false)
    {
        var full = Clean(text);
        for (var at = size; at >= smallest; at -= Step)
        {
            var lines = Wrap(full, width, at, bold, out var isBroken);
            if (lines.Count <= mostLines && !isBroken)
            {
                return new TextBlock(full, lines, at, bold, IsCut: false);
            }
        }

        for (var at = size; ; at -= Step)
        {
            var lines = Wrap(full, width, at, bold, out _);
            if (lines.Count <= mostLines)
            {
                return new TextBlock(full, lines, at, bold, IsCut: false);
            }

            if (at - Step < smallest)
            {
                return new TextBlock(full, [.. lines.Take(mostLines - 1), Shortened(lines[mostLines - 1], width, at, bold)], at, bold, IsCut: true);
            }
        }
    }

    private static List<string> Wrap(string text, double width, double size, bool bold, out bool isBroken)
    {
        var lines = new List<string>();
        isBroken = false;
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (FontWidths.Of(longer, size, bold) <= width)
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                {
                    lines.Add(line);
                }

                var whole = lines.Count;
                line = Broken(word, width, size, bold, lines);
                isBroken |= lines.Count > whole;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    /// <summary>Breaks a word that is wider than the line, after a sign that ends a part where there is one; answers what is left.</summary>
    private static string Broken(string word, double width, double size, bool bold, List<string> lines)
    {
        var rest = word;
        while (FontWidths.Of(rest, size, bold) > width)
        {
            var letters = StringInfo.ParseCombiningCharacters(rest);
            var fitting = letters.Skip(1).LastOrDefault(i => FontWidths.Of(rest[..i], size, bold) <= width, letters.Length > 1 ? letters[1] : rest.Length);
            var part = rest.AsSpan(0, fitting).LastIndexOfAny(PartEnds) + 1;
            var end = part > fitting / 2 ? part : fitting;
            lines.Add(rest[..end]);
            rest = rest[end..];
        }

        return rest;
    }

    private static string Shortened(string line, double width, double size, bool bold)
    {
        var letters = StringInfo.ParseCombiningCharacters(line);
        for (var i = letters.Length; i > 0; i--)
        {
            var shorter = line[..(i == letters.Length ? line.Length : letters[i])].TrimEnd() + "…";
            if (FontWidths.Of(shorter, size, bold) <= width)
            {
                return shorter;
            }
        }

        return "…";
    }

    /// <summary>Control characters are no XML.</summary>
    private static string Clean(string? text)
    {
        var clean = string.Concat((text ?? "").ReplaceLineEndings("\n").EnumerateRunes()
            .Where(r => r.Value == '\n' || !Rune.IsControl(r)).Where(r => r.Value is not (0xfffe or 0xffff)).Select(r => r.ToString())).Trim();
        return Bound(clean);
    }

    /// <summary>No line begins with a sign that French sets off by a blank.</summary>
    internal static string Bound(string text) => SetOff().Replace(text, "\u00a0");

    [GeneratedRegex(@" (?=[:;!?»%€](\s|$|[.,)]))|(?<=«) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SetOff();
}
