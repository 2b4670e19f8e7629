using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LogiPilot.GraphQL.Language;

/// <summary>
/// Where the parser gathers the nodes of lists, those of inner lists above those of outer ones, so that each list is
/// allocated once at its size.
/// </summary>
internal struct NodeStack()
{
    private Slot[] _slots = new Slot[32];

    public int Count { get; private set; }

    public void Push(SyntaxNode node)
    {
        if (Count == _slots.Length) Array.Resize(ref _slots, Count * 2);
        _slots[Count++].Node = node;
    }

    // Inlined, so that the type of the array is known to the compiler and not looked up each time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T[] Take<T>(int mark) where T : SyntaxNode
    {
        var taken = new T[Count - mark];
        // What was pushed since the mark is T: copied as a block, because a check of each element costs more than parsing it.
        var source = MemoryMarshal.CreateSpan(ref Unsafe.As<Slot, SyntaxNode>(ref MemoryMarshal.GetArrayDataReference(_slots)), Count)[mark..];
        source.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<T, SyntaxNode>(ref MemoryMarshal.GetArrayDataReference(taken)), taken.Length));
        Count = mark;
        return taken;
    }

    // In a structure, because an array of a class checks each element that is put into it.
    private struct Slot
    {
        public SyntaxNode Node;
    }
}
