using System.Collections.Concurrent;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Introspection;

[GraphQLName("__TypeKind")]
[GraphQLDescription("An enum describing what kind of type a given `__Type` is.")]
internal enum TypeKind
{
    [GraphQLDescription("Indicates this type is a scalar.")] Scalar,
    [GraphQLDescription("Indicates this type is an object. `fields` and `interfaces` are valid fields.")] Object,
    [GraphQLDescription("Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields.")] Interface,
    [GraphQLDescription("Indicates this type is a union. `possibleTypes` is a valid field.")] Union,
    [GraphQLDescription("Indicates this type is an enum. `enumValues` is a valid field.")] Enum,
    [GraphQLDescription("Indicates this type is an input object. `inputFields` is a valid field.")] InputObject,
    [GraphQLDescription("Indicates this type is a list. `ofType` is a valid field.")] List,
    [GraphQLDescription("Indicates this type is a non-null. `ofType` is a valid field.")] NonNull,
}

[GraphQLName("__DirectiveLocation")]
[GraphQLDescription("A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.")]
internal enum DirectiveLocation
{
    [GraphQLDescription("Location adjacent to a query operation.")] Query,
    [GraphQLDescription("Location adjacent to a mutation operation.")] Mutation,
    [GraphQLDescription("Location adjacent to a subscription operation.")] Subscription,
    [GraphQLDescription("Location adjacent to a field.")] Field,
    [GraphQLDescription("Location adjacent to a fragment definition.")] FragmentDefinition,
    [GraphQLDescription("Location adjacent to a fragment spread.")] FragmentSpread,
    [GraphQLDescription("Location adjacent to an inline fragment.")] InlineFragment,
    [GraphQLDescription("Location adjacent to a variable definition.")] VariableDefinition,
    [GraphQLDescription("Location adjacent to a schema definition.")] Schema,
    [GraphQLDescription("Location adjacent to a scalar definition.")] Scalar,
    [GraphQLDescription("Location adjacent to an object type definition.")] Object,
    [GraphQLDescription("Location adjacent to a field definition.")] FieldDefinition,
    [GraphQLDescription("Location adjacent to an argument definition.")] ArgumentDefinition,
    [GraphQLDescription("Location adjacent to an interface definition.")] Interface,
    [GraphQLDescription("Location adjacent to a union definition.")] Union,
    [GraphQLDescription("Location adjacent to an enum definition.")] Enum,
    [GraphQLDescription("Location adjacent to an enum value definition.")] EnumValue,
    [GraphQLDescription("Location adjacent to an input object type definition.")] InputObject,
    [GraphQLDescription("Location adjacent to an input object field definition.")] InputFieldDefinition,
    [GraphQLDescription("Location adjacent to a directive definition.")] DirectiveDefinition,
}

/// <summary>What introspection shows of a list, made once: with what is deprecated and without.</summary>
internal sealed class Views<TDefinition, TView>(IReadOnlyList<TDefinition> definitions, Func<TDefinition, string?> deprecation)
{
    private TView[]? _all;
    private TView[]? _current;

    public IReadOnlyList<TView> Get(bool includeDeprecated, Func<TDefinition, TView> view)
    {
        _all ??= [.. definitions.Select(view)];
        return includeDeprecated ? _all : _current ??= [.. _all.Where((_, i) => deprecation(definitions[i]) is null)];
    }
}

internal static class MetaFields
{
    [GraphQLName("__typename")]
    public static string TypeName() => throw new InvalidOperationException("The executor writes __typename itself.");

    [GraphQLName("__schema")]
    public static SchemaView Schema(ResolverContext context) => context.Schema.View;

    [GraphQLName("__type")]
    public static TypeView? TypeNamed(string name, ResolverContext context) => context.Schema.View.Of(context.Schema.Type(name));
}

[GraphQLName("__Schema")]
[GraphQLDescription("A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.")]
internal sealed record SchemaView([property: GraphQLIgnore] GraphQLSchema Schema)
{
    private readonly ConcurrentDictionary<GraphType, TypeView> _types = new();
    private readonly Views<DirectiveDefinition, DirectiveView> _directives = new(Schema.Directives, directive => directive.DeprecationReason);

