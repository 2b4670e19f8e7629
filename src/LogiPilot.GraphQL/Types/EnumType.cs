using System.Runtime.CompilerServices;
using System.Text;

namespace LogiPilot.GraphQL.Types;

/// <summary>A value of an enum type.</summary>
public sealed class EnumValue(string name, object clrValue)
{
    public string Name { get; } = name;
    public object ClrValue { get; } = clrValue;
    public string? Description { get => field ?? Documentation?.Value; internal init; }
    public string? DeprecationReason { get; internal init; }
    internal Building.MemberDocumentation? Documentation { get; init; }
}

/// <summary>An enum type made of a C# enum.</summary>
public abstract class EnumType(string name, Type clrType, IReadOnlyList<EnumValue> values) : NamedType(name), ILeafWriter
{
    private Dictionary<string, EnumValue>? _byName;

    public Type ClrType { get; } = clrType;
    public IReadOnlyList<EnumValue> Values { get; } = values;

    public EnumValue? Value(string name) => (_byName ??= Values.ToDictionary(value => value.Name, StringComparer.Ordinal)).GetValueOrDefault(name);

    public abstract void WriteObject(ResponseBuffer buffer, object value);
}

/// <summary>An enum type that a C# enum stands behind.</summary>
internal sealed class ClrEnumType(string name, Type clrType, IReadOnlyList<EnumValue> values) : EnumType(name, clrType, values)
{
    /// <summary>Writes values of the enum without boxing. The runtime compiles it anew for each enum, so it is made when first used.</summary>
    public ILeafWriter Writer => field ??= (ILeafWriter)Activator.CreateInstance(typeof(EnumWriter<>).MakeGenericType(ClrType), Name, Values)!;

    public override void WriteObject(ResponseBuffer buffer, object value) => Writer.WriteObject(buffer, value);
}

internal sealed class EnumWriter<T> : ILeafWriter<T> where T : struct, Enum
{
    private static readonly int Size = Unsafe.SizeOf<T>();
    private readonly string _name;
    private readonly Dictionary<ulong, byte[]> _json = [];

    public EnumWriter(string name, IReadOnlyList<EnumValue> values)
    {
        _name = name;
        foreach (var value in values) _json[Bits((T)value.ClrValue)] = Encoding.UTF8.GetBytes($"\"{value.Name}\"");
    }

    public void Write(ResponseBuffer buffer, T value)
    {
        if (!_json.TryGetValue(Bits(value), out var json))
            throw new InvalidOperationException($"Enum \"{_name}\" cannot represent value: {value:D}");
        buffer.WriteRaw(json);
    }

    public void WriteObject(ResponseBuffer buffer, object value) => Write(buffer, (T)value);

    // Looked up by its bits: a dictionary by T would be compiled anew for each enum.
    private static ulong Bits(T value) => Size switch
    {
        1 => Unsafe.As<T, byte>(ref value),
        2 => Unsafe.As<T, ushort>(ref value),
        4 => Unsafe.As<T, uint>(ref value),
        _ => Unsafe.As<T, ulong>(ref value),
    };
}
