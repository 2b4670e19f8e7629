namespace LogiPilot.GraphQL;

/// <summary>Marks a static class whose methods and properties are fields of <c>Query</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>Marks a static class whose methods are fields of <c>Mutation</c>, with the input and payload conventions.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>Marks a static class whose methods are fields of <c>Subscription</c>: each returns <c>IAsyncEnumerable&lt;T&gt;</c> of its events.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>Seen by the schema builder whatever the type argument of <see cref="ObjectTypeAttribute{T}"/>.</summary>
public abstract class ObjectTypeAttribute : Attribute
{
    private protected ObjectTypeAttribute(Type target) => Target = target;

    public Type Target { get; }
}

/// <summary>Marks a static class whose methods are further fields of the object type made of <typeparamref name="T"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T>() : ObjectTypeAttribute(typeof(T));

/// <summary>
/// Marks a static class whose methods are further fields of the interface made of <typeparamref name="T"/> and of all types that
/// implement it; makes an interface of a <typeparamref name="T"/> that knows nothing of this library.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute<T>() : ObjectTypeAttribute(typeof(T));

/// <summary>Makes a GraphQL interface of a C# interface or abstract class.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, Inherited = false)]
public sealed class InterfaceTypeAttribute : Attribute;

/// <summary>Makes a GraphQL union of a C# interface or abstract class: its members are the classes that derive from it.</summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, Inherited = false)]
public sealed class UnionTypeAttribute : Attribute;

/// <summary>The parameter is the object the field belongs to.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>The parameter is a service, although its type alone does not say so.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute;

/// <summary>Gives the name in the schema, as it is.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Gives the description in the schema.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}

/// <summary>Marks a field, argument, input field or enum value as deprecated.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDeprecatedAttribute(string reason = GraphQLDeprecatedAttribute.DefaultReason) : Attribute
{
    internal const string DefaultReason = "No longer supported";

    public string Reason { get; } = reason;
}

/// <summary>Leaves a member out of the schema.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Class)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>Says the type of a field or argument in SDL, for example <c>[GraphQLType("[ID!]!")]</c>; the type must exist.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute(string type) : Attribute
{
    public string Type { get; } = type;
}

/// <summary>
/// The default of an argument or input field as GraphQL writes it, for what C# cannot write: <c>[DefaultValue("[1, 2]")]</c>,
/// <c>[DefaultValue("{ unit: KG }")]</c>; a string is <c>"\"text\""</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueAttribute(string syntax) : Attribute
{
    public string Syntax { get; } = syntax;
}

/// <summary>
/// Makes a directive of a class or record: its name without <c>Directive</c>, its properties the arguments. A resolver that takes a
/// nullable parameter of it, or a list where it is repeatable, gets what stands at its field.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DirectiveAttribute(DirectiveLocations locations) : Attribute
{
    public DirectiveLocations Locations { get; } = locations;

    public bool Repeatable { get; set; }
}

/// <summary>The field of an extension stands for this member of the type, which gets no field of its own.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class BindMemberAttribute(string member) : Attribute
{
    public string Member { get; } = member;
}

/// <summary>Changes the name and limits of the connection a resolver returns.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseConnectionAttribute : Attribute
{
    /// <summary>Prefix of the connection and edge types; by default the field's name.</summary>
    public string? Name { get; set; }

    /// <summary>Page size without <c>first</c> and <c>last</c>; 0 takes the option's.</summary>
    public int DefaultPageSize { get; set; }

    /// <summary>Largest <c>first</c> or <c>last</c>; 0 takes the option's.</summary>
    public int MaxPageSize { get; set; }
}

/// <summary>Names the payload's field of a mutation.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PayloadAttribute(string field) : Attribute
{
    public string Field { get; } = field;
}

/// <summary>The properties of this type are themselves the fields of the payload of a mutation that returns it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class PayloadTypeAttribute : Attribute;

/// <summary>Makes an input record one of which exactly one field must be given (<c>@oneOf</c>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneOfAttribute : Attribute;

/// <summary>Seen by the schema builder whatever the type argument of <see cref="ErrorAttribute{TError}"/>.</summary>
public abstract class ErrorAttribute : Attribute
{
    private protected ErrorAttribute(Type error) => Error = error;

    public Type Error { get; }
}

/// <summary>Adds an error type to the errors of one mutation.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<TError>() : ErrorAttribute(typeof(TError)) where TError : IMutationError;
