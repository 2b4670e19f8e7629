namespace LogiPilot.GraphQL.Language;

/// <summary>What a document may be at most; beyond, the parser refuses with code LIMIT.</summary>
public sealed record ParserLimits(int MaxTokens = 20_000, int MaxNesting = 200, int MaxLength = 100_000)
{
    internal static ParserLimits Default { get; } = new();

    /// <summary>For documents of one's own making, such as a schema.</summary>
    public static ParserLimits None { get; } = new(int.MaxValue, 2_000, int.MaxValue);
}

/// <summary>
/// Parses executable and type-system documents of the September 2025 specification. A mistake is a <see cref="GraphQLException"/>
/// with its place, worded as graphql-js words it. No document can overflow the stack of the thread.
/// </summary>
public static class Parser
{
    public static DocumentNode Parse(string source, ParserLimits? limits = null)
    {
        var gathered = new NodeStack.Room();
        return new DocumentParser(source, limits ?? ParserLimits.Default, gathered).ParseDocument();
    }

    /// <summary>Parses a constant value.</summary>
    public static ValueNode ParseValue(string source)
    {
        var gathered = new NodeStack.Room();
        var parser = new DocumentParser(source, ParserLimits.None, gathered);
        var value = parser.ParseValue(constant: true);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>Parses a reference to a type.</summary>
    public static TypeNode ParseType(string source)
    {
        var gathered = new NodeStack.Room();
        var parser = new DocumentParser(source, ParserLimits.None, gathered);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }
}
