using System.Reflection;

namespace LogiPilot.GraphQL.Building;

/// <summary>A C# type with the nullability its source says, inside generics too.</summary>
internal sealed record ClrShape(Type Type, bool Nullable, IReadOnlyList<ClrShape> Arguments)
{
    public static ClrShape Returned(NullabilityInfoContext context, MemberInfo member) => member switch
    {
        MethodInfo method => Of(context.Create(method.ReturnParameter), written: false),
        PropertyInfo property => Of(context.Create(property), written: false),
        _ => throw SchemaException.At(member, "only methods and properties can be fields."),
    };

    public static ClrShape Taken(NullabilityInfoContext context, ParameterInfo parameter) => Of(context.Create(parameter), written: true);

    public static ClrShape Taken(NullabilityInfoContext context, PropertyInfo property) => Of(context.Create(property), written: true);

    public bool Is(Type definition) => Type.IsGenericType && Type.GetGenericTypeDefinition() == definition;

    public bool IsTask => Is(typeof(Task<>)) || Is(typeof(ValueTask<>));

    public ClrShape WithoutTask => IsTask ? Arguments[0] : this;

    /// <summary>The element where the type is a list; strings and dictionaries are none.</summary>
    public ClrShape? Element
    {
        get
        {
            if (Type == typeof(string) || Type == typeof(byte[])) return null;
            if (Type.IsArray) return Arguments.Count == 1 ? Arguments[0] : new(Type.GetElementType()!, false, []);
            var list = Is(typeof(IEnumerable<>))
                ? Type
                : Array.Find(Type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
            if (list is null) return null;
            var element = list.GetGenericArguments()[0];
            return Arguments.Count == 1 && Arguments[0].MatchesElement(element) ? Arguments[0] : new(element, false, []);
        }
    }

    private bool MatchesElement(Type element) => element == Type || System.Nullable.GetUnderlyingType(element) == Type;

    private static ClrShape Of(NullabilityInfo info, bool written)
    {
        if (System.Nullable.GetUnderlyingType(info.Type) is { } value) return new(value, true, []);
        var nullable = !info.Type.IsValueType && (written ? info.WriteState : info.ReadState) != NullabilityState.NotNull;
        ClrShape[] arguments = info.ElementType is { } element
            ? [Of(element, written)]
            : [.. info.GenericTypeArguments.Select(argument => Of(argument, written))];
        return new(info.Type, nullable, arguments);
    }
}
