using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation.Rules;

/// <summary>Introspection can be switched off; <c>__typename</c> stays.</summary>
internal sealed class IntrospectionAllowed : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (!context.Options.EnableIntrospection && field.Name is ("__schema" or "__type"))
            Report(context, $"GraphQL introspection is not allowed, but the query contained {field.Name}.", field);
    }
}

/// <summary>Types lead to fields and these to types: a short query of three such lists multiplies into an answer of megabytes.</summary>
internal sealed class MaxIntrospectionDepth : ValidationRule
{
    public override void EnterField(FieldNode field, ValidationContext context)
    {
        if (field.Name is not ("__schema" or "__type")) return;
        var depth = context.Introspection ??= new(context);
        if (depth.IsExceeded(field)) Report(context, "Maximum introspection depth exceeded", field);
    }
}

/// <summary>How deep the lists of introspection nest. Each fragment is looked at once for each depth it is met at.</summary>
internal sealed class IntrospectionDepth(ValidationContext context)
{
    private const int MaxLists = 3;
    private readonly Dictionary<string, int> _fine = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _exceeded = new(StringComparer.Ordinal);
    private readonly HashSet<FieldNode> _within = [];

    public bool IsExceeded(FieldNode root)
    {
        // What stands inside one that was refused is not refused again.
        if (_within.Contains(root)) return false;
        var visited = new Dictionary<string, int>(StringComparer.Ordinal);
        if (!Exceeds(root, visited, 0)) return false;
        if (root.SelectionSet is { } set) MarkWithin(set);
        return true;
    }

    private bool Exceeds(SelectionNode node, Dictionary<string, int> visited, int depth)
    {
        switch (node)
        {
            case FragmentSpreadNode spread: return Exceeds(spread.Name, visited, depth);
            case InlineFragmentNode inline: return AnyExceeds(inline.SelectionSet, visited, depth);
            case FieldNode field:
                if (field.Name is "fields" or "interfaces" or "possibleTypes" or "inputFields" && ++depth >= MaxLists) return true;
                return field.SelectionSet is { } set && AnyExceeds(set, visited, depth);
            default: return false;
        }
    }

    private bool Exceeds(string fragment, Dictionary<string, int> visited, int depth)
    {
        if (_exceeded.TryGetValue(fragment, out var exceeded) && exceeded <= depth) return true;
        if (visited.TryGetValue(fragment, out var seen) && seen >= depth) return false;
        if (_fine.TryGetValue(fragment, out var fine) && fine >= depth) return false;
        if (!context.Fragments.TryGetValue(fragment, out var definition)) return false;
        visited[fragment] = depth;
        var exceeds = AnyExceeds(definition.SelectionSet, visited, depth);
        (exceeds ? _exceeded : _fine)[fragment] = depth;
        return exceeds;
    }

    private bool AnyExceeds(SelectionSetNode set, Dictionary<string, int> visited, int depth)
    {
        foreach (var selection in set.Selections)
            if (Exceeds(selection, visited, depth)) return true;
        return false;
    }

    private void MarkWithin(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is FieldNode field)
            {
                if (field.Name is "__schema" or "__type") _within.Add(field);
                if (field.SelectionSet is { } below) MarkWithin(below);
            }
            else if (selection is InlineFragmentNode inline)
            {
                MarkWithin(inline.SelectionSet);
            }
        }
    }
}
