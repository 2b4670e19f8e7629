using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class FragmentsOnCompositeTypes : ValidationRule
{
    public override void EnterFragment(FragmentNode fragment)
    {
        if (Context.Schema.Type(fragment.TypeCondition.Name) is { } type and not CompositeType)
            Report($"Fragment \"{fragment.Name}\" cannot condition on non composite type \"{type}\".", fragment.TypeCondition);
    }

    public override void EnterInlineFragment(InlineFragmentNode inline)
    {
        if (inline.TypeCondition is { } condition && Context.Schema.Type(condition.Name) is { } type and not CompositeType)
            Report($"Fragment cannot condition on non composite type \"{type}\".", condition);
    }
}

internal sealed class UniqueFragmentNames : ValidationRule
{
    private readonly Dictionary<string, NameNode> _known = new(StringComparer.Ordinal);

    public override void EnterFragment(FragmentNode fragment)
    {
        if (!_known.TryAdd(fragment.Name.Value, fragment.Name))
            Report($"There can be only one fragment named \"{fragment.Name}\".", _known[fragment.Name.Value], fragment.Name);
    }
}

internal sealed class KnownFragmentNames : ValidationRule
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (!Context.Fragments.ContainsKey(spread.Name.Value)) Report($"Unknown fragment \"{spread.Name}\".", spread.Name);
    }
}

internal sealed class NoUnusedFragments : ValidationRule
{
    public override void LeaveDocument(DocumentNode document)
    {
        var used = new HashSet<FragmentNode>();
        foreach (var operation in document.Definitions.OfType<OperationNode>()) used.UnionWith(Context.FragmentsUsedBy(operation));
        var names = used.Select(fragment => fragment.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in document.Definitions.OfType<FragmentNode>())
            if (!names.Contains(fragment.Name.Value)) Report($"Fragment \"{fragment.Name}\" is never used.", fragment);
    }
}

internal sealed class PossibleFragmentSpreads : ValidationRule
{
    public override void EnterInlineFragment(InlineFragmentNode inline)
    {
        if (Context.Type is CompositeType type && Context.ParentType is { } parent && !Overlap(type, parent))
            Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", inline);
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.Fragments.TryGetValue(spread.Name.Value, out var fragment)
            && Context.Schema.Type(fragment.TypeCondition.Name) is CompositeType type
            && Context.ParentType is { } parent && !Overlap(type, parent))
            Report($"Fragment \"{spread.Name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread);
    }

    private bool Overlap(CompositeType a, CompositeType b) =>
        ReferenceEquals(a, b) || Context.Schema.PossibleTypes(a).Any(type => Context.Schema.IsPossible(b, type));
}

internal sealed class NoFragmentCycles : ValidationRule
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var fragment in document.Definitions.OfType<FragmentNode>())
            if (!_done.Contains(fragment.Name.Value)) Detect(fragment);
    }

    // How deep fragments nest was limited before validation, so this recursion is bounded.
    private void Detect(FragmentNode fragment)
    {
        var name = fragment.Name.Value;
        _done.Add(name);
        _positions[name] = _path.Count;
        foreach (var spread in Context.SpreadsOf(fragment))
        {
            var target = spread.Name.Value;
            _path.Add(spread);
            if (_positions.TryGetValue(target, out var start))
            {
                var cycle = _path[start..];
                var via = string.Join(", ", cycle[..^1].Select(step => $"\"{step.Name}\""));
                Report($"Cannot spread fragment \"{target}\" within itself{(via.Length > 0 ? $" via {via}" : "")}.", cycle);
            }
            else if (!_done.Contains(target) && Context.Fragments.TryGetValue(target, out var next))
            {
                Detect(next);
            }
            _path.RemoveAt(_path.Count - 1);
        }
        _positions.Remove(name);
    }
}
