using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Validation.Rules;

/// <summary>Whether two fields are given the same arguments: in any order, input fields in any order, all else as written.</summary>
internal static class SameArguments
{
    public static bool Are(FieldNode first, FieldNode second) => Are(first, second, null);

    /// <param name="first">A field.</param>
    /// <param name="second">Another.</param>
    /// <param name="compared">Called for each pair of values compared.</param>
    public static bool Are(FieldNode first, FieldNode second, Action? compared)
    {
        if (ReferenceEquals(first, second)) return true;
        var (a, b) = (first.Arguments, second.Arguments);
        if (a.Count != b.Count) return false;
        if (a.Count == 0) return true;
        var inOrder = true;
        for (var i = 0; i < a.Count && inOrder; i++) inOrder = a[i].Name == b[i].Name;
        if (!inOrder) (a, b) = (Sorted(a), Sorted(b));
        for (var i = 0; i < a.Count; i++)
            if (a[i].Name != b[i].Name || !Same(a[i].Value, b[i].Value, compared)) return false;
        return true;
    }

    private static bool Same(ValueNode first, ValueNode second, Action? compared)
    {
        compared?.Invoke();
        return (first, second) switch
        {
            (VariableNode a, VariableNode b) => a.Name == b.Name,
            (IntValueNode a, IntValueNode b) => a.Text == b.Text,
            (FloatValueNode a, FloatValueNode b) => a.Text == b.Text,
            (StringValueNode a, StringValueNode b) => a.Block == b.Block && a.Value == b.Value,
            (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
            (EnumValueNode a, EnumValueNode b) => a.Name == b.Name,
            (NullValueNode, NullValueNode) => true,
            (ListValueNode a, ListValueNode b) => Same(a, b, compared),
            (ObjectValueNode a, ObjectValueNode b) => Same(a, b, compared),
            _ => false,
        };
    }

    private static bool Same(ListValueNode first, ListValueNode second, Action? compared)
    {
        if (first.Items.Count != second.Items.Count) return false;
        for (var i = 0; i < first.Items.Count; i++)
            if (!Same(first.Items[i], second.Items[i], compared)) return false;
        return true;
    }

    private static bool Same(ObjectValueNode first, ObjectValueNode second, Action? compared)
    {
        if (first.Fields.Count != second.Fields.Count) return false;
        var (a, b) = (Sorted(first.Fields), Sorted(second.Fields));
        for (var i = 0; i < a.Count; i++)
            if (a[i].Name != b[i].Name || !Same(a[i].Value, b[i].Value, compared)) return false;
        return true;
    }

    private static IReadOnlyList<ArgumentNode> Sorted(IReadOnlyList<ArgumentNode> arguments) =>
        [.. arguments.OrderBy(argument => argument.Name, StringComparer.Ordinal)];

    private static IReadOnlyList<ObjectFieldNode> Sorted(IReadOnlyList<ObjectFieldNode> fields) =>
        fields.Count < 2 ? fields : [.. fields.OrderBy(field => field.Name, StringComparer.Ordinal)];
}
