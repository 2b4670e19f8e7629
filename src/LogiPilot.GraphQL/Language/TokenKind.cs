using static LogiPilot.GraphQL.Language.TokenKind;

namespace LogiPilot.GraphQL.Language;

internal enum TokenKind : byte
{
    // These may stand behind the name of a field and belong to it.
    EndOfFile,
    Colon,
    OpenParenthesis,
    At,
    OpenBrace,

    CloseBrace,
    CloseParenthesis,
    Bang,
    Dollar,
    Ampersand,
    Equal,
    OpenBracket,
    CloseBracket,
    Pipe,
    Spread,
    Name,

    // What these say is their value.
    Int,
    Float,
    String,
    BlockString,
    Other,
}

internal static class TokenKinds
{
    private static ReadOnlySpan<TokenKind> OfAscii =>
    [
        Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other,
        Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Other,
        Other, Bang, Other, Other, Dollar, Other, Ampersand, Other, OpenParenthesis, CloseParenthesis, Other, Other, Other, Other, Other, Other,
        Other, Other, Other, Other, Other, Other, Other, Other, Other, Other, Colon, Other, Other, Equal, Other, Other,
        At, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name,
        Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, OpenBracket, Other, CloseBracket, Other, Name,
        Other, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name,
        Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, Name, OpenBrace, Pipe, CloseBrace, Other, Other,
    ];

    /// <summary>The kind of a token by its first character, as far as that says it all: a digit, a quote or a dot is other.</summary>
    public static TokenKind Of(char first) => first < 128 ? OfAscii[first] : Other;

    /// <summary>The kind as graphql-js's messages call it.</summary>
    public static string Describe(this TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.OpenParenthesis => "\"(\"",
        TokenKind.CloseParenthesis => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.Equal => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.OpenBracket => "\"[\"",
        TokenKind.CloseBracket => "\"]\"",
        TokenKind.OpenBrace => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.CloseBrace => "\"}\"",
        _ => kind.ToString(),
    };
}
