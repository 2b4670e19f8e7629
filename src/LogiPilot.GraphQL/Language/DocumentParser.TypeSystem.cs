namespace LogiPilot.GraphQL.Language;

internal ref partial struct DocumentParser
{
    private static readonly HashSet<string> DirectiveLocations = new(StringComparer.Ordinal)
    {
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE",
        "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    };

    private TypeSystemNode ParseTypeSystem(string keyword, StringValueNode? description, int start)
    {
        if (keyword == "directive") return ParseDirectiveDefinition(description, start);
        if (keyword != "schema") return ParseTypeDefinition(keyword, description, isExtension: false, start);
        var directives = ParseDirectives(constant: true);
        Require(TokenKind.OpenBrace);
        return new SchemaNode { Start = start, Description = description, Directives = directives, Operations = ParseRootTypes() };
    }

    private TypeSystemNode ParseExtension(int start)
    {
        if (_lexer.Kind != TokenKind.Name) throw Unexpected();
        var keyword = _lexer.Name;
        switch (keyword)
        {
            case "schema":
                Advance();
                var directives = ParseDirectives(constant: true);
                var operations = ParseRootTypes();
                if (directives is null && operations is null) throw Unexpected();
                return new SchemaNode { Start = start, IsExtension = true, Directives = directives, Operations = operations };
            case "scalar" or "type" or "interface" or "union" or "enum" or "input":
                Advance();
                var type = ParseTypeDefinition(keyword, null, isExtension: true, start);
                return IsEmpty(type) ? throw Unexpected() : type;
            default:
                throw Unexpected();
        }
    }

    private RootTypeNode[]? ParseRootTypes()
    {
        if (!Skip(TokenKind.OpenBrace)) return null;
        var mark = _gathered.Count;
        do
        {
            var start = _lexer.Start;
            var kind = ParseOperationKind();
            Expect(TokenKind.Colon);
            _gathered.Push(new RootTypeNode { Start = start, Kind = kind, Type = ParseNamedType() });
        }
        while (!Skip(TokenKind.CloseBrace));
        return _gathered.Take<RootTypeNode>(mark);
    }

    private TypeDefinitionNode ParseTypeDefinition(string keyword, StringValueNode? description, bool isExtension, int start)
    {
        var name = ParseName();
        IReadOnlyList<NamedTypeNode> interfaces =
            keyword is "type" or "interface" && SkipKeyword("implements") ? ParseNamedTypes(TokenKind.Ampersand) : [];
        var directives = ParseDirectives(constant: true);
        return keyword switch
        {
            "scalar" => new ScalarTypeNode
            {
                Start = start, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
            },
            "type" => new ObjectTypeNode
            {
                Start = start, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
                Interfaces = interfaces, Fields = ParseFieldDefinitions(),
            },
            "interface" => new InterfaceTypeNode
            {
                Start = start, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
                Interfaces = interfaces, Fields = ParseFieldDefinitions(),
            },
            "union" => new UnionTypeNode
            {
                Start = start, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
                Members = Skip(TokenKind.Equal) ? ParseNamedTypes(TokenKind.Pipe) : [],
            },
            "enum" => new EnumTypeNode
            {
                Start = start, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
                Values = ParseEnumValues(),
            },
            _ => new InputObjectTypeNode
            {
                Start = start, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
                Fields = ParseInputValues(TokenKind.OpenBrace, TokenKind.CloseBrace),
            },
        };
    }

    private static bool IsEmpty(TypeDefinitionNode type) => type.Directives.Count == 0 && type switch
    {
        ObjectTypeNode t => t.Interfaces.Count == 0 && t.Fields.Count == 0,
        InterfaceTypeNode t => t.Interfaces.Count == 0 && t.Fields.Count == 0,
        UnionTypeNode t => t.Members.Count == 0,
        EnumTypeNode t => t.Values.Count == 0,
        InputObjectTypeNode t => t.Fields.Count == 0,
        _ => true,
    };

    private NamedTypeNode[] ParseNamedTypes(TokenKind delimiter)
    {
        Skip(delimiter);
        var mark = _gathered.Count;
        do _gathered.Push(ParseNamedType());
        while (Skip(delimiter));
        return _gathered.Take<NamedTypeNode>(mark);
    }

    private FieldDefinitionNode[]? ParseFieldDefinitions()
    {
        if (!Skip(TokenKind.OpenBrace)) return null;
        var mark = _gathered.Count;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var name = ParseName();
            var arguments = ParseInputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
            Expect(TokenKind.Colon);
            _gathered.Push(new FieldDefinitionNode
            {
                Start = start, Description = description, Name = name, Arguments = arguments,
                Type = ParseTypeReference(), Directives = ParseDirectives(constant: true),
            });
        }
        while (!Skip(TokenKind.CloseBrace));
        return _gathered.Take<FieldDefinitionNode>(mark);
    }

    private InputValueDefinitionNode[]? ParseInputValues(TokenKind open, TokenKind close)
    {
        if (!Skip(open)) return null;
        var mark = _gathered.Count;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            _gathered.Push(new InputValueDefinitionNode
            {
                Start = start, Description = description, Name = name, Type = ParseTypeReference(),
                Default = Skip(TokenKind.Equal) ? ParseValue(constant: true) : null, Directives = ParseDirectives(constant: true),
            });
        }
        while (!Skip(close));
        return _gathered.Take<InputValueDefinitionNode>(mark);
    }

    private EnumValueDefinitionNode[]? ParseEnumValues()
    {
        if (!Skip(TokenKind.OpenBrace)) return null;
        var mark = _gathered.Count;
        do
        {
            var start = _lexer.Start;
            var description = ParseDescription();
            if (_lexer.HasText("true") || _lexer.HasText("false") || _lexer.HasText("null"))
                throw Mistake(_lexer.Start, $"{_lexer.Describe()} is reserved and cannot be used for an enum value.");
            _gathered.Push(new EnumValueDefinitionNode
            {
                Start = start, Description = description, Name = ParseName(), Directives = ParseDirectives(constant: true),
            });
        }
        while (!Skip(TokenKind.CloseBrace));
        return _gathered.Take<EnumValueDefinitionNode>(mark);
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(StringValueNode? description, int start)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        return new()
        {
            Start = start, Description = description, Name = name, Arguments = arguments, Repeatable = isRepeatable,
            Locations = ParseDirectiveLocations(),
        };
    }

    private NameNode[] ParseDirectiveLocations()
    {
        Skip(TokenKind.Pipe);
        var mark = _gathered.Count;
        do
        {
            var place = ParseName();
            if (!DirectiveLocations.Contains(place.Value)) throw Mistake(place.Start, $"Unexpected Name \"{place.Value}\".");
            _gathered.Push(place);
        }
        while (Skip(TokenKind.Pipe));
        return _gathered.Take<NameNode>(mark);
    }
}
