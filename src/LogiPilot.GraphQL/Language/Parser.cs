namespace LogiPilot.GraphQL.Language;

/// <summary>What a document may be at most; beyond, the parser refuses with code LIMIT.</summary>
public sealed record ParserLimits(int MaxTokens = 20_000, int MaxNesting = 200, int MaxLength = 100_000)
{
    /// <summary>For documents of one's own making, such as a schema.</summary>
    public static ParserLimits None { get; } = new(int.MaxValue, 2_000, int.MaxValue);
}

/// <summary>Parses executable and type-system documents of the September 2025 specification.</summary>
public sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly ParserLimits _limits;
    private Token _token;
    private int _tokens;
    private int _nesting;

    private Parser(string source, ParserLimits limits)
    {
        if (source.Length > limits.MaxLength)
            throw new GraphQLException($"The document has {source.Length} characters; at most {limits.MaxLength} are accepted.", ErrorCodes.Limit);
        _lexer = new Lexer(source);
        _limits = limits;
        Advance();
    }

    public static DocumentNode Parse(string source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits ?? new ParserLimits());
        var location = parser._token.Location;
        var definitions = new List<DefinitionNode>();
        do definitions.Add(parser.ParseDefinition());
        while (parser._token.Kind != TokenKind.EndOfFile);
        return new(definitions) { Location = location };
    }

    public static ValueNode ParseValue(string source)
    {
        var parser = new Parser(source, ParserLimits.None);
        var value = parser.ParseValue(constant: true);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    public static TypeNode ParseType(string source)
    {
        var parser = new Parser(source, ParserLimits.None);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    private DefinitionNode ParseDefinition()
    {
        if (_token.Kind == TokenKind.OpenBrace) return ParseOperation(null, _token.Location);
        var described = _token;
        var description = ParseDescription();
        if (_token.Kind == TokenKind.OpenBrace)
            throw SyntaxMistake.At(described.Location, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (_token.Kind != TokenKind.Name) throw Unexpected();
        switch (_token.Text)
        {
            case "query" or "mutation" or "subscription": return ParseOperation(description, described.Location);
            case "fragment": return ParseFragment(description, described.Location);
            case "extend" when description is not null:
                throw OnlyDefinitionsAreDescribed(described);
            case "extend":
                Advance();
                return ParseTypeSystem(null, described.Location, extension: true) ?? throw Unexpected();
            default: return ParseTypeSystem(description, described.Location, extension: false) ?? throw (description is null ? Unexpected() : OnlyDefinitionsAreDescribed(described));
        }
    }

    private static GraphQLException OnlyDefinitionsAreDescribed(Token description) =>
        SyntaxMistake.At(description.Location, "Unexpected description, only GraphQL definitions support descriptions.");

    private OperationNode ParseOperation(StringValueNode? description, SourceLocation location)
    {
        if (_token.Kind == TokenKind.OpenBrace)
            return new() { Kind = OperationKind.Query, SelectionSet = ParseSelectionSet(), Location = location };
        var kind = ParseOperationKind();
        return new()
        {
            Location = location,
            Description = description,
            Kind = kind,
            Name = _token.Kind == TokenKind.Name ? ParseName() : null,
            Variables = OptionalMany(TokenKind.OpenParenthesis, ParseVariableDefinition, TokenKind.CloseParenthesis),
            Directives = ParseDirectives(constant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private OperationKind ParseOperationKind()
    {
        var name = Expect(TokenKind.Name);
        return name.Text switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(name),
        };
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var location = _token.Location;
        var description = ParseDescription();
        Expect(TokenKind.Dollar);
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new()
        {
            Location = location,
            Description = description,
            Name = name,
            Type = ParseTypeReference(),
            Default = Skip(TokenKind.Equal) ? ParseValue(constant: true) : null,
            Directives = ParseDirectives(constant: true),
        };
    }

    private FragmentNode ParseFragment(StringValueNode? description, SourceLocation location)
    {
        ExpectKeyword("fragment");
        if (_token is { Kind: TokenKind.Name, Text: "on" }) throw Unexpected();
        var name = ParseName();
        ExpectKeyword("on");
        return new()
        {
            Location = location,
            Description = description,
            Name = name,
            TypeCondition = ParseNamedType(),
            Directives = ParseDirectives(constant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private SelectionSetNode ParseSelectionSet()
    {
        Enter();
        var location = _token.Location;
        var selections = Many(TokenKind.OpenBrace, ParseSelection, TokenKind.CloseBrace);
        _nesting--;
        return new(selections) { Location = location };
    }

    private SelectionNode ParseSelection()
    {
        var location = _token.Location;
        if (!Skip(TokenKind.Spread)) return ParseField(location);
        var isTyped = _token is { Kind: TokenKind.Name, Text: "on" };
        if (!isTyped && _token.Kind == TokenKind.Name)
            return new FragmentSpreadNode { Location = location, Name = ParseName(), Directives = ParseDirectives(constant: false) };
        if (isTyped) Advance();
        return new InlineFragmentNode
        {
            Location = location,
            TypeCondition = isTyped ? ParseNamedType() : null,
            Directives = ParseDirectives(constant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private FieldNode ParseField(SourceLocation location)
    {
        var first = ParseName();
        var name = Skip(TokenKind.Colon) ? ParseName() : null;
        return new()
        {
            Location = location,
            Alias = name is null ? null : first,
            Name = name ?? first,
            Arguments = ParseArguments(constant: false),
            Directives = ParseDirectives(constant: false),
            SelectionSet = _token.Kind == TokenKind.OpenBrace ? ParseSelectionSet() : null,
        };
    }
}
