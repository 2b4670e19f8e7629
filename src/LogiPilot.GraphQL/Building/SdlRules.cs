using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;
using LogiPilot.GraphQL.Validation.Rules;

namespace LogiPilot.GraphQL.Building;

/// <summary>What graphql-js's rules for SDL ask of a schema document before types are made of it: names, extensions, directives.</summary>
internal sealed partial class SdlRules
{
    private readonly SdlDocument _document;
    private readonly Dictionary<string, NameNode> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameNode> _directiveNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameNode> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<OperationKind, RootTypeNode> _roots = [];
    private readonly HashSet<string> _defined;
    private bool _hasSchema;

    private SdlRules(SdlDocument document, IEnumerable<DirectiveDefinition> specified)
    {
        _document = document;
        _defined = new(DefinedTypes(), StringComparer.Ordinal);
        foreach (var directive in specified) _usable[directive.Name] = Usable.Of(directive);
        foreach (var directive in document.Directives) _usable[directive.Name.Value] = Usable.Of(directive);
    }

    public static void Check(SdlDocument document, IEnumerable<DirectiveDefinition> specified)
    {
        var rules = new SdlRules(document, specified);
        foreach (var definition in document.Definitions) rules.Check(definition);
        document.RefuseMistakes();
    }

    private IEnumerable<string> DefinedTypes() =>
        _document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension).Select(type => type.Name.Value);

    private void Check(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaNode node: CheckSchema(node); break;
            case DirectiveDefinitionNode node: CheckDirective(node); break;
            case TypeDefinitionNode node: CheckType(node); break;
            default: _document.Report("A schema document has definitions of the type system only.", definition); break;
        }
    }

    private void CheckSchema(SchemaNode node)
    {
        if (!node.IsExtension && _hasSchema) _document.Report("Must provide only one schema definition.", node);
        _hasSchema |= !node.IsExtension;
        CheckUses(node.Directives, "SCHEMA", _schemaUses);
        foreach (var root in node.Operations)
        {
            if (!_roots.TryAdd(root.Kind, root))
                _document.Report($"There can be only one {root.Kind.ToString().ToLowerInvariant()} type in schema.", _roots[root.Kind], root);
            CheckReference(root.Type);
        }
    }

    private void CheckDirective(DirectiveDefinitionNode node)
    {
        if (!_directiveNames.TryAdd(node.Name.Value, node.Name))
            _document.Report($"There can be only one directive named \"@{node.Name}\".", _directiveNames[node.Name.Value], node.Name);
        CheckArguments($"@{node.Name}", node.Arguments);
    }

    private void CheckType(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        if (node.IsExtension) CheckExtension(node);
        else if (!_types.TryAdd(name, node.Name)) _document.Report($"There can be only one type named \"{name}\".", _types[name], node.Name);
        CheckUses(node.Directives, Location(node), UsesOf(name));
        foreach (var reference in SdlType.InterfacesOf(node)) CheckReference(reference);
        foreach (var field in SdlType.FieldsOf(node))
        {
            CheckUnique("Field", name, field.Name);
            CheckArguments($"{name}.{field.Name}", field.Arguments);
            CheckReference(field.Type);
            CheckUses(field.Directives, "FIELD_DEFINITION", []);
        }
        foreach (var member in (node as UnionTypeNode)?.Members ?? []) CheckReference(member);
        foreach (var value in (node as EnumTypeNode)?.Values ?? [])
        {
            CheckUnique("Enum value", name, value.Name);
            CheckUses(value.Directives, "ENUM_VALUE", []);
        }
        foreach (var field in (node as InputObjectTypeNode)?.Fields ?? [])
        {
            CheckUnique("Field", name, field.Name);
            CheckInput(field, "INPUT_FIELD_DEFINITION");
        }
    }

    private void CheckExtension(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        var definition = _document.Definitions.OfType<TypeDefinitionNode>().LastOrDefault(type => !type.IsExtension && type.Name.Value == name);
        if (definition is null)
            _document.Report($"Cannot extend type \"{name}\" because it is not defined.{DidYouMean.Suggest(name, _defined)}", node.Name);
        else if (SdlType.KindOf(definition) != SdlType.KindOf(node))
            _document.Report($"Cannot extend non-{Words(SdlType.KindOf(node))} type \"{name}\".", definition, node);
    }

    private static string Words(SdlKind kind) => kind == SdlKind.InputObject ? "input object" : kind.ToString().ToLowerInvariant();

    private static string Location(TypeDefinitionNode node) =>
        SdlType.KindOf(node) == SdlKind.InputObject ? "INPUT_OBJECT" : SdlType.KindOf(node).ToString().ToUpperInvariant();

    private void CheckUnique(string what, string type, NameNode name)
    {
        var member = $"{what} \"{type}.{name}\"";
        if (!_members.TryAdd(member, name)) _document.Report($"{member} can only be defined once.", _members[member], name);
    }

    private void CheckArguments(string parent, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var same in Twins.Of(arguments, argument => argument.Name.Value))
            _document.Report($"Argument \"{parent}({same.Key}:)\" can only be defined once.", same.Select(argument => argument.Name));
        foreach (var argument in arguments) CheckInput(argument, "ARGUMENT_DEFINITION");
    }

    private void CheckInput(InputValueDefinitionNode node, string location)
    {
        CheckReference(node.Type);
        if (node.Default is { } value) CheckValue(value);
        CheckUses(node.Directives, location, []);
    }

    private void CheckReference(TypeNode reference)
    {
        var named = SdlDocument.Named(reference);
        if (_defined.Contains(named.Name) || SdlDocument.IsStandard(named.Name)) return;
        _document.Report($"Unknown type \"{named.Name}\".{DidYouMean.Suggest(named.Name, SdlDocument.StandardTypes.Concat(_defined))}", named);
    }

    private void CheckValue(ValueNode value)
    {
        foreach (var item in (value as ListValueNode)?.Items ?? []) CheckValue(item);
        var seen = new Dictionary<string, ObjectFieldNode>(StringComparer.Ordinal);
        foreach (var field in (value as ObjectValueNode)?.Fields ?? [])
        {
            if (!seen.TryAdd(field.Name, field))
                _document.Report($"There can be only one input field named \"{field.Name}\".", seen[field.Name], field);
            CheckValue(field.Value);
        }
    }
}
