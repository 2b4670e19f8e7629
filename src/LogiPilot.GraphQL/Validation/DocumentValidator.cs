using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Validation.Rules;

namespace LogiPilot.GraphQL.Validation;

/// <summary>The specification's Validation section: every rule sees every node in one walk.</summary>
internal static class DocumentValidator
{
    public static IReadOnlyList<GraphQLError> Validate(GraphQLSchema schema, DocumentNode document, GraphQLOptions options)
    {
        var context = new ValidationContext(schema, document, options);
        ValidationRule[] rules =
        [
            new ExecutableDefinitions(), new UniqueOperationNames(), new LoneAnonymousOperation(), new KnownTypeNames(),
            new FragmentsOnCompositeTypes(), new VariablesAreInputTypes(), new ScalarLeafs(), new FieldsOnCorrectType(),
            new UniqueFragmentNames(), new KnownFragmentNames(), new NoUnusedFragments(), new PossibleFragmentSpreads(),
            new NoFragmentCycles(), new UniqueVariableNames(), new NoUndefinedVariables(), new NoUnusedVariables(),
            new KnownDirectives(), new UniqueDirectivesPerLocation(), new KnownArgumentNames(), new UniqueArgumentNames(),
            new ValuesOfCorrectType(), new ProvidedRequiredArguments(), new VariablesInAllowedPosition(),
            new OverlappingFieldsCanBeMerged(), new UniqueInputFieldNames(), new IntrospectionAllowed(),
        ];
        foreach (var rule in rules) rule.Context = context;
        new DocumentWalker(context, rules).Walk();
        return context.Errors;
    }
}
