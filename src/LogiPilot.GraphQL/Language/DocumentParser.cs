using System.Runtime.CompilerServices;

namespace LogiPilot.GraphQL.Language;

/// <summary>The state of parsing one document. It lives on the stack, so that nothing is allocated but nodes.</summary>
internal ref partial struct DocumentParser
{
    // A level takes far less of the stack than what is asked for, so that asking at some is enough.
    private const int LevelsBetweenStackChecks = 16;
    private readonly ParserLimits _limits;
    private readonly string _source;
    private Lexer _lexer;
    private NodeStack _gathered;
    private int _tokensLeft;
    private int _nesting;

    public DocumentParser(string source, ParserLimits limits, Span<SyntaxNode?> room)
    {
        if (source.Length > limits.MaxLength)
            throw new GraphQLException($"The document has {source.Length} characters; at most {limits.MaxLength} are accepted.", ErrorCodes.Limit);
        _source = source;
        _lexer = new(source);
        _gathered = new(room);
        _limits = limits;
        _tokensLeft = limits.MaxTokens;
        Advance();
    }

    public DocumentNode ParseDocument()
    {
        do _gathered.Push(ParseDefinition());
        while (_lexer.Kind != TokenKind.EndOfFile);
        return new(_gathered.Take<DefinitionNode>(0), _source);
    }

    private DefinitionNode ParseDefinition()
    {
        var start = _lexer.Start;
        if (_lexer.Kind == TokenKind.OpenBrace)
            return new OperationNode { Kind = OperationKind.Query, SelectionSet = ParseSelectionSet(), Start = start };
        var description = ParseDescription();
        if (_lexer.Kind == TokenKind.OpenBrace)
            throw Mistake(start, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (_lexer.Kind != TokenKind.Name) throw Unexpected();
        var keyword = _lexer.Name;
        switch (keyword)
        {
            case "query" or "mutation" or "subscription":
                return ParseOperation(description, start);
            case "fragment":
                return ParseFragment(description, start);
            case "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive":
                Advance();
                return ParseTypeSystem(keyword, description, start);
        }
        if (description is not null)
            throw Mistake(start, "Unexpected description, only GraphQL definitions support descriptions.");
        if (keyword != "extend") throw Unexpected();
        Advance();
        return ParseExtension(start);
    }

    private OperationNode ParseOperation(StringValueNode? description, int start) => new()
    {
        Start = start,
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
        var (said, start) = (kind is null ? _lexer.Describe() : "", _lexer.Start);
        Advance();
        return kind ?? throw Mistake(start, $"Unexpected {said}.");
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
        var start = _lexer.Start;
        var description = ParseDescription();
        Expect(TokenKind.Dollar);
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new()
        {
            Start = start,
            Description = description,
            Name = name,
            Type = ParseTypeReference(),
            Default = Skip(TokenKind.Equal) ? ParseValue(constant: true) : null,
            Directives = ParseDirectives(constant: true),
        };
    }

    private FragmentNode ParseFragment(StringValueNode? description, int start)
    {
        Advance();
        var name = ParseFragmentName();
        ExpectKeyword("on");
        return new()
        {
            Start = start,
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
        var setStart = _lexer.Start;
        Expect(TokenKind.OpenBrace);
        var mark = _gathered.Count;
        do
        {
            if (_lexer.Kind == TokenKind.Spread)
            {
                _gathered.Push(ParseSpread());
                continue;
            }
            var start = _lexer.Start;
            var name = ExpectName();
            // Most fields are a name and nothing else.
            _gathered.Push(_lexer.Kind <= TokenKind.OpenBrace ? ParseRestOfField(name, start) : new FieldNode(name) { Start = start });
        }
        while (_lexer.Kind != TokenKind.CloseBrace);
        Advance();
        _nesting--;
        return new(_gathered.Take<SelectionNode>(mark), setStart);
    }

    private FieldNode ParseRestOfField(string name, int start)
    {
        string? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ExpectName());
        var arguments = ParseArguments(constant: false);
        var directives = ParseDirectives(constant: false);
        SelectionSetNode? selections = _lexer.Kind == TokenKind.OpenBrace ? ParseSelectionSet() : null;
        if (alias is not null || arguments is not null || directives is not null) return new(name, alias, arguments, directives, selections) { Start = start };
        return selections is { } set ? new(name, set) { Start = start } : new(name) { Start = start };
    }

    private SelectionNode ParseSpread()
    {
        var start = _lexer.Start;
        Advance();
        var nameStart = _lexer.Start;
        var isTyped = SkipKeyword("on");
        if (!isTyped && _lexer.Kind == TokenKind.Name)
            return new FragmentSpreadNode(ExpectName(), ParseDirectives(constant: false)) { Start = start, NameStart = nameStart };
        var condition = isTyped ? ParseNamedType() : null;
        return new InlineFragmentNode(ParseDirectives(constant: false)) { Start = start, TypeCondition = condition, SelectionSet = ParseSelectionSet() };
    }

    private void Advance()
    {
        _lexer.Next();
        if (--_tokensLeft < 0) RefuseTokens();
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

    private GraphQLException Beyond(string message) => new(message, ErrorCodes.Limit) { Locations = [new LineTable(_source).LocationOf(_lexer.Start)] };
}
