using System.Text;

namespace LogiPilot.GraphQL.Types;

/// <summary>A value of an enum type.</summary>
public sealed class EnumValue(string name, object clrValue)
{
    public string Name { get; } = name;
    public object ClrValue { get; } = clrValue;
    public string? Description { get => field ?? Documentation?.Value; init; }
    public string? DeprecationReason { get; init; }
    internal Lazy<string?>? Documentation { get; init; }
    internal byte[] Json { get; } = Encoding.UTF8.GetBytes($"\"{name}\"");
}

/// <summary>An enum type made of a C# enum.</summary>
public abstract class EnumType(string name, Type clrType, IReadOnlyList<EnumValue> values) : NamedType(name), ILeafWriter
{
    private readonly Dictionary<string, EnumValue> _byName = values.ToDictionary(value => value.Name, StringComparer.Ordinal);

    public Type ClrType { get; } = clrType;
    public IReadOnlyList<EnumValue> Values { get; } = values;

    public EnumValue? Value(string name) => _byName.GetValueOrDefault(name);

    public abstract void WriteObject(ResponseBuffer buffer, object value);
}

internal sealed class EnumType<T>(string name, IReadOnlyList<EnumValue> values) : EnumType(name, typeof(T), values), ILeafWriter<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, byte[]> _json = values.ToDictionary(value => (T)value.ClrValue, value => value.Json);

    public void Write(ResponseBuffer buffer, T value)
    {
        if (!_json.TryGetValue(value, out var json))
            throw new InvalidOperationException($"Enum \"{Name}\" cannot represent value: {value:D}");
        buffer.WriteRaw(json);
    }

    public override void WriteObject(ResponseBuffer buffer, object value) => Write(buffer, (T)value);
}
