using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LogiPilot.GraphQL.Building;

/// <summary>Refuses C# types that GraphQL has nothing for, and says what to take instead.</summary>
internal static class Unfit
{
    public static bool IsDictionary(Type type) => !type.IsArray && !IsPlainList(type) && (typeof(IDictionary).IsAssignableFrom(type) || IsDictionaryInterface(type) || Array.Exists(type.GetInterfaces(), IsDictionaryInterface));

    public static void Refuse(Type type, MemberInfo where)
    {
        if (type.IsGenericParameter || type.ContainsGenericParameters)
            throw SchemaException.At(where, $"{type.Name} is an open generic type. Use it with its arguments, as Page<Book>.");
        if (typeof(ITuple).IsAssignableFrom(type))
            throw SchemaException.At(where, "a tuple has no names a schema could use. Make a record of it.");
        if (IsOfDotNet(type) && IsDictionary(type))
            throw SchemaException.At(where, "a dictionary has no GraphQL type, for its keys are no fields. Use a list of records of key and value, or add a scalar with options.AddScalar.");
        if (type == typeof(object))
            throw SchemaException.At(where, "Object has no GraphQL type. Say what it is: a class, a [UnionType] interface of the classes it may be, or add a scalar with options.AddScalar.");
        if (type.IsPrimitive || ClrShape.IsNothing(type)
            || type == typeof(DateTime) || type.IsPointer || typeof(Delegate).IsAssignableFrom(type))
            throw SchemaException.At(where, $"{SchemaException.Name(type)} has no GraphQL type. Use int, long, double, decimal, bool, string, Guid, DateTimeOffset, DateOnly, an enum or a class, or add a scalar with options.AddScalar.");
        if (IsOfDotNet(type) || type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) == true)
            throw SchemaException.At(where, $"{SchemaException.Name(type)} is a type of .NET with no GraphQL type. Give the member [GraphQLIgnore], return a type of your own, or add a scalar with options.AddScalar.");
    }

    // The usual lists need no look at what else they implement.
    private static bool IsPlainList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var list
        && (list == typeof(IReadOnlyList<>) || list == typeof(List<>) || list == typeof(IEnumerable<>));

    private static bool IsOfDotNet(Type type) => type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));

    private static bool IsDictionaryInterface(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IDictionary<,>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
}
