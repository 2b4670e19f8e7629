using System.Globalization;
using System.Text;

namespace LogiPilot.GraphQL.Language;

/// <summary>Writes values and types as graphql-js prints them.</summary>
public static class SyntaxPrinter
{
    public static string Print(ValueNode value) => Append(new StringBuilder(), value).ToString();

    public static string PrintString(string value) => AppendString(new StringBuilder(), value).ToString();

    private static StringBuilder Append(StringBuilder text, ValueNode value)
    {
        switch (value)
        {
            case VariableNode v: return text.Append('$').Append(v.Name);
            case IntValueNode v: return text.Append(v.Text);
            case FloatValueNode v: return text.Append(v.Text);
            case StringValueNode { Block: true } v: return text.Append(BlockString.Print(v.Value));
            case StringValueNode v: return AppendString(text, v.Value);
            case BooleanValueNode v: return text.Append(v.Value ? "true" : "false");
            case EnumValueNode v: return text.Append(v.Name);
            case ListValueNode v:
                text.Append('[');
                for (var i = 0; i < v.Items.Count; i++) Append(i == 0 ? text : text.Append(", "), v.Items[i]);
                return text.Append(']');
            case ObjectValueNode v:
                text.Append('{');
                for (var i = 0; i < v.Fields.Count; i++)
                    Append((i == 0 ? text : text.Append(", ")).Append(v.Fields[i].Name.Value).Append(": "), v.Fields[i].Value);
                return text.Append('}');
            default: return text.Append("null");
        }
    }

    private static StringBuilder AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or (>= '\u007F' and <= '\u009F') => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }
        return text.Append('"');
    }
}
