using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LogiPilot.GraphQL.Language;

/// <summary>
/// Where the parser gathers the nodes of lists, those of inner lists above those of outer ones, so that each list is
/// allocated once at its size.
/// </summary>
internal struct NodeStack()
{
    private SyntaxNode[] _nodes = new SyntaxNode[32];

    public int Count { get; private set; }

    public void Push(SyntaxNode node)
    {
        if (Count == _nodes.Length) Array.Resize(ref _nodes, Count * 2);
        _nodes[Count++] = node;
    }

    public T[] Take<T>(int mark) where T : SyntaxNode
    {
        var taken = new T[Count - mark];
        // What was pushed since the mark is T: copied as a block, because a check of each element costs more than parsing it.
        var target = MemoryMarshal.CreateSpan(ref Unsafe.As<T, SyntaxNode>(ref MemoryMarshal.GetArrayDataReference(taken)), taken.Length);
        _nodes.AsSpan(mark, taken.Length).CopyTo(target);
        Count = mark;
        return taken;
    }
}
