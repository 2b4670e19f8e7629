using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation;

/// <summary>
/// A rule of the specification's Validation section. It overrides the nodes it cares about and is shown no others; the walk is shared.
/// A rule has no state: what one validation must remember is in its context.
/// </summary>
internal abstract class ValidationRule
{
    private readonly string _name;

    protected ValidationRule() => _name = GetType().Name;

    public virtual void EnterDocument(DocumentNode document, ValidationContext context)
    {
    }

    public virtual void LeaveDocument(DocumentNode document, ValidationContext context)
    {
    }

    public virtual void EnterOperation(OperationNode operation, ValidationContext context)
    {
    }

    /// <summary>Called when the whole document is known; what is reported stands where the operation ended.</summary>
    public virtual void LeaveOperation(OperationNode operation, ValidationContext context)
    {
    }

    public virtual void EnterFragment(FragmentNode fragment, ValidationContext context)
    {
    }

    public virtual void EnterVariableDefinition(VariableDefinitionNode variable, ValidationContext context)
    {
    }

    /// <summary>Not called for the selections of an inline fragment: they belong to the set around them.</summary>
    public virtual void EnterSelectionSet(SelectionSetNode set, ValidationContext context)
    {
    }

    public virtual void EnterField(FieldNode field, ValidationContext context)
    {
    }

    public virtual void LeaveField(FieldNode field, ValidationContext context)
    {
    }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context)
    {
    }

    public virtual void EnterInlineFragment(InlineFragmentNode inline, ValidationContext context)
    {
    }

    public virtual void EnterArgument(ArgumentNode argument, ValidationContext context)
    {
    }

    /// <summary>Called for definitions of the type system too, whose other parts are not walked.</summary>
    public virtual void EnterDirectives(IReadOnlyList<DirectiveNode> directives, ValidationContext context)
    {
    }

    public virtual void EnterDirective(DirectiveNode directive, string location, ValidationContext context)
    {
    }

    public virtual void LeaveDirective(DirectiveNode directive, ValidationContext context)
    {
    }

    public virtual void EnterTypeReference(NamedTypeNode type, ValidationContext context)
    {
    }

    public virtual void EnterValue(ValueNode value, ValidationContext context)
    {
    }

    public virtual void EnterObjectField(ObjectFieldNode field, InputObjectType? parent, ValidationContext context)
    {
    }

    protected void Report(ValidationContext context, string message, SyntaxNode node) => Report(context, message, node.Start);

    protected void Report(ValidationContext context, string message, int start) => context.Report(_name, message, [context.Document.LocationOf(start)]);

    protected void Report(ValidationContext context, string message, SyntaxNode first, SyntaxNode second) =>
        context.Report(_name, message, [context.Document.LocationOf(first), context.Document.LocationOf(second)]);

    protected void Report(ValidationContext context, string message, IEnumerable<SyntaxNode> nodes) =>
        context.Report(_name, message, [.. nodes.Select(node => context.Document.LocationOf(node))]);
}
