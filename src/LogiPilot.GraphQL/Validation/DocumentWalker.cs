using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation;

/// <summary>Walks a document once, keeps the types around the node in the context, and shows each node to every rule.</summary>
internal sealed class DocumentWalker(ValidationContext context, ValidationRule[] rules)
{
    public void Walk()
    {
        foreach (var rule in rules) rule.EnterDocument(context.Document);
        foreach (var definition in context.Document.Definitions)
        {
            context.Definition = definition;
            if (definition is OperationNode operation) Walk(operation);
            else if (definition is FragmentNode fragment) Walk(fragment);
            if (context.IsFull) return;
        }
        foreach (var rule in rules) rule.LeaveDocument(context.Document);
    }

    private void Walk(OperationNode operation)
    {
        foreach (var rule in rules) rule.EnterOperation(operation);
        foreach (var variable in operation.Variables) Walk(variable);
        Walk(operation.Directives, operation.Kind.ToString().ToUpperInvariant());
        var root = operation.Kind switch
        {
            OperationKind.Query => context.Schema.Query,
            OperationKind.Mutation => context.Schema.Mutation,
            _ => context.Schema.Subscription,
        };
        Walk(operation.SelectionSet, root);
    }

    private void Walk(VariableDefinitionNode variable)
    {
        foreach (var rule in rules) rule.EnterVariableDefinition(variable);
        WalkType(variable.Type);
        if (variable.Default is { } literal)
        {
            var type = VariableValues.TypeOf(context.Schema, variable.Type);
            Walk(literal, type is { IsInput: true } ? type : null);
        }
        Walk(variable.Directives, "VARIABLE_DEFINITION");
    }

    private void WalkType(TypeNode type)
    {
        while (type is not NamedTypeNode) type = type is ListTypeNode list ? list.OfType : ((NonNullTypeNode)type).OfType;
        foreach (var rule in rules) rule.EnterTypeReference((NamedTypeNode)type);
    }

    private void Walk(FragmentNode fragment)
    {
        context.Type = context.ParentType = context.Schema.Type(fragment.TypeCondition.Name) as CompositeType;
        foreach (var rule in rules) rule.EnterFragment(fragment);
        WalkType(fragment.TypeCondition);
        Walk(fragment.Directives, "FRAGMENT_DEFINITION");
        Walk(fragment.SelectionSet, context.ParentType);
    }

    private void Walk(SelectionSetNode set, CompositeType? type)
    {
        foreach (var selection in set.Selections)
        {
            if (context.IsFull) return;
            context.ParentType = type;
            switch (selection)
            {
                case FieldNode field: Walk(field, type); break;
                case FragmentSpreadNode spread:
                    context.Spread(spread);
                    foreach (var rule in rules) rule.EnterFragmentSpread(spread);
                    Walk(spread.Directives, "FRAGMENT_SPREAD");
                    break;
                case InlineFragmentNode inline: Walk(inline, type); break;
            }
        }
        context.ParentType = type;
    }

    private void Walk(InlineFragmentNode inline, CompositeType? parent)
    {
        var type = inline.TypeCondition is { } condition ? context.Schema.Type(condition.Name) as CompositeType : parent;
        context.Type = type;
        foreach (var rule in rules) rule.EnterInlineFragment(inline);
        if (inline.TypeCondition is not null) WalkType(inline.TypeCondition);
        Walk(inline.Directives, "INLINE_FRAGMENT");
        Walk(inline.SelectionSet, type);
    }

    private void Walk(FieldNode field, CompositeType? parent)
    {
        var definition = parent is null ? null : context.Schema.FieldOf(parent, field.Name.Value);
        (context.Field, context.Type) = (definition, definition?.Type);
        foreach (var rule in rules) rule.EnterField(field);
        Walk(field.Arguments, name => definition?.Argument(name));
        Walk(field.Directives, "FIELD");
        if (field.SelectionSet is { } set) Walk(set, definition?.Type.Named as CompositeType);
        (context.Field, context.Type, context.ParentType) = (definition, definition?.Type, parent);
        foreach (var rule in rules) rule.LeaveField(field);
        context.Field = null;
    }

    private void Walk(IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count == 0) return;
        foreach (var rule in rules) rule.EnterDirectives(directives, location);
        foreach (var directive in directives)
        {
            var definition = context.Directive = context.Schema.Directive(directive.Name.Value);
            context.InDirective = true;
            Walk(directive.Arguments, name => definition?.Argument(name));
            context.InDirective = false;
            foreach (var rule in rules) rule.LeaveDirective(directive);
            context.Directive = null;
        }
    }

    private void Walk(IReadOnlyList<ArgumentNode> arguments, Func<string, InputValue?> find)
    {
        if (arguments.Count == 0) return;
        foreach (var rule in rules) rule.EnterArguments(arguments);
        foreach (var argument in arguments)
        {
            var definition = context.Argument = find(argument.Name.Value);
            foreach (var rule in rules) rule.EnterArgument(argument);
            Walk(argument.Value, definition?.Type, definition?.Default is not null);
        }
        context.Argument = null;
    }

    private void Walk(ValueNode value, GraphType? type, bool hasDefault = false, GraphType? around = null)
    {
        (context.InputType, context.ParentInputType) = (type, around);
        if (value is VariableNode variable)
        {
            context.Used(new(variable, type, hasDefault, around?.Named as InputObjectType is { IsOneOf: true } oneOf ? oneOf : null));
            return;
        }
        foreach (var rule in rules) rule.EnterValue(value);
        if (value is ListValueNode list)
        {
            // graphql-js: a list where no list is expected is one mistake, not one for each item.
            var item = type?.Nullable is ListType expected ? expected.OfType : null;
            foreach (var element in list.Items) Walk(element, item, around: type);
        }
        else if (value is ObjectValueNode given)
        {
            var input = type?.Named as InputObjectType;
            foreach (var field in given.Fields)
            {
                var definition = input?.Field(field.Name.Value);
                (context.InputType, context.ParentInputType) = (definition?.Type, input);
                foreach (var rule in rules) rule.EnterObjectField(field);
                Walk(field.Value, definition?.Type, definition?.Default is not null, input);
            }
        }
    }
}
