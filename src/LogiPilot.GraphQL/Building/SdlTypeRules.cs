using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Building;

/// <summary>
/// What graphql-js's <c>validateSchema</c> asks of a document before <see cref="SchemaRules"/> can look at its types: names, that nothing is
/// empty, and that each reference is to a type of the kind that may stand there. Annotated C# cannot get these wrong, or is refused earlier.
/// </summary>
internal sealed class SdlTypeRules
{
    private readonly SdlDocument _document;

    private SdlTypeRules(SdlDocument document) => _document = document;

    public static void Check(SdlDocument document)
    {
        var rules = new SdlTypeRules(document);
        rules.CheckRoots();
        foreach (var directive in document.Directives)
        {
            rules.CheckName(directive.Name, directive);
            foreach (var argument in directive.Arguments) rules.CheckInput(argument, $"@{directive.Name}({argument.Name}:)", argument);
        }
        foreach (var type in document.Types.Values) rules.CheckType(type);
    }

    private void CheckRoots()
    {
        if (_document.Root(OperationKind.Query) is null) _document.Report("Query root type must be provided.", _document.Schema);
        var first = new Dictionary<string, (OperationKind Kind, SyntaxNode? SaidBy)>(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<OperationKind>())
        {
            if (_document.Root(kind) is not { } root) continue;
            var must = kind == OperationKind.Query ? "must be Object type" : "must be Object type if provided";
            if (_document.KindOf(root.Name) != SdlKind.Object)
                _document.Report($"{kind} root type {must}, it cannot be {root.Name}.", root.SaidBy);
            else if (!first.TryAdd(root.Name, (kind, root.SaidBy)))
                _document.Report($"{kind} root type must differ from {first[root.Name].Kind} root type, both are {root.Name}.", first[root.Name].SaidBy, root.SaidBy);
        }
    }

    private void CheckType(SdlType type)
    {
        CheckName(type.Definition.Name, type.Definition);
        switch (type.Kind)
        {
            case SdlKind.Object or SdlKind.Interface:
                CheckFields(type);
                CheckInterfaces(type);
                break;
            case SdlKind.Union:
                CheckMembers(type);
                break;
            case SdlKind.Enum:
                if (!type.Values.Any()) _document.Report($"Enum type {type.Name} must define one or more values.", type.Parts);
                foreach (var value in type.Values) CheckName(value.Name, value);
                break;
            case SdlKind.InputObject:
                if (!type.InputFields.Any()) _document.Report($"Input Object type {type.Name} must define one or more fields.", type.Parts);
                foreach (var field in type.InputFields) CheckInput(field, $"{type.Name}.{field.Name}", field.Type);
                break;
        }
    }

    private void CheckName(NameNode name, SyntaxNode node)
    {
        if (name.Value.StartsWith("__", StringComparison.Ordinal))
            _document.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
    }

    private void CheckFields(SdlType type)
    {
        if (!type.Fields.Any()) _document.Report($"Type {type.Name} must define one or more fields.", type.Parts);
        foreach (var field in type.Fields)
        {
            CheckName(field.Name, field);
            if (!_document.IsOutput(field.Type))
                _document.Report($"The type of {type.Name}.{field.Name} must be Output Type but got: {field.Type}.", field.Type);
            foreach (var argument in field.Arguments) CheckInput(argument, $"{type.Name}.{field.Name}({argument.Name}:)", argument.Type);
        }
    }

    private void CheckInput(InputValueDefinitionNode value, string path, SyntaxNode place)
    {
        CheckName(value.Name, value);
        if (!_document.IsInput(value.Type)) _document.Report($"The type of {path} must be Input Type but got: {value.Type}.", place);
    }

    private void CheckInterfaces(SdlType type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in type.Interfaces)
        {
            var name = reference.Name;
            if (_document.KindOf(name) != SdlKind.Interface)
                _document.Report($"Type {type.Name} must only implement Interface types, it cannot implement {name}.", Naming(type, name));
            else if (name == type.Name)
                _document.Report($"Type {name} cannot implement itself because it would create a circular reference.", Naming(type, name));
            else if (!seen.Add(name))
                _document.Report($"Type {type.Name} can only implement {name} once.", Naming(type, name));
            else
                CheckAncestors(type, _document.Types[name]);
        }
    }

    private void CheckAncestors(SdlType type, SdlType contract)
    {
        foreach (var further in contract.Interfaces.Where(further => !Naming(type, further.Name).Any()))
        {
            var mistake = further.Name == type.Name
                ? $"Type {type.Name} cannot implement {contract.Name} because it would create a circular reference."
                : $"Type {type.Name} must implement {further.Name} because it is implemented by {contract.Name}.";
            _document.Report(mistake, Naming(contract, further.Name).Concat(Naming(type, contract.Name)));
        }
    }

    private static IEnumerable<NamedTypeNode> Naming(SdlType type, string name) => type.Interfaces.Where(reference => reference.Name == name);

    private void CheckMembers(SdlType union)
    {
        if (!union.Members.Any()) _document.Report($"Union type {union.Name} must define one or more member types.", union.Parts);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in union.Members)
        {
            var all = union.Members.Where(other => other.Name == member.Name);
            if (!seen.Add(member.Name)) _document.Report($"Union type {union.Name} can only include type {member.Name} once.", all);
            else if (_document.KindOf(member.Name) != SdlKind.Object)
                _document.Report($"Union type {union.Name} can only include Object types, it cannot include {member.Name}.", all);
        }
    }
}
