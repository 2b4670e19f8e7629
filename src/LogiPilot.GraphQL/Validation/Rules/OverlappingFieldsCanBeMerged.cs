using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

/// <summary>
/// Fields of one response name must be the same field. Each merged set is expanded once and every field is compared with the first of
/// its group only (being mergeable is transitive within a group), so the work grows with the expanded document, not with its square.
/// </summary>
internal sealed class OverlappingFieldsCanBeMerged : ValidationRule
{
    private const int MaxSteps = 200_000;
    private readonly HashSet<(FieldNode, FieldNode)> _reported = [];
    private readonly Dictionary<FieldNode, string> _arguments = [];
    private int _steps;

    private sealed record Selected(FieldNode Node, CompositeType? Parent, FieldDefinition? Definition, Selected? Above);

    public override void LeaveDocument(DocumentNode document)
    {
        // A fragment in a cycle has no finite expansion; that mistake is reported already.
        if (Context.Errors.Any(error => error.Message.StartsWith("Cannot spread fragment", StringComparison.Ordinal))) return;
        foreach (var definition in document.Definitions)
        {
            var (set, type) = definition switch
            {
                OperationNode { Kind: OperationKind.Mutation } operation => (operation.SelectionSet, (CompositeType?)Context.Schema.Mutation),
                OperationNode operation => (operation.SelectionSet, Context.Schema.Query),
                FragmentNode fragment => (fragment.SelectionSet, Context.Schema.Type(fragment.TypeCondition.Name) as CompositeType),
                _ => (null, null),
            };
            if (set is null) continue;
            var fields = new List<Selected>();
            Expand(set, type, null, fields, new(StringComparer.Ordinal));
            CheckSame(fields);
            CheckShapes(fields);
        }
    }

    private void Expand(SelectionSetNode set, CompositeType? type, Selected? above, List<Selected> fields, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(new(field, type, type is null ? null : Context.Schema.FieldOf(type, field.Name.Value), above));
                    break;
                case InlineFragmentNode inline:
                    Expand(inline.SelectionSet, inline.TypeCondition is { } condition ? Context.Schema.Type(condition.Name) as CompositeType : type, above, fields, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value) && Context.Fragments.TryGetValue(spread.Name.Value, out var fragment):
                    Expand(fragment.SelectionSet, Context.Schema.Type(fragment.TypeCondition.Name) as CompositeType, above, fields, visited);
                    break;
            }
        }
    }

    private List<Selected> Below(List<Selected> group)
    {
        var fields = new List<Selected>();
        // The same node selected twice brings nothing new the second time.
        foreach (var selected in group.DistinctBy(selected => (selected.Node, selected.Parent)))
            if (selected.Node.SelectionSet is { } set)
                Expand(set, selected.Definition?.Type.Named as CompositeType, selected, fields, new(StringComparer.Ordinal));
        return fields;
    }

    /// <summary>Whatever object is met, a response name has one shape.</summary>
    private void CheckShapes(List<Selected> fields)
    {
        foreach (var group in ByName(fields))
        {
            Count(group.Count);
            var first = group.Find(selected => selected.Definition is not null);
            foreach (var other in group)
            {
                if (first?.Definition is not { } a || other.Definition is not { } b || !ShapesConflict(a.Type, b.Type)) continue;
                ReportConflict(first, other, $"they return conflicting types \"{a.Type}\" and \"{b.Type}\"");
                break;
            }
            CheckShapes(Below(group));
        }
    }

    /// <summary>Fields that one object can answer both must be the same field with the same arguments.</summary>
    private void CheckSame(List<Selected> fields)
    {
        foreach (var group in ByName(fields))
        {
            var concrete = group.Select(selected => selected.Parent).OfType<ObjectType>().Distinct().ToList<CompositeType?>();
            if (concrete.Count == 0) concrete.Add(null);
            foreach (var parent in concrete)
            {
                var together = group.FindAll(selected => selected.Parent is not ObjectType || selected.Parent == parent);
                Count(together.Count);
                CheckGroup(together);
                CheckSame(Below(together));
            }
        }
    }

    private void CheckGroup(List<Selected> group)
    {
        var first = group[0];
        foreach (var other in group)
        {
            var (a, b) = (first.Node.Name.Value, other.Node.Name.Value);
            var reason = a != b ? $"\"{a}\" and \"{b}\" are different fields"
                : Arguments(first.Node) != Arguments(other.Node) ? "they have differing arguments" : null;
            if (reason is null) continue;
            ReportConflict(first, other, reason);
            return;
        }
    }

    private void ReportConflict(Selected a, Selected b, string reason)
    {
        var (first, second) = (new List<SyntaxNode> { a.Node }, new List<SyntaxNode> { b.Node });
        // Two fields that differ mostly differ in type too: that is one conflict.
        if (!_reported.Add((a.Node, b.Node))) return;
        var name = a.Node.ResponseName;
        while (a.Above is { } x && b.Above is { } y && x.Node != y.Node)
        {
            reason = $"subfields \"{name}\" conflict because {reason}";
            name = x.Node.ResponseName;
            (a, b) = (x, y);
            first.Insert(0, a.Node);
            second.Insert(0, b.Node);
        }
        Report(
            $"Fields \"{name}\" conflict because {reason}. Use different aliases on the fields to fetch both if this was intentional.",
            first.Concat(second));
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

    private void Count(int steps)
    {
        _steps += steps;
        if (_steps > MaxSteps) throw new GraphQLException("The document selects the same fields over and over in too many ways.", ErrorCodes.Limit);
    }

    private static bool ShapesConflict(GraphType a, GraphType b) => (a, b) switch
    {
        (NonNullType x, NonNullType y) => ShapesConflict(x.OfType, y.OfType),
        (NonNullType, _) or (_, NonNullType) => true,
        (ListType x, ListType y) => ShapesConflict(x.OfType, y.OfType),
        (ListType, _) or (_, ListType) => true,
        (CompositeType, CompositeType) => false,
        _ => !ReferenceEquals(a, b),
    };

    private string Arguments(FieldNode field)
    {
        if (field.Arguments.Count == 0) return "";
        if (!_arguments.TryGetValue(field, out var text))
            _arguments[field] = text = string.Join(',', field.Arguments.Select(a => $"{a.Name}:{Sorted(a.Value)}").Order(StringComparer.Ordinal));
        return text;
    }

    private static string Sorted(ValueNode value) => value switch
    {
        ListValueNode list => $"[{string.Join(',', list.Items.Select(Sorted))}]",
        ObjectValueNode given => $"{{{string.Join(',', given.Fields.Select(field => $"{field.Name}:{Sorted(field.Value)}").Order(StringComparer.Ordinal))}}}",
        _ => value.ToString(),
    };
}
