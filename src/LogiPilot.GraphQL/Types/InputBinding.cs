using System.Collections;

namespace LogiPilot.GraphQL.Types;

/// <summary>An input type together with the C# type its values take.</summary>
internal sealed class InputBinding
{
    private InputBinding(GraphType type, Type clrType)
    {
        Type = type;
        ClrType = clrType;
        if (clrType.IsGenericType && clrType.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            IsOptional = true;
            ClrType = clrType = clrType.GetGenericArguments()[0];
        }
        if (type.Nullable is ListType list)
        {
            ElementType = clrType.IsArray ? clrType.GetElementType()! : clrType.GetGenericArguments()[0];
            IsList = clrType.IsGenericType && clrType.GetGenericTypeDefinition() == typeof(List<>);
            Item = new(list.OfType, ElementType);
        }
    }

    public GraphType Type { get; }
    public Type ClrType { get; }
    public bool IsOptional { get; }
    public Type? ElementType { get; }
    public bool IsList { get; }
    public InputBinding? Item { get; }

    public static InputBinding Of(GraphType type, Type clrType) => new(type, clrType);

    /// <summary>The binding of a type that nothing in C# asks for yet: arrays of the scalar's own type.</summary>
    public static InputBinding Natural(GraphType type) => new(type, NaturalType(type));

    private static Type NaturalType(GraphType type)
    {
        var clrType = type.Nullable switch
        {
            ListType list => NaturalType(list.OfType).MakeArrayType(),
            ScalarType scalar => scalar.ClrType,
            EnumType values => values.ClrType,
            InputObjectType input => input.ClrType ?? typeof(object[]),
            _ => typeof(object),
        };
        return clrType.IsValueType && !type.IsNonNull ? typeof(Nullable<>).MakeGenericType(clrType) : clrType;
    }

    public object MakeList(object?[] items)
    {
        var array = Array.CreateInstance(ElementType!, items.Length);
        for (var i = 0; i < items.Length; i++) array.SetValue(items[i], i);
        return IsList ? Activator.CreateInstance(ClrType, array)! : array;
    }

    /// <summary>Turns a value coerced for another place into this one's C# type; only lists can differ.</summary>
    public object? Adapt(object? value)
    {
        if (value is null || ClrType.IsInstanceOfType(value) || Item is null) return value;
        if (value is not IEnumerable items || value is string) return MakeList([Item.Adapt(value)]);
        return MakeList([.. items.Cast<object?>().Select(Item.Adapt)]);
    }
}
