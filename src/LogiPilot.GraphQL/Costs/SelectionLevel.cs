using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Costs;

/// <summary>The type conditions around a selection, innermost first.</summary>
internal sealed record TypeFilter(NamedType Type, TypeFilter? Outer)
{
    public bool LetsThrough(GraphQLSchema schema, ObjectType type)
    {
        for (var filter = this; filter is not null; filter = filter.Outer)
            if (!schema.IsPossible(filter.Type, type)) return false;
        return true;
    }
}

/// <summary>All uses of one response name at one place of an operation, whatever type they are for.</summary>
internal sealed class SelectionGroup
{
    public List<(FieldNode Node, TypeFilter? Filter)> Uses { get; } = [];

    /// <summary>What one object of a type costs here, once found.</summary>
    public Dictionary<(NamedType, ListSize?), CostValue> Known { get; } = [];

    public SelectionLevel? Below { get; set; }

    public FieldNode? For(GraphQLSchema schema, ObjectType type, ref int steps)
    {
        foreach (var (node, filter) in Uses)
        {
            steps++;
            if (filter is null || filter.LetsThrough(schema, type)) return node;
        }
        return null;
    }
}

/// <summary>
/// The fields of a place of an operation, merged by response name as execution merges them, but once for all types: so its size is that of
/// the document, however many types an interface has.
/// </summary>
internal sealed class SelectionLevel
{
    private readonly Dictionary<string, SelectionGroup> _byName = new(StringComparer.Ordinal);

    private SelectionLevel()
    {
    }

    public List<SelectionGroup> Groups { get; } = [];

    public static SelectionLevel Of(PlanCompiler compiler, IEnumerable<SelectionSetNode> sets)
    {
        var level = new SelectionLevel();
        foreach (var set in sets) level.Collect(compiler, set, null);
        return level;
    }

    private void Collect(PlanCompiler compiler, SelectionSetNode set, TypeFilter? filter)
    {
        foreach (var selection in set.Selections)
        {
            if (!compiler.MayBeIncluded(selection)) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!_byName.TryGetValue(field.ResponseName, out var group))
                    {
                        _byName[field.ResponseName] = group = new();
                        Groups.Add(group);
                    }
                    group.Uses.Add((field, filter));
                    break;
                case InlineFragmentNode inline:
                    Collect(compiler, inline.SelectionSet, Narrow(compiler, inline.TypeCondition, filter));
                    break;
                case FragmentSpreadNode spread when compiler.Fragment(spread) is { } fragment:
                    Collect(compiler, fragment.SelectionSet, Narrow(compiler, fragment.TypeCondition, filter));
                    break;
            }
        }
    }

    private static TypeFilter? Narrow(PlanCompiler compiler, NamedTypeNode? condition, TypeFilter? filter) =>
        condition is not null && compiler.Schema.Type(condition.Name) is { } type && !ReferenceEquals(filter?.Type, type) ? new(type, filter) : filter;
}