    public string? Description => Schema.Description;

    [GraphQLDescription("A list of all types supported by this server.")]
    [ListSize(AssumedSize = 100)]
    public IReadOnlyList<TypeView> Types => field ??= [.. Schema.Types.Select(type => Of(type)!)];

    [GraphQLDescription("The type that query operations will be rooted at.")]
    public TypeView QueryType => Of(Schema.Query)!;

    [GraphQLDescription("If this server supports mutation, the type that mutation operations will be rooted at.")]
    public TypeView? MutationType => Of(Schema.Mutation);

    [GraphQLDescription("If this server support subscription, the type that subscription operations will be rooted at.")]
    public TypeView? SubscriptionType => Of(Schema.Subscription);

    [GraphQLDescription("A list of all directives supported by this server.")]
    public IReadOnlyList<DirectiveView> GetDirectives(bool includeDeprecated = false) => _directives.Get(includeDeprecated, directive => new(directive, this));

    /// <summary>The one view of a type: a schema does not change, so neither does what introspection says of it.</summary>
    internal TypeView? Of(GraphType? type) =>
        type is null ? null : _types.GetOrAdd(type, static (made, schema) => new(made, schema), this);
}

[GraphQLName("__Directive")]
[GraphQLDescription("A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.")]
internal sealed record DirectiveView([property: GraphQLIgnore] DirectiveDefinition Definition, [property: GraphQLIgnore] SchemaView Schema)
{
    private readonly Views<InputValue, InputValueView> _arguments = new(Definition.Arguments, argument => argument.DeprecationReason);

    public string Name => Definition.Name;
    public string? Description => Definition.Description;
    public bool IsRepeatable => Definition.IsRepeatable;
    public IReadOnlyList<DirectiveLocation> Locations => field ??=
        [.. Definition.Locations.Select(location => Enum.Parse<DirectiveLocation>(location.Replace("_", "", StringComparison.Ordinal), ignoreCase: true))];

    public IReadOnlyList<InputValueView> GetArgs(bool? includeDeprecated = false) =>
        _arguments.Get(includeDeprecated == true, argument => new(argument, Schema));

    public bool IsDeprecated => Definition.DeprecationReason is not null;
    public string? DeprecationReason => Definition.DeprecationReason;
}

[GraphQLName("__Field")]
[GraphQLDescription("Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.")]
internal sealed record FieldView([property: GraphQLIgnore] FieldDefinition Definition, [property: GraphQLIgnore] SchemaView Schema)
{
    private readonly Views<InputValue, InputValueView> _arguments = new(Definition.Arguments, argument => argument.DeprecationReason);

    public string Name => Definition.Name;
    public string? Description => Definition.Description;

    public IReadOnlyList<InputValueView> GetArgs(bool? includeDeprecated = false) =>
        _arguments.Get(includeDeprecated == true, argument => new(argument, Schema));

    public TypeView Type => field ??= Schema.Of(Definition.Type)!;
    public bool IsDeprecated => Definition.DeprecationReason is not null;
    public string? DeprecationReason => Definition.DeprecationReason;
}

[GraphQLName("__InputValue")]
[GraphQLDescription("Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.")]
internal sealed record InputValueView([property: GraphQLIgnore] InputValue Definition, [property: GraphQLIgnore] SchemaView Schema)
{
    public string Name => Definition.Name;
    public string? Description => Definition.Description;
    public TypeView Type => field ??= Schema.Of(Definition.Type)!;

    [GraphQLDescription("A GraphQL-formatted string representing the default value for this input value.")]
    public string? DefaultValue => field ??= Definition.Default is { } literal ? SyntaxPrinter.Print(literal) : null;
    public bool IsDeprecated => Definition.DeprecationReason is not null;
    public string? DeprecationReason => Definition.DeprecationReason;
}

[GraphQLName("__EnumValue")]
[GraphQLDescription("One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string.")]
internal sealed record EnumValueView([property: GraphQLIgnore] EnumValue Definition)
{
    public string Name => Definition.Name;
    public string? Description => Definition.Description;
    public bool IsDeprecated => Definition.DeprecationReason is not null;
    public string? DeprecationReason => Definition.DeprecationReason;
}
