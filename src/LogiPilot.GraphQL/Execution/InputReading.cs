using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

internal static class InputReading
{
    private const int MaxPrinted = 2_000;
    private const int MaxProperties = 1_000;

    public static ScalarInput ScalarOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new(ScalarInputKind.String, Text(json), json),
        JsonValueKind.True => new(ScalarInputKind.Boolean, "true", json),
        JsonValueKind.False => new(ScalarInputKind.Boolean, "false", json),
        JsonValueKind.Number => Number(json),
        _ => new(ScalarInputKind.Other, "", json),
    };

    public static ScalarInput ScalarOf(ValueNode literal, VariableValues? variables = null) => literal switch
    {
        StringValueNode text => new(ScalarInputKind.String, text.Value, literal, variables),
        IntValueNode number => new(ScalarInputKind.Integer, number.Text, literal, variables),
        FloatValueNode number => new(ScalarInputKind.Float, number.Text, literal, variables),
        BooleanValueNode truth => new(ScalarInputKind.Boolean, truth.Value ? "true" : "false", literal, variables),
        _ => new(ScalarInputKind.Other, "", literal, variables),
    };

    /// <summary>An <see cref="Optional{T}"/> field gets its value wrapped.</summary>
    public static object? Wrap(InputBinding binding, object? value) =>
        binding.IsOptional ? Activator.CreateInstance(typeof(Optional<>).MakeGenericType(binding.ClrType), value, true) : value;

    /// <summary>A string of the variables. JSON lets through what no text can hold, half a surrogate pair: that is the client's mistake.</summary>
    public static string Text(JsonElement json) => Text(() => json.GetString()!);

    public static string Name(JsonProperty property) => Text(() => property.Name);

    private static string Text(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new GraphQLException("A string in the variables is not Unicode text.", ErrorCodes.BadInput);
        }
    }

    /// <summary>A JSON value as graphql-js shows it in errors, save that of a very long one the beginning is enough.</summary>
    public static string Print(JsonElement json)
    {
        var text = Print(new StringBuilder(), json, 0);
        return text.Length <= MaxPrinted ? text.ToString() : text.ToString(0, MaxPrinted) + "...";
    }

    // Each declared name is looked for among all that were sent, so that these must not be too many.
    public static void RequireFewProperties(JsonElement json)
    {
        if (json.GetPropertyCount() > MaxProperties)
            throw new GraphQLException($"An object in the variables has {json.GetPropertyCount()} properties; at most {MaxProperties} are accepted.", ErrorCodes.Limit);
    }

    private static ScalarInput Number(JsonElement json)
    {
        var text = json.GetRawText();
        return new(text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? ScalarInputKind.Integer : ScalarInputKind.Float, text, json);
    }

    private static StringBuilder Print(StringBuilder text, JsonElement json, int depth)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array when depth > 2: return text.Append("[Array]");
            case JsonValueKind.Array:
                text.Append('[');
                var items = 0;
                foreach (var item in json.EnumerateArray())
                {
                    if (items++ > 0) text.Append(", ");
                    if (items > 10 || text.Length > MaxPrinted)
                    {
                        text.Append(json.GetArrayLength() - 10 == 1 ? "... 1 more item" : $"... {json.GetArrayLength() - 10} more items");
                        break;
                    }
                    Print(text, item, depth + 1);
                }
                return text.Append(']');
            case JsonValueKind.Object when depth > 2: return text.Append("[Object]");
            case JsonValueKind.Object:
                var any = false;
                text.Append('{');
                foreach (var property in json.EnumerateObject())
                {
                    if (text.Length > MaxPrinted) break;
                    Print(text.Append(any ? ", " : " ").Append(Shown(JsonMarshal.GetRawUtf8PropertyName(property))).Append(": "), property.Value, depth + 1);
                    any = true;
                }
                return text.Append(any ? " }" : "}");
            case JsonValueKind.String: return Quote(text, Shown(JsonMarshal.GetRawUtf8Value(json)[1..^1]));
            case JsonValueKind.Number: return text.Append(PrintNumber(Shown(JsonMarshal.GetRawUtf8Value(json))));
            default: return text.Append(json.GetRawText());
        }
    }

    // As JavaScript does: by value, with an exponent only where it is large.
    private static string PrintNumber(string json)
    {
        if (json.AsSpan().IndexOfAny('.', 'e', 'E') < 0 || !double.TryParse(json, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return json;
        if (Math.Abs(number) is >= 1e21 or < 1e-6 && number != 0)
        {
            var parts = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
            return parts.Length == 1 ? parts[0] : $"{parts[0]}e{parts[1][0]}{parts[1][1..].TrimStart('0')}";
        }
        return double.IsInteger(number)
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture) is var shortest && shortest.Contains('E', StringComparison.Ordinal)
                ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : shortest;
    }

    /// <summary>A text that a client sent, or the beginning of a very long one.</summary>
    public static string Shown(string text) => text.Length <= MaxPrinted ? text : text[..MaxPrinted] + "...";

    // Of a value of megabytes no more is decoded than is shown: each mistake beside it shows it again.
    private static string Shown(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaxPrinted) json = json[..Beginning(json)];
        byte[] quoted = [(byte)'"', .. json, (byte)'"'];
        return Text(() =>
        {
            var reader = new Utf8JsonReader(quoted);
            reader.Read();
            return reader.GetString()!;
        });
    }

    /// <summary>Somewhat more than is printed, up to where no character and no escape is cut in two.</summary>
    private static int Beginning(ReadOnlySpan<byte> json)
    {
        var end = 0;
        while (end < json.Length && end <= MaxPrinted)
        {
            if (json[end] != '\\') end++;
            else if (json[end + 1] != 'u') end += 2;
            else end += json[end + 2] is (byte)'d' or (byte)'D' && json[end + 3] is not ((byte)'0' or (byte)'1' or (byte)'2' or (byte)'3' or (byte)'4' or (byte)'5' or (byte)'6' or (byte)'7') ? 12 : 6;
        }
        while (end < json.Length && (json[end] & 0xC0) == 0x80) end++;
        return Math.Min(end, json.Length);
    }

    private static StringBuilder Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
        return text.Append('"');
    }
}
