using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SdlTypeRules
{
    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);
    private readonly List<InputValueDefinitionNode> _path = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    private void CheckInputFields(SdlType input)
    {
        if (!input.InputFields.Any()) _document.Report($"Input Object type {input.Name} must define one or more fields.", input.Parts);
        foreach (var field in input.InputFields)
        {
            var path = $"{input.Name}.{field.Name}";
            CheckName(field.Name, field);
            if (!_document.IsInput(field.Type)) _document.Report($"The type of {path} must be Input Type but got: {field.Type}.", field.Type);
            CheckDeprecation($"input field {path}", field);
            if (!input.IsOneOf) continue;
            if (field.Type is NonNullTypeNode) _document.Report($"OneOf input field {path} must be nullable.", field.Type);
            if (field.Default is not null) _document.Report($"OneOf input field {path} cannot have a default value.", field);
        }
    }

    // Depth first, each type once, every circle of non-null fields told once.
    private void CheckCircles(SdlType input)
    {
        if (!_walked.Add(input.Name)) return;
        _positions[input.Name] = _path.Count;
        foreach (var field in input.InputFields)
        {
            if (field.Type is not NonNullTypeNode { OfType: NamedTypeNode named } || !_document.Types.TryGetValue(named.Name, out var next)
                || next.Kind != SdlKind.InputObject)
                continue;
            _path.Add(field);
            if (_positions.TryGetValue(named.Name, out var start))
            {
                var circle = _path[start..];
                _document.Report(
                    $"Cannot reference Input Object \"{named.Name}\" within itself through a series of non-null fields: \"{string.Join('.', circle.Select(step => step.Name.Value))}\".",
                    circle);
            }
            else
            {
                CheckCircles(next);
            }
            _path.RemoveAt(_path.Count - 1);
        }
        _positions.Remove(input.Name);
    }
}
