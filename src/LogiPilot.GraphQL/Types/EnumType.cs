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
    internal Lazy<string?>? Documentation { get; init; }
    internal byte[] Json { get; } = Encoding.UTF8.GetBytes($"\"{name}\"");
}

/// <summary>An enum type made of a C# enum.</summary>
public abstract class EnumType(string name, Type clrType, IReadOnlyList<EnumValue> values) : NamedType(name), ILeafWriter
{
    private readonly Dictionary<string, EnumValue> _byName = values.ToDictionary(value => value.Name, StringComparer.Ordinal);
    // An enum of a schema document has no bits: its values are their names.
    private readonly Dictionary<ulong, byte[]> _json = clrType.IsEnum ? values.ToDictionary(value => Bits(value.ClrValue, clrType), value => value.Json) : [];

    public Type ClrType { get; } = clrType;
    public IReadOnlyList<EnumValue> Values { get; } = values;

    public EnumValue? Value(string name) => _byName.GetValueOrDefault(name);

    private protected byte[]? Json(ulong bits) => _json.GetValueOrDefault(bits);

    private static ulong Bits(object value, Type type)
    {
        var number = Convert.ToInt64(Type.GetTypeCode(type) == TypeCode.UInt64 ? unchecked((long)(ulong)value) : value, System.Globalization.CultureInfo.InvariantCulture);
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Byte or TypeCode.SByte => unchecked((byte)number),
            TypeCode.Int16 or TypeCode.UInt16 => unchecked((ushort)number),
            TypeCode.Int32 or TypeCode.UInt32 => unchecked((uint)number),
            _ => unchecked((ulong)number),
        };
    }

    public abstract void WriteObject(ResponseBuffer buffer, object value);
}

internal sealed class EnumType<T>(string name, IReadOnlyList<EnumValue> values) : EnumType(name, typeof(T), values), ILeafWriter<T>
    where T : struct, Enum
{
    private static readonly int Size = Unsafe.SizeOf<T>();

    // Looked up by its bits: a dictionary by T would be compiled anew for each enum.
    public void Write(ResponseBuffer buffer, T value)
    {
        var bits = Size switch
        {
            1 => Unsafe.As<T, byte>(ref value),
            2 => Unsafe.As<T, ushort>(ref value),
            4 => Unsafe.As<T, uint>(ref value),
            _ => Unsafe.As<T, ulong>(ref value),
        };
        if (Json(bits) is not { } json)
            throw new InvalidOperationException($"Enum \"{Name}\" cannot represent value: {value:D}");
        buffer.WriteRaw(json);
    }

    public override void WriteObject(ResponseBuffer buffer, object value) => Write(buffer, (T)value);
}
