using System.Reflection;
using LogiPilot.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    private static readonly HashSet<string> NeverFields = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "ToString", "GetType", "Deconstruct", "CompareTo", "PrintMembers", "Dispose", "DisposeAsync", "GetEnumerator",
    };

    private static IEnumerable<MemberInfo> StaticMembers(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false } && !Naming.IsIgnored(member))
        .OrderBy(member => member.MetadataToken);

    private IEnumerable<MemberInfo> InstanceMembers(Type type)
    {
        var levels = new List<Type>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType) levels.Insert(0, level);
        if (type.IsInterface) levels.InsertRange(0, type.GetInterfaces());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var members = levels.SelectMany(level => level
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(IsField)
            .OrderBy(member => member is MethodInfo)
            .ThenBy(member => member.MetadataToken));
        foreach (var member in members.Where(member => seen.Add(member.Name)))
            if (!Naming.IsIgnored(type.GetMember(member.Name).FirstOrDefault() ?? member)) yield return member;
    }

    private bool IsField(MemberInfo member) => member switch
    {
        _ when Naming.IsIgnored(member) => false,
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0,
        // Methods of types that know nothing of this library are behaviour, not fields.
        MethodInfo method => !method.IsSpecialName && !method.IsGenericMethod && !method.Name.Contains('<', StringComparison.Ordinal)
            && _annotated.Contains(method.DeclaringType!.Assembly) && !NeverFields.Contains(method.Name)
            && method.ReturnType != typeof(void) && method.ReturnType != typeof(Task) && method.ReturnType != typeof(ValueTask),
        _ => false,
    };

    private FieldDefinition MakeField(MemberInfo member)
    {
        var name = Naming.Field(member);
        var shape = ClrShape.Returned(_nullability, member);
        return MakeField(member, name, TypeSaid(member) ?? Output(shape.WithoutTask, member, name), shape.IsTask);
    }

    private FieldDefinition MakeField(MemberInfo member, string name, GraphType type, bool isTask)
    {
        RefuseName(name, member);
        var (sources, parameters, arguments) = Parameters(member);
        var leaf = !isTask && type.Nullable is ILeafWriter writer
            ? () => ResolverCompiler.Leaf(member, sources, writer)
            : (Func<LeafDelegate>?)null;
        return new(name, type)
        {
            Description = Naming.Description(member),
            DeprecationReason = Naming.Deprecation(member),
            Member = member,
            Arguments = arguments,
            Resolver = new(() => ResolverCompiler.Resolve(member, sources, gathered: false), leaf) { Parameters = parameters },
        };
    }

    private static void RefuseName(string name, MemberInfo member)
    {
        var isName = (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!isName) throw SchemaException.At(member, $"\"{name}\" is no GraphQL name. Give it one with [GraphQLName].");
    }

    private (ParameterSource[] Sources, List<ResolverParameter> Slots, List<InputValue> Arguments) Parameters(MemberInfo member)
    {
        if (member is not MethodInfo method) return ([], [], []);
        if (method.IsGenericMethodDefinition) throw SchemaException.At(member, "a resolver cannot be generic.");
        var slots = new List<ResolverParameter>();
        var arguments = new List<InputValue>();
        var sources = method.GetParameters().Select(parameter =>
        {
            var kind = KindOf(parameter, member);
            if (kind != SourceKind.Argument) return new ParameterSource(kind, parameter.ParameterType);
            if (parameter.ParameterType == typeof(PageRequest))
            {
                var page = PageArguments(method);
                arguments.AddRange(page.Arguments);
                slots.Add(page);
            }
            else
            {
                var argument = MakeArgument(parameter, member);
                arguments.Add(argument);
                slots.Add(new ArgumentParameter(argument));
            }
            return new ParameterSource(SourceKind.Argument, parameter.ParameterType, slots.Count - 1);
        }).ToArray();
        return (sources, slots, arguments);
    }

    private SourceKind KindOf(ParameterInfo parameter, MemberInfo member)
    {
        var type = parameter.ParameterType;
        if (type.IsByRef) throw SchemaException.At(member, $"the parameter \"{parameter.Name}\" cannot be ref, in or out.");
        if (parameter.IsDefined(typeof(ParentAttribute))) return SourceKind.Parent;
        if (type == typeof(CancellationToken)) return SourceKind.CancellationToken;
        if (type == typeof(ResolverContext)) return SourceKind.Context;
        if (type == typeof(HttpContext)) return SourceKind.HttpContext;
        if (type == typeof(System.Security.Claims.ClaimsPrincipal)) return SourceKind.User;
        if (type == typeof(IServiceProvider)) return SourceKind.Services;
        if (type == typeof(PageRequest)) return SourceKind.Argument;
        if (typeof(DataLoader).IsAssignableFrom(type)) return SourceKind.Loader;
        var isService = parameter.IsDefined(typeof(ServiceAttribute)) || (!IsPlainInput(type) && (type.IsInterface || type.IsAbstract || _isService(type)));
        if (!isService) return SourceKind.Argument;
        return _nullability.Create(parameter).WriteState == NullabilityState.Nullable ? SourceKind.OptionalService : SourceKind.Service;
    }

    private bool IsPlainInput(Type type)
    {
        type = System.Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type.IsArray || type.IsValueType || _scalars.ContainsKey(type)
            || (type.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(type));
    }

    private GraphType? TypeSaid(ICustomAttributeProvider member)
    {
        var said = (GraphQLTypeAttribute?)member.GetCustomAttributes(typeof(GraphQLTypeAttribute), false).FirstOrDefault();
        return said is null ? null : Resolve(Language.Parser.ParseType(said.Type));
    }

    private GraphType Resolve(Language.TypeNode type) => type switch
    {
        Language.ListTypeNode list => new ListType(Resolve(list.OfType)),
        Language.NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.OfType)),
        Language.NamedTypeNode named when _byName.TryGetValue(named.Name, out var known) => known,
        _ => throw new SchemaException($"[GraphQLType(\"{type}\")] names a type the schema does not have (yet). Use a scalar or a C# type."),
    };
}
