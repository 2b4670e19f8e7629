using System.Globalization;
using System.Text;

namespace LogiPilot.GraphQL.Language;

internal ref partial struct Lexer
{
    private void ReadString(int start)
    {
        StringBuilder? text = null;
        var position = start + 1;
        var chunk = position;
        while (position < _source.Length && _source[position] is not ('\n' or '\r'))
        {
            var c = _source[position];
            if (c == '"')
            {
                Set(TokenKind.String, start, position + 1);
                _value = text is null ? _source[chunk..position].ToString() : text.Append(_source[chunk..position]).ToString();
                return;
            }
            if (c == '\\')
            {
                text = (text ?? new StringBuilder()).Append(_source[chunk..position]);
                position = chunk = ReadEscape(position, text);
                continue;
            }
            var length = CharacterLength(position);
            if (length == 0) throw Mistake(position, $"Invalid character within String: {CharacterAt(position)}.");
            position += length;
        }
        throw Mistake(position, "Unterminated string.");
    }

    private int ReadEscape(int start, StringBuilder text)
    {
        switch (At(start + 1))
        {
            case '"': text.Append('"'); break;
            case '\\': text.Append('\\'); break;
            case '/': text.Append('/'); break;
            case 'b': text.Append('\b'); break;
            case 'f': text.Append('\f'); break;
            case 'n': text.Append('\n'); break;
            case 'r': text.Append('\r'); break;
            case 't': text.Append('\t'); break;
            case 'u': return At(start + 2) == '{' ? ReadBracedEscape(start, text) : ReadFixedEscape(start, text);
            default: throw Mistake(start, $"Invalid character escape sequence: \"{Slice(start, 2)}\".");
        }
        return start + 2;
    }

    private int ReadBracedEscape(int start, StringBuilder text)
    {
        var index = start + 3;
        long code = 0;
        for (; char.IsAsciiHexDigit(At(index)); index++)
            code = Math.Min((code << 4) | (uint)HexValue(At(index)), int.MaxValue);
        if (index == start + 3 || At(index) != '}' || !Rune.IsValid((int)code))
            throw BadUnicode(start, BracedEscapeLength(start));
        text.Append(new Rune((int)code).ToString());
        return index + 1;
    }

    // As much of a bad escape as graphql-js shows: it gives up at the first character that is no digit, at eight digits or at the sign bit.
    private int BracedEscapeLength(int start)
    {
        var code = 0;
        var length = 3;
        while (length < 12)
        {
            var c = At(start + length++);
            if (!char.IsAsciiHexDigit(c) || (code = (code << 4) | HexValue(c)) < 0) break;
        }
        return length;
    }

    private int ReadFixedEscape(int start, StringBuilder text)
    {
        var code = FourHex(start + 2);
        if (Rune.IsValid(code))
        {
            text.Append((char)code);
            return start + 6;
        }
        // A pair of escapes stands for one character beyond the basic plane; half a pair is a mistake.
        if (code is >= 0xD800 and <= 0xDBFF && At(start + 6) == '\\' && At(start + 7) == 'u')
        {
            var low = FourHex(start + 8);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                text.Append((char)code).Append((char)low);
                return start + 12;
            }
        }
        throw BadUnicode(start, 6);
    }

    private int FourHex(int index)
    {
        var code = 0;
        for (var i = index; i < index + 4; i++)
        {
            if (!char.IsAsciiHexDigit(At(i))) return -1;
            code = (code << 4) | HexValue(At(i));
        }
        return code;
    }

    private static int HexValue(char digit) => int.Parse([digit], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private string Slice(int start, int length) => _source.Slice(start, Math.Min(length, _source.Length - start)).ToString();

    private GraphQLException BadUnicode(int start, int length) =>
        Mistake(start, $"Invalid Unicode escape sequence: \"{Slice(start, length)}\".");

    private void ReadBlockString(int start)
    {
        StringBuilder? raw = null;
        var position = start + 3;
        var chunk = position;
        while (position < _source.Length)
        {
            var c = _source[position];
            if (c == '"' && At(position + 1) == '"' && At(position + 2) == '"')
            {
                var text = raw is null ? _source[chunk..position].ToString() : raw.Append(_source[chunk..position]).ToString();
                Set(TokenKind.BlockString, start, position + 3);
                _value = BlockString.Dedent(text);
                return;
            }
            if (c == '\\' && At(position + 1) == '"' && At(position + 2) == '"' && At(position + 3) == '"')
            {
                raw = (raw ?? new StringBuilder()).Append(_source[chunk..position]);
                chunk = position + 1;
                position += 4;
            }
            else if (c == '\r')
            {
                raw = (raw ?? new StringBuilder()).Append(_source[chunk..position]).Append('\n');
                position = chunk = position + (At(position + 1) == '\n' ? 2 : 1);
            }
            else
            {
                var length = CharacterLength(position);
                if (length == 0) throw Mistake(position, $"Invalid character within String: {CharacterAt(position)}.");
                position += length;
            }
        }
        throw Mistake(position, "Unterminated string.");
    }
}
