using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SdlTypeRules
{
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
                CheckImplementation(type, _document.Types[name]);
        }
    }

    private static IEnumerable<NamedTypeNode> Naming(SdlType type, string name) => type.Interfaces.Where(reference => reference.Name == name);

    private void CheckImplementation(SdlType type, SdlType contract)
    {
        foreach (var further in contract.Interfaces.Where(further => !Naming(type, further.Name).Any()))
        {
            var mistake = further.Name == type.Name
                ? $"Type {type.Name} cannot implement {contract.Name} because it would create a circular reference."
                : $"Type {type.Name} must implement {further.Name} because it is implemented by {contract.Name}.";
            _document.Report(mistake, Naming(contract, further.Name).Concat(Naming(type, contract.Name)));
        }
        foreach (var wanted in contract.Fields)
        {
            var path = $"{contract.Name}.{wanted.Name}";
            if (type.Fields.LastOrDefault(field => field.Name.Value == wanted.Name.Value) is { } given) CheckField(type, given, wanted, path);
            else _document.Report($"Interface field {path} expected but {type.Name} does not provide it.", type.Parts.Prepend<SyntaxNode>(wanted));
        }
    }

    private void CheckField(SdlType type, FieldDefinitionNode given, FieldDefinitionNode wanted, string path)
    {
        var own = $"{type.Name}.{given.Name}";
        if (!IsSubType(given.Type, wanted.Type))
            _document.Report($"Interface field {path} expects type {wanted.Type} but {own} is type {given.Type}.", wanted.Type, given.Type);
        foreach (var argument in wanted.Arguments)
        {
            var same = given.Arguments.FirstOrDefault(other => other.Name.Value == argument.Name.Value);
            if (same is null)
                _document.Report($"Interface field argument {path}({argument.Name}:) expected but {own} does not provide it.", argument, given);
            else if (same.Type.ToString() != argument.Type.ToString())
                _document.Report(
                    $"Interface field argument {path}({argument.Name}:) expects type {argument.Type} but {own}({argument.Name}:) is type {same.Type}.",
                    argument.Type, same.Type);
        }
        foreach (var argument in given.Arguments.Where(argument => argument is { Type: NonNullTypeNode, Default: null }))
        {
            if (wanted.Arguments.All(other => other.Name.Value != argument.Name.Value))
                _document.Report($"Object field {own} includes required argument {argument.Name} that is missing from the Interface field {path}.", argument, wanted);
        }
    }

    private bool IsSubType(TypeNode type, TypeNode of) => (type, of) switch
    {
        (NonNullTypeNode t, NonNullTypeNode o) => IsSubType(t.OfType, o.OfType),
        (_, NonNullTypeNode) => false,
        (NonNullTypeNode t, _) => IsSubType(t.OfType, of),
        (ListTypeNode t, ListTypeNode o) => IsSubType(t.OfType, o.OfType),
        (NamedTypeNode t, NamedTypeNode o) => t.Name == o.Name || IsPossible(t.Name, o.Name),
        _ => false,
    };

    private bool IsPossible(string name, string of)
    {
        if (!_document.Types.TryGetValue(name, out var type) || !_document.Types.TryGetValue(of, out var wide)) return false;
        return wide.Kind switch
        {
            SdlKind.Union => wide.Members.Any(member => member.Name == name),
            SdlKind.Interface => type.Interfaces.Any(reference => reference.Name == of),
            _ => false,
        };
    }
}
