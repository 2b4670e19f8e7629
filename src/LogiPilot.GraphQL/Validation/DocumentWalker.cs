using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation;

/// <summary>
/// Walks a document once, keeps the types around the node in the context, and shows each node to the rules, in the order graphql-js does.
/// </summary>
internal sealed partial class DocumentWalker(ValidationContext context, RuleSet rules)
{
    public void Walk()
    {
        var document = context.Document;
        foreach (var rule in rules.EnterDocument) rule.EnterDocument(document, context);
        foreach (var definition in document.Definitions)
        {
            if (context.IsFull) break;
            context.Definition = definition;
            if (definition is OperationNode operation) Walk(operation);
            else if (definition is FragmentNode fragment) Walk(fragment);
            else foreach (var rule in rules.EnterDirectives) rule.EnterDirectives(definition.Directives, context);
        }
        context.LeaveOperations(rules.LeaveOperation);
        if (context.IsFull) return;
        foreach (var rule in rules.LeaveDocument) rule.LeaveDocument(document, context);
    }

    private void Walk(OperationNode operation)
    {
        foreach (var rule in rules.EnterOperation) rule.EnterOperation(operation, context);
        EnterDirectives(operation.Directives);
        foreach (var variable in operation.Variables) Walk(variable);
        Walk(operation.Directives, operation.Kind switch
        {
            OperationKind.Query => "QUERY",
            OperationKind.Mutation => "MUTATION",
            _ => "SUBSCRIPTION",
        });
        Walk(operation.SelectionSet, context.RootOf(operation));
        context.Leave(operation);
    }

    private void Walk(VariableDefinitionNode variable)
    {
        if (context.IsFull) return;
        foreach (var rule in rules.EnterVariableDefinition) rule.EnterVariableDefinition(variable, context);
        EnterDirectives(variable.Directives);
        WalkType(variable.Type);
        if (variable.Default is { } literal)
        {
            var type = context.TypeOf(variable);
            Walk(literal, type is { IsInput: true } ? type : null);
        }
        Walk(variable.Directives, "VARIABLE_DEFINITION");
    }

    private void WalkType(TypeNode type)
    {
        while (type is not NamedTypeNode) type = type is ListTypeNode list ? list.OfType : ((NonNullTypeNode)type).OfType;
        foreach (var rule in rules.EnterTypeReference) rule.EnterTypeReference((NamedTypeNode)type, context);
    }

    /// <summary>Walks one fragment, as its part of the whole document.</summary>
    public void Walk(FragmentNode fragment)
    {
        context.Definition = fragment;
        context.Field = null;
        context.Type = context.ParentType = context.Schema.Type(fragment.TypeCondition.Name) as CompositeType;
        foreach (var rule in rules.EnterFragment) rule.EnterFragment(fragment, context);
        EnterDirectives(fragment.Directives);
        WalkType(fragment.TypeCondition);
        Walk(fragment.Directives, "FRAGMENT_DEFINITION");
        Walk(fragment.SelectionSet, context.ParentType);
    }

    private void Walk(SelectionSetNode set, CompositeType? type)
    {
        context.ParentType = type;
        foreach (var rule in rules.EnterSelectionSet) rule.EnterSelectionSet(set, context);
        WalkSelections(set, type);
    }

    private void WalkSelections(SelectionSetNode set, CompositeType? type)
    {
        foreach (var selection in set.Selections)
        {
            if (context.IsFull) return;
            context.ParentType = type;
            switch (selection)
            {
                case FieldNode field: Walk(field, type); break;
                case FragmentSpreadNode spread:
                    foreach (var rule in rules.EnterFragmentSpread) rule.EnterFragmentSpread(spread, context);
                    EnterDirectives(spread.Directives);
                    Walk(spread.Directives, "FRAGMENT_SPREAD");
                    break;
                case InlineFragmentNode inline: Walk(inline, type); break;
            }
        }
    }

    private void Walk(InlineFragmentNode inline, CompositeType? parent)
    {
        var type = inline.TypeCondition is { } condition ? context.Schema.Type(condition.Name) as CompositeType : parent;
        context.Type = type;
        foreach (var rule in rules.EnterInlineFragment) rule.EnterInlineFragment(inline, context);
        EnterDirectives(inline.Directives);
        if (inline.TypeCondition is not null) WalkType(inline.TypeCondition);
        Walk(inline.Directives, "INLINE_FRAGMENT");
        WalkSelections(inline.SelectionSet, type);
    }

    private void Walk(FieldNode field, CompositeType? parent)
    {
        var around = context.Field;
        var definition = parent is null ? null : context.Schema.FieldOf(parent, field.Name);
        (context.Field, context.Type) = (definition, definition?.Type);
        foreach (var rule in rules.EnterField) rule.EnterField(field, context);
        EnterDirectives(field.Directives);
        foreach (var argument in field.Arguments) Walk(argument, definition?.Argument(argument.Name));
        Walk(field.Directives, "FIELD");
        if (field.SelectionSet is { } set) Walk(set, definition?.Type.Named as CompositeType);
        (context.Field, context.ParentType) = (definition, parent);
        foreach (var rule in rules.LeaveField) rule.LeaveField(field, context);
        context.Field = around;
    }
}
