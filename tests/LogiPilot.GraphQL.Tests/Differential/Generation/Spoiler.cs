using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

/// <summary>Makes the variables sent with a document wrong in one place.</summary>
internal sealed class Spoiler(Draft draft, Random random)
{
    /// <summary>The kind of mistake, and the variables with it; null where there is nothing to spoil.</summary>
    public (string Kind, JsonObject Variables)? Spoil()
    {
        if (draft.Variables is null || draft.Declared.Count == 0) return null;
        var variables = (JsonObject)draft.Variables.DeepClone();
        var variable = random.From(draft.Declared);
        if (variable.Type.IsNonNull && variable.Default is null && random.Chance(20))
        {
            variables.Remove(variable.Name);
            return ("required variable absent", variables);
        }
        if (variable.Type.IsNonNull && random.Chance(15))
        {
            variables[variable.Name] = null;
            return ("null for a non-null variable", variables);
        }
        var (kind, wrong) = Wrong(variable.Type, 3);
        variables[variable.Name] = wrong;
        return (kind, variables);
    }

    private (string Kind, JsonNode? Value) Wrong(GraphType type, int depth) => type.Nullable switch
    {
        ListType list => WrongList(list, depth),
        InputObjectType input => WrongObject(input, depth),
        EnumType => random.Next(4) switch
        {
            0 => ("number for an enum", 1),
            1 => ("unknown enum value", "MAUVE"),
            2 => ("misspelled enum value", "GREN"),
            _ => ("list for an enum", new JsonArray("RED")),
        },
        _ => WrongScalar(type.Named.Name),
    };

    private (string Kind, JsonNode? Value) WrongList(ListType list, int depth)
    {
        if (list.OfType.IsNonNull && random.Chance(30)) return ("null in a list of non-null", new JsonArray(null, null));
        var (kind, wrong) = Wrong(list.OfType, depth - 1);
        return random.Chance(30) ? ($"{kind}, single for a list", wrong) : ($"{kind}, in a list", new JsonArray(wrong, wrong?.DeepClone()));
    }

    private (string Kind, JsonNode? Value) WrongObject(InputObjectType input, int depth)
    {
        var choice = random.Next(5);
        if (choice == 0 || depth <= 0) return ("no object for an input object", random.Chance(50) ? 5 : new JsonArray());
        if (input.IsOneOf)
        {
            return choice switch
            {
                1 => ("oneOf with none", new JsonObject()),
                2 => ("oneOf with two", new JsonObject { ["id"] = "a", ["text"] = "b" }),
                3 => ("oneOf with null", new JsonObject { ["text"] = null }),
                _ => ("oneOf with one given and one null", new JsonObject { ["id"] = "a", ["text"] = null }),
            };
        }
        var spoiled = new JsonObject();
        foreach (var required in input.Fields.Where(field => field.IsRequired)) spoiled[required.Name] = required.Type.Named.Name == "Int" ? 1 : "a";
        if (choice == 1) return ("unknown input field", With(spoiled, random.From(["depht", "xyz", "Name", "txt"]), 1));
        if (choice == 2 && spoiled.Count > 0)
        {
            spoiled.Remove(random.From(spoiled.Select(pair => pair.Key).ToList()));
            return ("required input field absent", spoiled);
        }
        var field = random.From(input.Fields);
        if (field.Type.IsNonNull && choice == 3) return ("null for a non-null input field", With(spoiled, field.Name, null));
        var (kind, wrong) = Wrong(field.Type, depth - 1);
        return ($"{kind}, in an input object", With(spoiled, field.Name, wrong));
    }

    private static JsonObject With(JsonObject made, string name, JsonNode? value)
    {
        made[name] = value;
        return made;
    }

    private (string Kind, JsonNode? Value) WrongScalar(string scalar) => random.Next(5) switch
    {
        0 => ($"object for {scalar}", new JsonObject { ["a"] = new JsonArray(1, "b", null) }),
        1 => ($"list for {scalar}", new JsonArray(1)),
        _ => ($"wrong value for {scalar}", scalar switch
        {
            "Int" => JsonNode.Parse(random.From(["1.5", "\"1\"", "true", "2147483648", "-2147483649", "1e10"])),
            "Float" => JsonNode.Parse(random.From(["\"1\"", "true"])),
            "String" => JsonNode.Parse(random.From(["1", "1.5", "true"])),
            "Boolean" => JsonNode.Parse(random.From(["1", "0", "\"true\""])),
            "ID" => JsonNode.Parse(random.From(["1.5", "true"])),
            "Long" => JsonNode.Parse(random.From(["1.5", "\"1\"", "1e19"])),
            "Decimal" => JsonNode.Parse(random.From(["\"1\"", "false"])),
            "UUID" => JsonNode.Parse(random.From(["\"1\"", "1", "\"0000000-00000-4000-8000-00000000abcd\""])),
            "DateTime" => JsonNode.Parse(random.From(["\"2020-02-30T00:00:00Z\"", "\"2020-01-01T00:00:00\"", "5"])),
            "Date" => JsonNode.Parse(random.From(["\"2020-02-30\"", "\"2020-1-1\"", "20200101"])),
            _ => JsonNode.Parse(random.From(["3", "\"2\"", "2.5", "true"])),
        }),
    };
}
