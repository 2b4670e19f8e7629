namespace LogiPilot.GraphQL.Language;

public sealed partial class Parser
{
    private IReadOnlyList<ArgumentNode> ParseArguments(bool constant) =>
        OptionalMany(TokenKind.OpenParenthesis, () =>
        {
            var location = _token.Location;
            var name = ParseName();
            Expect(TokenKind.Colon);
            return new ArgumentNode { Location = location, Name = name, Value = ParseValue(constant) };
        }, TokenKind.CloseParenthesis);

    private IReadOnlyList<DirectiveNode> ParseDirectives(bool constant)
    {
        if (_token.Kind != TokenKind.At) return [];
        var directives = new List<DirectiveNode>();
        while (_token.Kind == TokenKind.At)
        {
            var location = _token.Location;
            Advance();
            directives.Add(new() { Location = location, Name = ParseName(), Arguments = ParseArguments(constant) });
        }
        return directives;
    }

    private ValueNode ParseValue(bool constant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.OpenBracket:
                Enter();
                var items = Any(TokenKind.OpenBracket, () => ParseValue(constant), TokenKind.CloseBracket);
                _nesting--;
                return new ListValueNode(items) { Location = token.Location };
            case TokenKind.OpenBrace:
                Enter();
                var fields = Any(TokenKind.OpenBrace, () => ParseObjectField(constant), TokenKind.CloseBrace);
                _nesting--;
                return new ObjectValueNode(fields) { Location = token.Location };
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Text!) { Location = token.Location };
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Text!) { Location = token.Location };
            case TokenKind.String or TokenKind.BlockString:
                return ParseStringValue();
            case TokenKind.Name:
                Advance();
                return token.Text switch
                {
                    "true" => new BooleanValueNode(true) { Location = token.Location },
                    "false" => new BooleanValueNode(false) { Location = token.Location },
                    "null" => new NullValueNode { Location = token.Location },
                    _ => new EnumValueNode(token.Text!) { Location = token.Location },
                };
            case TokenKind.Dollar:
                Advance();
                if (!constant) return new VariableNode(Expect(TokenKind.Name).Text!) { Location = token.Location };
                if (_token.Kind == TokenKind.Name)
                    throw SyntaxMistake.At(token.Location, $"Unexpected variable \"${_token.Text}\" in constant value.");
                throw Unexpected(token);
            default:
                throw Unexpected();
        }
    }

    private ObjectFieldNode ParseObjectField(bool constant)
    {
        var location = _token.Location;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new() { Location = location, Name = name, Value = ParseValue(constant) };
    }

    private StringValueNode ParseStringValue()
    {
        var token = _token;
        Advance();
        return new(token.Text!, token.Kind == TokenKind.BlockString) { Location = token.Location };
    }

    private StringValueNode? ParseDescription() =>
        _token.Kind is TokenKind.String or TokenKind.BlockString ? ParseStringValue() : null;

    private TypeNode ParseTypeReference()
    {
        var location = _token.Location;
        TypeNode type;
        if (_token.Kind == TokenKind.OpenBracket)
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
        var token = Expect(TokenKind.Name);
        return new(token.Text!) { Location = token.Location };
    }

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new(token.Text!) { Location = token.Location };
    }

    private void Advance()
    {
        _token = _lexer.Next();
        if (++_tokens > _limits.MaxTokens && _token.Kind != TokenKind.EndOfFile)
            throw new GraphQLException($"Document contains more than {_limits.MaxTokens} tokens. Parsing aborted.", ErrorCodes.Limit)
            { Locations = [_token.Location] };
    }

    private void Enter()
    {
        if (++_nesting > _limits.MaxNesting)
            throw new GraphQLException($"The document nests deeper than {_limits.MaxNesting} levels.", ErrorCodes.Limit) { Locations = [_token.Location] };
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind) return false;
        Advance();
        return true;
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind) throw SyntaxMistake.At(token.Location, $"Expected {Token.Describe(kind)}, found {token}.");
        if (kind != TokenKind.EndOfFile) Advance();
        return token;
    }

    private void ExpectKeyword(string keyword)
    {
        if (_token.Kind != TokenKind.Name || _token.Text != keyword)
            throw SyntaxMistake.At(_token.Location, $"Expected \"{keyword}\", found {_token}.");
        Advance();
    }

    private bool SkipKeyword(string keyword)
    {
        if (_token.Kind != TokenKind.Name || _token.Text != keyword) return false;
        Advance();
        return true;
    }

    private GraphQLException Unexpected(Token? token = null) =>
        SyntaxMistake.At((token ?? _token).Location, $"Unexpected {token ?? _token}.");

    private List<T> Many<T>(TokenKind open, Func<T> parse, TokenKind close)
    {
        Expect(open);
        var nodes = new List<T>();
        do nodes.Add(parse());
        while (!Skip(close));
        return nodes;
    }

    private IReadOnlyList<T> OptionalMany<T>(TokenKind open, Func<T> parse, TokenKind close) =>
        _token.Kind == open ? Many(open, parse, close) : [];

    private List<T> Any<T>(TokenKind open, Func<T> parse, TokenKind close)
    {
        Expect(open);
        var nodes = new List<T>();
        while (!Skip(close)) nodes.Add(parse());
        return nodes;
    }
}
