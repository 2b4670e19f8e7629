namespace LogiPilot.GraphQL.Language;

/// <summary>
/// Gives the same string for the same name across documents: names recur, and each would be allocated anew. A slot holds the last
/// name that fell into it, so that a client who sends ever new names cannot grow the table; races only cost an allocation.
/// </summary>
internal static class NameTable
{
    private const int Size = 2048;
    private const int LongestKept = 64;
    private static readonly string?[] Slots = new string?[Size];

    /// <summary>The name, which is not empty.</summary>
    public static string Get(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestKept) return name.ToString();
        var hash = ((((uint)name.Length * 31) + name[0]) * 31) + name[name.Length / 2];
        hash = (hash * 31) + name[^1];
        ref var slot = ref Slots[(hash ^ (hash >> 11)) & (Size - 1)];
        var known = slot;
        if (known is not null && name.SequenceEqual(known)) return known;
        return slot = name.ToString();
    }
}
