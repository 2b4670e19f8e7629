using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Introspection;

[GraphQLName("__Type")]
[GraphQLDescription("The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.")]
internal sealed record TypeView([property: GraphQLIgnore] GraphType Definition, [property: GraphQLIgnore] GraphQLSchema Schema)
{
    public static TypeView? Of(GraphType? type, GraphQLSchema schema) => type is null ? null : new(type, schema);

    public TypeKind Kind => Definition switch
    {
        ListType => TypeKind.List,
        NonNullType => TypeKind.NonNull,
        ObjectType => TypeKind.Object,
        InterfaceType => TypeKind.Interface,
        UnionType => TypeKind.Union,
        EnumType => TypeKind.Enum,
        InputObjectType => TypeKind.InputObject,
        _ => TypeKind.Scalar,
    };

    public string? Name => (Definition as NamedType)?.Name;
    public string? Description => (Definition as NamedType)?.Description;

    [GraphQLName("specifiedByURL")]
    public string? SpecifiedBy => (Definition as ScalarType)?.SpecifiedBy;

    public IEnumerable<FieldView>? GetFields(bool? includeDeprecated = false) => (Definition as FieldsType)?.Fields
        .Where(field => includeDeprecated == true || field.DeprecationReason is null).Select(field => new FieldView(field, Schema));

    public IEnumerable<TypeView>? Interfaces => (Definition as FieldsType)?.Interfaces.Select(type => new TypeView(type, Schema));

    public IEnumerable<TypeView>? PossibleTypes => Definition is InterfaceType or UnionType
        ? Schema.PossibleTypes((NamedType)Definition).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => new TypeView(type, Schema))
        : null;

    public IEnumerable<EnumValueView>? GetEnumValues(bool? includeDeprecated = false) => (Definition as EnumType)?.Values
        .Where(value => includeDeprecated == true || value.DeprecationReason is null).Select(value => new EnumValueView(value));

    public IEnumerable<InputValueView>? GetInputFields(bool? includeDeprecated = false) =>
        Definition is InputObjectType input ? InputValueView.Of(input.Fields, includeDeprecated == true, Schema) : null;

    public TypeView? OfType => Definition switch
    {
        ListType list => new(list.OfType, Schema),
        NonNullType nonNull => new(nonNull.OfType, Schema),
        _ => null,
    };

    public bool? IsOneOf => (Definition as InputObjectType)?.IsOneOf;
}
