using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Documents;

/// <summary>Finds where a document asks for the schema; documents nest no deeper than their limit by then.</summary>
internal static class IntrospectionUse
{
    public static FieldNode? In(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            var set = definition is OperationNode operation ? operation.SelectionSet : (definition as FragmentNode)?.SelectionSet;
            if (set is { } own && In(own) is { } found) return found;
        }
        return null;
    }

    private static FieldNode? In(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is FieldNode { Name: "__schema" or "__type" } field) return field;
            var below = selection is FieldNode other ? other.SelectionSet : (selection as InlineFragmentNode)?.SelectionSet;
            if (below is { } selected && In(selected) is { } found) return found;
        }
        return null;
    }
}
