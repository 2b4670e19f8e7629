using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LogiPilot.GraphQL.Language;

/// <summary>
/// Gives the same string for the same name across documents: names recur, and each would be allocated anew. A slot holds the last
/// name that fell into it, so that a client who sends ever new names cannot grow the table; races only cost an allocation.
/// </summary>
internal static class NameTable
{
    private const int Size = 4096;
    private const int LongestKept = 64;
    private static readonly string[] Slots = [.. Enumerable.Repeat("", Size)];

    /// <summary>The name, which is not empty.</summary>
    public static string Get(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestKept) return name.ToString();
        var ends = Ends(name);
        ref var slot = ref Slots[BitOperations.Crc32C(BitOperations.Crc32C(0, ends.Head), ends.Tail) & (Size - 1)];
        var known = slot;
        if (known.Length == name.Length && Ends(known) == ends && (name.Length <= 8 || name.SequenceEqual(known))) return known;
        return slot = name.ToString();
    }

    // The first four characters and the last four, which are all of a name of up to eight; of a name that is shorter than four, all and its length.
    private static (ulong Head, ulong Tail) Ends(ReadOnlySpan<char> name)
    {
        ref var first = ref MemoryMarshal.GetReference(name);
        return name.Length >= 4
            ? (Four(ref first), Four(ref Unsafe.Add(ref first, name.Length - 4)))
            : (name[0] | ((ulong)name[name.Length / 2] << 16) | ((ulong)name[^1] << 32), (ulong)name.Length);
    }

    // The caller knows that there are four.
    private static ulong Four(ref char first) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref first));
}
