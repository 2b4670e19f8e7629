using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class KnownDirectives : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
        if (context.Directive is not { } definition)
        {
            foreach (var known in context.Document.Definitions)
                if (known is DirectiveDefinitionNode own && own.Name.Value == directive.Name) return;
            Report(context, $"Unknown directive \"@{directive.Name}\".", directive);
        }
        else if (!definition.Locations.Contains(location, StringComparer.Ordinal))
        {
            Report(context, $"Directive \"@{directive.Name}\" may not be used on {location}.", directive);
        }
    }
}

internal sealed class UniqueDirectivesPerLocation : ValidationRule
{
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives, ValidationContext context)
    {
        if (!Twins.Any(directives, directive => directive.Name)) return;
        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            if (context.IsFull) return;
            var name = directive.Name;
            if (context.Schema.Directive(name) is { IsRepeatable: true } or null || seen.TryAdd(name, directive)) continue;
            Report(context, $"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }
}
