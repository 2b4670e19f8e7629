using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

/// <summary>
/// Collects fields as the specification's CollectFields does. <c>@skip</c> and <c>@include</c> are decided here, from the values their
/// variables have, so that a running plan has no condition in it.
/// </summary>
internal sealed class PlanCompiler(
    GraphQLSchema schema, DocumentNode document, Dictionary<string, FragmentNode> fragments, Func<string, bool?> conditionVariable, Action<int>? planned = null)
{
    public GraphQLSchema Schema { get; } = schema;
    public DocumentNode Document { get; } = document;

    public SelectionPlan Select(ObjectType type, List<SelectionSetNode> sets)
    {
        var groups = new List<List<FieldNode>>();
        var byName = new Dictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var set in sets) Collect(type, set, groups, byName, visited);
        }
        catch (GraphQLException mistake)
        {
            return new(type, []) { Mistake = mistake };
        }
        var fields = new List<FieldPlan>(groups.Count);
        foreach (var group in groups)
        {
            if (Schema.FieldOf(type, group[0].Name) is not { } field) continue;
            if (field.Resolver is null)
                throw new GraphQLException($"{type.Name}.{field.Name} has no resolver: a schema made of SDL validates and introspects, and executes nothing else.", ErrorCodes.Internal);
            fields.Add(new(this, type, field, group));
        }
        planned?.Invoke(fields.Count);
        return new(type, [.. fields]);
    }

    private void Collect(
        ObjectType type, SelectionSetNode set, List<List<FieldNode>> groups, Dictionary<string, List<FieldNode>> byName, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection)) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!byName.TryGetValue(field.ResponseName, out var group))
                    {
                        byName[field.ResponseName] = group = [];
                        groups.Add(group);
                    }
                    group.Add(field);
                    break;
                case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition, type):
                    Collect(type, inline.SelectionSet, groups, byName, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name)
                    && fragments.TryGetValue(spread.Name, out var fragment) && Applies(fragment.TypeCondition, type):
                    Collect(type, fragment.SelectionSet, groups, byName, visited);
                    break;
            }
        }
    }

    public FragmentNode? Fragment(FragmentSpreadNode spread) => fragments.GetValueOrDefault(spread.Name);

    private bool Applies(NamedTypeNode condition, ObjectType type) =>
        Schema.Type(condition.Name) is { } named && Schema.IsPossible(named, type);

    public bool IsIncluded(SelectionNode selection) =>
        selection.Directives.Count == 0 || (!Says(selection, "skip", otherwise: false) && Says(selection, "include", otherwise: true));

    /// <summary>As <see cref="IsIncluded"/>, where a condition that is null counts as one that includes.</summary>
    public bool MayBeIncluded(SelectionNode selection) =>
        selection.Directives.Count == 0 || (!Says(selection, "skip", otherwise: false, whenNull: false) && Says(selection, "include", otherwise: true, whenNull: true));

    private bool Says(SelectionNode selection, string directive, bool otherwise, bool? whenNull = null)
    {
        foreach (var given in selection.Directives)
        {
            if (given.Name != directive || given.Arguments.Count == 0) continue;
            return given.Arguments[0].Value switch
            {
                VariableNode variable => conditionVariable(variable.Name) ?? whenNull
                    ?? throw new GraphQLException("Argument \"if\" of non-null type \"Boolean!\" must not be null.", ErrorCodes.BadInput) { Locations = [Document.LocationOf(variable)] },
                BooleanValueNode literal => literal.Value,
                _ => otherwise,
            };
        }
        return otherwise;
    }
}
