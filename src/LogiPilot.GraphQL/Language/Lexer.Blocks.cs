using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LogiPilot.GraphQL.Language;

/// <summary>
/// The text is looked at in blocks: where tokens begin and which characters belong to names is found out for a whole block at once, a bit
/// for each character, so that nothing goes over blanks one by one. A block begins where a token or a blank does, never within a name.
/// </summary>
internal ref partial struct Lexer
{
    private const int BlockLength = 64;
    private const int HalfLength = BlockLength / 2;

    private void ReadNameAcrossBlocks()
    {
        Load(_start);
        var length = BitOperations.TrailingZeroCount(~_names);
        _end = _start + length;
        if (length == BlockLength)
            while (IsNameCharacter(At(_end))) _end++;
        MoveTo(_end);
    }

    private void MoveTo(int position)
    {
        if (position - _block >= BlockLength) Load(position);
        else _starts &= ulong.MaxValue << (position - _block);
    }

    private void Load(int position)
    {
        var (names, others) = Classify(position);
        var (moreNames, moreOthers) = Classify(position + HalfLength);
        _block = position;
        _names = names | ((ulong)moreNames << HalfLength);
        _starts = (_names & ~(_names << 1)) | others | ((ulong)moreOthers << HalfLength);
    }

    // Of half a block which characters belong to names, and which to neither names nor blanks. Behind the end of the text there are neither.
    private readonly (uint Names, uint Others) Classify(int position)
    {
        var left = _source.Length - position;
        if (left >= HalfLength) return ClassifyAtOnce(position);
        if (left <= 0) return default;
        if (_source.Length < HalfLength) return ClassifyOneByOne(position);
        var (names, others) = ClassifyAtOnce(_source.Length - HalfLength);
        return (names >> (HalfLength - left), others >> (HalfLength - left));
    }

    private readonly (uint Names, uint Others) ClassifyAtOnce(int position)
    {
        var units = MemoryMarshal.Cast<char, ushort>(_source.Slice(position, HalfLength));
        // Beyond a byte there are no names and no blanks but the byte order mark, which counts as something other here.
        var c = Vector256.NarrowWithSaturation(Vector256.Create(units), Vector256.Create(units[Vector256<ushort>.Count..]));
        var names = Vector256.LessThan((c | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26))
            | Vector256.LessThan(c - Vector256.Create((byte)'0'), Vector256.Create((byte)10))
            | Vector256.Equals(c, Vector256.Create((byte)'_'));
        var blanks = Vector256.Equals(c, Vector256.Create((byte)' ')) | Vector256.Equals(c, Vector256.Create((byte)'\n'))
            | Vector256.Equals(c, Vector256.Create((byte)',')) | Vector256.Equals(c, Vector256.Create((byte)'\r'))
            | Vector256.Equals(c, Vector256.Create((byte)'\t'));
        return (names.ExtractMostSignificantBits(), ~(names | blanks).ExtractMostSignificantBits());
    }

    private readonly (uint Names, uint Others) ClassifyOneByOne(int position)
    {
        var (names, others) = (0u, 0u);
        for (var i = position; i < _source.Length; i++)
        {
            var c = _source[i];
            if (IsNameCharacter(c)) names |= 1u << (i - position);
            else if (c is not (' ' or '\n' or ',' or '\r' or '\t')) others |= 1u << (i - position);
        }
        return (names, others);
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
