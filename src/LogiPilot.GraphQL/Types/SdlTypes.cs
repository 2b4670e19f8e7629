namespace LogiPilot.GraphQL.Types;

/// <summary>An enum type that no C# enum stands behind: its values are their names.</summary>
internal sealed class SdlEnumType(string name, IReadOnlyList<EnumValue> values) : EnumType(name, typeof(string), values)
{
    public override void WriteObject(ResponseBuffer buffer, object value) => buffer.WriteString((string)value);
}

/// <summary>A scalar type of which only the name is known: it takes any value.</summary>
internal sealed class SdlScalarType(string name, string? specifiedBy) : ScalarType<object>(name)
{
    public override string? SpecifiedBy => specifiedBy;

    public override object Read(ScalarInput input) => input;

    public override void Write(ResponseBuffer buffer, object value) => buffer.WriteString(value.ToString() ?? "");
}
