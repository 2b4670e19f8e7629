namespace LogiPilot.GraphQL.Language;

internal ref partial struct DocumentParser
{
    private ArgumentNode[]? ParseArguments(bool constant)
    {
        if (!Skip(TokenKind.OpenParenthesis)) return null;
        var mark = _gathered.Count;
        do
        {
            var start = _lexer.Start;
            var name = ExpectName();
            Expect(TokenKind.Colon);
            _gathered.Push(new ArgumentNode(name, ParseValue(constant)) { Start = start });
        }
        while (!Skip(TokenKind.CloseParenthesis));
        return _gathered.Take<ArgumentNode>(mark);
    }

    private DirectiveNode[]? ParseDirectives(bool constant)
    {
        if (_lexer.Kind != TokenKind.At) return null;
        var mark = _gathered.Count;
        do
        {
            var start = _lexer.Start;
            Advance();
            _gathered.Push(new DirectiveNode(ExpectName()) { Start = start, Arguments = ParseArguments(constant) });
        }
        while (_lexer.Kind == TokenKind.At);
        return _gathered.Take<DirectiveNode>(mark);
    }

    public ValueNode ParseValue(bool constant)
    {
        var start = _lexer.Start;
        string text;
        switch (_lexer.Kind)
        {
            case TokenKind.OpenBracket:
                return ParseList(constant);
            case TokenKind.OpenBrace:
                return ParseObject(constant);
            case TokenKind.Int:
                text = _lexer.Value;
                Advance();
                return new IntValueNode(text) { Start = start };
            case TokenKind.Float:
                text = _lexer.Value;
                Advance();
                return new FloatValueNode(text) { Start = start };
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.Name:
                text = _lexer.Name;
                Advance();
                return text switch
                {
                    "true" => new BooleanValueNode(true) { Start = start },
                    "false" => new BooleanValueNode(false) { Start = start },
                    "null" => new NullValueNode { Start = start },
                    _ => new EnumValueNode(text) { Start = start },
                };
            case TokenKind.Dollar:
                Advance();
                if (!constant) return new VariableNode(ExpectName()) { Start = start };
                throw Mistake(start, _lexer.Kind == TokenKind.Name
                    ? $"Unexpected variable \"${_lexer.Name}\" in constant value."
                    : $"Unexpected {TokenKind.Dollar.Describe()}.");
            default:
                throw Unexpected();
        }
    }

    private ListValueNode ParseList(bool constant)
    {
        Enter();
        var start = _lexer.Start;
        Advance();
        var mark = _gathered.Count;
        while (!Skip(TokenKind.CloseBracket)) _gathered.Push(ParseValue(constant));
        _nesting--;
        return new(_gathered.Take<ValueNode>(mark)) { Start = start };
    }

    private ObjectValueNode ParseObject(bool constant)
    {
        Enter();
        var start = _lexer.Start;
        Advance();
        var mark = _gathered.Count;
        while (!Skip(TokenKind.CloseBrace))
        {
            var fieldStart = _lexer.Start;
            var name = ExpectName();
            Expect(TokenKind.Colon);
            _gathered.Push(new ObjectFieldNode(name, ParseValue(constant)) { Start = fieldStart });
        }
        _nesting--;
        return new(_gathered.Take<ObjectFieldNode>(mark)) { Start = start };
    }

    private StringValueNode ParseStringValue()
    {
        var (start, text, isBlock) = (_lexer.Start, _lexer.Value, _lexer.Kind == TokenKind.BlockString);
        Advance();
        return new(text, isBlock) { Start = start };
    }

    private StringValueNode? ParseDescription() =>
        _lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseStringValue() : null;

    public TypeNode ParseTypeReference()
    {
        var start = _lexer.Start;
        TypeNode type;
        if (_lexer.Kind == TokenKind.OpenBracket)
        {
            Enter();
            Advance();
            type = new ListTypeNode(ParseTypeReference()) { Start = start };
            Expect(TokenKind.CloseBracket);
            _nesting--;
        }
        else
        {
            type = ParseNamedType();
        }
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Start = start } : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var start = _lexer.Start;
        return new(ExpectName()) { Start = start };
    }

    private NameNode ParseName()
    {
        var start = _lexer.Start;
        return new(ExpectName()) { Start = start };
    }

    private string ExpectName()
    {
        Require(TokenKind.Name);
        var name = _lexer.Name;
        Advance();
        return name;
    }

    private bool Skip(TokenKind kind)
    {
        if (_lexer.Kind != kind) return false;
        Advance();
        return true;
    }

    public void Expect(TokenKind kind)
    {
        Require(kind);
        Advance();
    }

    private void Require(TokenKind kind)
    {
        if (_lexer.Kind != kind) throw Expected(kind.Describe());
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword)) throw Expected($"\"{keyword}\"");
    }

    private bool SkipKeyword(string keyword)
    {
        if (!_lexer.IsKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private GraphQLException Expected(string what) => Mistake(_lexer.Start, $"Expected {what}, found {_lexer.Describe()}.");

    private readonly GraphQLException Mistake(int start, string message) => SyntaxMistake.At(start, _source, message);

    private GraphQLException Unexpected() => Mistake(_lexer.Start, $"Unexpected {_lexer.Describe()}.");
}
