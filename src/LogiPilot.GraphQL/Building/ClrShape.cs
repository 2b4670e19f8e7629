using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace LogiPilot.GraphQL.Building;

/// <summary>A C# type with the nullability its source says, inside generics too.</summary>
internal sealed record ClrShape(Type Type, bool Nullable, IReadOnlyList<ClrShape> Arguments)
{
    public static ClrShape Returned(Annotations said, MemberInfo member)
    {
        var (source, declared) = member switch
        {
            MethodInfo { IsGenericMethodDefinition: true } => throw SchemaException.At(member, "a resolver cannot be generic. Write one for each type it would stand for."),
            MethodInfo method => ((ICustomAttributeProvider)method.ReturnParameter, ((MethodInfo)Definition(method)).ReturnType),
            PropertyInfo property => (property, ((PropertyInfo)Definition(property)).PropertyType),
            _ => throw SchemaException.At(member, "only methods and properties can be fields."),
        };
        var actual = member is MethodInfo called ? called.ReturnType : ((PropertyInfo)member).PropertyType;
        var shape = Of(said, source, member, actual, declared);
        return said.Has<MaybeNullAttribute>(source) ? shape with { Nullable = true } : said.Has<NotNullAttribute>(source) ? shape with { Nullable = false } : shape;
    }

    public static ClrShape Taken(Annotations said, ParameterInfo parameter)
    {
        var declared = ((MethodBase)Definition(parameter.Member)).GetParameters()[parameter.Position].ParameterType;
        return Taken(said, parameter, Of(said, parameter, parameter.Member, parameter.ParameterType, declared));
    }

    public static ClrShape Taken(Annotations said, PropertyInfo property) =>
        Taken(said, property, Of(said, property, property, property.PropertyType, ((PropertyInfo)Definition(property)).PropertyType));

    /// <summary>Whether a method that returns the type gives no value.</summary>
    public static bool IsNothing(Type returned) => returned == typeof(void) || returned == typeof(Task) || returned == typeof(ValueTask);

    public bool Is(Type definition) => Type.IsGenericType && Type.GetGenericTypeDefinition() == definition;

    public bool IsTask => Is(typeof(Task<>)) || Is(typeof(ValueTask<>));

    public ClrShape WithoutTask => IsTask ? Arguments[0] : this;

    /// <summary>The element where the type is a list; strings and dictionaries are none.</summary>
    public ClrShape? Element
    {
        get
        {
            if (Type == typeof(string) || Type == typeof(byte[])) return null;
            if (Type.IsArray || Is(typeof(IAsyncEnumerable<>))) return Arguments[0];
            if (!typeof(System.Collections.IEnumerable).IsAssignableFrom(Type)) return null;
            var list = Is(typeof(IEnumerable<>)) || Is(typeof(IReadOnlyList<>)) || Is(typeof(List<>))
                ? Type
                : Array.Find(Type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
            if (list is null) return null;
            var element = list.GetGenericArguments()[0];
            return Arguments.Count == 1 && Arguments[0].MatchesElement(element) ? Arguments[0] : Plain(element, nullable: false);
        }
    }

    private bool MatchesElement(Type element) => element == Type || System.Nullable.GetUnderlyingType(element) == Type;

    private static ClrShape Taken(Annotations said, ICustomAttributeProvider source, ClrShape shape) =>
        said.Has<AllowNullAttribute>(source) ? shape with { Nullable = true } : said.Has<DisallowNullAttribute>(source) ? shape with { Nullable = false } : shape;

    // A member of Page<Book> is declared in terms of T, and so is its nullability.
    private static MemberInfo Definition(MemberInfo member) => member.DeclaringType is { IsGenericType: true } type
        ? type.GetGenericTypeDefinition().GetMemberWithSameMetadataDefinitionAs(member)
        : member;

    private static ClrShape Of(Annotations said, ICustomAttributeProvider source, MemberInfo member, Type actual, Type declared)
    {
        if (actual.IsValueType && !actual.IsGenericType) return new(actual, false, []);
        var next = 0;
        return Read(actual, declared, said.Nullability(source, member), ref next);
    }

    private static ClrShape Read(Type actual, Type declared, byte[] flags, ref int next)
    {
        if (declared.IsByRef) return Read(actual.GetElementType()!, declared.GetElementType()!, flags, ref next);
        if (declared.IsGenericParameter)
        {
            var flag = Next(flags, ref next);
            return System.Nullable.GetUnderlyingType(actual) is { } value ? Plain(value, true) : Plain(actual, flag != 1 && !actual.IsValueType);
        }
        if (System.Nullable.GetUnderlyingType(declared) is { } inner)
            return Read(System.Nullable.GetUnderlyingType(actual)!, inner, flags, ref next) with { Nullable = true };
        if (declared is { IsValueType: true, IsGenericType: false }) return new(actual, false, []);
        var nullable = Next(flags, ref next) != 1 && !declared.IsValueType;
        if (declared.IsArray) return new(actual, nullable, [Read(actual.GetElementType()!, declared.GetElementType()!, flags, ref next)]);
        if (!declared.IsGenericType) return new(actual, nullable, []);
        var (declaredArguments, actualArguments) = (declared.GetGenericArguments(), actual.GetGenericArguments());
        var arguments = new ClrShape[declaredArguments.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Read(actualArguments[i], declaredArguments[i], flags, ref next);
        return new(actual, nullable, arguments);
    }

    // The compiler writes one flag where all are the same.
    private static byte Next(byte[] flags, ref int next) => flags.Length == 1 ? flags[0] : next < flags.Length ? flags[next++] : (byte)0;

    /// <summary>A type of which only itself is known: what stands in it is not null unless it says so.</summary>
    private static ClrShape Plain(Type type, bool nullable)
    {
        if (System.Nullable.GetUnderlyingType(type) is { } value) return Plain(value, true);
        return type.IsArray ? new(type, nullable, [Plain(type.GetElementType()!, false)])
            : type.IsGenericType ? new(type, nullable, [.. type.GetGenericArguments().Select(argument => Plain(argument, false))])
            : new(type, nullable, []);
    }
}
