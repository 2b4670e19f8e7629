namespace LogiPilot.GraphQL.Language;

/// <summary>The lexical tokens of GraphQL.</summary>
public enum TokenKind
{
    StartOfFile,
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    OpenParenthesis,
    CloseParenthesis,
    Spread,
    Colon,
    Equal,
    At,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    Pipe,
    CloseBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

/// <summary>A token: its kind, where it begins, and for names, numbers and strings its text (strings unescaped).</summary>
public readonly record struct Token(TokenKind Kind, int Start, SourceLocation Location, string? Text)
{
    public override string ToString() =>
        Kind is TokenKind.Name or TokenKind.Int or TokenKind.Float or TokenKind.String or TokenKind.BlockString
            ? $"{Describe(Kind)} \"{Text}\""
            : Describe(Kind);

    public static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.StartOfFile => "<SOF>",
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
