using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Writing;

/// <summary>Writes lists of numbers, ids and the like without an object for each of them.</summary>
internal abstract class LeafItems
{
    /// <summary>Writes the items with commas between them; false, with nothing written, where the list is of another type.</summary>
    public abstract bool TryWrite(ResponseBuffer buffer, object list);

    /// <summary>The writer for items that are values in C#; null for others, which need none.</summary>
    public static LeafItems? Of(ILeafWriter leaf, bool itemsMayBeNull)
    {
        var type = leaf is ScalarType scalar ? scalar.ClrType : (leaf as EnumType)?.ClrType;
        if (leaf is ClrEnumType values) leaf = values.Writer;
        if (type is not { IsValueType: true } || !typeof(ILeafWriter<>).MakeGenericType(type).IsInstanceOfType(leaf)) return null;
        var made = itemsMayBeNull ? typeof(Nullables<>) : typeof(Values<>);
        return (LeafItems)Activator.CreateInstance(made.MakeGenericType(type), leaf)!;
    }

    private sealed class Values<T>(ILeafWriter<T> leaf) : LeafItems where T : struct
    {
        public override bool TryWrite(ResponseBuffer buffer, object list)
        {
            if (list is not IReadOnlyList<T> items) return false;
            for (var i = 0; i < items.Count; i++)
            {
                if (i > 0) buffer.WriteByte((byte)',');
                leaf.Write(buffer, items[i]);
            }
            return true;
        }
    }

    private sealed class Nullables<T>(ILeafWriter<T> leaf) : LeafItems where T : struct
    {
        public override bool TryWrite(ResponseBuffer buffer, object list)
        {
            if (list is not IReadOnlyList<T?> items) return false;
            for (var i = 0; i < items.Count; i++)
            {
                if (i > 0) buffer.WriteByte((byte)',');
                if (items[i] is { } value) leaf.Write(buffer, value);
                else buffer.WriteNull();
            }
            return true;
        }
    }
}
