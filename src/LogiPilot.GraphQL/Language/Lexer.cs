using System.Globalization;
using System.Numerics;

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

    // The block at hand: where it begins, where tokens begin in it that were not read yet, and what of it belongs to names. Within strings,
    // numbers and comments the bits mean nothing: those are read in one go and moved over.
    private int _block = -BlockLength;
    private ulong _starts;
    private ulong _names;

    public TokenKind Kind { get; private set; }

    /// <summary>Where the token begins, in characters.</summary>
    public int Start => _start;

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
        do
        {
            while (_starts == 0)
            {
                if (_block + BlockLength >= _source.Length)
                {
                    Set(TokenKind.EndOfFile, _source.Length, _source.Length);
                    return;
                }
                Load(_block + BlockLength);
            }
            var offset = BitOperations.TrailingZeroCount(_starts);
            _starts &= _starts - 1;
            _start = _block + offset;
            var c = _source[_start];
            Kind = TokenKinds.Of(c);
            if (Kind == TokenKind.Name)
            {
                var length = BitOperations.TrailingZeroCount(~(_names >> offset));
                _end = _start + length;
                if (offset + length == BlockLength) ReadNameAcrossBlocks();
                return;
            }
            _end = _start + 1;
        }
        while (Kind > TokenKind.Name && !ReadOther(_start));
    }

    // What takes more than its first character to be known. False where it is nothing that counts, be it as long as a comment.
    private bool ReadOther(int position)
    {
        switch (_source[position])
        {
            case '\uFEFF':
                return false;
            case '#':
                MoveTo(SkipComment(position + 1));
                return false;
            case (>= '0' and <= '9') or '-':
                ReadNumber(position);
                break;
            case '.' when At(position + 1) == '.' && At(position + 2) == '.':
                Set(TokenKind.Spread, position, position + 3);
                break;
            case '"' when At(position + 1) == '"' && At(position + 2) == '"':
                ReadBlockString(position);
                break;
            case '"':
                ReadString(position);
                break;
            default:
                throw UnexpectedCharacter(position);
        }
        MoveTo(_end);
        return true;
    }

    private void Set(TokenKind kind, int start, int end)
    {
        Kind = kind;
        _start = start;
        _end = end;
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

    private GraphQLException Mistake(int index, string message) => SyntaxMistake.At(index, _source, message);
}
