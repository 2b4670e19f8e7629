namespace LogiPilot.GraphQL.Language;

/// <summary>The block string rules of the specification: common indentation and blank first and last lines go.</summary>
public static class BlockString
{
    public static string Dedent(string raw)
    {
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
        var lines = escaped.Split('\n');
        var single = lines.Length == 1;
        var leadingNewLine = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var endsWithTripleQuote = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var trailingQuote = value.EndsWith('"') && !endsWithTripleQuote;
        var trailingSlash = value.EndsWith('\\');
        var trailingNewLine = trailingQuote || trailingSlash;
        var multiple = !single || value.Length > 70 || trailingNewLine || leadingNewLine || endsWithTripleQuote;
        var skipLeading = single && value.Length > 0 && value[0] is ' ' or '\t';
        var before = (multiple && !skipLeading) || leadingNewLine ? "\n" : "";
        var after = multiple || trailingNewLine ? "\n" : "";
        return $"\"\"\"{before}{escaped}{after}\"\"\"";
    }

    private static int Indent(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is ' ' or '\t') i++;
        return i;
    }
}
