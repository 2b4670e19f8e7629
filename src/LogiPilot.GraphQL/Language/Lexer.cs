using System.Globalization;

namespace LogiPilot.GraphQL.Language;

/// <summary>Cuts a document into tokens, as the specification's lexical grammar says; a mistake is a <see cref="GraphQLException"/>.</summary>
public sealed partial class Lexer(string source)
{
    private int _position = source.Length > 0 && source[0] == '\uFEFF' ? 1 : 0;
    private int _line = 1;
    private int _lineStart;

    public Token Next()
    {
        SkipIgnored();
        var start = _position;
        var at = LocationOf(start);
        if (start >= source.Length) return new(TokenKind.EndOfFile, start, at, null);
        var c = source[start];
        if (IsNameStart(c)) return ReadName(start, at);
        if (char.IsAsciiDigit(c) || c == '-') return ReadNumber(start, at);
        switch (c)
        {
            case '!': return Single(TokenKind.Bang);
            case '$': return Single(TokenKind.Dollar);
            case '&': return Single(TokenKind.Ampersand);
            case '(': return Single(TokenKind.OpenParenthesis);
            case ')': return Single(TokenKind.CloseParenthesis);
            case ':': return Single(TokenKind.Colon);
            case '=': return Single(TokenKind.Equal);
            case '@': return Single(TokenKind.At);
            case '[': return Single(TokenKind.OpenBracket);
            case ']': return Single(TokenKind.CloseBracket);
            case '{': return Single(TokenKind.OpenBrace);
            case '|': return Single(TokenKind.Pipe);
            case '}': return Single(TokenKind.CloseBrace);
            case '.' when At(start + 1) == '.' && At(start + 2) == '.':
                _position += 3;
                return new(TokenKind.Spread, start, at, null);
            case '"' when At(start + 1) == '"' && At(start + 2) == '"': return ReadBlockString(start, at);
            case '"': return ReadString(start, at);
        }
        throw Mistake(start, c switch
        {
            '\'' => "Unexpected single quote character ('), did you mean to use a double quote (\")?",
            _ when IsUnicodeScalar(start) => $"Unexpected character: {CharacterAt(start)}.",
            _ => $"Invalid character: {CharacterAt(start)}.",
        });

        Token Single(TokenKind kind)
        {
            _position++;
            return new(kind, start, at, null);
        }
    }

    private void SkipIgnored()
    {
        while (_position < source.Length)
        {
            switch (source[_position])
            {
                case ' ' or '\t' or ',' or '\uFEFF':
                    _position++;
                    break;
                case '\n' or '\r':
                    NewLine();
                    break;
                case '#':
                    while (_position < source.Length && source[_position] is not ('\n' or '\r'))
                    {
                        if (!IsUnicodeScalar(_position)) throw Mistake(_position, $"Invalid character: {CharacterAt(_position)}.");
                        _position += char.IsHighSurrogate(source[_position]) ? 2 : 1;
                    }
                    break;
                default:
                    return;
            }
        }
    }

    private void NewLine()
    {
        _position += source[_position] == '\r' && At(_position + 1) == '\n' ? 2 : 1;
        _line++;
        _lineStart = _position;
    }

    private Token ReadName(int start, SourceLocation at)
    {
        while (_position < source.Length && (IsNameStart(source[_position]) || char.IsAsciiDigit(source[_position]))) _position++;
        return new(TokenKind.Name, start, at, source[start.._position]);
    }

    private Token ReadNumber(int start, SourceLocation at)
    {
        var isFloat = false;
        if (At(_position) == '-') _position++;
        if (At(_position) == '0')
        {
            _position++;
            if (char.IsAsciiDigit(At(_position)))
                throw Mistake(_position, $"Invalid number, unexpected digit after 0: {CharacterAt(_position)}.");
        }
        else
        {
            ReadDigits();
        }
        if (At(_position) == '.')
        {
            isFloat = true;
            _position++;
            ReadDigits();
        }
        if (At(_position) is 'e' or 'E')
        {
            isFloat = true;
            _position++;
            if (At(_position) is '+' or '-') _position++;
            ReadDigits();
        }
        if (At(_position) == '.' || IsNameStart(At(_position)))
            throw Mistake(_position, $"Invalid number, expected digit but got: {CharacterAt(_position)}.");
        return new(isFloat ? TokenKind.Float : TokenKind.Int, start, at, source[start.._position]);
    }

    private void ReadDigits()
    {
        if (!char.IsAsciiDigit(At(_position)))
            throw Mistake(_position, $"Invalid number, expected digit but got: {CharacterAt(_position)}.");
        while (char.IsAsciiDigit(At(_position))) _position++;
    }

    private char At(int index) => index < source.Length ? source[index] : '\0';

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private bool IsUnicodeScalar(int index) =>
        !char.IsSurrogate(source[index])
        || (char.IsHighSurrogate(source[index]) && index + 1 < source.Length && char.IsLowSurrogate(source[index + 1]));

    private string CharacterAt(int index)
    {
        if (index >= source.Length) return "<EOF>";
        var c = source[index];
        if (c is >= ' ' and <= '~') return c == '"' ? "'\"'" : $"\"{c}\"";
        var code = char.IsHighSurrogate(c) && IsUnicodeScalar(index) ? char.ConvertToUtf32(c, source[index + 1]) : c;
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    private SourceLocation LocationOf(int index) => new(_line, index - _lineStart + 1);

    private GraphQLException Mistake(int index, string message) => SyntaxMistake.At(LocationOf(index), message);
}
