using System.Reflection;
using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Types;

/// <summary>A type as a field or argument refers to it: named, list or non-null.</summary>
public abstract class GraphType
{
    /// <summary>The type without lists and non-null marks.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without a non-null mark at the outside.</summary>
    public GraphType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    public bool IsNonNull => this is NonNullType;

    internal bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    internal bool IsOutput => Named is not InputObjectType;

    /// <summary>Whether both refer to the same type, lists and non-null marks included.</summary>
    public static bool AreEqual(GraphType a, GraphType b) => (a, b) switch
    {
        (ListType x, ListType y) => AreEqual(x.OfType, y.OfType),
        (NonNullType x, NonNullType y) => AreEqual(x.OfType, y.OfType),
        _ => ReferenceEquals(a, b),
    };

    /// <summary>The type a document refers to; null where there is none of that name.</summary>
    internal static GraphType? Of<T>(TypeNode node, T types, Func<T, string, NamedType?> find) => node switch
    {
        ListTypeNode list => Of(list.OfType, types, find) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => Of(nonNull.OfType, types, find) is { } inner ? new NonNullType(inner) : null,
        _ => find(types, ((NamedTypeNode)node).Name),
    };

    /// <summary>Whether a value of this type can stand where the other is expected.</summary>
    internal bool IsSubtypeOf(GraphType other) => (this, other) switch
    {
        (NonNullType a, NonNullType b) => a.OfType.IsSubtypeOf(b.OfType),
        (_, NonNullType) => false,
        (NonNullType a, _) => a.OfType.IsSubtypeOf(other),
        (ListType a, ListType b) => a.OfType.IsSubtypeOf(b.OfType),
        (ObjectType member, UnionType union) => union.Members.Contains(member),
        (FieldsType implementer, InterfaceType parent) when implementer.Interfaces.Contains(parent) => true,
        _ => ReferenceEquals(this, other),
    };
}

/// <summary><c>[T]</c></summary>
public sealed class ListType(GraphType ofType) : GraphType
{
    public GraphType OfType { get; } = ofType;
    public override NamedType Named => OfType.Named;

    public override string ToString() => $"[{OfType}]";
}

/// <summary><c>T!</c></summary>
public sealed class NonNullType(GraphType ofType) : GraphType
{
    public GraphType OfType { get; } = ofType;
    public override NamedType Named => OfType.Named;

    public override string ToString() => $"{OfType}!";
}

/// <summary>A type with a name of its own.</summary>
public abstract class NamedType(string name) : GraphType
{
    public string Name { get; internal set; } = name;
    public string? Description { get => field ?? Documentation?.Value; internal set; }
    internal Building.MemberDocumentation? Documentation { private get; set; }

    /// <summary>The C# type or method it was made of, for who must mend a mistake in it.</summary>
    internal MemberInfo? Origin { get; set; }

    /// <summary>The definition and the extensions it was made of, where it is a document's.</summary>
    internal IReadOnlyList<TypeDefinitionNode> Nodes { get; init; } = [];
    public override NamedType Named => this;
    internal bool IsIntrospection => Name.StartsWith("__", StringComparison.Ordinal);

    public override string ToString() => Name;
}

/// <summary>An object, interface or union: what has a selection set.</summary>
public abstract class CompositeType(string name) : NamedType(name);

/// <summary>An object or interface: what has fields.</summary>
public abstract class FieldsType(string name) : CompositeType(name)
{
    private readonly Dictionary<string, FieldDefinition> _byName = new(StringComparer.Ordinal);
    private readonly List<FieldDefinition> _fields = [];

    public IReadOnlyList<FieldDefinition> Fields => _fields;
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];

    public FieldDefinition? Field(string name) => _byName.GetValueOrDefault(name);

    internal void Add(FieldDefinition field)
    {
        if (_byName.TryGetValue(field.Name, out var old)) _fields[_fields.IndexOf(old)] = field;
        else _fields.Add(field);
        _byName[field.Name] = field;
    }

    internal void Remove(FieldDefinition field)
    {
        _fields.Remove(field);
        _byName.Remove(field.Name);
    }
}

/// <summary>An object type.</summary>
public sealed class ObjectType(string name) : FieldsType(name)
{
    public Type? ClrType { get; internal init; }
}

/// <summary>An interface type.</summary>
public sealed class InterfaceType(string name) : FieldsType(name)
{
    public Type? ClrType { get; internal init; }
}

/// <summary>A union type.</summary>
public sealed class UnionType(string name) : CompositeType(name)
{
    public IReadOnlyList<ObjectType> Members { get; internal set; } = [];
}

/// <summary>An input object type; its values are C# records.</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    public Type? ClrType { get; internal init; }
    public bool IsOneOf { get; internal init; }
    public IReadOnlyList<InputValue> Fields { get; internal set; } = [];

    /// <summary>Stands for a property that keeps the value it is created with.</summary>
    internal static readonly object Unset = new();

    /// <summary>Makes the C# object of the coerced field values, in the order of <see cref="Fields"/>.</summary>
    internal Lazy<Func<object?[], object>> Create { get; set; } = new(() => values => values);

    public InputValue? Field(string name)
    {
        foreach (var field in Fields)
            if (field.Name == name) return field;
        return null;
    }
}

/// <summary>An argument or an input field.</summary>
public sealed class InputValue(string name, GraphType type)
{
    public string Name { get; } = name;
    public GraphType Type { get; } = type;
    public string? Description { get => field ?? Documentation?.Value; internal init; }
    public string? DeprecationReason { get; internal init; }
    internal Building.MemberDocumentation? Documentation { get; init; }

    /// <summary>The default as a literal; null when there is none.</summary>
    public ValueNode? Default { get; internal init; }
    public bool IsRequired => Type.IsNonNull && Default is null;
    internal InputBinding Binding { get => field ??= InputBinding.Natural(Type); init; }

    /// <summary>What the C# side gets when nothing is given.</summary>
    internal object? AbsentValue { get => AbsentSource is null ? field : AbsentSource(); init; }

    /// <summary>The same where it must be read from the default, which takes the types that are not made yet.</summary>
    internal Func<object?>? AbsentSource { get; init; }

    /// <summary>What a document says of it, where it is a document's.</summary>
    internal InputValueDefinitionNode? Node { get; init; }
}
