using System.Reflection;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    private GraphType Output(ClrShape shape, MemberInfo where, string fieldName)
    {
        GraphType type = shape.Is(typeof(Connection<>))
            ? ConnectionOf(shape, where, fieldName)
            : shape.Element is { } element ? new ListType(Output(element, where, fieldName)) : Output(shape.Type, where);
        return shape.Nullable ? type : new NonNullType(type);
    }

    private NamedType Output(Type type, MemberInfo where)
    {
        if (_scalars.TryGetValue(type, out var scalar)) return scalar;
        if (_outputs.TryGetValue(type, out var known)) return known;
        if (type.IsEnum) return EnumOf(type);
        RefuseUnfit(type, where);
        if (type.IsDefined(typeof(UnionTypeAttribute), false)) return UnionOf(type);
        return type.IsDefined(typeof(InterfaceTypeAttribute), false) ? InterfaceOf(type) : ObjectOf(type);
    }

    private static void RefuseUnfit(Type type, MemberInfo where)
    {
        if (type == typeof(object) || type.IsPrimitive || type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask)
            || type == typeof(DateTime) || type.IsPointer || typeof(Delegate).IsAssignableFrom(type))
            throw SchemaException.At(where, $"{type.Name} has no GraphQL type. Use int, long, double, decimal, bool, string, Guid, DateTimeOffset, DateOnly, an enum or a class, or add a scalar with options.AddScalar.");
        if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            throw SchemaException.At(where, $"{type.Name} is a type of .NET with no GraphQL type. Give the member [GraphQLIgnore], return a type of your own, or add a scalar with options.AddScalar.");
    }

    private EnumType EnumOf(Type type)
    {
        var values = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !Naming.IsIgnored(field))
            .Select(field => new EnumValue(field.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Naming.EnumValue(field.Name), field.GetValue(null)!)
            {
                Description = Naming.Description(field),
                DeprecationReason = Naming.Deprecation(field),
            })
            .ToList();
        var twin = values.GroupBy(value => value.ClrValue).FirstOrDefault(group => group.Count() > 1);
        if (twin is not null)
            throw SchemaException.At(type, $"{string.Join(" and ", twin.Select(value => value.Name))} have the same value. Give one [GraphQLIgnore].");
        var made = (EnumType)Activator.CreateInstance(typeof(EnumType<>).MakeGenericType(type), Naming.Type(type), values)!;
        _outputs[type] = Described(made, type);
        return Register(made, type);
    }

    private static T Described<T>(T type, Type clrType) where T : NamedType
    {
        type.Description = Naming.Description(clrType);
        return type;
    }

    private UnionType UnionOf(Type type)
    {
        var union = Register(Described(new UnionType(Naming.Type(type)), type), type);
        _outputs[type] = union;
        _unfilled.Enqueue(() =>
        {
            union.Members = [.. Implementers(type).Select(member => (ObjectType)Output(member, type))];
            if (union.Members.Count == 0)
                throw SchemaException.At(type, $"no class of the added assemblies derives from it, so the union {union.Name} has no member.");
        });
        return union;
    }

    private InterfaceType InterfaceOf(Type type)
    {
        var made = Register(Described(new InterfaceType(Naming.Type(type)) { ClrType = type }, type), type);
        _outputs[type] = made;
        _unfilled.Enqueue(() =>
        {
            AddMembers(made, type);
            // Every mutation says which of the errors it has; other interfaces lead to all their classes.
            if (type == typeof(IMutationError)) return;
            foreach (var implementer in Implementers(type)) Output(implementer, type);
        });
        return made;
    }

    private IEnumerable<Type> Implementers(Type type) => _candidates
        .Where(candidate => candidate != type && !candidate.IsAbstract && !candidate.ContainsGenericParameters && type.IsAssignableFrom(candidate) && !Naming.IsIgnored(candidate))
        .OrderBy(Naming.Type, StringComparer.Ordinal);

    private ObjectType ObjectOf(Type type)
    {
        if (type.IsInterface && !_extensions.ContainsKey(type) && !type.IsGenericType && type.GetProperties().Length == 0)
            throw SchemaException.At(type, "an interface without properties cannot be an object type. Give it [InterfaceType] or [UnionType].");
        var made = Register(Described(new ObjectType(NameSaidByExtension(type) ?? Naming.Type(type)) { ClrType = type }, type), type);
        made.Description ??= _extensions.GetValueOrDefault(type, []).Select(Naming.Description).FirstOrDefault(said => said is not null);
        _outputs[type] = made;
        _unfilled.Enqueue(() =>
        {
            AddMembers(made, type);
            for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
                if (parent.IsDefined(typeof(InterfaceTypeAttribute), false)) Output(parent, type);
            foreach (var parent in type.GetInterfaces())
                if (parent.IsDefined(typeof(InterfaceTypeAttribute), false)) Output(parent, type);
        });
        return made;
    }

    // A type that knows nothing of this library is named, and described, by a class that extends it.
    private string? NameSaidByExtension(Type type) => _extensions.GetValueOrDefault(type, [])
        .Select(extension => extension.GetCustomAttribute<GraphQLNameAttribute>()?.Name).FirstOrDefault(said => said is not null);

    private void AddMembers(FieldsType made, Type type)
    {
        var extensions = _extensions.GetValueOrDefault(type, []).SelectMany(StaticMembers).ToList();
        var bound = BoundMembers(extensions, type);
        foreach (var member in InstanceMembers(type).Where(member => !bound.Contains(member.Name))) Add(made, MakeField(member));
        foreach (var member in extensions)
        {
            if (member is MethodInfo method && method.GetParameters().FirstOrDefault(p => p.ParameterType == type && !p.IsDefined(typeof(ParentAttribute))) is { } parent)
                throw SchemaException.At(member, $"the parameter \"{parent.Name}\" is of the extended type: mark it with [Parent].");
            Add(made, MakeField(member));
        }
    }

    private static HashSet<string> BoundMembers(IEnumerable<MemberInfo> extensions, Type type)
    {
        var bound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var extension in extensions)
        {
            foreach (var binding in extension.GetCustomAttributes<BindMemberAttribute>())
            {
                if (type.GetMember(binding.Member).Length == 0)
                    throw SchemaException.At(extension, $"[BindMember] names \"{binding.Member}\", which {type.Name} does not have. Use nameof.");
                bound.Add(binding.Member);
            }
        }
        return bound;
    }
}
