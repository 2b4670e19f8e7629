using System.Globalization;
using System.Text;
using System.Text.Json;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Fuzz;

/// <summary>Random values: of scalars as literals, and of any input type as JSON.</summary>
internal static class ScalarValues
{
    private static readonly string[] Texts =
        ["", "a", "Curtain", "é", "推理 😀", "\\\"", "\\n\\t", "\\u0041", "\\uD83D\\uDE00", "\\u{1F600}", "x y z", "__", "#", "$a", "{}", "\u2028"];

    private static readonly string[] Json =
        ["null", "true", "1", "-1", "1.0", "1e3", "1e999", "\"\"", "\"a\"", "\"\\ud800\"", "[]", "[null]", "[[[]]]", "{}", "{\"a\":1}", "{\"\":null}", "123456789012345678901234567890", "\"CRIME\""];

    public static string Literal(string scalar, Random random) => scalar switch
    {
        "Int" => Any(random, ["0", "1", "2", "3", "-1", "7", "42"]),
        "Long" => Any(random, ["0", "5", "-9223372036854775808", "9223372036854775807", "5000000000"]),
        "Float" or "Decimal" => Any(random, ["0", "1", "-2", "1.5", "0.001", "1e3", "12.50", "-0.0"]),
        "Boolean" => Any(random, ["true", "false"]),
        "UUID" => $"\"00000000-0000-0000-0000-{random.Next(0, 20).ToString(CultureInfo.InvariantCulture).PadLeft(12, '0')}\"",
        "DateTime" => Any(random, ["\"2026-01-01T00:00:00Z\"", "\"1929-10-21T12:30:00.123+02:00\""]),
        "Date" => "\"2026-01-31\"",
        _ => random.Next(8) == 0 ? $"\"\"\"{Any(random, ["", "a\n  b", "\\\"\"\"", " x "])}\"\"\"" : $"\"{Any(random, Texts)}\"",
    };

    /// <summary>The variables of a request as a JSON object; some are left out, some are of the wrong type.</summary>
    public static string Variables(IReadOnlyList<(string Name, GraphType Type)> variables, Random random, double faults)
    {
        var text = new StringBuilder("{");
        foreach (var (name, type) in variables)
        {
            if (random.NextDouble() < faults || (!type.IsNonNull && random.Next(4) == 0)) continue;
            text.Append(text.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(name)).Append(':');
            Write(text, type, random, faults, 0);
        }
        if (random.NextDouble() < faults) text.Append(text.Length > 1 ? "," : "").Append("\"extra\":").Append(Any(random, Json));
        return text.Append('}').ToString();
    }

    private static void Write(StringBuilder text, GraphType type, Random random, double faults, int depth)
    {
        if (random.NextDouble() < faults) text.Append(Any(random, Json));
        else if (!type.IsNonNull && (depth > 4 || random.Next(6) == 0)) text.Append("null");
        else if (type.Nullable is ListType list) WriteList(text, list, random, faults, depth);
        else if (type.Named is InputObjectType input) WriteObject(text, input, random, faults, depth);
        else if (type.Named is EnumType values) text.Append('"').Append(Any(random, values.Values).Name).Append('"');
        else text.Append(JsonScalar(type.Named.Name, random));
    }

    private static void WriteList(StringBuilder text, ListType list, Random random, double faults, int depth)
    {
        var count = random.Next(4);
        text.Append('[');
        for (var i = 0; i < count; i++) Write(i == 0 ? text : text.Append(','), list.OfType, random, faults, depth + 1);
        text.Append(']');
    }

    private static void WriteObject(StringBuilder text, InputObjectType input, Random random, double faults, int depth)
    {
        var one = Any(random, input.Fields);
        var isFirst = true;
        text.Append('{');
        foreach (var field in input.Fields)
        {
            if (input.IsOneOf ? field != one : !field.IsRequired && random.Next(2) == 0) continue;
            text.Append(isFirst ? "" : ",").Append('"').Append(random.NextDouble() < faults ? "field" : field.Name).Append("\":");
            Write(text, field.Type, random, faults, depth + 1);
            isFirst = false;
        }
        text.Append('}');
    }

    private static string JsonScalar(string scalar, Random random)
    {
        var literal = Literal(scalar, random);
        if (literal[0] != '"') return literal;
        return scalar is "String" or "ID" ? Any(random, ["\"\"", "\"a\"", "\"é😀\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"Curtain\""]) : literal;
    }

    private static T Any<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
