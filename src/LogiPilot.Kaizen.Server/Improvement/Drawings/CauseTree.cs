using LogiPilot.Kaizen.Core.Improvement.Methods;

namespace LogiPilot.Kaizen.Server.Improvement.Drawings;

/// <summary>A cause with those below it: what is ruled out stands last, so that the trunk of a tree is what holds.</summary>
internal sealed record CauseNode(Cause Cause, IReadOnlyList<CauseNode> Below)
{
    public int Levels => 1 + (Below.Count == 0 ? 0 : Below.Max(n => n.Levels));

    public IEnumerable<Cause> Leaves => Below.Count == 0 ? [Cause] : Below.SelectMany(n => n.Leaves);

    public IEnumerable<CauseNode> All => Below.SelectMany(n => n.All).Prepend(this);

    /// <summary>The node with only what leads to some of its leaves; null when none is among them.</summary>
    public CauseNode? Towards(IReadOnlySet<string> leaves) =>
        Below.Count == 0 ? (leaves.Contains(Cause.Id) ? this : null)
        : Below.Select(n => n.Towards(leaves)).OfType<CauseNode>().ToList() is { Count: > 0 } kept ? this with { Below = kept }
        : null;
}

/// <summary>One branch of a tree (why it happened, why it was not seen; or neither) with its first whys.</summary>
internal sealed record CauseLane(CauseBranch? Branch, IReadOnlyList<CauseNode> Roots)
{
    public int Levels => Roots.Max(r => r.Levels);

    public static IReadOnlyList<CauseLane> Of(CausesValue tree)
    {
        var below = tree.Causes.Where(c => tree.Path(c)[^1] is { } first && (first.ParentId is null || tree.Find(first.ParentId) is null))
            .ToLookup(c => c.ParentId is { } parent && tree.Find(parent) is not null ? parent : "", StringComparer.Ordinal);
        CauseNode Node(Cause cause) => new(cause, [.. Sorted(below[cause.Id]).Select(Node)]);
        return
        [
            .. below[""].GroupBy(c => c.Branch).OrderBy(g => g.Key is null ? 2 : (int)g.Key)
                .Select(g => new CauseLane(g.Key, [.. Sorted(g).Select(Node)])),
        ];
    }

    private static IEnumerable<Cause> Sorted(IEnumerable<Cause> causes) => causes.OrderBy(c => c.Verdict == CauseVerdict.Refuted);
}
