using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace LogiPilot.GraphQL;

/// <summary>The UTF-8 JSON of an answer while it grows: pooled, append-only, cut back when a null propagates.</summary>
public sealed class ResponseBuffer
{
    private static readonly SearchValues<char> NeedsEscape = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _length;

    public int Length => _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    internal ReadOnlySpan<byte> Slice(int start, int end) => _bytes.AsSpan(start, end - start);

    internal void CutBack(int length) => _length = length;

    internal void Release()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    /// <summary>Appends bytes that are JSON already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        _length += json.Length;
    }

    internal void WriteByte(byte value)
    {
        if (_length == _bytes.Length) Grow(1);
        _bytes[_length++] = value;
    }

    public void WriteNull() => WriteRaw("null"u8);

    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    public void WriteNumber(int value) => WriteNumber((long)value);

    public void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, Reserve(20), out var written);
        _length += written;
    }

    /// <summary>Writes a finite number in its shortest form.</summary>
    public void WriteNumber(double value)
    {
        value.TryFormat(Reserve(40), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Writes a decimal without trailing zeros.</summary>
    public void WriteNumber(decimal value)
    {
        var target = Reserve(40);
        value.TryFormat(target, out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        var number = target[..written];
        if (number.IndexOf((byte)'.') >= 0) number = number.TrimEnd((byte)'0').TrimEnd((byte)'.');
        _length += number.Length;
    }

    public void WriteGuid(Guid value)
    {
        var target = Reserve(38);
        target[0] = (byte)'"';
        value.TryFormat(target[1..], out _);
        target[37] = (byte)'"';
        _length += 38;
    }

    /// <summary>Writes an instant as RFC 3339 in UTC, without zeros at the end of its fraction.</summary>
    public void WriteInstant(DateTimeOffset value)
    {
        var target = Reserve(30);
        target[0] = (byte)'"';
        value.UtcDateTime.TryFormat(target[1..], out _, "O", System.Globalization.CultureInfo.InvariantCulture);
        var end = 28;
        while (target[end - 1] == (byte)'0') end--;
        if (target[end - 1] == (byte)'.') end--;
        target[end] = (byte)'Z';
        target[end + 1] = (byte)'"';
        _length += end + 2;
    }

    public void WriteString(ReadOnlySpan<char> value)
    {
        var target = Reserve((value.Length * 3) + 2);
        target[0] = (byte)'"';
        _length++;
        while (true)
        {
            var stop = value.IndexOfAny(NeedsEscape);
            var plain = stop < 0 ? value : value[..stop];
            _length += Encoding.UTF8.GetBytes(plain, Reserve((plain.Length * 3) + 1));
            if (stop < 0) break;
            WriteEscaped(value[stop]);
            value = value[(stop + 1)..];
        }
        WriteByte((byte)'"');
    }

    private void WriteEscaped(char c)
    {
        switch (c)
        {
            case '"': WriteRaw("\\\""u8); break;
            case '\\': WriteRaw("\\\\"u8); break;
            case '\n': WriteRaw("\\n"u8); break;
            case '\r': WriteRaw("\\r"u8); break;
            case '\t': WriteRaw("\\t"u8); break;
            case '\b': WriteRaw("\\b"u8); break;
            case '\f': WriteRaw("\\f"u8); break;
            default:
                WriteRaw("\\u00"u8);
                WriteByte((byte)"0123456789abcdef"[c >> 4]);
                WriteByte((byte)"0123456789abcdef"[c & 15]);
                break;
        }
    }

    private Span<byte> Reserve(int size)
    {
        if (_bytes.Length - _length < size) Grow(size);
        return _bytes.AsSpan(_length);
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + size));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
