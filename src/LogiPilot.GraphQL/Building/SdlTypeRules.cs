using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Building;

/// <summary>What graphql-js's <c>validateSchema</c> asks of the types: what they must have, where they may be used, that interfaces are kept.</summary>
internal sealed partial class SdlTypeRules
{
    private readonly SdlDocument _document;

    private SdlTypeRules(SdlDocument document) => _document = document;

    public static void Check(SdlDocument document)
    {
        var rules = new SdlTypeRules(document);
        rules.CheckRoots();
        foreach (var directive in document.Directives) rules.CheckDirective(directive);
        foreach (var type in document.Types.Values) rules.CheckType(type);
        document.RefuseMistakes();
    }

    private void CheckRoots()
    {
        if (_document.Root(OperationKind.Query) is null) _document.Report("Query root type must be provided.", _document.Schema);
        foreach (var kind in Enum.GetValues<OperationKind>())
        {
            if (_document.Root(kind) is not { } root || _document.KindOf(root.Name) == SdlKind.Object) continue;
            var must = kind == OperationKind.Query ? "must be Object type" : "must be Object type if provided";
            _document.Report($"{kind} root type {must}, it cannot be {root.Name}.", root.SaidBy);
        }
    }

    private void CheckDirective(DirectiveDefinitionNode directive)
    {
        CheckName(directive.Name, directive);
        foreach (var argument in directive.Arguments)
        {
            var path = $"@{directive.Name}({argument.Name}:)";
            CheckName(argument.Name, argument);
            if (!_document.IsInput(argument.Type))
                _document.Report($"The type of {path} must be Input Type but got: {argument.Type}.", argument);
            CheckDeprecation($"argument {path}", argument);
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
                CheckInputFields(type);
                CheckCircles(type);
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
            foreach (var argument in field.Arguments)
            {
                var path = $"{type.Name}.{field.Name}({argument.Name}:)";
                CheckName(argument.Name, argument);
                if (!_document.IsInput(argument.Type))
                    _document.Report($"The type of {path} must be Input Type but got: {argument.Type}.", argument.Type);
                CheckDeprecation($"argument {path}", argument);
            }
        }
    }

    private void CheckDeprecation(string what, InputValueDefinitionNode value)
    {
        var deprecated = value.Directives.FirstOrDefault(directive => directive.Name.Value == "deprecated");
        if (deprecated is not null && value is { Type: NonNullTypeNode, Default: null })
            _document.Report($"Required {what} cannot be deprecated.", deprecated, value.Type);
    }

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
