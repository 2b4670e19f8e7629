using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Introspection;

[GraphQLName("__Type")]
[GraphQLDescription("The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.")]
internal sealed record TypeView([property: GraphQLIgnore] GraphType Definition, [property: GraphQLIgnore] SchemaView Schema)
{
    private Views<FieldDefinition, FieldView>? _fields;
    private Views<EnumValue, EnumValueView>? _values;
    private Views<InputValue, InputValueView>? _inputFields;

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

    public IReadOnlyList<FieldView>? GetFields(bool? includeDeprecated = false) => Definition is FieldsType type
        ? (_fields ??= new(type.Fields, field => field.DeprecationReason)).Get(includeDeprecated == true, field => new(field, Schema))
        : null;

    public IReadOnlyList<TypeView>? Interfaces => field ??= Definition is FieldsType type ? [.. type.Interfaces.Select(one => Schema.Of(one)!)] : null;

    public IReadOnlyList<TypeView>? PossibleTypes => field ??= Definition is InterfaceType or UnionType
        ? [.. Schema.Schema.PossibleTypes((NamedType)Definition).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => Schema.Of(type)!)]
        : null;

    public IReadOnlyList<EnumValueView>? GetEnumValues(bool? includeDeprecated = false) => Definition is EnumType type
        ? (_values ??= new(type.Values, value => value.DeprecationReason)).Get(includeDeprecated == true, value => new(value))
        : null;

    public IReadOnlyList<InputValueView>? GetInputFields(bool? includeDeprecated = false) => Definition is InputObjectType input
        ? (_inputFields ??= new(input.Fields, value => value.DeprecationReason)).Get(includeDeprecated == true, value => new(value, Schema))
        : null;

    public TypeView? OfType => field ??= Definition switch
    {
        ListType list => Schema.Of(list.OfType),
        NonNullType nonNull => Schema.Of(nonNull.OfType),
        _ => null,
    };

    public bool? IsOneOf => (Definition as InputObjectType)?.IsOneOf;
}
