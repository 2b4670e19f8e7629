using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

/// <summary>
/// Whether all fields of one response name can be merged. Selection sets that meet are joined and expanded once as a whole, and every
/// field is compared with the first of its name only, since being mergeable is transitive within such a group.
/// </summary>
internal sealed class FieldMerging
{
    private const int MaxSteps = 200_000;
    private readonly ValidationContext _context;
    private readonly HashSet<SelectionSetNode> _alone = [];
    private readonly HashSet<string> _expanded = new(StringComparer.Ordinal);
    private readonly Stack<List<Selected>> _spare = new();
    private int _steps;

    private readonly record struct Selected(FieldNode Node, CompositeType? Parent);

    private FieldMerging(ValidationContext context) => _context = context;

    public static bool IsPossible(ValidationContext context)
    {
        var merging = new FieldMerging(context);
        foreach (var definition in context.Document.Definitions)
            if (definition is OperationNode operation && !merging.IsMergeable(operation.SelectionSet, context.RootOf(operation))) return false;
        foreach (var fragment in context.Fragments.Values)
            if (!merging.IsMergeable(fragment)) return false;
        return true;
    }

    // A fragment that an operation uses was looked at there, with what surrounds it.
    private bool IsMergeable(FragmentNode fragment) =>
        _expanded.Contains(fragment.Name.Value)
        || IsMergeable(fragment.SelectionSet, _context.Schema.Type(fragment.TypeCondition.Name) as CompositeType);

    private bool IsMergeable(SelectionSetNode set, CompositeType? type)
    {
        // Without fragments no set is met twice.
        if (_context.Fragments.Count > 0 && !_alone.Add(set)) return true;
        var fields = Take();
        HashSet<string>? visited = null;
        Expand(set, type, fields, ref visited);
        var merges = AreMergeable(fields, shapesOnly: false);
        Return(fields);
        return merges;
    }

    private bool AreMergeable(List<Selected> fields, bool shapesOnly)
    {
        Count(fields.Count);
        if (Twins.Any(fields, selected => selected.Node.ResponseName))
        {
            foreach (var group in ByName(fields))
                if (!(group.Count == 1 ? IsMergeableBelow(group[0]) : IsGroupMergeable(group, shapesOnly))) return false;
            return true;
        }
        foreach (var selected in fields)
            if (!IsMergeableBelow(selected)) return false;
        return true;
    }

    // What one field alone selects has to be mergeable in full wherever it is met.
    private bool IsMergeableBelow(Selected selected) => selected.Node.SelectionSet is not { } set || IsMergeable(set, TypeBelow(selected));

    private bool IsGroupMergeable(List<Selected> group, bool shapesOnly)
    {
        Count(group.Count);
        if (!HaveOneShape(group)) return false;
        var objects = shapesOnly ? null : ObjectParents(group);
        if (objects is null) return AreMergeableBelow(group, shapesOnly: true);
        if (objects.Count <= 1) return AreSame(group) && AreMergeableBelow(group, shapesOnly: false);
        // Fields of different objects never meet in one answer; those of an interface or union meet with each.
        if (!AreMergeableBelow(group, shapesOnly: true)) return false;
        foreach (var parent in objects)
        {
            var together = group.FindAll(selected => selected.Parent is not ObjectType || selected.Parent == parent);
            Count(group.Count);
            if (!AreSame(together) || !AreMergeableBelow(together, shapesOnly: false)) return false;
        }
        return true;
    }

    private bool AreMergeableBelow(List<Selected> group, bool shapesOnly)
    {
        var fields = Take();
        HashSet<string>? visited = null;
        HashSet<SelectionSetNode>? sets = null;
        foreach (var selected in group)
        {
            if (selected.Node.SelectionSet is not { } set) continue;
            // The same node met in two ways brings nothing new the second time.
            if (!(sets ??= []).Add(set)) continue;
            Expand(set, TypeBelow(selected), fields, ref visited);
        }
        var merges = AreMergeable(fields, shapesOnly);
        Return(fields);
        return merges;
    }

    private void Expand(SelectionSetNode set, CompositeType? type, List<Selected> fields, ref HashSet<string>? visited)
    {
        Count(set.Selections.Count);
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(new(field, type));
                    break;
                case InlineFragmentNode inline:
                    Expand(inline.SelectionSet, inline.TypeCondition is { } condition ? _context.Schema.Type(condition.Name) as CompositeType : type, fields, ref visited);
                    break;
                case FragmentSpreadNode spread:
                    var name = spread.Name;
                    if (!(visited ??= new(StringComparer.Ordinal)).Add(name) || !_context.Fragments.TryGetValue(name, out var fragment)) break;
                    _expanded.Add(name);
                    Expand(fragment.SelectionSet, _context.Schema.Type(fragment.TypeCondition.Name) as CompositeType, fields, ref visited);
                    break;
            }
        }
    }

    private bool HaveOneShape(List<Selected> group)
    {
        GraphType? shape = null;
        foreach (var selected in group)
        {
            if (DefinitionOf(selected)?.Type is not { } type) continue;
            if (shape is null) shape = type;
            else if (FieldConflicts.DifferInShape(shape, type)) return false;
        }
        return true;
    }

    private static bool AreSame(List<Selected> group)
    {
        for (var i = 1; i < group.Count; i++)
            if (group[0].Node.Name != group[i].Node.Name || !SameArguments.Are(group[0].Node, group[i].Node)) return false;
        return true;
    }

    private static HashSet<ObjectType> ObjectParents(List<Selected> group)
    {
        var parents = new HashSet<ObjectType>();
        foreach (var selected in group)
            if (selected.Parent is ObjectType parent) parents.Add(parent);
        return parents;
    }

    private static IEnumerable<List<Selected>> ByName(List<Selected> fields)
    {
        var groups = new Dictionary<string, List<Selected>>(StringComparer.Ordinal);
        foreach (var selected in fields)
        {
            if (!groups.TryGetValue(selected.Node.ResponseName, out var group)) groups[selected.Node.ResponseName] = group = [];
            group.Add(selected);
        }
        return groups.Values;
    }

    private FieldDefinition? DefinitionOf(Selected selected) =>
        selected.Parent is null ? null : _context.Schema.FieldOf(selected.Parent, selected.Node.Name);

    private CompositeType? TypeBelow(Selected selected) => DefinitionOf(selected)?.Type.Named as CompositeType;

    private void Count(int steps)
    {
        _steps += steps;
        if (_steps > MaxSteps) throw FieldConflicts.TooManyWays();
    }

    private List<Selected> Take() => _spare.TryPop(out var list) ? list : [];

    private void Return(List<Selected> list)
    {
        list.Clear();
        _spare.Push(list);
    }
}
