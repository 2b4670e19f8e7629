using System.Text;
using System.Xml.Linq;

namespace LogiPilot.GraphQL.Building;

/// <summary>Turns a piece of XML documentation into the Markdown that descriptions are.</summary>
internal sealed class DocumentationText
{
    private readonly List<string> _blocks = [];
    private readonly StringBuilder _line = new();

    /// <summary>Null where nothing is said.</summary>
    public static string? Of(XElement element)
    {
        var text = new DocumentationText();
        text.Add(element.Nodes());
        text.EndBlock();
        return text._blocks.Count == 0 ? null : string.Join("\n\n", text._blocks);
    }

    private void Add(IEnumerable<XNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is XText words) AddWords(words.Value);
            else if (node is XElement element) Add(element);
        }
    }

    private void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "para":
                EndBlock();
                Add(element.Nodes());
                EndBlock();
                break;
            case "br":
                _line.Append('\n');
                break;
            case "c":
                _line.Append('`').Append(element.Value).Append('`');
                break;
            case "code":
                EndBlock();
                _blocks.Add($"```\n{Language.BlockString.Dedent(element.Value)}\n```");
                break;
            case "b" or "strong":
                Surround("**", element);
                break;
            case "i" or "em":
                Surround("*", element);
                break;
            case "paramref" or "typeparamref":
                _line.Append('`').Append(element.Attribute("name")?.Value).Append('`');
                break;
            case "see" or "seealso":
                AddReference(element);
                break;
            case "list":
                EndBlock();
                _blocks.Add(string.Join('\n', element.Elements("item").Select(item => "- " + (Of(item) ?? "").Replace("\n\n", ": ", StringComparison.Ordinal))));
                break;
            case "term" or "description":
                EndBlock();
                Add(element.Nodes());
                EndBlock();
                break;
            default:
                Add(element.Nodes());
                break;
        }
    }

    private void AddReference(XElement element)
    {
        if (element.Attribute("href")?.Value is { } address)
        {
            _line.Append(element.Value.Trim() is { Length: > 0 } words ? $"[{words}]({address})" : address);
            return;
        }
        if (element.Value.Trim() is { Length: > 0 } said)
        {
            _line.Append(said);
            return;
        }
        _line.Append('`').Append(element.Attribute("langword")?.Value ?? ShortName(element.Attribute("cref")?.Value ?? "")).Append('`');
    }

    private static string ShortName(string reference)
    {
        var end = reference.AsSpan().IndexOfAny('(', '`', '{');
        var name = end < 0 ? reference : reference[..end];
        return name[(name.AsSpan().LastIndexOfAny('.', ':') + 1)..];
    }

    private void Surround(string mark, XElement element)
    {
        _line.Append(mark);
        Add(element.Nodes());
        _line.Append(mark);
    }

    private void AddWords(string words)
    {
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c)) _line.Append(c);
            else if (_line.Length > 0 && _line[^1] is not (' ' or '\n')) _line.Append(' ');
        }
    }

    private void EndBlock()
    {
        var block = _line.ToString().Trim();
        _line.Clear();
        if (block.Length > 0) _blocks.Add(block);
    }
}
