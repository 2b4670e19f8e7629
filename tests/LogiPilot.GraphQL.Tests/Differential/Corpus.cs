using System.Text;

namespace LogiPilot.GraphQL.Tests.Differential;

/// <summary>
/// The documents written by hand, a file a feature in <c>corpus</c>. A line <c>#### name</c> begins a document; <c>#: variables {…}</c> and
/// <c>#: operation Name</c> may follow it. In a file that begins with <c># A document a line</c> each other line is one, and its variables follow
/// it as <c>#: {…}</c>.
/// </summary>
internal static class Corpus
{
    public static IReadOnlyList<Question> Read()
    {
        var folder = Path.Combine(LogiPilot.Tests.NodePeer.Folder, "..", "LogiPilot.GraphQL.Tests", "Differential", "corpus");
        return [.. Directory.GetFiles(folder, "*.graphql").Order(StringComparer.Ordinal).SelectMany(ReadFile)];
    }

    private static IEnumerable<Question> ReadFile(string path)
    {
        var feature = Path.GetFileNameWithoutExtension(path);
        var lines = File.ReadAllLines(path);
        return lines[0].StartsWith("# A document a line", StringComparison.Ordinal) ? ReadLines(feature, lines) : ReadBlocks(feature, lines);
    }

    private static IEnumerable<Question> ReadLines(string feature, string[] lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i].StartsWith("# ", StringComparison.Ordinal)) continue;
            var parts = lines[i].Split(" #: ");
            yield return new($"{feature}: line {i + 1}", parts[0], parts.Length > 1 ? parts[1] : null) { Features = [feature] };
        }
    }

    private static IEnumerable<Question> ReadBlocks(string feature, string[] lines)
    {
        string? name = null;
        string? variables = null;
        string? operation = null;
        var document = new StringBuilder();
        foreach (var line in lines.Append("#### end"))
        {
            if (line.StartsWith("#### ", StringComparison.Ordinal))
            {
                if (name is not null) yield return new($"{feature}: {name}", document.ToString().TrimEnd('\n'), variables, operation) { Features = [feature] };
                (name, variables, operation) = (line[5..], null, null);
                document.Clear();
            }
            else if (line.StartsWith("#: variables ", StringComparison.Ordinal)) variables = line["#: variables ".Length..];
            else if (line.StartsWith("#: operation ", StringComparison.Ordinal)) operation = line["#: operation ".Length..];
            else document.Append(line).Append('\n');
        }
    }
}
