using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Introspection;

[GraphQLName("__TypeKind")]
[GraphQLDescription("An enum describing what kind of type a given `__Type` is.")]
internal enum TypeKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
    List,
    NonNull,
}

[GraphQLName("__DirectiveLocation")]
[GraphQLDescription("A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.")]
internal enum DirectiveLocation
{
    Query, Mutation, Subscription, Field, FragmentDefinition, FragmentSpread, InlineFragment, VariableDefinition,
    Schema, Scalar, Object, FieldDefinition, ArgumentDefinition, Interface, Union, Enum, EnumValue, InputObject, InputFieldDefinition,
}

internal static class MetaFields
{
    [GraphQLName("__typename")]
    public static string TypeName() => throw new InvalidOperationException("The executor writes __typename itself.");

    [GraphQLName("__schema")]
    public static SchemaView Schema(ResolverContext context) => new(context.Schema);

    [GraphQLName("__type")]
    public static TypeView? TypeNamed(string name, ResolverContext context) => TypeView.Of(context.Schema.Type(name), context.Schema);
}

[GraphQLName("__Schema")]
[GraphQLDescription("A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.")]
internal sealed record SchemaView([property: GraphQLIgnore] GraphQLSchema Schema)
{
    public string? Description => null;

    [GraphQLDescription("A list of all types supported by this server.")]
    [ListSize(AssumedSize = 100)]
    public IEnumerable<TypeView> Types => Schema.Types.Select(type => new TypeView(type, Schema));

    [GraphQLDescription("The type that query operations will be rooted at.")]
    public TypeView QueryType => new(Schema.Query, Schema);

    [GraphQLDescription("If this server supports mutation, the type that mutation operations will be rooted at.")]
    public TypeView? MutationType => TypeView.Of(Schema.Mutation, Schema);

    [GraphQLDescription("If this server support subscription, the type that subscription operations will be rooted at.")]
    public TypeView? SubscriptionType => TypeView.Of(Schema.Subscription, Schema);

    [GraphQLDescription("A list of all directives supported by this server.")]
    public IEnumerable<DirectiveView> Directives => Schema.Directives.Select(directive => new DirectiveView(directive, Schema));
}

[GraphQLName("__Directive")]
[GraphQLDescription("A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.")]
internal sealed record DirectiveView([property: GraphQLIgnore] DirectiveDefinition Definition, [property: GraphQLIgnore] GraphQLSchema Schema)
{
    public string Name => Definition.Name;
    public string? Description => Definition.Description;
    public bool IsRepeatable => Definition.IsRepeatable;
    public IEnumerable<DirectiveLocation> Locations => Definition.Locations.Select(location => Enum.Parse<DirectiveLocation>(location.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));

    public IEnumerable<InputValueView> GetArgs(bool includeDeprecated = false) => InputValueView.Of(Definition.Arguments, includeDeprecated, Schema);
}

[GraphQLName("__Field")]
[GraphQLDescription("Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.")]
internal sealed record FieldView([property: GraphQLIgnore] FieldDefinition Definition, [property: GraphQLIgnore] GraphQLSchema Schema)
{
    public string Name => Definition.Name;
    public string? Description => Definition.Description;

    public IEnumerable<InputValueView> GetArgs(bool includeDeprecated = false) => InputValueView.Of(Definition.Arguments, includeDeprecated, Schema);

    public TypeView Type => new(Definition.Type, Schema);
    public bool IsDeprecated => Definition.DeprecationReason is not null;
    public string? DeprecationReason => Definition.DeprecationReason;
}

[GraphQLName("__InputValue")]
[GraphQLDescription("Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.")]
internal sealed record InputValueView([property: GraphQLIgnore] InputValue Definition, [property: GraphQLIgnore] GraphQLSchema Schema)
{
    public string Name => Definition.Name;
    public string? Description => Definition.Description;
    public TypeView Type => new(Definition.Type, Schema);

    [GraphQLDescription("A GraphQL-formatted string representing the default value for this input value.")]
    public string? DefaultValue => Definition.Default is { } literal ? SyntaxPrinter.Print(literal) : null;
    public bool IsDeprecated => Definition.DeprecationReason is not null;
    public string? DeprecationReason => Definition.DeprecationReason;

    public static IEnumerable<InputValueView> Of(IReadOnlyList<InputValue> values, bool includeDeprecated, GraphQLSchema schema) =>
        values.Where(value => includeDeprecated || value.DeprecationReason is null).Select(value => new InputValueView(value, schema));
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
