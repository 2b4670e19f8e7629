using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;
using LogiPilot.GraphQL.Validation.Rules;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SdlRules
{
    private readonly Dictionary<string, Usable> _usable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveNode> _schemaUses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> _typeUses = new(StringComparer.Ordinal);

    // A type and its extensions are one location: what may be used once may be used once on all of them.
    private Dictionary<string, DirectiveNode> UsesOf(string type) =>
        _typeUses.TryGetValue(type, out var uses) ? uses : _typeUses[type] = new(StringComparer.Ordinal);

    private void CheckUses(IReadOnlyList<DirectiveNode> directives, string location, Dictionary<string, DirectiveNode> seen)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name;
            foreach (var same in Twins.Of(directive.Arguments, argument => argument.Name))
                _document.Report($"There can be only one argument named \"{same.Key}\".", same);
            foreach (var argument in directive.Arguments) CheckValue(argument.Value);
            if (!_usable.TryGetValue(name, out var known))
            {
                _document.Report($"Unknown directive \"@{name}\".", directive);
                continue;
            }
            if (!known.Locations.Contains(location)) _document.Report($"Directive \"@{name}\" may not be used on {location}.", directive);
            if (!known.IsRepeatable && !seen.TryAdd(name, directive))
                _document.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
            CheckArgumentsOf(directive, known);
        }
    }

    private void CheckArgumentsOf(DirectiveNode directive, Usable known)
    {
        foreach (var argument in directive.Arguments)
        {
            if (known.Arguments.Any(defined => defined.Name == argument.Name)) continue;
            var suggestion = DidYouMean.Suggest(argument.Name, known.Arguments.Select(defined => defined.Name));
            _document.Report($"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\".{suggestion}", argument);
        }
        foreach (var (name, type, isRequired) in known.Arguments)
        {
            if (!isRequired || directive.Arguments.Any(argument => argument.Name == name)) continue;
            _document.Report($"Directive \"@{directive.Name}\" argument \"{name}\" of type \"{type}\" is required, but it was not provided.", directive);
        }
    }

    /// <summary>What matters of a directive where it is used, be it specified or defined in the document.</summary>
    private sealed record Usable(bool IsRepeatable, HashSet<string> Locations, IReadOnlyList<(string Name, string Type, bool IsRequired)> Arguments)
    {
        public static Usable Of(DirectiveDefinition made) => new(
            made.IsRepeatable, [.. made.Locations], [.. made.Arguments.Select(argument => (argument.Name, argument.Type.ToString()!, argument.IsRequired))]);

        public static Usable Of(DirectiveDefinitionNode node) => new(
            node.Repeatable,
            [.. node.Locations.Select(location => location.Value)],
            [.. node.Arguments.Select(argument => (argument.Name.Value, argument.Type.ToString(), argument is { Type: NonNullTypeNode, Default: null }))]);
    }
}
