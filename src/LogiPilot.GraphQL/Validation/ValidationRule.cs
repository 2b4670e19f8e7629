using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation;

/// <summary>A rule of the specification's Validation section. It overrides the nodes it cares about; the walk is shared.</summary>
internal abstract class ValidationRule
{
    public ValidationContext Context { get; set; } = null!;

    public virtual void EnterDocument(DocumentNode document)
    {
    }

    public virtual void LeaveDocument(DocumentNode document)
    {
    }

    public virtual void EnterOperation(OperationNode operation)
    {
    }

    public virtual void EnterFragment(FragmentNode fragment)
    {
    }

    public virtual void EnterVariableDefinition(VariableDefinitionNode variable)
    {
    }

    public virtual void EnterField(FieldNode field)
    {
    }

    public virtual void LeaveField(FieldNode field)
    {
    }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread)
    {
    }

    public virtual void EnterInlineFragment(InlineFragmentNode inline)
    {
    }

    public virtual void EnterArguments(IReadOnlyList<ArgumentNode> arguments)
    {
    }

    public virtual void EnterArgument(ArgumentNode argument)
    {
    }

    public virtual void EnterDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
    }

    public virtual void LeaveDirective(DirectiveNode directive)
    {
    }

    public virtual void EnterTypeReference(NamedTypeNode type)
    {
    }

    public virtual void EnterValue(ValueNode value)
    {
    }

    public virtual void EnterObjectField(ObjectFieldNode field)
    {
    }

    protected void Report(string message, params IEnumerable<SyntaxNode> nodes) => Context.Report(message, nodes, GetType().Name);
}
