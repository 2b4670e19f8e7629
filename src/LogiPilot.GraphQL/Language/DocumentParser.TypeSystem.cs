namespace LogiPilot.GraphQL.Language;

internal ref partial struct DocumentParser
{
    private static readonly HashSet<string> DirectiveLocations = new(StringComparer.Ordinal)
    {
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE",
        "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    };

    private TypeSystemNode ParseTypeSystem(string keyword, StringValueNode? description, SourceLocation location)
    {
        if (keyword == "directive") return ParseDirectiveDefinition(description, location);
        if (keyword != "schema") return ParseTypeDefinition(keyword, description, isExtension: false, location);
        var directives = ParseDirectives(constant: true);
        Require(TokenKind.OpenBrace);
        return new SchemaNode { Location = location, Description = description, Directives = directives, Operations = ParseRootTypes() };
    }

    private TypeSystemNode ParseExtension(SourceLocation location)
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
                return new SchemaNode { Location = location, IsExtension = true, Directives = directives, Operations = operations };
            case "scalar" or "type" or "interface" or "union" or "enum" or "input":
                Advance();
                var type = ParseTypeDefinition(keyword, null, isExtension: true, location);
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
            var location = _lexer.Location;
            var kind = ParseOperationKind();
            Expect(TokenKind.Colon);
            _gathered.Push(new RootTypeNode { Location = location, Kind = kind, Type = ParseNamedType() });
        }
        while (!Skip(TokenKind.CloseBrace));
        return _gathered.Take<RootTypeNode>(mark);
    }

    private TypeDefinitionNode ParseTypeDefinition(string keyword, StringValueNode? description, bool isExtension, SourceLocation location)
    {
        var name = ParseName();
        IReadOnlyList<NamedTypeNode> interfaces =
            keyword is "type" or "interface" && SkipKeyword("implements") ? ParseNamedTypes(TokenKind.Ampersand) : [];
        var directives = ParseDirectives(constant: true);
        return keyword switch
        {
            "scalar" => new ScalarTypeNode
            {
                Location = location, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
            },
            "type" => new ObjectTypeNode
            {
                Location = location, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
                Interfaces = interfaces, Fields = ParseFieldDefinitions(),
            },
            "interface" => new InterfaceTypeNode
            {
                Location = location, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
                Interfaces = interfaces, Fields = ParseFieldDefinitions(),
            },
            "union" => new UnionTypeNode
            {
                Location = location, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
                Members = Skip(TokenKind.Equal) ? ParseNamedTypes(TokenKind.Pipe) : [],
            },
            "enum" => new EnumTypeNode
            {
                Location = location, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
                Values = ParseEnumValues(),
            },
            _ => new InputObjectTypeNode
            {
                Location = location, Description = description, IsExtension = isExtension, Name = name, Directives = directives,
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
            var location = _lexer.Location;
            var description = ParseDescription();
            var name = ParseName();
            var arguments = ParseInputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
            Expect(TokenKind.Colon);
            _gathered.Push(new FieldDefinitionNode
            {
                Location = location, Description = description, Name = name, Arguments = arguments,
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
            var location = _lexer.Location;
            var description = ParseDescription();
            var name = ParseName();
            Expect(TokenKind.Colon);
            _gathered.Push(new InputValueDefinitionNode
            {
                Location = location, Description = description, Name = name, Type = ParseTypeReference(),
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
            var location = _lexer.Location;
            var description = ParseDescription();
            if (_lexer.HasText("true") || _lexer.HasText("false") || _lexer.HasText("null"))
                throw SyntaxMistake.At(_lexer.Location, $"{_lexer.Describe()} is reserved and cannot be used for an enum value.");
            _gathered.Push(new EnumValueDefinitionNode
            {
                Location = location, Description = description, Name = ParseName(), Directives = ParseDirectives(constant: true),
            });
        }
        while (!Skip(TokenKind.CloseBrace));
        return _gathered.Take<EnumValueDefinitionNode>(mark);
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(StringValueNode? description, SourceLocation location)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseInputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        return new()
        {
            Location = location, Description = description, Name = name, Arguments = arguments, Repeatable = isRepeatable,
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
            if (!DirectiveLocations.Contains(place.Value)) throw SyntaxMistake.At(place.Location, $"Unexpected Name \"{place.Value}\".");
            _gathered.Push(place);
        }
        while (Skip(TokenKind.Pipe));
        return _gathered.Take<NameNode>(mark);
    }
}
