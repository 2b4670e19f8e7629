using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class KnownArgumentNames : ValidationRule
{
    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
        if (context.Directive is not { } definition) return;
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name;
            if (context.IsFull) return;
            if (definition.Argument(name) is null)
                Report(context, $"Unknown argument \"{name}\" on directive \"@{definition.Name}\".{context.Suggest(name, definition.Arguments.Select(known => known.Name))}", argument);
        }
    }

    public override void EnterArgument(ArgumentNode argument, ValidationContext context)
    {
        if (context.Argument is not null || context.InDirective) return;
        var name = argument.Name;
        if (context is { Field: { } field, ParentType: { } parent })
            Report(context, $"Unknown argument \"{name}\" on field \"{parent}.{field.Name}\".{context.Suggest(name, field.Arguments.Select(known => known.Name))}", argument);
    }
}

internal sealed class UniqueArgumentNames : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context) => Check(field.Arguments, context);

    public override void EnterDirective(DirectiveNode directive, string location, ValidationContext context) => Check(directive.Arguments, context);

    private void Check(IReadOnlyList<ArgumentNode> arguments, ValidationContext context)
    {
        foreach (var twins in Twins.Of(arguments, argument => argument.Name))
            Report(context, $"There can be only one argument named \"{twins.Key}\".", twins);
    }
}

internal sealed class ProvidedRequiredArguments : ValidationRule
{
    public override void LeaveField(FieldNode field, ValidationContext context)
    {
        if (context.Field is not { } definition) return;
        foreach (var argument in definition.Arguments)
            if (argument.IsRequired && !IsGiven(field.Arguments, argument))
                Report(context, $"Field \"{definition.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", field);
    }

    public override void LeaveDirective(DirectiveNode directive, ValidationContext context)
    {
        if (context.Directive is not { } definition) return;
        foreach (var argument in definition.Arguments)
            if (argument.IsRequired && !IsGiven(directive.Arguments, argument))
                Report(context, $"Directive \"@{definition.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", directive);
    }

    private static bool IsGiven(IReadOnlyList<ArgumentNode> given, InputValue argument)
    {
        foreach (var one in given)
            if (one.Name == argument.Name) return true;
        return false;
    }
}
