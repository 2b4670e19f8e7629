using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation;

/// <summary>The specification's Validation section: every rule sees the nodes it cares about in one walk.</summary>
internal static class DocumentValidator
{
    public static IReadOnlyList<GraphQLError> Validate(GraphQLSchema schema, DocumentNode document, GraphQLOptions options)
    {
        var context = new ValidationContext(schema, document, options);
        new DocumentWalker(context, RuleSet.Specified).Walk();
        return context.Errors;
    }
}
