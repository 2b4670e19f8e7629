using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class ScalarLeafs : ValidationRule
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Type is not { } type) return;
        if (type.Named is not CompositeType && field.SelectionSet is { } set)
            Report($"Field \"{field.Name}\" must not have a selection since type \"{type}\" has no subfields.", set);
        else if (type.Named is CompositeType && field.SelectionSet is null)
            Report($"Field \"{field.Name}\" of type \"{type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?", field);
    }
}

internal sealed class FieldsOnCorrectType : ValidationRule
{
    public override void EnterField(FieldNode field)
    {
        if (Context.ParentType is not { } parent || Context.Field is not null) return;
        var name = field.Name.Value;
        var hint = DidYouMean.Phrase("to use an inline fragment on ", TypesThatHave(parent, name));
        if (hint.Length == 0 && parent is FieldsType fields) hint = DidYouMean.Suggest(name, fields.Fields.Select(known => known.Name));
        Report($"Cannot query field \"{name}\" on type \"{parent}\".{hint}", field);
    }

    // Interfaces first, those that more of the possible types implement before others.
    private List<string> TypesThatHave(CompositeType parent, string field)
    {
        if (parent is ObjectType) return [];
        var objects = Context.Schema.PossibleTypes(parent).Where(type => type.Field(field) is not null).ToList();
        var interfaces = objects.SelectMany(type => type.Interfaces).Where(type => type.Field(field) is not null)
            .CountBy(type => type.Name, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).Select(pair => pair.Key);
        return [.. interfaces, .. objects.Select(type => type.Name).OrderBy(name => name, StringComparer.Ordinal)];
    }
}

internal sealed class KnownArgumentNames : ValidationRule
{
    public override void EnterArgument(ArgumentNode argument)
    {
        if (Context.Argument is not null) return;
        var name = argument.Name.Value;
        if (Context.Directive is { } directive)
            Report($"Unknown argument \"{name}\" on directive \"@{directive.Name}\".{DidYouMean.Suggest(name, directive.Arguments.Select(a => a.Name))}", argument);
        else if (Context is { Field: { } field, ParentType: { } parent, InDirective: false })
            Report($"Unknown argument \"{name}\" on field \"{parent}.{field.Name}\".{DidYouMean.Suggest(name, field.Arguments.Select(a => a.Name))}", argument);
    }
}

internal sealed class UniqueArgumentNames : ValidationRule
{
    public override void EnterArguments(IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var twins in arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Report($"There can be only one argument named \"{twins.Key}\".", twins.Select(argument => argument.Name));
    }
}

internal sealed class ProvidedRequiredArguments : ValidationRule
{
    public override void LeaveField(FieldNode field)
    {
        if (Context.Field is not { } definition) return;
        foreach (var argument in definition.Arguments)
            if (argument.IsRequired && !field.Arguments.Any(given => given.Name.Value == argument.Name))
                Report($"Field \"{definition.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", field);
    }

    public override void LeaveDirective(DirectiveNode directive)
    {
        if (Context.Directive is not { } definition) return;
        foreach (var argument in definition.Arguments)
            if (argument.IsRequired && !directive.Arguments.Any(given => given.Name.Value == argument.Name))
                Report($"Directive \"@{definition.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", directive);
    }
}

internal sealed class KnownDirectives : ValidationRule
{
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            if (Context.Schema.Directive(directive.Name.Value) is not { } definition)
                Report($"Unknown directive \"@{directive.Name}\".", directive);
            else if (!definition.Locations.Contains(location, StringComparer.Ordinal))
                Report($"Directive \"@{directive.Name}\" may not be used on {location}.", directive);
        }
    }
}

internal sealed class UniqueDirectivesPerLocation : ValidationRule
{
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        var seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.Directive(name) is { IsRepeatable: true } or null || seen.TryAdd(name, directive)) continue;
            Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
        }
    }
}
