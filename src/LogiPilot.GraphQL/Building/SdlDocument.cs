using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal enum SdlKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
}

/// <summary>A type of a schema document: its definition and what extends it, read as one.</summary>
internal sealed class SdlType(TypeDefinitionNode definition)
{
    public string Name => Definition.Name.Value;
    public TypeDefinitionNode Definition { get; } = definition;
    public List<TypeDefinitionNode> Extensions { get; } = [];
    public SdlKind Kind { get; } = KindOf(definition);

    public IEnumerable<TypeDefinitionNode> Parts => Extensions.Prepend(Definition);
    public IEnumerable<FieldDefinitionNode> Fields => Parts.SelectMany(FieldsOf);
    public IEnumerable<NamedTypeNode> Interfaces => Parts.SelectMany(InterfacesOf);
    public IEnumerable<NamedTypeNode> Members => Parts.OfType<UnionTypeNode>().SelectMany(part => part.Members);
    public IEnumerable<EnumValueDefinitionNode> Values => Parts.OfType<EnumTypeNode>().SelectMany(part => part.Values);
    public IEnumerable<InputValueDefinitionNode> InputFields => Parts.OfType<InputObjectTypeNode>().SelectMany(part => part.Fields);
    public IEnumerable<DirectiveNode> Directives => Parts.SelectMany(part => part.Directives);

    public bool IsOneOf => Directives.Any(directive => directive.Name == "oneOf");

    public static SdlKind KindOf(TypeDefinitionNode node) => node switch
    {
        ScalarTypeNode => SdlKind.Scalar,
        ObjectTypeNode => SdlKind.Object,
        InterfaceTypeNode => SdlKind.Interface,
        UnionTypeNode => SdlKind.Union,
        EnumTypeNode => SdlKind.Enum,
        _ => SdlKind.InputObject,
    };

    public static IReadOnlyList<FieldDefinitionNode> FieldsOf(TypeDefinitionNode node) =>
        node switch { ObjectTypeNode made => made.Fields, InterfaceTypeNode made => made.Fields, _ => [] };

    public static IReadOnlyList<NamedTypeNode> InterfacesOf(TypeDefinitionNode node) =>
        node switch { ObjectTypeNode made => made.Interfaces, InterfaceTypeNode made => made.Interfaces, _ => [] };
}

/// <summary>A schema document by what it defines, and the mistakes found in it.</summary>
internal sealed class SdlDocument
{
    /// <summary>The types every schema has, in the order graphql-js suggests them.</summary>
    public static readonly IReadOnlyList<string> StandardTypes =
    [
        "String", "Int", "Float", "Boolean", "ID", "__Schema", "__Directive", "__DirectiveLocation", "__Type", "__Field", "__InputValue",
        "__EnumValue", "__TypeKind",
    ];

    private readonly DocumentNode _document;
    private readonly List<GraphQLError> _errors = [];

    public SdlDocument(DocumentNode document)
    {
        _document = document;
        foreach (var definition in document.Definitions)
        {
            switch (definition)
            {
                case SchemaNode { IsExtension: true } extension: SchemaExtensions.Add(extension); break;
                case SchemaNode schema: Schema = schema; break;
                case DirectiveDefinitionNode directive: Directives.Add(directive); break;
                // A definition of a type every schema has is let be, as by graphql-js.
                case TypeDefinitionNode { IsExtension: false } type when !IsStandard(type.Name.Value): Types.TryAdd(type.Name.Value, new(type)); break;
            }
        }
        foreach (var extension in Definitions.OfType<TypeDefinitionNode>().Where(type => type.IsExtension))
            if (Types.TryGetValue(extension.Name.Value, out var type)) type.Extensions.Add(extension);
    }

    public IReadOnlyList<DefinitionNode> Definitions => _document.Definitions;
    public Dictionary<string, SdlType> Types { get; } = new(StringComparer.Ordinal);
    public List<DirectiveDefinitionNode> Directives { get; } = [];
    public SchemaNode? Schema { get; }
    public List<SchemaNode> SchemaExtensions { get; } = [];

    public static bool IsStandard(string name) => StandardTypes.Contains(name, StringComparer.Ordinal);

    public SdlKind? KindOf(string name) => name switch
    {
        _ when BuiltInScalars.IsSpecified(name) => SdlKind.Scalar,
        "__TypeKind" or "__DirectiveLocation" => SdlKind.Enum,
        _ when IsStandard(name) => SdlKind.Object,
        _ => Types.TryGetValue(name, out var type) ? type.Kind : null,
    };

    public bool IsInput(TypeNode type) => KindOf(Named(type).Name) is SdlKind.Scalar or SdlKind.Enum or SdlKind.InputObject;

    public bool IsOutput(TypeNode type) => KindOf(Named(type).Name) is not SdlKind.InputObject;

    /// <summary>The root type's name and where it is said; by its usual name where the document says nothing of roots.</summary>
    public (string Name, SyntaxNode? SaidBy)? Root(OperationKind kind)
    {
        var nodes = Schema is null ? SchemaExtensions : [Schema, .. SchemaExtensions];
        if (Schema is null && Types.TryGetValue(kind.ToString(), out var usual)) return (usual.Name, usual.Definition);
        var said = nodes.SelectMany(node => node.Operations).LastOrDefault(root => root.Kind == kind);
        return said is null ? null : (said.Type.Name, said.Type);
    }

    public static NamedTypeNode Named(TypeNode type) => type switch
    {
        ListTypeNode list => Named(list.OfType),
        NonNullTypeNode nonNull => Named(nonNull.OfType),
        _ => (NamedTypeNode)type,
    };

    public void Report(string message, params IEnumerable<SyntaxNode?> nodes) =>
        _errors.Add(new(message) { Locations = [.. nodes.OfType<SyntaxNode>().Select(node => _document.LocationOf(node))] });

    public void RefuseMistakes()
    {
        if (_errors.Count > 0) throw SchemaException.In(_errors);
    }
}
