using System.Collections.Concurrent;
using LogiPilot.GraphQL.Execution;

namespace LogiPilot.GraphQL.Documents;

/// <summary>
/// Documents by their text or hash, in two generations: when the young one is full it becomes the old, and what was not asked for again in
/// between is forgotten. Bounded by number and by weight, which grows as plans are made.
/// </summary>
internal sealed class DocumentCache(int size)
{
    private const long MaxWeight = 4_000_000;
    private readonly Lock _turning = new();
    private ConcurrentDictionary<string, PreparedDocument> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, PreparedDocument> _old = new(StringComparer.Ordinal);
    private long _weight;

    public PreparedDocument? Find(string key)
    {
        if (_young.TryGetValue(key, out var found)) return found;
        if (!_old.TryGetValue(key, out found)) return null;
        Add(key, found);
        return found;
    }

    public void Add(string key, PreparedDocument document)
    {
        if (size <= 0) return;
        lock (_turning)
        {
            if (_young.Count >= Math.Max(1, size / 2) || _weight + document.Weight > MaxWeight) Turn();
            if (_young.TryAdd(key, document)) _weight += document.Weight;
        }
    }

    /// <summary>A document that may be here has become so much heavier.</summary>
    public void Grow(long weight)
    {
        lock (_turning)
        {
            _weight += weight;
            if (_weight > MaxWeight) Turn();
        }
    }

    private void Turn()
    {
        _old = _young;
        _young = new(StringComparer.Ordinal);
        _weight = 0;
    }
}
