using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LogiPilot.GraphQL.Language;

/// <summary>
/// Cuts a document into tokens, as the specification's lexical grammar says. It stands on one token at a time and allocates nothing
/// for it but the value of a string; a mistake is a <see cref="GraphQLException"/>.
/// </summary>
internal ref partial struct Lexer(ReadOnlySpan<char> source)
{
    private readonly ReadOnlySpan<char> _source = source;
    private string _value = "";
    private int _start;
    private int _end;
    private int _line = 1;
    private int _lineStart;

    // The lines that end within a block string count for what comes behind it, not for where it stands.
    private int _linesWithin;
    private int _lastLineStart;

    public TokenKind Kind { get; private set; }

    public SourceLocation Location => new(_line, _start - _lineStart + 1);

    /// <summary>The text of a name, from the table of names.</summary>
    public string Name => NameTable.Get(Written);

    /// <summary>The value of a string, unescaped; of any other token what is written.</summary>
    public string Value => Kind >= TokenKind.String ? _value : Written.ToString();

    private ReadOnlySpan<char> Written => _source[_start.._end];

    /// <summary>Whether the token has this text, be it a name or the value of a string, as graphql-js asks in places.</summary>
    public bool HasText(string text) => Kind >= TokenKind.String ? _value == text : IsKeyword(text);

    public bool IsKeyword(string keyword) => Kind == TokenKind.Name && Written.SequenceEqual(keyword);

    public string Describe() => Kind >= TokenKind.Name ? $"{Kind.Describe()} \"{Value}\"" : Kind.Describe();

    public void Next()
    {
        var text = _source;
        var position = _end;
        if (_linesWithin > 0) LeaveBlockString();
        while ((uint)position < (uint)text.Length)
        {
            var c = text[position];
            // What most of a document is comes first: the processor guesses these better than a jump by character.
            if (c == ' ')
            {
                do position++;
                while ((uint)position < (uint)text.Length && text[position] == ' ');
                continue;
            }
            if (char.IsAsciiLetter(c) || c == '_')
            {
                Set(TokenKind.Name, position, EndOfName(text, position + 1));
                return;
            }
            switch (c)
            {
                case '\t' or ',' or '\uFEFF':
                    position++;
                    continue;
                case '\n' or '\r':
                    position = NewLine(position);
                    continue;
                case '#':
                    position = SkipComment(position + 1);
                    continue;
                case (>= '0' and <= '9') or '-':
                    ReadNumber(position);
                    return;
                case '!': Set(TokenKind.Bang, position, position + 1); return;
                case '$': Set(TokenKind.Dollar, position, position + 1); return;
                case '&': Set(TokenKind.Ampersand, position, position + 1); return;
                case '(': Set(TokenKind.OpenParenthesis, position, position + 1); return;
                case ')': Set(TokenKind.CloseParenthesis, position, position + 1); return;
                case ':': Set(TokenKind.Colon, position, position + 1); return;
                case '=': Set(TokenKind.Equal, position, position + 1); return;
                case '@': Set(TokenKind.At, position, position + 1); return;
                case '[': Set(TokenKind.OpenBracket, position, position + 1); return;
                case ']': Set(TokenKind.CloseBracket, position, position + 1); return;
                case '{': Set(TokenKind.OpenBrace, position, position + 1); return;
                case '|': Set(TokenKind.Pipe, position, position + 1); return;
                case '}': Set(TokenKind.CloseBrace, position, position + 1); return;
                case '.' when At(position + 1) == '.' && At(position + 2) == '.':
                    Set(TokenKind.Spread, position, position + 3);
                    return;
                case '"' when At(position + 1) == '"' && At(position + 2) == '"':
                    ReadBlockString(position);
                    return;
                case '"':
                    ReadString(position);
                    return;
                default:
                    throw UnexpectedCharacter(position);
            }
        }
        Set(TokenKind.EndOfFile, text.Length, text.Length);
    }

    private void Set(TokenKind kind, int start, int end)
    {
        Kind = kind;
        _start = start;
        _end = end;
    }

    private int NewLine(int position)
    {
        position += _source[position] == '\r' && At(position + 1) == '\n' ? 2 : 1;
        _line++;
        return _lineStart = position;
    }

    private int SkipComment(int position)
    {
        while (position < _source.Length && _source[position] is not ('\n' or '\r'))
        {
            var length = CharacterLength(position);
            if (length == 0) throw Mistake(position, $"Invalid character: {CharacterAt(position)}.");
            position += length;
        }
        return position;
    }

    // Sixteen characters at a time in place: SearchValues would cost a call at every name, and as bytes they would be there later.
    private static int EndOfName(ReadOnlySpan<char> text, int position)
    {
        for (; text.Length - position >= Vector256<ushort>.Count; position += Vector256<ushort>.Count)
        {
            var characters = Vector256.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(position, Vector256<ushort>.Count)));
            var letters = Vector256.LessThan((characters | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26));
            var digits = Vector256.LessThan(characters - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10));
            var others = (letters | digits | Vector256.Equals(characters, Vector256.Create((ushort)'_'))).ExtractMostSignificantBits() ^ 0xFFFF;
            if (others != 0) return position + BitOperations.TrailingZeroCount(others);
        }
        while (position < text.Length && IsNameCharacter(text[position])) position++;
        return position;

        static bool IsNameCharacter(char c) => (uint)((c | 0x20) - 'a') < 26 || (uint)(c - '0') < 10 || c == '_';
    }

    private void ReadNumber(int start)
    {
        var isFloat = false;
        var position = start;
        if (At(position) == '-') position++;
        if (At(position) == '0')
        {
            position++;
            if (char.IsAsciiDigit(At(position)))
                throw Mistake(position, $"Invalid number, unexpected digit after 0: {CharacterAt(position)}.");
        }
        else
        {
            position = SkipDigits(position);
        }
        if (At(position) == '.')
        {
            isFloat = true;
            position = SkipDigits(position + 1);
        }
        if (At(position) is 'e' or 'E')
        {
            isFloat = true;
            position++;
            if (At(position) is '+' or '-') position++;
            position = SkipDigits(position);
        }
        if (At(position) is '.' or '_' || char.IsAsciiLetter(At(position))) throw DigitExpected(position);
        Set(isFloat ? TokenKind.Float : TokenKind.Int, start, position);
    }

    private int SkipDigits(int position)
    {
        if (!char.IsAsciiDigit(At(position))) throw DigitExpected(position);
        while (char.IsAsciiDigit(At(position))) position++;
        return position;
    }

    private char At(int index) => (uint)index < (uint)_source.Length ? _source[index] : '\0';

    // One unit, two for a surrogate pair, none where half of a pair stands alone: that is no character.
    private int CharacterLength(int index)
    {
        var c = _source[index];
        if (!char.IsSurrogate(c)) return 1;
        return char.IsHighSurrogate(c) && char.IsLowSurrogate(At(index + 1)) ? 2 : 0;
    }

    private string CharacterAt(int index)
    {
        if (index >= _source.Length) return "<EOF>";
        var c = _source[index];
        if (c is >= ' ' and <= '~') return c == '"' ? "'\"'" : $"\"{c}\"";
        var code = CharacterLength(index) == 2 ? char.ConvertToUtf32(c, _source[index + 1]) : c;
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    private GraphQLException UnexpectedCharacter(int position) => Mistake(position, _source[position] switch
    {
        '\'' => "Unexpected single quote character ('), did you mean to use a double quote (\")?",
        _ when CharacterLength(position) > 0 => $"Unexpected character: {CharacterAt(position)}.",
        _ => $"Invalid character: {CharacterAt(position)}.",
    });

    private GraphQLException DigitExpected(int position) =>
        Mistake(position, $"Invalid number, expected digit but got: {CharacterAt(position)}.");

    private GraphQLException Mistake(int index, string message) => SyntaxMistake.At(new(_line, index - _lineStart + 1), message);
}
