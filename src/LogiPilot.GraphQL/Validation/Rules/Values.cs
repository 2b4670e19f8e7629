using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class ValuesOfCorrectType : ValidationRule
{
    public override void EnterValue(ValueNode value, ValidationContext context)
    {
        if (context.InputType is not { } type || context.IsInsideMistake) return;
        switch (value)
        {
            case NullValueNode:
                if (type.IsNonNull) Report(context, $"Expected value of type \"{type}\", found null.", value);
                break;
            case ListValueNode:
                if (type.Nullable is not ListType) CheckLeaf(value, type.Nullable, context);
                break;
            case ObjectValueNode given when type.Named is InputObjectType input:
                CheckObject(given, input, context);
                break;
            default:
                CheckLeaf(value, type, context);
                break;
        }
    }

    public override void EnterObjectField(ObjectFieldNode field, InputObjectType? parent, ValidationContext context)
    {
        if (parent is not null && context.InputType is null && !context.IsInsideMistake)
            Report(context, $"Field \"{field.Name}\" is not defined by type \"{parent}\".{context.Suggest(field.Name, parent.Fields.Select(f => f.Name))}", field);
    }

    private void CheckObject(ObjectValueNode given, InputObjectType type, ValidationContext context)
    {
        foreach (var field in type.Fields)
            if (field.IsRequired && !IsGiven(given, field.Name))
                Report(context, $"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", given);
        if (!type.IsOneOf) return;
        // Of twins the last counts; that there are two is another rule's to say.
        var last = given.Fields.Count == 0 ? null : given.Fields[^1];
        if (last is null || given.Fields.Any(field => field.Name != last.Name))
            Report(context, $"OneOf Input Object \"{type}\" must specify exactly one key.", given);
        else if (last.Value is NullValueNode)
            Report(context, $"Field \"{type}.{last.Name}\" must be non-null.", given);
    }

    private static bool IsGiven(ObjectValueNode given, string name)
    {
        foreach (var field in given.Fields)
            if (field.Name == name) return true;
        return false;
    }

    private void CheckLeaf(ValueNode value, GraphType expected, ValidationContext context)
    {
        switch (expected.Named)
        {
            case EnumType type when value is not EnumValueNode:
                var printed = value.ToString();
                Report(context, $"Enum \"{type}\" cannot represent non-enum value: {printed}.{context.SuggestEnum(printed, type)}", value);
                break;
            case EnumType type:
                if (type.Value(((EnumValueNode)value).Name) is null)
                    Report(context, $"Value \"{value}\" does not exist in \"{type}\" enum.{context.SuggestEnum(value.ToString(), type)}", value);
                break;
            case ScalarType type:
                try
                {
                    type.ReadObject(InputReading.ScalarOf(value));
                }
                catch (GraphQLException mistake)
                {
                    Report(context, mistake.Message, value);
                }
                break;
            default:
                Report(context, $"Expected value of type \"{expected}\", found {value}.", value);
                break;
        }
    }
}

internal sealed class UniqueInputFieldNames : ValidationRule
{
    public override void EnterValue(ValueNode value, ValidationContext context)
    {
        if (value is not ObjectValueNode given || !Twins.Any(given.Fields, field => field.Name)) return;
        var seen = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
        foreach (var field in given.Fields)
            if (!seen.TryAdd(field.Name, field)) context.TwinFields[field] = seen[field.Name];
    }

    public override void EnterObjectField(ObjectFieldNode field, InputObjectType? parent, ValidationContext context)
    {
        if (context.TwinFields.Count > 0 && context.TwinFields.TryGetValue(field, out var first))
            Report(context, $"There can be only one input field named \"{field.Name}\".", first, field);
    }
}
