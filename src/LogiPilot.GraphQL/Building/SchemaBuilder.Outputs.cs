using System.Reflection;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    private List<Type>? _concrete;

    private GraphType Output(ClrShape shape, MemberInfo where, string fieldName)
    {
        if (!_scalars.ContainsKey(shape.Type) && typeof(IQueryable).IsAssignableFrom(shape.Type))
            throw SchemaException.At(where, "an IQueryable would be read when the answer is written, blocking. Return a list: await ToListAsync(), or ToList() of what is in memory.");
        GraphType type = _scalars.TryGetValue(shape.Type, out var scalar) ? scalar
            : _outputs.TryGetValue(shape.Type, out var known) ? known
            : shape.Is(typeof(Connection<>)) ? ConnectionOf(shape, where, fieldName)
            : shape.Element is { } element && !Unfit.IsDictionary(shape.Type) ? new ListType(Output(element, where, fieldName))
            : Output(shape.Type, where);
        return shape.Nullable ? type : new NonNullType(type);
    }

    private NamedType Output(Type type, MemberInfo where)
    {
        if (_scalars.TryGetValue(type, out var scalar)) return scalar;
        if (_outputs.TryGetValue(type, out var known)) return known;
        if (type.IsEnum) return EnumOf(type);
        Unfit.Refuse(type, where);
        if (_said.Has<UnionTypeAttribute>(type)) return UnionOf(type);
        return IsInterface(type) ? InterfaceOf(type) : ObjectOf(type);
    }

    private EnumType EnumOf(Type type)
    {
        if (_said.Has<FlagsAttribute>(type))
            throw SchemaException.At(type, "it is [Flags], and a GraphQL enum is one value at a time. Take or return a list of an enum that is none, or add a scalar with options.AddScalar.");
        var fields = type.GetFields(BindingFlags.Public | BindingFlags.Static);
        var values = new List<EnumValue>(fields.Length);
        foreach (var field in fields)
        {
            if (_said.IsIgnored(field)) continue;
            var name = _said.Get<GraphQLNameAttribute>(field)?.Name ?? Naming.EnumValue(field.Name);
            RefuseName(name, field);
            if (name is "true" or "false" or "null")
                throw SchemaException.At(field, $"\"{name}\" cannot be the name of an enum value, for it is a literal. Give it another name with [GraphQLName].");
            values.Add(new(name, field.GetValue(null)!)
            {
                Description = _said.Description(field),
                Documentation = _documentation.Of(field),
                DeprecationReason = _said.Deprecation(field),
            });
        }
        if (values.Count == 0)
            throw SchemaException.At(type, "the enum has no value. Give it one, or keep it out of the schema with [GraphQLIgnore] where it is used.");
        RefuseTwins(values, type);
        var made = new ClrEnumType(Naming.Type(_said, type), type, values);
        _outputs[type] = Described(made, type);
        return Register(made, type);
    }

    private static void RefuseTwins(List<EnumValue> values, Type type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<object>();
        foreach (var value in values)
        {
            if (!names.Add(value.Name)) throw Twins("values", value.Name, type);
            if (!seen.Add(value.ClrValue))
                throw SchemaException.At(type, $"{string.Join(" and ", values.Where(one => one.ClrValue.Equals(value.ClrValue)).Select(one => one.Name))} have the same value. Give one [GraphQLIgnore].");
        }
    }

    private T Described<T>(T type, Type clrType) where T : NamedType
    {
        type.Description = _said.Description(clrType) ?? (type is FieldsType ? DescriptionSaidByExtension(clrType) : null);
        type.Documentation = _documentation.Of(clrType);
        return type;
    }

    private UnionType UnionOf(Type type)
    {
        var union = Register(Described(new UnionType(Naming.Type(_said, type)), type), type);
        _outputs[type] = union;
        _unfilled.Enqueue(() =>
        {
            var members = new List<ObjectType>();
            foreach (var member in Implementers(type))
            {
                members.Add(Output(member, type) as ObjectType
                    ?? throw SchemaException.At(member, $"it derives from the union {union.Name}, whose members are object types, and is a {Output(member, type).GetType().Name}. Make it a plain class, or take it out with [GraphQLIgnore]."));
            }
            union.Members = members;
            if (members.Count == 0)
                throw SchemaException.At(type, $"no class of the added assemblies derives from it, so the union {union.Name} has no member.");
        });
        return union;
    }

    private InterfaceType InterfaceOf(Type type)
    {
        var made = Register(Described(new InterfaceType(NameSaidByExtension(type) ?? Naming.Type(_said, type)) { ClrType = type }, type), type);
        _outputs[type] = made;
        _unfilled.Enqueue(() =>
        {
            AddMembers(made, type);
            // Every mutation says which of the errors it has; other interfaces lead to all their classes.
            if (type == typeof(IMutationError)) return;
            foreach (var parent in Parents(type)) Output(parent, type);
            foreach (var implementer in Implementers(type)) Output(implementer, type);
        });
        return made;
    }

    private IEnumerable<Type> Implementers(Type type)
    {
        _concrete ??= [.. _candidates
            .Where(candidate => candidate is { IsAbstract: false, ContainsGenericParameters: false, IsEnum: false } && !_said.IsIgnored(candidate))
            .OrderBy(candidate => Naming.Type(_said, candidate), StringComparer.Ordinal)];
        return _concrete.Where(candidate => candidate != type && type.IsAssignableFrom(candidate)).ToList();
    }

    /// <summary>The interfaces of the schema that a C# type implements or derives from.</summary>
    private List<Type> Parents(Type type)
    {
        var parents = new List<Type>();
        foreach (var parent in type.GetInterfaces())
            if (IsInterface(parent)) parents.Add(parent);
        for (var parent = type.BaseType; parent is not null && parent != typeof(object); parent = parent.BaseType)
            if (IsInterface(parent)) parents.Add(parent);
        return parents;
    }

    private bool IsInterface(Type type) => _interfaces.Contains(type) || _said.Has<InterfaceTypeAttribute>(type);

    private ObjectType ObjectOf(Type type)
    {
        if (type.IsInterface && !_extensions.ContainsKey(type) && !type.IsGenericType && type.GetProperties().Length == 0)
            throw SchemaException.At(type, "an interface without properties cannot be an object type. Give it [InterfaceType] or [UnionType].");
        MakeRoomFor(type);
        var made = Register(Described(new ObjectType(NameSaidByExtension(type) ?? Naming.Type(_said, type)) { ClrType = type }, type), type);
        _outputs[type] = made;
        _unfilled.Enqueue(() =>
        {
            AddMembers(made, type);
            foreach (var parent in Parents(type)) Output(parent, type);
        });
        return made;
    }

    // A record that is taken and returned is `Range` and `RangeInput`, whichever is met first.
    private void MakeRoomFor(Type type)
    {
        var name = Naming.Type(_said, type);
        if (!_byName.TryGetValue(name, out var taken) || taken is not InputObjectType input || input.ClrType != type) return;
        _byName.Remove(name);
        input.Name = name + "Input";
        Register(input, type);
    }

    // A type that knows nothing of this library is named, and described, by a class that extends it.
    private string? NameSaidByExtension(Type type) => SaidByExtension<GraphQLNameAttribute>(type)?.Name;

    private string? DescriptionSaidByExtension(Type type) => SaidByExtension<GraphQLDescriptionAttribute>(type)?.Description;

    private T? SaidByExtension<T>(Type type) where T : Attribute
    {
        if (!_extensions.TryGetValue(type, out var extensions)) return null;
        foreach (var extension in extensions)
            if (_said.Get<T>(extension) is { } said) return said;
        return null;
    }
}
