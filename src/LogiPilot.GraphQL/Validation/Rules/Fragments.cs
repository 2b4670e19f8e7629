using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class FragmentsOnCompositeTypes : ValidationRule
{
    public override void EnterFragment(FragmentNode fragment, ValidationContext context)
    {
        if (context.Schema.Type(fragment.TypeCondition.Name) is { } type and not CompositeType)
            Report(context, $"Fragment \"{fragment.Name}\" cannot condition on non composite type \"{type}\".", fragment.TypeCondition);
    }

    public override void EnterInlineFragment(InlineFragmentNode inline, ValidationContext context)
    {
        if (inline.TypeCondition is { } condition && context.Schema.Type(condition.Name) is { } type and not CompositeType)
            Report(context, $"Fragment cannot condition on non composite type \"{type}\".", condition);
    }
}

internal sealed class UniqueFragmentNames : ValidationRule
{
    public override void EnterFragment(FragmentNode fragment, ValidationContext context)
    {
        if (!context.FragmentNames.TryAdd(fragment.Name.Value, fragment.Name))
            Report(context, $"There can be only one fragment named \"{fragment.Name}\".", context.FragmentNames[fragment.Name.Value], fragment.Name);
    }
}

internal sealed class KnownFragmentNames : ValidationRule
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context)
    {
        if (!context.Fragments.ContainsKey(spread.Name)) Report(context, $"Unknown fragment \"{spread.Name}\".", spread.NameStart);
    }
}

internal sealed class NoUnusedFragments : ValidationRule
{
    public override void LeaveDocument(DocumentNode document, ValidationContext context)
    {
        if (context.Fragments.Count == 0) return;
        var used = context.FragmentsUsedBy(document.Definitions.OfType<OperationNode>());
        var names = used.Select(fragment => fragment.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
            if (!context.IsFull && definition is FragmentNode fragment && !names.Contains(fragment.Name.Value))
                Report(context, $"Fragment \"{fragment.Name}\" is never used.", fragment);
    }
}

internal sealed class PossibleFragmentSpreads : ValidationRule
{
    public override void EnterInlineFragment(InlineFragmentNode inline, ValidationContext context)
    {
        if (context.Type is CompositeType type && context.ParentType is { } parent && !Overlap(context.Schema, type, parent))
            Report(context, $"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", inline);
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread, ValidationContext context)
    {
        if (context.Fragments.TryGetValue(spread.Name, out var fragment)
            && context.Schema.Type(fragment.TypeCondition.Name) is CompositeType type
            && context.ParentType is { } parent && !Overlap(context.Schema, type, parent))
            Report(context, $"Fragment \"{spread.Name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread);
    }

    private static bool Overlap(GraphQLSchema schema, CompositeType a, CompositeType b)
    {
        if (ReferenceEquals(a, b)) return true;
        foreach (var type in schema.PossibleTypes(a))
            if (schema.IsPossible(b, type)) return true;
        return false;
    }
}

internal sealed class NoFragmentCycles : ValidationRule
{
    public override void EnterFragment(FragmentNode fragment, ValidationContext context)
    {
        var cycles = context.Cycles ??= new(context);
        cycles.Find(fragment, (target, cycle) =>
        {
            var via = string.Join(", ", cycle[..^1].Select(step => $"\"{step.Name}\""));
            Report(context, $"Cannot spread fragment \"{target}\" within itself{(via.Length > 0 ? $" via {via}" : "")}.", cycle);
        });
    }
}

/// <summary>Finds fragments that lead to themselves; each fragment is entered once.</summary>
internal sealed class FragmentCycles(ValidationContext context)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadNode> _path = [];

    /// <summary>Whether the document has any.</summary>
    public static bool Any(ValidationContext context)
    {
        var any = false;
        var cycles = new FragmentCycles(context);
        foreach (var fragment in context.Fragments.Values) cycles.Find(fragment, (_, _) => any = true);
        return any;
    }

    public void Find(FragmentNode fragment, Action<string, List<FragmentSpreadNode>> found)
    {
        var name = fragment.Name.Value;
        if (context.IsFull || !_done.Add(name)) return;
        if (_path.Count > DocumentLimits.MaxNesting) throw DocumentLimits.TooNested(context.Document, fragment.Start);
        _positions[name] = _path.Count;
        foreach (var spread in context.SpreadsIn(fragment.SelectionSet))
        {
            var target = spread.Name;
            _path.Add(spread);
            if (_positions.TryGetValue(target, out var start)) found(target, _path[start..]);
            else if (context.Fragments.TryGetValue(target, out var next)) Find(next, found);
            _path.RemoveAt(_path.Count - 1);
        }
        _positions.Remove(name);
    }
}
