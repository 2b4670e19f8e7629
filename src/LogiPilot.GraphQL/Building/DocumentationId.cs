using System.Reflection;

namespace LogiPilot.GraphQL.Building;

/// <summary>The names members have in XML documentation, as the C# specification gives them.</summary>
internal static class DocumentationId
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(MemberInfo member)
    {
        if (member is Type type) return "T:" + Name(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
        var owner = member.DeclaringType!;
        if (owner.IsGenericType)
        {
            owner = owner.GetGenericTypeDefinition();
            member = owner.GetMemberWithSameMetadataDefinitionAs(member);
        }
        return member switch
        {
            PropertyInfo => $"P:{Name(owner)}.{member.Name}",
            FieldInfo => $"F:{Name(owner)}.{member.Name}",
            ConstructorInfo constructor => $"M:{Name(owner)}.#ctor{Parameters(constructor)}",
            MethodInfo method => $"M:{Name(owner)}.{method.Name}{(method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "")}{Parameters(method)}",
            _ => throw new InvalidOperationException($"{member} is not documented."),
        };
    }

    /// <summary>The member a reference of the same or a base assembly names.</summary>
    public static MemberInfo? Find(string id, MemberInfo from)
    {
        var name = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (id.StartsWith("T:", StringComparison.Ordinal)) return TypeNamed(name, from);
        var end = name.IndexOf('(', StringComparison.Ordinal);
        var dot = name.LastIndexOf('.', (end < 0 ? name.Length : end) - 1);
        return dot < 0 ? null : TypeNamed(name[..dot], from)?.GetMembers(Declared).FirstOrDefault(member =>
            member is PropertyInfo or FieldInfo or MethodBase && Of(member) == id);
    }

    /// <summary>What a member says with a bare <c>&lt;inheritdoc/&gt;</c>: the one it overrides or implements.</summary>
    public static MemberInfo? Overridden(MemberInfo member)
    {
        if (member is Type type) return type.BaseType is { } parent && parent != typeof(object) ? parent : type.GetInterfaces().FirstOrDefault();
        var owner = member.DeclaringType!;
        for (var level = owner.BaseType; level is not null; level = level.BaseType)
            if (Same(level, member) is { } found) return found;
        return owner.GetInterfaces().Select(level => Same(level, member)).FirstOrDefault(found => found is not null);
    }

    private static MemberInfo? Same(Type type, MemberInfo member) => type.GetMember(member.Name, Declared).FirstOrDefault(other =>
        other.MemberType == member.MemberType
        && (other is not MethodBase method || method.GetParameters().Length == ((MethodBase)member).GetParameters().Length));

    private static Type? TypeNamed(string name, MemberInfo from)
    {
        var type = from as Type ?? from.DeclaringType!;
        // Nested types are written with a dot, as namespaces are.
        for (var candidate = name; ;)
        {
            if ((type.Assembly.GetType(candidate) ?? Type.GetType(candidate)) is { } found) return found;
            var dot = candidate.LastIndexOf('.');
            if (dot < 0) return null;
            candidate = string.Concat(candidate.AsSpan(0, dot), "+", candidate.AsSpan(dot + 1));
        }
    }

    private static string Name(Type type) => (type.FullName ?? $"{type.Namespace}.{type.Name}").Replace('+', '.');

    private static string Parameters(MethodBase method)
    {
        var parameters = method.GetParameters();
        return parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(parameter => Reference(parameter.ParameterType)))})";
    }

    private static string Reference(Type type)
    {
        if (type.IsByRef) return Reference(type.GetElementType()!) + "@";
        if (type.IsArray)
            return Reference(type.GetElementType()!) + (type.GetArrayRank() == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]");
        if (type.IsGenericParameter) return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (!type.IsGenericType) return Name(type);
        // The arguments of a nested type's outer types come first and stand with them.
        var arguments = new Queue<Type>(type.GetGenericArguments());
        return string.Join('.', Name(type.GetGenericTypeDefinition()).Split('.').Select(part =>
        {
            var tick = part.IndexOf('`', StringComparison.Ordinal);
            if (tick < 0) return part;
            var own = Enumerable.Range(0, int.Parse(part.AsSpan(tick + 1), System.Globalization.CultureInfo.InvariantCulture)).Select(_ => Reference(arguments.Dequeue()));
            return $"{part[..tick]}{{{string.Join(',', own)}}}";
        }));
    }
}
