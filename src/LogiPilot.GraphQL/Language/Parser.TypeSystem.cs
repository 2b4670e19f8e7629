namespace LogiPilot.GraphQL.Language;

public sealed partial class Parser
{
    private static readonly HashSet<string> DirectiveLocations = new(StringComparer.Ordinal)
    {
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE",
        "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
    };

    private TypeSystemNode? ParseTypeSystem(StringValueNode? description, SourceLocation location, bool extension)
    {
        if (_token.Kind != TokenKind.Name) return null;
        switch (_token.Text)
        {
            case "schema":
                Advance();
                var schemaDirectives = ParseDirectives(constant: true);
                return new SchemaNode
                {
                    Location = location,
                    Description = description,
                    IsExtension = extension,
                    Directives = schemaDirectives,
                    Operations = extension && schemaDirectives.Count > 0
                        ? OptionalMany(TokenKind.OpenBrace, ParseOperationType, TokenKind.CloseBrace)
                        : Many(TokenKind.OpenBrace, ParseOperationType, TokenKind.CloseBrace),
                };
            case "directive" when !extension: return ParseDirectiveDefinition(description, location);
            case "scalar" or "type" or "interface" or "union" or "enum" or "input":
                var keyword = _token.Text;
                Advance();
                var type = ParseTypeDefinition(keyword, description, extension, location);
                return extension && IsEmpty(type) ? null : type;
            default: return null;
        }
    }

    private (OperationKind, NamedTypeNode) ParseOperationType()
    {
        var kind = ParseOperationKind();
        Expect(TokenKind.Colon);
        return (kind, ParseNamedType());
    }

    private TypeDefinitionNode ParseTypeDefinition(string keyword, StringValueNode? description, bool extension, SourceLocation location)
    {
        var name = ParseName();
        IReadOnlyList<NamedTypeNode> interfaces =
            keyword is "type" or "interface" && SkipKeyword("implements") ? Delimited(TokenKind.Ampersand, ParseNamedType) : [];
        var directives = ParseDirectives(constant: true);
        return keyword switch
        {
            "scalar" => new ScalarTypeNode
            {
                Location = location, Description = description, IsExtension = extension, Name = name, Directives = directives,
            },
            "type" => new ObjectTypeNode
            {
                Location = location, Description = description, IsExtension = extension, Name = name, Directives = directives,
                Interfaces = interfaces, Fields = ParseFieldDefinitions(),
            },
            "interface" => new InterfaceTypeNode
            {
                Location = location, Description = description, IsExtension = extension, Name = name, Directives = directives,
                Interfaces = interfaces, Fields = ParseFieldDefinitions(),
            },
            "union" => new UnionTypeNode
            {
                Location = location, Description = description, IsExtension = extension, Name = name, Directives = directives,
                Members = Skip(TokenKind.Equal) ? Delimited(TokenKind.Pipe, ParseNamedType) : [],
            },
            "enum" => new EnumTypeNode
            {
                Location = location, Description = description, IsExtension = extension, Name = name, Directives = directives,
                Values = OptionalMany(TokenKind.OpenBrace, ParseEnumValue, TokenKind.CloseBrace),
            },
            _ => new InputObjectTypeNode
            {
                Location = location, Description = description, IsExtension = extension, Name = name, Directives = directives,
                Fields = OptionalMany(TokenKind.OpenBrace, ParseInputValue, TokenKind.CloseBrace),
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

    private IReadOnlyList<FieldDefinitionNode> ParseFieldDefinitions() =>
        OptionalMany(TokenKind.OpenBrace, () =>
        {
            var location = _token.Location;
            var description = ParseDescription();
            var name = ParseName();
            var arguments = OptionalMany(TokenKind.OpenParenthesis, ParseInputValue, TokenKind.CloseParenthesis);
            Expect(TokenKind.Colon);
            return new FieldDefinitionNode
            {
                Location = location, Description = description, Name = name, Arguments = arguments,
                Type = ParseTypeReference(), Directives = ParseDirectives(constant: true),
            };
        }, TokenKind.CloseBrace);

    private InputValueDefinitionNode ParseInputValue()
    {
        var location = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new()
        {
            Location = location, Description = description, Name = name, Type = ParseTypeReference(),
            Default = Skip(TokenKind.Equal) ? ParseValue(constant: true) : null, Directives = ParseDirectives(constant: true),
        };
    }

    private EnumValueDefinitionNode ParseEnumValue()
    {
        var location = _token.Location;
        var description = ParseDescription();
        if (_token is { Kind: TokenKind.Name, Text: "true" or "false" or "null" })
            throw SyntaxMistake.At(_token.Location, $"Name \"{_token.Text}\" is reserved and cannot be used for an enum value.");
        return new() { Location = location, Description = description, Name = ParseName(), Directives = ParseDirectives(constant: true) };
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(StringValueNode? description, SourceLocation location)
    {
        Advance();
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = OptionalMany(TokenKind.OpenParenthesis, ParseInputValue, TokenKind.CloseParenthesis);
        var repeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = Delimited(TokenKind.Pipe, () =>
        {
            var token = _token;
            var place = ParseName();
            return DirectiveLocations.Contains(place.Value) ? place : throw Unexpected(token);
        });
        return new()
        {
            Location = location, Description = description, Name = name, Arguments = arguments, Repeatable = repeatable, Locations = locations,
        };
    }

    private List<T> Delimited<T>(TokenKind delimiter, Func<T> parse)
    {
        Skip(delimiter);
        var nodes = new List<T>();
        do nodes.Add(parse());
        while (Skip(delimiter));
        return nodes;
    }
}
