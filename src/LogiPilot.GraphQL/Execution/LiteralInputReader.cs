using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

/// <summary>Coerces a literal, and the variables in it, to its C# value. Validation saw to the types; what it could not see is thrown.</summary>
internal sealed class LiteralInputReader(VariableValues variables, DocumentNode? document = null)
{
    public object? Read(ValueNode literal, InputBinding binding)
    {
        var type = binding.Type;
        if (literal is VariableNode variable)
        {
            if (!variables.TryGet(variable.Name, out var given) || given is null)
                return type.IsNonNull ? throw Refused($"Expected value of non-null type \"{type}\" not to be null.", literal) : null;
            return binding.Adapt(given);
        }
        if (literal is NullValueNode)
            return type.IsNonNull ? throw Refused($"Expected value of type \"{type}\", found null.", literal) : null;
        return type.Nullable switch
        {
            ListType => ReadList(literal, binding),
            InputObjectType input => ReadObject(literal, input),
            EnumType values => literal is EnumValueNode name && values.Value(name.Name) is { } known
                ? known.ClrValue
                : throw Refused($"Value {literal} does not exist in \"{values}\" enum.", literal),
            ScalarType scalar => scalar.ReadObject(InputReading.ScalarOf(literal, variables)),
            _ => null,
        };
    }

    private object ReadList(ValueNode literal, InputBinding binding)
    {
        if (literal is not ListValueNode list) return binding.MakeList([Read(literal, binding.Item!)]);
        var items = new object?[list.Items.Count];
        for (var i = 0; i < items.Length; i++) items[i] = Read(list.Items[i], binding.Item!);
        return binding.MakeList(items);
    }

    private object ReadObject(ValueNode literal, InputObjectType type)
    {
        if (literal is not ObjectValueNode given) throw Refused($"Expected value of type \"{type}\", found {literal}.", literal);
        var values = new object?[type.Fields.Count];
        var found = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            var value = Find(given, field.Name);
            if (IsAbsent(value))
            {
                if (field.IsRequired) throw Refused($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", literal);
                values[i] = field.AbsentValue;
                continue;
            }
            var read = Read(value!, field.Binding);
            if (type.IsOneOf && read is null) throw Refused($"Field \"{type}.{field.Name}\" must be non-null.", literal);
            found++;
            values[i] = InputReading.Wrap(field.Binding, read);
        }
        if (type.IsOneOf && found != 1) throw Refused($"Exactly one key must be specified for OneOf type \"{type}\".", literal);
        return type.Create.Value(values);
    }

    private static ValueNode? Find(ObjectValueNode given, string name)
    {
        foreach (var field in given.Fields)
            if (field.Name == name) return field.Value;
        return null;
    }

    /// <summary>A variable that was not provided counts as nothing given.</summary>
    public bool IsAbsent(ValueNode? value) => value is null || (value is VariableNode variable && !variables.TryGet(variable.Name, out _));

    private GraphQLException Refused(string message, ValueNode at) => new(message, ErrorCodes.BadInput) { Locations = document is null ? [] : [document.LocationOf(at)] };
}
