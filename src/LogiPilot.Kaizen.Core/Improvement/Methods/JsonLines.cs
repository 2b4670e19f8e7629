using System.Text;
using System.Text.Json;

namespace LogiPilot.Kaizen.Core.Improvement.Methods;

/// <summary>In which line of a JSON text each place stands, by its path (<c>steps[2].fields[0].type</c>).</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <exception cref="JsonException">It is no JSON.</exception>
    public JsonLines(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var (inside, at, line, counted) = (new Stack<(string Path, int Index)>(), "", 1, 0L);
        while (reader.Read())
        {
            line += json[(int)counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = reader.TokenStartIndex;
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                inside.Pop();
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var (path, _) = inside.Peek();
                var name = Encoding.UTF8.GetString(reader.ValueSpan);
                at = path.Length == 0 ? name : $"{path}.{name}";
                continue;
            }

            if (inside.TryPeek(out var outer) && outer.Index >= 0)
            {
                at = $"{outer.Path}[{outer.Index}]";
                inside.Pop();
                inside.Push((outer.Path, outer.Index + 1));
            }

            _lines.TryAdd(at, line);
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                inside.Push((at, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }
    }

    /// <summary>The line of a place, or of the nearest one around it that is there.</summary>
    public int Of(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, Math.Max(at.LastIndexOf('.'), at.LastIndexOf('[')))])
        {
            if (_lines.TryGetValue(at, out var line))
            {
                return line;
            }
        }

        return 1;
    }
}
