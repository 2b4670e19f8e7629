namespace LogiPilot.GraphQL.Language;

/// <summary>The block string rules of the specification: common indentation and blank first and last lines go.</summary>
public static class BlockString
{
    public static string Dedent(string raw)
    {
        if (!raw.Contains('\n', StringComparison.Ordinal)) return Indent(raw) == raw.Length ? "" : raw;
        var lines = raw.Split('\n');
        var common = int.MaxValue;
        int first = -1, last = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = Indent(lines[i]);
            if (indent == lines[i].Length) continue;
            if (first < 0) first = i;
            last = i;
            if (i > 0) common = Math.Min(common, indent);
        }
        if (first < 0) return "";
        for (var i = 1; i < lines.Length && common != int.MaxValue; i++) lines[i] = lines[i][Math.Min(common, lines[i].Length)..];
        return string.Join('\n', lines, first, last - first + 1);
    }

    /// <summary>Writes a block string as graphql-js prints it.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        var single = lines.Length == 1;
        var leadingNewLine = !single && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsWithTripleQuote = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var trailingNewLine = (value.EndsWith('"') && !endsWithTripleQuote) || value.EndsWith('\\');
        var multiple = !single || value.Length > 70 || trailingNewLine || leadingNewLine || endsWithTripleQuote;
        var skipLeading = single && value.Length > 0 && value[0] is ' ' or '\t';
        var before = (multiple && !skipLeading) || leadingNewLine ? "\n" : "";
        var after = multiple || trailingNewLine ? "\n" : "";
        return $"\"\"\"{before}{escaped}{after}\"\"\"";
    }

    /// <summary>Whether a block string would give the text back as it was; if not, graphql-js prints an ordinary string.</summary>
    internal static bool IsPrintable(string text)
    {
        if (text.Length == 0) return true;
        bool emptyLine = true, indent = false, commonIndent = true, seenLine = false;
        foreach (var c in text)
        {
            switch (c)
            {
                case '\n':
                    if (emptyLine && !seenLine) return false;
                    (seenLine, emptyLine, indent) = (true, true, false);
                    break;
                case ' ' or '\t':
                    indent |= emptyLine;
                    break;
                case < '\u0010':
                    return false;
                default:
                    commonIndent &= indent;
                    emptyLine = false;
                    break;
            }
        }
        return !emptyLine && !(commonIndent && seenLine);
    }

    private static int Indent(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is ' ' or '\t') i++;
        return i;
    }
}
