using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LogiPilot.GraphQL.Language;

/// <summary>
/// Where the parser gathers the nodes of lists, those of inner lists above those of outer ones, so that each list is
/// allocated once at its size.
/// </summary>
internal ref struct NodeStack(Span<SyntaxNode?> room)
{
    private Span<SyntaxNode?> _nodes = room;

    public int Count { get; private set; }

    public void Push(SyntaxNode node)
    {
        if (Count == _nodes.Length) Grow();
        _nodes[Count++] = node;
    }

    // Inlined, so that the type of the array is known to the compiler and not looked up each time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T[] Take<T>(int mark) where T : SyntaxNode
    {
        var taken = new T[Count - mark];
        // What was pushed since the mark is T: a check of each element would cost more than parsing it, and so would a copy as a block of so few.
        ref var target = ref Unsafe.As<T, SyntaxNode?>(ref MemoryMarshal.GetArrayDataReference(taken));
        var nodes = _nodes[mark..Count];
        for (var i = 0; i < nodes.Length; i++) Unsafe.Add(ref target, i) = nodes[i];
        Count = mark;
        return taken;
    }

    private void Grow()
    {
        var more = new SyntaxNode?[Count * 2];
        _nodes.CopyTo(more);
        _nodes = more;
    }

    /// <summary>Room on the stack of the thread, which is enough for most documents.</summary>
    [InlineArray(32)]
    internal struct Room
    {
        private SyntaxNode? _first;
    }
}
