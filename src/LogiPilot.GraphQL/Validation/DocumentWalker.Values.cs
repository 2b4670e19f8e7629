using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation;

internal sealed partial class DocumentWalker
{
    private void EnterDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count == 0) return;
        foreach (var rule in rules.EnterDirectives) rule.EnterDirectives(directives, context);
    }

    private void Walk(IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            if (context.IsFull) break;
            var definition = context.Directive = context.Schema.Directive(directive.Name);
            foreach (var rule in rules.EnterDirective) rule.EnterDirective(directive, location, context);
            context.InDirective = true;
            foreach (var argument in directive.Arguments)
            {
                // As in graphql-js, the arguments of an unknown directive are taken for those of the field around it.
                var name = argument.Name;
                Walk(argument, definition is null ? context.Field?.Argument(name) : definition.Argument(name));
            }
            context.InDirective = false;
            foreach (var rule in rules.LeaveDirective) rule.LeaveDirective(directive, context);
            context.Directive = null;
        }
    }

    private void Walk(ArgumentNode argument, InputValue? definition)
    {
        if (context.IsFull) return;
        context.Argument = definition;
        foreach (var rule in rules.EnterArgument) rule.EnterArgument(argument, context);
        Walk(argument.Value, definition?.Type, definition?.Default is not null);
        context.Argument = null;
    }

    private void Walk(ValueNode value, GraphType? type, bool hasDefault = false, InputObjectType? oneOf = null)
    {
        if (value is VariableNode variable)
        {
            context.Used(new(variable, type, hasDefault, oneOf));
            return;
        }
        context.InputType = type;
        foreach (var rule in rules.EnterValue) rule.EnterValue(value, context);
        if (value is ListValueNode list) WalkItems(list, type?.Nullable);
        else if (value is ObjectValueNode given) WalkFields(given, type?.Named as InputObjectType);
    }

    // A value of the wrong shape is one mistake: what is in it is not looked at, save for its variables and its names.
    private void WalkItems(ListValueNode list, GraphType? type)
    {
        var outside = context.IsInsideMistake;
        var expected = type as ListType;
        context.IsInsideMistake |= expected is null;
        foreach (var item in list.Items)
        {
            if (context.IsFull) break;
            Walk(item, expected is null ? type : expected.OfType);
        }
        context.IsInsideMistake = outside;
    }

    private void WalkFields(ObjectValueNode given, InputObjectType? input)
    {
        var outside = context.IsInsideMistake;
        context.IsInsideMistake |= input is null;
        foreach (var field in given.Fields)
        {
            if (context.IsFull) break;
            var definition = input?.Field(field.Name);
            context.InputType = definition?.Type;
            foreach (var rule in rules.EnterObjectField) rule.EnterObjectField(field, input, context);
            Walk(field.Value, definition?.Type, definition?.Default is not null, input is { IsOneOf: true } ? input : null);
        }
        context.IsInsideMistake = outside;
    }
}
