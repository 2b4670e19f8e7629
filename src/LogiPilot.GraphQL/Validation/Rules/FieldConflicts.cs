using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

/// <summary>Two fields that cannot be merged: their response name, why, and the nodes from the outermost inwards on either side.</summary>
internal sealed record FieldConflict(string Name, string Reason, List<SyntaxNode> First, List<SyntaxNode> Second);

/// <summary>
/// Finds the pairs of fields that cannot be merged as graphql-js does: the same pairs, in the same order, told in the same words. It
/// compares each with each, so it is asked only of documents that are known to be refused, and its work is limited: what is found by then is enough.
/// </summary>
internal sealed partial class FieldConflicts(ValidationContext context)
{
    private const int MaxWork = 50_000;
    private const int MaxDetail = 1000;
    private const int MaxNodes = 20;
    private const int MaxListed = 101;
    private readonly Dictionary<SelectionSetNode, FieldMap> _maps = [];
    private readonly Dictionary<(FieldMap, string), bool> _comparedWithFragment = [];
    private readonly Dictionary<(string, string), bool> _comparedFragments = [];
    private int _work;

    private sealed record Selected(FieldNode Node, CompositeType? Parent, FieldDefinition? Definition);

    private sealed class FieldMap
    {
        public Dictionary<string, List<Selected>> Fields { get; } = new(StringComparer.Ordinal);
        public List<string> Fragments { get; } = [];
    }

    /// <summary>Whether there was more to compare than there is time for.</summary>
    public bool IsExhausted => _work > MaxWork;

    public IReadOnlyList<FieldConflict> Within(SelectionSetNode set, CompositeType? type)
    {
        var conflicts = new List<FieldConflict>();
        var map = MapOf(set, type);
        foreach (var (name, fields) in map.Fields)
            for (var i = 0; i < fields.Count && !IsDone(); i++)
                for (var j = i + 1; j < fields.Count && !IsDone(); j++)
                    Compare(conflicts, false, name, fields[i], fields[j]);
        for (var i = 0; i < map.Fragments.Count; i++)
        {
            CompareWithFragment(conflicts, false, map, map.Fragments[i]);
            for (var j = i + 1; j < map.Fragments.Count; j++) CompareFragments(conflicts, false, map.Fragments[i], map.Fragments[j]);
        }
        return conflicts;

        bool IsDone() => IsExhausted || conflicts.Count >= MaxListed;
    }

    private void CompareWithFragment(List<FieldConflict> conflicts, bool exclusive, FieldMap map, string name)
    {
        _work++;
        if (map.Fields.Count == 0 || IsExhausted) return;
        // What was compared as if both could be met is not compared again.
        if (_comparedWithFragment.TryGetValue((map, name), out var compared) && (!compared || exclusive)) return;
        _comparedWithFragment[(map, name)] = exclusive;
        if (!context.Fragments.TryGetValue(name, out var fragment)) return;
        var other = MapOf(fragment);
        if (other == map) return;
        CompareMaps(conflicts, exclusive, map, other);
        foreach (var nested in other.Fragments) CompareWithFragment(conflicts, exclusive, map, nested);
    }

    private void CompareFragments(List<FieldConflict> conflicts, bool exclusive, string first, string second)
    {
        _work += 2;
        if (first == second || IsExhausted) return;
        var pair = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
        if (_comparedFragments.TryGetValue(pair, out var compared) && (!compared || exclusive)) return;
        _comparedFragments[pair] = exclusive;
        if (!context.Fragments.TryGetValue(first, out var a) || !context.Fragments.TryGetValue(second, out var b)) return;
        var (one, other) = (MapOf(a), MapOf(b));
        CompareMaps(conflicts, exclusive, one, other);
        foreach (var nested in other.Fragments) CompareFragments(conflicts, exclusive, first, nested);
        foreach (var nested in one.Fragments) CompareFragments(conflicts, exclusive, nested, second);
    }

    private List<FieldConflict> Below(bool exclusive, Selected first, Selected second)
    {
        var conflicts = new List<FieldConflict>();
        var (one, other) = (MapOf(first.Node.SelectionSet!.Value, TypeBelow(first)), MapOf(second.Node.SelectionSet!.Value, TypeBelow(second)));
        CompareMaps(conflicts, exclusive, one, other);
        foreach (var name in other.Fragments) CompareWithFragment(conflicts, exclusive, one, name);
        foreach (var name in one.Fragments) CompareWithFragment(conflicts, exclusive, other, name);
        foreach (var a in one.Fragments)
            foreach (var b in other.Fragments)
                CompareFragments(conflicts, exclusive, a, b);
        return conflicts;
    }

    private void CompareMaps(List<FieldConflict> conflicts, bool exclusive, FieldMap one, FieldMap other)
    {
        if (other.Fields.Count == 0) return;
        foreach (var (name, fields) in one.Fields)
        {
            _work++;
            if (!other.Fields.TryGetValue(name, out var others)) continue;
            foreach (var first in fields)
                foreach (var second in others)
                    if (conflicts.Count < MaxListed && !IsExhausted) Compare(conflicts, exclusive, name, first, second);
        }
    }

    private void Compare(List<FieldConflict> conflicts, bool parentsExclusive, string name, Selected first, Selected second)
    {
        _work += 2;
        // Two different objects are never one; interfaces and unions might come to have an object in common.
        var exclusive = parentsExclusive || (first.Parent is ObjectType && second.Parent is ObjectType && first.Parent != second.Parent);
        if ((exclusive ? null : Difference(first.Node, second.Node)) is { } difference)
        {
            conflicts.Add(new(name, difference, [first.Node], [second.Node]));
        }
        else if (first.Definition is { } a && second.Definition is { } b && DifferInShape(a.Type, b.Type))
        {
            conflicts.Add(new(name, $"they return conflicting types \"{a.Type}\" and \"{b.Type}\"", [first.Node], [second.Node]));
        }
        else if (first.Node.SelectionSet is not null && second.Node.SelectionSet is not null)
        {
            var below = Below(exclusive, first, second);
            if (below.Count > 0) conflicts.Add(Join(name, first.Node, second.Node, below));
        }
    }

    private string? Difference(FieldNode first, FieldNode second)
    {
        var (a, b) = (first.Name, second.Name);
        if (a != b) return $"\"{Shorten(a)}\" and \"{Shorten(b)}\" are different fields";
        return SameArguments.Are(first, second, () => _work++) ? null : "they have differing arguments";
    }

    private FieldMap MapOf(FragmentNode fragment) => MapOf(fragment.SelectionSet, context.Schema.Type(fragment.TypeCondition.Name) as CompositeType);

    private FieldMap MapOf(SelectionSetNode set, CompositeType? type)
    {
        if (_maps.TryGetValue(set, out var map)) return map;
        map = new();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Collect(set, type, map, seen);
        return _maps[set] = map;
    }

    private void Collect(SelectionSetNode set, CompositeType? type, FieldMap map, HashSet<string> seen)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!map.Fields.TryGetValue(field.ResponseName, out var fields)) map.Fields[field.ResponseName] = fields = [];
                    fields.Add(new(field, type, type is null ? null : context.Schema.FieldOf(type, field.Name)));
                    break;
                case FragmentSpreadNode spread:
                    if (seen.Add(spread.Name)) map.Fragments.Add(spread.Name);
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is { } condition ? context.Schema.Type(condition.Name) as CompositeType : type, map, seen);
                    break;
            }
        }
    }

    private static CompositeType? TypeBelow(Selected selected) => selected.Definition?.Type.Named as CompositeType;
}
