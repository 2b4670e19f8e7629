using System.Globalization;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Costs;

/// <summary>How many items a selected list has: what its slicing arguments say, by literal, variable or default. Equal by value.</summary>
internal sealed class ListSize : IEquatable<ListSize>
{
    private readonly List<(string Variable, long? Absent)> _variables = [];
    private readonly long _given = -1;
    private readonly long _byDefault;
    private readonly long _most;

    public ListSize(FieldCost field, IReadOnlyList<ArgumentNode> arguments)
    {
        (_byDefault, _most) = (field.DefaultSize, field.MaxSize);
        foreach (var argument in field.SlicingArguments)
        {
            long? absent = Number(argument.Default);
            ValueNode? given = null;
            foreach (var node in arguments)
                if (node.Name == argument.Name) given = node.Value;
            if (given is VariableNode variable) _variables.Add((variable.Name, absent));
            else if ((given is null ? absent : Number(given)) is { } number) _given = Math.Max(_given, number);
        }
    }

    public bool IsConstant => _variables.Count == 0;

    public long Of(VariableValues? variables)
    {
        var size = _given;
        foreach (var (variable, absent) in _variables)
        {
            if (!variables!.TryGet(variable, out var value)) size = Math.Max(size, absent ?? -1);
            else if (value is int number) size = Math.Max(size, number);
            else if (value is long big) size = Math.Max(size, big);
        }
        // A negative size is refused by the resolver, and one beyond the maximum too: what runs has no more than that.
        return size >= 0 ? Math.Min(size, _most) : AnyGiven(variables) ? 0 : _byDefault;
    }

    private bool AnyGiven(VariableValues? variables)
    {
        foreach (var (variable, _) in _variables)
            if (variables!.TryGet(variable, out var value) && value is not null) return true;
        return false;
    }

    private static long? Number(ValueNode? value) =>
        value is IntValueNode literal && long.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Math.Max(number, 0)
            : null;

    public bool Equals(ListSize? other) =>
        other is not null && other._given == _given && other._byDefault == _byDefault && other._most == _most && other._variables.SequenceEqual(_variables);

    public override bool Equals(object? obj) => Equals(obj as ListSize);

    public override int GetHashCode() => HashCode.Combine(_given, _byDefault, _most, _variables.Count);
}
