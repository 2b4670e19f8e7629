namespace LogiPilot.GraphQL.Language;

/// <summary>Where the lines of a text begin; they end in LF, CR or both.</summary>
internal sealed class LineTable
{
    private readonly List<int> _starts = [0];

    public LineTable(ReadOnlySpan<char> source)
    {
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '\n' || (source[i] == '\r' && (i + 1 == source.Length || source[i + 1] != '\n'))) _starts.Add(i + 1);
        }
    }

    public SourceLocation LocationOf(int start)
    {
        var found = _starts.BinarySearch(start);
        var line = found >= 0 ? found : ~found - 1;
        return new(line + 1, start - _starts[line] + 1);
    }
}
