using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;
using LogiPilot.GraphQL.Validation.Rules;

namespace LogiPilot.GraphQL.Validation;

/// <summary>A use of a variable: where, at a position of which type, and whether that position has a default.</summary>
internal readonly record struct VariableUse(VariableNode Node, GraphType? Type, bool HasDefault, InputObjectType? OneOf);

internal sealed partial class ValidationContext
{
    private const int MaxFragmentWork = 50_000;
    private static readonly List<VariableUse> Unused = [];
    private readonly Dictionary<DefinitionNode, List<VariableUse>> _uses = [];
    private readonly Dictionary<SelectionSetNode, List<FragmentSpreadNode>> _spreads = [];
    private (OperationNode Operation, List<VariableUse> Uses)? _usesIn;
    private int _fragmentWork;

    /// <summary>Of twins the last, as in graphql-js.</summary>
    public Dictionary<string, FragmentNode> Fragments { get; } = LastOfEachName(document);

    // What rules remember of one document.
    public Dictionary<string, NameNode> OperationNames { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, NameNode> FragmentNames { get; } = new(StringComparer.Ordinal);
    public Dictionary<ObjectFieldNode, ObjectFieldNode> TwinFields { get; } = [];
    public FragmentCycles? Cycles { get; set; }
    public FieldConflicts? Conflicts { get; set; }
    public IntrospectionDepth? Introspection { get; set; }

    public void Used(VariableUse use)
    {
        if (!_uses.TryGetValue(Definition!, out var uses)) _uses[Definition!] = uses = [];
        uses.Add(use);
    }

    /// <summary>The spreads in a definition's selections, in graphql-js's order: those of a set before those below it, the last set below first.</summary>
    public List<FragmentSpreadNode> SpreadsIn(SelectionSetNode set)
    {
        if (_spreads.TryGetValue(set, out var spreads)) return spreads;
        spreads = [];
        if (Fragments.Count > 0)
        {
            var waiting = new Stack<SelectionSetNode>();
            waiting.Push(set);
            while (waiting.TryPop(out var next))
            {
                foreach (var selection in next.Selections)
                {
                    if (selection is FragmentSpreadNode spread) spreads.Add(spread);
                    else if (selection is FieldNode { SelectionSet: { } below }) waiting.Push(below);
                    else if (selection is InlineFragmentNode inline) waiting.Push(inline.SelectionSet);
                }
            }
        }
        return _spreads[set] = spreads;
    }

    /// <summary>The fragments some operations use, through others too.</summary>
    public List<FragmentNode> FragmentsUsedBy(IEnumerable<OperationNode> operations)
    {
        var used = new List<FragmentNode>();
        if (Fragments.Count == 0) return used;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in operations) Add(operation.SelectionSet);
        for (var i = 0; i < used.Count; i++) Add(used[i].SelectionSet);
        return used;

        void Add(SelectionSetNode set)
        {
            var spreads = SpreadsIn(set);
            Spend(spreads.Count);
            foreach (var spread in spreads)
                if (seen.Add(spread.Name) && Fragments.TryGetValue(spread.Name, out var fragment)) used.Add(fragment);
        }
    }

    /// <summary>The uses of variables in an operation and in the fragments it uses.</summary>
    public List<VariableUse> UsesIn(OperationNode operation)
    {
        if (_usesIn is { } known && known.Operation == operation) return known.Uses;
        var own = _uses.GetValueOrDefault(operation) ?? Unused;
        var fragments = Fragments.Count == 0 ? [] : FragmentsUsedBy([operation]);
        var all = own;
        foreach (var fragment in fragments)
        {
            var uses = UsesOf(fragment);
            if (uses.Count == 0) continue;
            Spend(uses.Count);
            if (ReferenceEquals(all, own)) all = [.. own];
            all.AddRange(uses);
        }
        _usesIn = (operation, all);
        return all;
    }

    private List<VariableUse> UsesOf(FragmentNode fragment)
    {
        if (_uses.TryGetValue(fragment, out var uses)) return uses;
        // The walk is cut short when there are mistakes enough; those listed must be right all the same.
        if (IsFull)
        {
            new DocumentWalker(this, RuleSet.None).Walk(fragment);
            if (_uses.TryGetValue(fragment, out uses)) return uses;
        }
        return _uses[fragment] = Unused;
    }

    // Many operations that use the same large fragments would be looked through once for each.
    private void Spend(int work)
    {
        _fragmentWork += work;
        if (_fragmentWork > MaxFragmentWork)
            throw new GraphQLException("The document uses fragments over and over in too many ways.", ErrorCodes.Limit);
    }

    private static Dictionary<string, FragmentNode> LastOfEachName(DocumentNode document)
    {
        var fragments = new Dictionary<string, FragmentNode>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
            if (definition is FragmentNode fragment) fragments[fragment.Name.Value] = fragment;
        return fragments;
    }
}
