using System.Globalization;
using System.Text;

namespace LogiPilot.GraphQL.Language;

public sealed partial class Lexer
{
    private Token ReadString(int start, SourceLocation at)
    {
        _position++;
        StringBuilder? text = null;
        var chunk = _position;
        while (true)
        {
            var c = At(_position);
            if (_position >= source.Length || c is '\n' or '\r') throw Mistake(_position, "Unterminated string.");
            if (c == '"')
            {
                var value = text is null ? source[chunk.._position] : text.Append(source, chunk, _position - chunk).ToString();
                _position++;
                return new(TokenKind.String, start, at, value);
            }
            if (c == '\\')
            {
                text = (text ?? new StringBuilder()).Append(source, chunk, _position - chunk);
                ReadEscape(text);
                chunk = _position;
            }
            else if (IsUnicodeScalar(_position))
            {
                _position += char.IsHighSurrogate(c) ? 2 : 1;
            }
            else
            {
                throw Mistake(_position, $"Invalid character within String: {CharacterAt(_position)}.");
            }
        }
    }

    private void ReadEscape(StringBuilder text)
    {
        var start = _position;
        var c = At(start + 1);
        _position += 2;
        switch (c)
        {
            case '"' or '\\' or '/': text.Append(c); break;
            case 'b': text.Append('\b'); break;
            case 'f': text.Append('\f'); break;
            case 'n': text.Append('\n'); break;
            case 'r': text.Append('\r'); break;
            case 't': text.Append('\t'); break;
            case 'u' when At(_position) == '{': ReadBracedEscape(text, start); break;
            case 'u': ReadFixedEscape(text, start); break;
            default:
                throw Mistake(start, $"Invalid character escape sequence: \"\\{(start + 1 < source.Length ? c : "")}\".");
        }
    }

    private void ReadBracedEscape(StringBuilder text, int start)
    {
        var index = start + 3;
        var code = 0;
        while (char.IsAsciiHexDigit(At(index)) && code <= 0x10FFFF)
        {
            code = (code << 4) | HexValue(At(index));
            index++;
        }
        if (index == start + 3 || At(index) != '}' || code > 0x10FFFF || code is >= 0xD800 and <= 0xDFFF)
            throw BadUnicode(start, Math.Min(index + 1, source.Length) - start);
        text.Append(char.ConvertFromUtf32(code));
        _position = index + 1;
    }

    private void ReadFixedEscape(StringBuilder text, int start)
    {
        var code = FourHex(start + 2);
        if (code is >= 0 and (< 0xD800 or > 0xDFFF))
        {
            text.Append((char)code);
            _position = start + 6;
            return;
        }
        // A pair of escapes stands for one character beyond the basic plane; half a pair is a mistake.
        if (code is >= 0xD800 and <= 0xDBFF && At(start + 6) == '\\' && At(start + 7) == 'u')
        {
            var low = FourHex(start + 8);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                text.Append((char)code).Append((char)low);
                _position = start + 12;
                return;
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

    private static int HexValue(char c) => int.Parse([c], NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private GraphQLException BadUnicode(int start, int length) =>
        Mistake(start, $"Invalid Unicode escape sequence: \"{source.AsSpan(start, Math.Min(length, source.Length - start))}\".");

    private Token ReadBlockString(int start, SourceLocation at)
    {
        _position += 3;
        var raw = new StringBuilder();
        while (_position < source.Length)
        {
            var c = source[_position];
            if (c == '"' && At(_position + 1) == '"' && At(_position + 2) == '"')
            {
                _position += 3;
                return new(TokenKind.BlockString, start, at, BlockString.Dedent(raw.ToString()));
            }
            if (c == '\\' && At(_position + 1) == '"' && At(_position + 2) == '"' && At(_position + 3) == '"')
            {
                raw.Append("\"\"\"");
                _position += 4;
            }
            else if (c is '\n' or '\r')
            {
                raw.Append('\n');
                NewLine();
            }
            else if (IsUnicodeScalar(_position))
            {
                raw.Append(c);
                if (char.IsHighSurrogate(c)) raw.Append(source[_position + 1]);
                _position += char.IsHighSurrogate(c) ? 2 : 1;
            }
            else
            {
                throw Mistake(_position, $"Invalid character within String: {CharacterAt(_position)}.");
            }
        }
        throw Mistake(_position, "Unterminated string.");
    }
}
