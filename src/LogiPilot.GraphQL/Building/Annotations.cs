using System.Reflection;

namespace LogiPilot.GraphQL.Building;

/// <summary>The attributes of types, members and parameters, looked up once while a schema is built.</summary>
internal sealed class Annotations
{
    private static readonly byte[] Oblivious = [0];
    private readonly Dictionary<Module, AssemblyAnnotations> _modules = [];

    // One member is asked many questions in a row, and the members of one module follow each other.
    private ICustomAttributeProvider? _asked;
    private MemberMarks? _marks;
    private Module? _module;
    private AssemblyAnnotations? _current;

    public T? Get<T>(ICustomAttributeProvider? provider) where T : Attribute
    {
        if (provider is null || Of(provider) is not { } marks || !marks.MayHave(typeof(T).Name)) return null;
        foreach (var attribute in marks.Attributes ??= provider.GetCustomAttributes(inherit: false))
            if (attribute is T found) return found;
        return null;
    }

    public bool Has<T>(ICustomAttributeProvider provider) where T : Attribute =>
        Of(provider) is { } marks && (marks.HasUnnamed ? Get<T>(provider) is not null : marks.MayHave(typeof(T).Name));

    public IEnumerable<T> Each<T>(ICustomAttributeProvider provider) where T : Attribute =>
        Of(provider) is { } marks && marks.MayHave(typeof(T).Name) ? (marks.Attributes ??= provider.GetCustomAttributes(inherit: false)).OfType<T>() : [];

    public string? Description(ICustomAttributeProvider? provider) => provider is null || Of(provider) is not { } marks ? null
        : marks.Description ?? (marks.HasUnnamed ? Get<GraphQLDescriptionAttribute>(provider)?.Description : null);

    public string? Deprecation(ICustomAttributeProvider? provider) =>
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
    public bool MayHaveOthers(MemberInfo? member)
    {
        if (member is null) return false;
        if (Of(member) is { IsForeign: true }) return true;
        return member switch
        {
            Type { BaseType: { } parent } when parent != typeof(object) && parent != typeof(ValueType) => MayHaveOthers(parent),
            MethodInfo { IsVirtual: true } method => method.GetBaseDefinition() is { } origin && origin != method,
            _ => false,
        };
    }

    /// <summary>Whether a parameter has an attribute that is not of this library.</summary>
    public bool HasOther<T>(ParameterInfo parameter) where T : Attribute => Of(parameter) is { IsForeign: true } && parameter.IsDefined(typeof(T), false);

    /// <summary>The compiler's nullability of a property, a parameter or a returned value, in the order its types are written.</summary>
    public byte[] Nullability(ICustomAttributeProvider provider, MemberInfo owner)
    {
        if (Of(provider)?.Nullable is { } own) return own;
        for (var around = provider is ParameterInfo ? owner : owner.DeclaringType; around is not null; around = around.DeclaringType)
            if (Read(around)?.NullableContext is { } context) return context;
        return Oblivious;
    }

    private MemberMarks? Of(ICustomAttributeProvider provider)
    {
        if (ReferenceEquals(provider, _asked)) return _marks;
        var marks = Read(provider);
        (_asked, _marks) = (provider, marks);
        return marks;
    }

    private MemberMarks? Read(ICustomAttributeProvider provider)
    {
        var (module, token) = provider is MemberInfo member
            ? (member.Module, member.MetadataToken)
            : (((ParameterInfo)provider).Member.Module, ((ParameterInfo)provider).MetadataToken);
        if (!ReferenceEquals(module, _module))
        {
            if (!_modules.TryGetValue(module, out var known)) _modules[module] = known = new(module.Assembly);
            (_module, _current) = (module, known);
        }
        return _current!.Of(token, provider);
    }
}
