using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, and whether it has one cannot depend on a variable.</summary>
internal sealed class SingleFieldSubscriptions : ValidationRule
{
    public override void EnterOperation(OperationNode operation, ValidationContext context)
    {
        if (operation.Kind != OperationKind.Subscription || context.Schema.Subscription is not { } root) return;
        var subscription = operation.Name is { } name ? $"Subscription \"{name}\"" : "Anonymous Subscription";
        var fields = new List<FieldNode>();
        var conditions = new List<SyntaxNode>();
        Collect(root, operation.SelectionSet, fields, conditions, new(StringComparer.Ordinal), context);
        if (conditions.Count > 0)
        {
            Report(context, $"{subscription} must not use `@skip` or `@include` directives in the top level selection.", conditions);
            return;
        }
        if (fields.Count == 0) return;
        var first = fields[0].ResponseName;
        if (fields.Exists(field => field.ResponseName != first))
        {
            var others = fields.Where(field => field.ResponseName != first).GroupBy(field => field.ResponseName, StringComparer.Ordinal);
            Report(context, $"{subscription} must select only one top level field.", others.SelectMany(group => group));
        }
        foreach (var group in fields.GroupBy(field => field.ResponseName, StringComparer.Ordinal))
            if (group.First().Name.StartsWith("__", StringComparison.Ordinal))
                Report(context, $"{subscription} must not select an introspection top level field.", group);
    }

    private static void Collect(
        ObjectType root, SelectionSetNode set, List<FieldNode> fields, List<SyntaxNode> conditions, HashSet<string> visited, ValidationContext context)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives)
                if (directive.Name is "skip" or "include") conditions.Add(directive);
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is not { } condition || Applies(condition):
                    Collect(root, inline.SelectionSet, fields, conditions, visited, context);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name)
                    && context.Fragments.TryGetValue(spread.Name, out var fragment) && Applies(fragment.TypeCondition):
                    Collect(root, fragment.SelectionSet, fields, conditions, visited, context);
                    break;
            }
        }

        bool Applies(NamedTypeNode condition) => context.Schema.Type(condition.Name) is { } type && context.Schema.IsPossible(type, root);
    }
}
