using LogiPilot.GraphQL.Validation.Rules;

namespace LogiPilot.GraphQL.Validation;

/// <summary>Rules in their order, and for each kind of node those that look at it.</summary>
internal sealed class RuleSet
{
    private RuleSet(params ValidationRule[] rules)
    {
        EnterDocument = Overriding(nameof(EnterDocument));
        LeaveDocument = Overriding(nameof(LeaveDocument));
        EnterOperation = Overriding(nameof(EnterOperation));
        LeaveOperation = Overriding(nameof(LeaveOperation));
        EnterFragment = Overriding(nameof(EnterFragment));
        EnterVariableDefinition = Overriding(nameof(EnterVariableDefinition));
        EnterSelectionSet = Overriding(nameof(EnterSelectionSet));
        EnterField = Overriding(nameof(EnterField));
        LeaveField = Overriding(nameof(LeaveField));
        EnterFragmentSpread = Overriding(nameof(EnterFragmentSpread));
        EnterInlineFragment = Overriding(nameof(EnterInlineFragment));
        EnterArgument = Overriding(nameof(EnterArgument));
        EnterDirectives = Overriding(nameof(EnterDirectives));
        EnterDirective = Overriding(nameof(EnterDirective));
        LeaveDirective = Overriding(nameof(LeaveDirective));
        EnterTypeReference = Overriding(nameof(EnterTypeReference));
        EnterValue = Overriding(nameof(EnterValue));
        EnterObjectField = Overriding(nameof(EnterObjectField));

        ValidationRule[] Overriding(string method) =>
            [.. rules.Where(rule => rule.GetType().GetMethod(method)!.DeclaringType != typeof(ValidationRule))];
    }

    /// <summary>The rules of the specification and those graphql-js recommends, in graphql-js's order.</summary>
    public static RuleSet Specified { get; } = new(
        new ExecutableDefinitions(), new UniqueOperationNames(), new LoneAnonymousOperation(), new SingleFieldSubscriptions(),
        new KnownTypeNames(), new FragmentsOnCompositeTypes(), new VariablesAreInputTypes(), new ScalarLeafs(),
        new FieldsOnCorrectType(), new UniqueFragmentNames(), new KnownFragmentNames(), new NoUnusedFragments(),
        new PossibleFragmentSpreads(), new NoFragmentCycles(), new UniqueVariableNames(), new NoUndefinedVariables(),
        new NoUnusedVariables(), new KnownDirectives(), new UniqueDirectivesPerLocation(), new KnownArgumentNames(),
        new UniqueArgumentNames(), new ValuesOfCorrectType(), new ProvidedRequiredArguments(), new VariablesInAllowedPosition(),
        new OverlappingFieldsCanBeMerged(), new UniqueInputFieldNames(), new MaxIntrospectionDepth(), new IntrospectionAllowed());

    /// <summary>No rule: the walk gathers the uses of variables alone.</summary>
    public static RuleSet None { get; } = new();

    public ValidationRule[] EnterDocument { get; }
    public ValidationRule[] LeaveDocument { get; }
    public ValidationRule[] EnterOperation { get; }
    public ValidationRule[] LeaveOperation { get; }
    public ValidationRule[] EnterFragment { get; }
    public ValidationRule[] EnterVariableDefinition { get; }
    public ValidationRule[] EnterSelectionSet { get; }
    public ValidationRule[] EnterField { get; }
    public ValidationRule[] LeaveField { get; }
    public ValidationRule[] EnterFragmentSpread { get; }
    public ValidationRule[] EnterInlineFragment { get; }
    public ValidationRule[] EnterArgument { get; }
    public ValidationRule[] EnterDirectives { get; }
    public ValidationRule[] EnterDirective { get; }
    public ValidationRule[] LeaveDirective { get; }
    public ValidationRule[] EnterTypeReference { get; }
    public ValidationRule[] EnterValue { get; }
    public ValidationRule[] EnterObjectField { get; }
}
