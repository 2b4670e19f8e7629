namespace LogiPilot.GraphQL.Language;

internal ref partial struct DocumentParser
{
    private ArgumentNode[]? ParseArguments(bool constant)
    {
        if (!Skip(TokenKind.OpenParenthesis)) return null;
        var mark = _gathered.Count;
        do
        {
            var location = _lexer.Location;
            var name = ExpectName();
            Expect(TokenKind.Colon);
            _gathered.Push(new ArgumentNode(name, ParseValue(constant)) { Location = location });
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
            var location = _lexer.Location;
            Advance();
            _gathered.Push(new DirectiveNode(ExpectName()) { Location = location, Arguments = ParseArguments(constant) });
        }
        while (_lexer.Kind == TokenKind.At);
        return _gathered.Take<DirectiveNode>(mark);
    }

    public ValueNode ParseValue(bool constant)
    {
        var location = _lexer.Location;
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
                return new IntValueNode(text) { Location = location };
            case TokenKind.Float:
                text = _lexer.Value;
                Advance();
                return new FloatValueNode(text) { Location = location };
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.Name:
                text = _lexer.Name;
                Advance();
                return text switch
                {
                    "true" => new BooleanValueNode(true) { Location = location },
                    "false" => new BooleanValueNode(false) { Location = location },
                    "null" => new NullValueNode { Location = location },
                    _ => new EnumValueNode(text) { Location = location },
                };
            case TokenKind.Dollar:
                Advance();
                if (!constant) return new VariableNode(ExpectName()) { Location = location };
                throw SyntaxMistake.At(location, _lexer.Kind == TokenKind.Name
                    ? $"Unexpected variable \"${_lexer.Name}\" in constant value."
                    : $"Unexpected {TokenKind.Dollar.Describe()}.");
            default:
                throw Unexpected();
        }
    }

    private ListValueNode ParseList(bool constant)
    {
        Enter();
        var location = _lexer.Location;
        Advance();
        var mark = _gathered.Count;
        while (!Skip(TokenKind.CloseBracket)) _gathered.Push(ParseValue(constant));
        _nesting--;
        return new(_gathered.Take<ValueNode>(mark)) { Location = location };
    }

    private ObjectValueNode ParseObject(bool constant)
    {
        Enter();
        var location = _lexer.Location;
        Advance();
        var mark = _gathered.Count;
        while (!Skip(TokenKind.CloseBrace))
        {
            var fieldLocation = _lexer.Location;
            var name = ExpectName();
            Expect(TokenKind.Colon);
            _gathered.Push(new ObjectFieldNode(name, ParseValue(constant)) { Location = fieldLocation });
        }
        _nesting--;
        return new(_gathered.Take<ObjectFieldNode>(mark)) { Location = location };
    }

    private StringValueNode ParseStringValue()
    {
        var (location, text, isBlock) = (_lexer.Location, _lexer.Value, _lexer.Kind == TokenKind.BlockString);
        Advance();
        return new(text, isBlock) { Location = location };
    }

    private StringValueNode? ParseDescription() =>
        _lexer.Kind is TokenKind.String or TokenKind.BlockString ? ParseStringValue() : null;

    public TypeNode ParseTypeReference()
    {
        var location = _lexer.Location;
        TypeNode type;
        if (_lexer.Kind == TokenKind.OpenBracket)
        {
            Enter();
            Advance();
            type = new ListTypeNode(ParseTypeReference()) { Location = location };
            Expect(TokenKind.CloseBracket);
            _nesting--;
        }
        else
        {
            type = ParseNamedType();
        }
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Location = location } : type;
    }

    private NamedTypeNode ParseNamedType()
    {
        var location = _lexer.Location;
        return new(ExpectName()) { Location = location };
    }

    private NameNode ParseName()
    {
        var location = _lexer.Location;
        return new(ExpectName()) { Location = location };
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

    private GraphQLException Expected(string what) => SyntaxMistake.At(_lexer.Location, $"Expected {what}, found {_lexer.Describe()}.");

    private GraphQLException Unexpected() => SyntaxMistake.At(_lexer.Location, $"Unexpected {_lexer.Describe()}.");
}
