using System.Runtime.CompilerServices;

namespace LogiPilot.GraphQL.Language;

/// <summary>The state of parsing one document. It lives on the stack, so that nothing is allocated but nodes.</summary>
internal ref partial struct DocumentParser
{
    // A level takes far less of the stack than what is asked for, so that asking at some is enough.
    private const int LevelsBetweenStackChecks = 16;
    private readonly ParserLimits _limits;
    private readonly int _maxTokens;
    private Lexer _lexer;
    private NodeStack _gathered;
    private int _tokens;
    private int _nesting;

    public DocumentParser(string source, ParserLimits limits, Span<SyntaxNode?> room)
    {
        if (source.Length > limits.MaxLength)
            throw new GraphQLException($"The document has {source.Length} characters; at most {limits.MaxLength} are accepted.", ErrorCodes.Limit);
        _lexer = new(source);
        _gathered = new(room);
        _limits = limits;
        _maxTokens = limits.MaxTokens;
        Advance();
    }

    public DocumentNode ParseDocument()
    {
        do _gathered.Push(ParseDefinition());
        while (_lexer.Kind != TokenKind.EndOfFile);
        return new(_gathered.Take<DefinitionNode>(0)) { Location = new(1, 1) };
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
        string? alias = null;
        var name = ExpectName();
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ExpectName());
        // Asked here, where most fields have neither, rather than by a call each.
        var arguments = _lexer.Kind == TokenKind.OpenParenthesis ? ParseArguments(constant: false) : null;
        var directives = _lexer.Kind == TokenKind.At ? ParseDirectives(constant: false) : null;
        var selections = _lexer.Kind == TokenKind.OpenBrace ? ParseSelectionSet() : null;
        return alias is null && arguments is null && directives is null
            ? new(name) { Location = location, SelectionSet = selections }
            : new(name) { Location = location, Alias = alias, Arguments = arguments, Directives = directives, SelectionSet = selections };
    }

    private void Advance()
    {
        _lexer.Next();
        if (++_tokens > _maxTokens) RefuseTokens();
    }

    private void RefuseTokens()
    {
        if (_lexer.Kind != TokenKind.EndOfFile) throw Beyond($"Document contains more than {_limits.MaxTokens} tokens. Parsing aborted.");
    }

    private void Enter()
    {
        var isTooDeep = ++_nesting > _limits.MaxNesting;
        if (isTooDeep || (_nesting % LevelsBetweenStackChecks == 1 && !RuntimeHelpers.TryEnsureSufficientExecutionStack())) throw TooDeep();
    }

    private GraphQLException TooDeep() => Beyond($"The document nests deeper than {_nesting - 1} levels.");

    private GraphQLException Beyond(string message) => new(message, ErrorCodes.Limit) { Locations = [_lexer.Location] };
}
