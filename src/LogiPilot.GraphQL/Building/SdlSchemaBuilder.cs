using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

/// <summary>Makes the types a document in SDL defines, its extensions merged.</summary>
internal sealed class SdlSchemaBuilder
{
    // The types every schema has come from one that needs no document.
    private static readonly Lazy<GraphQLSchema> Foundation = new(() =>
    {
        var options = new GraphQLOptions();
        options.AddType(typeof(Anything));
        return GraphQLSchema.Create(options);
    });

    private readonly SdlDocument _document;
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<NamedType> _used = [];

    private SdlSchemaBuilder(SdlDocument document) => _document = document;

    public static GraphQLSchema Build(string sdl)
    {
        var document = new SdlDocument(Parse(sdl));
        SdlRules.Check(document, Foundation.Value.Directives);
        return new SdlSchemaBuilder(document).Build();
    }

    private static DocumentNode Parse(string sdl)
    {
        try
        {
            return Parser.Parse(sdl, ParserLimits.None);
        }
        catch (GraphQLException mistake)
        {
            throw SchemaException.In([GraphQLError.Of(mistake)]);
        }
    }

    private GraphQLSchema Build()
    {
        var foundation = Foundation.Value;
        foreach (var type in foundation.Types.Where(type => SdlDocument.IsStandard(type.Name))) _types[type.Name] = type;
        foreach (var type in _document.Types.Values) _types[type.Name] = Make(type);
        foreach (var type in _document.Types.Values) Fill(type);
        var directives = _document.Directives.ConvertAll(Directive);
        directives.AddRange(foundation.Directives.Where(specified => directives.TrueForAll(directive => directive.Name != specified.Name)));
        _document.RefuseMistakes();
        SdlTypeRules.Check(_document);
        new SchemaRules(_document).Check(_document.Types.Keys.Select(name => _types[name]), directives);
        _document.RefuseMistakes();
        var types = _types.Values.Where(type =>
            _used.Contains(type) || type.IsIntrospection || type.Name is "String" or "Boolean" || _document.Types.ContainsKey(type.Name));
        return new(
            Root(OperationKind.Query)!, Root(OperationKind.Mutation), Root(OperationKind.Subscription),
            [.. types.OrderBy(type => type.Name, StringComparer.Ordinal)], directives,
            [foundation.TypeNameField, foundation.SchemaField, foundation.TypeField])
        {
            Description = _document.Schema?.Description?.Value,
        };
    }

    private ObjectType? Root(OperationKind kind) => _document.Root(kind) is { } root ? (ObjectType)_types[root.Name] : null;

    private NamedType Make(SdlType type)
    {
        NamedType made = type.Kind switch
        {
            SdlKind.Scalar => new SdlScalarType(type.Name, Said(type.Directives, "specifiedBy", "url")),
            SdlKind.Object => new ObjectType(type.Name) { Nodes = [.. type.Parts] },
            SdlKind.Interface => new InterfaceType(type.Name) { Nodes = [.. type.Parts] },
            SdlKind.Union => new UnionType(type.Name),
            SdlKind.Enum => new SdlEnumType(type.Name, [.. type.Values.Select(Value)]),
            _ => new InputObjectType(type.Name) { IsOneOf = type.IsOneOf },
        };
        made.Description = type.Definition.Description?.Value;
        return made;
    }

    // What is not of the kind it must be is left out here and told by SdlTypeRules.
    private void Fill(SdlType type)
    {
        switch (_types[type.Name])
        {
            case FieldsType made:
                made.Interfaces = [.. type.Interfaces.Select(reference => _types[reference.Name]).OfType<InterfaceType>().Where(parent => parent != made).Distinct()];
                foreach (var field in type.Fields) made.Add(Field(field, type.Name));
                break;
            case UnionType made:
                made.Members = [.. type.Members.Select(reference => _types[reference.Name]).OfType<ObjectType>().Distinct()];
                break;
            case InputObjectType made:
                made.Fields = [.. type.InputFields.Select(Input)];
                break;
        }
    }

    private FieldDefinition Field(FieldDefinitionNode node, string declaringType) => new(node.Name.Value, TypeOf(node.Type))
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node.Directives),
        Arguments = [.. node.Arguments.Select(Input)],
        DeclaringType = declaringType,
        Node = node,
    };

    private InputValue Input(InputValueDefinitionNode node) => new(node.Name.Value, TypeOf(node.Type))
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node.Directives),
        Default = node.Default,
        Node = node,
    };

    private EnumValue Value(EnumValueDefinitionNode node) => new(node.Name.Value, node.Name.Value)
    {
        Description = node.Description?.Value,
        DeprecationReason = Deprecation(node.Directives),
    };

    private DirectiveDefinition Directive(DirectiveDefinitionNode node) => new(node.Name.Value, [.. node.Locations.Select(location => location.Value)])
    {
        Description = node.Description?.Value,
        IsRepeatable = node.Repeatable,
        Arguments = [.. node.Arguments.Select(Input)],
    };

    private GraphType TypeOf(TypeNode node)
    {
        var type = GraphType.Of(node, _types, static (types, name) => types[name])!;
        _used.Add(type.Named);
        return type;
    }

    private string? Deprecation(IReadOnlyList<DirectiveNode> directives) =>
        directives.Any(directive => directive.Name == "deprecated") ? Said(directives, "deprecated", "reason") ?? GraphQLDeprecatedAttribute.DefaultReason : null;

    // What a specified directive's only argument says; it must be a string.
    private string? Said(IEnumerable<DirectiveNode> directives, string directive, string argument)
    {
        var value = directives.FirstOrDefault(used => used.Name == directive)?.Arguments.FirstOrDefault(given => given.Name == argument)?.Value;
        if (value is NullValueNode) _document.Report($"Argument \"{argument}\" of non-null type \"String!\" must not be null.", value);
        else if (value is not (null or StringValueNode)) _document.Report($"Argument \"{argument}\" has invalid value {value}.", value);
        return (value as StringValueNode)?.Value;
    }

    [QueryType]
    internal static class Anything
    {
        public static int? Any(double? number, GraphId? id) => throw new InvalidOperationException($"Nobody asks for {number} or {id}.");
    }
}
