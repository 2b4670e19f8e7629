using System.Runtime.CompilerServices;

namespace LogiPilot.GraphQL.Language;

/// <summary>What a document may be at most; beyond, the parser refuses with code LIMIT.</summary>
public sealed record ParserLimits(int MaxTokens = 20_000, int MaxNesting = 200, int MaxLength = 100_000)
{
    /// <summary>For documents of one's own making, such as a schema.</summary>
    public static ParserLimits None { get; } = new(int.MaxValue, 2_000, int.MaxValue);
}

/// <summary>
/// Parses executable and type-system documents of the September 2025 specification. A mistake is a <see cref="GraphQLException"/>
/// with its place, worded as graphql-js words it. No document can overflow the stack of the thread.
/// </summary>
public sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly ParserLimits _limits;
    private readonly int _maxTokens;
    private NodeStack _gathered = new();
    private int _tokens;
    private int _nesting;

    private Parser(string source, ParserLimits limits)
    {
        if (source.Length > limits.MaxLength)
            throw new GraphQLException($"The document has {source.Length} characters; at most {limits.MaxLength} are accepted.", ErrorCodes.Limit);
        _lexer = new Lexer(source);
        _limits = limits;
        _maxTokens = limits.MaxTokens;
        Advance();
    }

    public static DocumentNode Parse(string source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits ?? new ParserLimits());
        do parser._gathered.Push(parser.ParseDefinition());
        while (parser._lexer.Kind != TokenKind.EndOfFile);
        return new(parser._gathered.Take<DefinitionNode>(0)) { Location = new(1, 1) };
    }

    /// <summary>Parses a constant value.</summary>
    public static ValueNode ParseValue(string source)
    {
        var parser = new Parser(source, ParserLimits.None);
        var value = parser.ParseValue(constant: true);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>Parses a reference to a type.</summary>
    public static TypeNode ParseType(string source)
    {
        var parser = new Parser(source, ParserLimits.None);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    private DefinitionNode ParseDefinition()
    {
        var location = _lexer.Location;
        if (_lexer.Kind == TokenKind.OpenBrace)
            return new OperationNode { Kind = OperationKind.Query, SelectionSet = ParseSelectionSet(), Location = location };
        var description = ParseDescription();
        if (_lexer.Kind == TokenKind.OpenBrace)
            throw SyntaxMistake.At(location, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (_lexer.Kind != TokenKind.Name) throw Unexpected();
        var keyword = _lexer.Name;
        switch (keyword)
        {
            case "query" or "mutation" or "subscription":
                return ParseOperation(description, location);
            case "fragment":
                return ParseFragment(description, location);
            case "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive":
                Advance();
                return ParseTypeSystem(keyword, description, location);
        }
        if (description is not null)
            throw SyntaxMistake.At(location, "Unexpected description, only GraphQL definitions support descriptions.");
        if (keyword != "extend") throw Unexpected();
        Advance();
        return ParseExtension(location);
    }

    private OperationNode ParseOperation(StringValueNode? description, SourceLocation location) => new()
    {
        Location = location,
        Description = description,
        Kind = ParseOperationKind(),
        Name = _lexer.Kind == TokenKind.Name ? ParseName() : null,
        Variables = ParseVariables(),
        Directives = ParseDirectives(constant: false),
        SelectionSet = ParseSelectionSet(),
    };

    private OperationKind ParseOperationKind()
    {
        Require(TokenKind.Name);
        OperationKind? kind = _lexer.Name switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => null,
        };
        // graphql-js takes the token before it looks what it says: what cannot be read behind it is reported first.
        var (said, location) = (kind is null ? _lexer.Describe() : "", _lexer.Location);
        Advance();
        return kind ?? throw SyntaxMistake.At(location, $"Unexpected {said}.");
    }

    private VariableDefinitionNode[]? ParseVariables()
    {
        if (!Skip(TokenKind.OpenParenthesis)) return null;
        var mark = _gathered.Count;
        do _gathered.Push(ParseVariableDefinition());
        while (!Skip(TokenKind.CloseParenthesis));
        return _gathered.Take<VariableDefinitionNode>(mark);
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var location = _lexer.Location;
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
        Advance();
        var name = ParseFragmentName();
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

    private NameNode ParseFragmentName() => _lexer.HasText("on") ? throw Unexpected() : ParseName();

    private SelectionSetNode ParseSelectionSet()
    {
        Enter();
        var location = _lexer.Location;
        Expect(TokenKind.OpenBrace);
        var mark = _gathered.Count;
        do _gathered.Push(_lexer.Kind == TokenKind.Spread ? ParseSpread() : ParseField());
        while (!Skip(TokenKind.CloseBrace));
        _nesting--;
        return new(_gathered.Take<SelectionNode>(mark)) { Location = location };
    }

    private SelectionNode ParseSpread()
    {
        var location = _lexer.Location;
        Advance();
        var isTyped = SkipKeyword("on");
        if (!isTyped && _lexer.Kind == TokenKind.Name)
            return new FragmentSpreadNode { Location = location, Name = ParseFragmentName(), Directives = ParseDirectives(constant: false) };
        return new InlineFragmentNode
        {
            Location = location,
            TypeCondition = isTyped ? ParseNamedType() : null,
            Directives = ParseDirectives(constant: false),
            SelectionSet = ParseSelectionSet(),
        };
    }

    private FieldNode ParseField()
    {
        var location = _lexer.Location;
        var name = ExpectName();
        NameNode? alias = null, aliased = null;
        if (Skip(TokenKind.Colon)) (alias, aliased) = (new(name) { Location = location }, ParseName());
        // Asked here, where most fields have neither, rather than by a call each.
        var arguments = _lexer.Kind == TokenKind.OpenParenthesis ? ParseArguments(constant: false) : null;
        var directives = _lexer.Kind == TokenKind.At ? ParseDirectives(constant: false) : null;
        var selections = _lexer.Kind == TokenKind.OpenBrace ? ParseSelectionSet() : null;
        return aliased is null
            ? new(name) { Location = location, Arguments = arguments, Directives = directives, SelectionSet = selections }
            : new(aliased) { Location = location, Alias = alias, Arguments = arguments, Directives = directives, SelectionSet = selections };
    }

    private void Advance()
    {
        _lexer.Next();
        if (++_tokens > _maxTokens) RefuseTokens();
    }

    private void RefuseTokens()
    {
        if (_lexer.Kind != TokenKind.EndOfFile)
            throw new GraphQLException($"Document contains more than {_limits.MaxTokens} tokens. Parsing aborted.", ErrorCodes.Limit)
            { Locations = [_lexer.Location] };
    }

    private void Enter()
    {
        if (++_nesting > _limits.MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new GraphQLException($"The document nests deeper than {_nesting - 1} levels.", ErrorCodes.Limit) { Locations = [_lexer.Location] };
    }
}
