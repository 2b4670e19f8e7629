using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

/// <summary>Checks a default against its type, as the validation of a document checks the values in it.</summary>
internal static class Constant
{
    /// <summary>What is wrong with the value; null when it is right.</summary>
    public static string? Mistake(ValueNode value, GraphType type)
    {
        if (value is VariableNode) return "a default cannot be a variable";
        if (value is NullValueNode) return type.IsNonNull ? $"{type} cannot be null" : null;
        switch (type.Nullable)
        {
            case ListType list:
                if (value is not ListValueNode items) return Mistake(value, list.OfType);
                return items.Items.Select(item => Mistake(item, list.OfType)).FirstOrDefault(found => found is not null);
            case InputObjectType input:
                return value is ObjectValueNode given ? Mistake(given, input) : $"{value} is no {input}";
            case EnumType values:
                return value is EnumValueNode name && values.Value(name.Name) is not null ? null : $"{value} is no value of the enum {values}";
            case ScalarType scalar:
                try
                {
                    scalar.ReadObject(InputReading.ScalarOf(value));
                    return null;
                }
                catch (GraphQLException refused)
                {
                    return refused.Message;
                }
            default:
                return $"{type} is no input type";
        }
    }

    private static string? Mistake(ObjectValueNode given, InputObjectType type)
    {
        foreach (var field in given.Fields)
        {
            if (type.Field(field.Name) is not { } known) return $"{type} has no field \"{field.Name}\"";
            if (Mistake(field.Value, known.Type) is { } mistake) return mistake;
        }
        if (type.Fields.FirstOrDefault(field => field.IsRequired && given.Fields.All(f => f.Name != field.Name)) is { } missing)
            return $"the field \"{missing.Name}\" of {type} is required";
        return type.IsOneOf && (given.Fields.Count != 1 || given.Fields[0].Value is NullValueNode) ? $"exactly one field of {type} must be given" : null;
    }
}
