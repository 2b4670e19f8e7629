using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

internal sealed partial class DocumentGenerator
{
    /// <summary>What is sent for a variable: a value, null or nothing.</summary>
    private void Assign(Declared variable)
    {
        var mayBeAbsent = !variable.Type.IsNonNull || variable.Default is not null;
        if (mayBeAbsent && _random.Chance(25))
        {
            _draft.Features.Add(variable.Default is null ? "variable absent" : "variable default used");
            variable.Absent = true;
            return;
        }
        if (!variable.Type.IsNonNull && _random.Chance(15))
        {
            _draft.Features.Add("variable null");
            return;
        }
        variable.Value = Json(new NonNullType(variable.Type.Nullable), 2);
    }

    private JsonNode? Json(GraphType type, int depth)
    {
        if (!type.IsNonNull && _random.Chance(15)) return null;
        switch (type.Nullable)
        {
            case ListType list when _random.Chance(15):
                _draft.Features.Add("single value for a list in a variable");
                return Json(new NonNullType(list.OfType.Nullable), depth - 1);
            case ListType list:
                _draft.Features.Add("list in a variable");
                return new JsonArray([.. Enumerable.Range(0, _random.Next(depth > 0 ? 4 : 2)).Select(_ => Json(list.OfType, depth - 1))]);
            case InputObjectType input:
                _draft.Features.Add(input.IsOneOf ? "oneOf in a variable" : "input object in a variable");
                return JsonObjectOf(input, depth);
            case EnumType values:
                _draft.Features.Add("enum in a variable");
                return _random.From(values.Values).Name;
            default:
                _draft.Features.Add(type.Named.Name is "Int" or "Float" or "String" or "Boolean" or "ID" ? "scalar in a variable" : "custom scalar in a variable");
                return JsonNode.Parse(_random.From(JsonTexts(type.Named.Name)));
        }
    }

    private JsonObject JsonObjectOf(InputObjectType input, int depth)
    {
        if (input.IsOneOf)
        {
            var one = _random.From(input.Fields.Where(field => depth > 0 || field.Type.Named is not InputObjectType).ToList());
            return new() { [one.Name] = Json(new NonNullType(one.Type.Nullable), depth - 1) };
        }
        return new(input.Fields.Where(field => field.IsRequired || (depth > 0 && _random.Chance(35)))
            .Select(field => KeyValuePair.Create(field.Name, Json(field.Type, depth - 1))));
    }

    private static string[] JsonTexts(string scalar) => scalar switch
    {
        "Int" => ["0", "7", "-42", "2147483647", "-2147483648", "1.0", "1e3"],
        "Float" => ["0", "1", "-1.5", "1.25e-3", "1e300", "0.1"],
        "String" => ["\"\"", "\"plain\"", "\"q \\\" \\\\ \\n\"", "\"\\ud83d\\ude00\"", "\"__typename\""],
        "Boolean" => ["true", "false"],
        "ID" => ["\"n1\"", "4", "\"\"", "-7"],
        "Long" => ["0", "-5", "9007199254740991", "2147483648"],
        "Decimal" => ["0", "12.5", "-0.25", "1e3"],
        "UUID" => ["\"00000000-0000-4000-8000-00000000abcd\""],
        "DateTime" => ["\"2020-02-29T23:59:59Z\"", "\"1999-12-31T00:00:00.5+02:00\""],
        "Date" => ["\"2020-02-29\""],
        "Even" => ["0", "-4"],
        _ => throw new InvalidOperationException($"No JSON for {scalar}."),
    };
}
