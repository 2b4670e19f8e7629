using System.Reflection;

namespace LogiPilot.GraphQL.Building;

/// <summary>The attributes of types, members and parameters, looked up once while a schema is built.</summary>
internal sealed class Annotations
{
    private readonly Dictionary<Assembly, AssemblyAnnotations?> _assemblies = [];
    private readonly Dictionary<ICustomAttributeProvider, object[]> _found = [];

    public T? Get<T>(ICustomAttributeProvider? provider) where T : Attribute
    {
        if (provider is null || !MayHave<T>(provider)) return null;
        foreach (var attribute in All(provider))
            if (attribute is T found) return found;
        return null;
    }

    public bool Has<T>(ICustomAttributeProvider provider) where T : Attribute => Get<T>(provider) is not null;

    public IEnumerable<T> Each<T>(ICustomAttributeProvider provider) where T : Attribute => MayHave<T>(provider) ? All(provider).OfType<T>() : [];

    public string? Description(ICustomAttributeProvider provider) => Get<GraphQLDescriptionAttribute>(provider)?.Description;

    public string? Deprecation(ICustomAttributeProvider provider) =>
        Get<GraphQLDeprecatedAttribute>(provider)?.Reason
        ?? (Get<ObsoleteAttribute>(provider) is { } obsolete ? obsolete.Message ?? GraphQLDeprecatedAttribute.DefaultReason : null);

    public bool IsIgnored(MemberInfo member)
    {
        if (Has<GraphQLIgnoreAttribute>(member)) return true;
        return member switch
        {
            Type { BaseType: { } parent } when parent != typeof(object) && parent != typeof(ValueType) => IsIgnored(parent),
            MethodInfo { IsVirtual: true } method when method.GetBaseDefinition() is { } origin && origin != method => IsIgnored(origin),
            _ => false,
        };
    }

    /// <summary>Whether a member, or what it derives from, may have attributes that are not of this library: most have none.</summary>
    public bool MayHaveOthers(MemberInfo member)
    {
        if (Of(member.Module.Assembly) is not { } assembly || assembly.HasForeign(member.MetadataToken)) return true;
        return member switch
        {
            Type { BaseType: { } parent } when parent != typeof(object) && parent != typeof(ValueType) => MayHaveOthers(parent),
            MethodInfo { IsVirtual: true } method => method.GetBaseDefinition() is { } origin && origin != method,
            _ => false,
        };
    }

    /// <summary>Whether a parameter has an attribute that is not of this library.</summary>
    public bool HasOther<T>(ParameterInfo parameter) where T : Attribute =>
        Of(AssemblyOf(parameter))?.HasForeign(parameter.MetadataToken) != false && parameter.IsDefined(typeof(T), false);

    /// <summary>The compiler's nullability of a property, a parameter or a returned value, in the order its types are written.</summary>
    public byte[] Nullability(ICustomAttributeProvider provider, MemberInfo owner)
    {
        var assembly = Of(owner.Module.Assembly);
        if ((assembly is null ? Emitted(provider) : assembly.Nullable(Token(provider))) is { } own) return own;
        for (var around = provider is ParameterInfo ? owner : owner.DeclaringType; around is not null; around = around.DeclaringType)
            if ((assembly is null ? EmittedContext(around) : assembly.NullableContext(around.MetadataToken)) is { } context) return [context];
        return [0];
    }

    private bool MayHave<T>(ICustomAttributeProvider provider) =>
        Of(AssemblyOf(provider)) is not { } assembly || assembly.IsAnnotated(Token(provider), typeof(T).Name);

    private object[] All(ICustomAttributeProvider provider)
    {
        if (_found.TryGetValue(provider, out var known)) return known;
        return _found[provider] = provider.GetCustomAttributes(inherit: false);
    }

    private AssemblyAnnotations? Of(Assembly assembly)
    {
        if (!_assemblies.TryGetValue(assembly, out var known)) _assemblies[assembly] = known = AssemblyAnnotations.Of(assembly);
        return known;
    }

    private static Assembly AssemblyOf(ICustomAttributeProvider provider) => provider switch
    {
        Type type => type.Assembly,
        MemberInfo member => member.Module.Assembly,
        ParameterInfo parameter => parameter.Member.Module.Assembly,
        _ => throw new InvalidOperationException($"{provider} has no assembly."),
    };

    private static int Token(ICustomAttributeProvider provider) =>
        provider is MemberInfo member ? member.MetadataToken : ((ParameterInfo)provider).MetadataToken;

    private static byte[]? Emitted(ICustomAttributeProvider provider)
    {
        var data = provider is MemberInfo member ? member.GetCustomAttributesData() : ((ParameterInfo)provider).GetCustomAttributesData();
        return data.FirstOrDefault(one => one.AttributeType.Name == "NullableAttribute")?.ConstructorArguments[0].Value switch
        {
            byte one => [one],
            IReadOnlyList<CustomAttributeTypedArgument> all => [.. all.Select(one => (byte)one.Value!)],
            _ => null,
        };
    }

    private static byte? EmittedContext(MemberInfo around) =>
        (byte?)around.GetCustomAttributesData().FirstOrDefault(one => one.AttributeType.Name == "NullableContextAttribute")?.ConstructorArguments[0].Value;
}
