using LogiPilot.GraphQL.Writing;

namespace LogiPilot.GraphQL.Types;

internal enum ShapeKind
{
    Leaf,
    Object,
    Abstract,
    List,
}

/// <summary>An output type laid out for completion: what the executor asks of a type at each value, looked up once.</summary>
internal sealed class ValueShape
{
    private ValueShape(GraphType type)
    {
        var nullable = type.Nullable;
        NonNull = type.IsNonNull;
        Type = type;
        (Kind, Item, Leaf) = nullable switch
        {
            ListType list => (ShapeKind.List, new ValueShape(list.OfType), null),
            ILeafWriter leaf => (ShapeKind.Leaf, null, leaf),
            ObjectType => (ShapeKind.Object, null, null),
            _ => (ShapeKind.Abstract, (ValueShape?)null, (ILeafWriter?)null),
        };
        if (Item?.Leaf is { } writer) LeafItems = Writing.LeafItems.Of(writer, !Item.NonNull);
    }

    public GraphType Type { get; }
    public ShapeKind Kind { get; }
    public bool NonNull { get; }
    public ValueShape? Item { get; }
    public ILeafWriter? Leaf { get; }

    /// <summary>Writes the items where they are values in C#.</summary>
    public LeafItems? LeafItems { get; }

    public static ValueShape Of(GraphType type) => new(type);
}
