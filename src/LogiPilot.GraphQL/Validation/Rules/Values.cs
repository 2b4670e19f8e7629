using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class ValuesOfCorrectType : ValidationRule
{
    public override void EnterValue(ValueNode value)
    {
        if (Context.InputType is not { } type) return;
        switch (value)
        {
            case NullValueNode:
                if (type.IsNonNull) Report($"Expected value of type \"{type}\", found null.", value);
                break;
            case ListValueNode when type.Nullable is ListType:
                break;
            case ObjectValueNode given when type.Named is InputObjectType input:
                CheckObject(given, input);
                break;
            default:
                CheckLeaf(value, type);
                break;
        }
    }

    public override void EnterObjectField(ObjectFieldNode field)
    {
        if (Context.InputType is null && Context.ParentInputType is InputObjectType input)
            Report($"Field \"{field.Name}\" is not defined by type \"{input}\".{DidYouMean.Suggest(field.Name.Value, input.Fields.Select(f => f.Name))}", field);
    }

    private void CheckObject(ObjectValueNode given, InputObjectType type)
    {
        foreach (var field in type.Fields)
            if (field.IsRequired && !given.Fields.Any(f => f.Name.Value == field.Name))
                Report($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", given);
        if (!type.IsOneOf) return;
        if (given.Fields.DistinctBy(field => field.Name.Value, StringComparer.Ordinal).Count() != 1)
            Report($"OneOf Input Object \"{type}\" must specify exactly one key.", given);
        else if (given.Fields[0].Value is NullValueNode)
            Report($"Field \"{type}.{given.Fields[0].Name}\" must be non-null.", given);
    }

    private void CheckLeaf(ValueNode value, GraphType expected)
    {
        switch (expected.Named)
        {
            case EnumType type when value is not EnumValueNode:
                Report($"Enum \"{type}\" cannot represent non-enum value: {value}.{DidYouMean.Enum(value.ToString(), type)}", value);
                break;
            case EnumType type when type.Value(((EnumValueNode)value).Name) is null:
                Report($"Value \"{value}\" does not exist in \"{type}\" enum.{DidYouMean.Enum(value.ToString(), type)}", value);
                break;
            case EnumType:
                break;
            case ScalarType type:
                try
                {
                    type.ReadObject(InputReading.ScalarOf(value));
                }
                catch (GraphQLException mistake)
                {
                    Report(mistake.Message, value);
                }
                break;
            default:
                Report($"Expected value of type \"{expected}\", found {value}.", value);
                break;
        }
    }
}

internal sealed class UniqueInputFieldNames : ValidationRule
{
    public override void EnterValue(ValueNode value)
    {
        if (value is not ObjectValueNode given || given.Fields.Count < 2) return;
        var seen = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in given.Fields)
            if (!seen.TryAdd(field.Name.Value, field.Name))
                Report($"There can be only one input field named \"{field.Name}\".", seen[field.Name.Value], field.Name);
    }
}
