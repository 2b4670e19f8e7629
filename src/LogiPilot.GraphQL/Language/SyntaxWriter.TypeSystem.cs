namespace LogiPilot.GraphQL.Language;

internal sealed partial class SyntaxWriter
{
    private void WriteTypeSystem(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaNode n: WriteSchema(n); break;
            case RootTypeNode n: Add(Keyword(n.Kind)).Add(": ").Add(n.Type.Name); break;
            case TypeDefinitionNode n: WriteTypeDefinition(n); break;
            case DirectiveDefinitionNode n: WriteDirectiveDefinition(n); break;
            case FieldDefinitionNode n: WriteFieldDefinition(n); break;
            case InputValueDefinitionNode n: WriteInputValue(n); break;
            case EnumValueDefinitionNode n:
                WriteDescription(n.Description);
                Add(n.Name.Value);
                WriteDirectives(this, n.Directives);
                break;
            default: throw new ArgumentException($"There is no way to print a {node.GetType().Name}.", nameof(node));
        }
    }

    private void WriteSchema(SchemaNode node)
    {
        WriteDescription(node.Description);
        Add(node.IsExtension ? "extend schema" : "schema");
        WriteDirectives(this, node.Directives);
        WriteMembers(node.Operations);
    }

    private void WriteTypeDefinition(TypeDefinitionNode node)
    {
        WriteDescription(node.Description);
        if (node.IsExtension) Add("extend ");
        Add(node switch
        {
            ScalarTypeNode => "scalar ",
            ObjectTypeNode => "type ",
            InterfaceTypeNode => "interface ",
            UnionTypeNode => "union ",
            EnumTypeNode => "enum ",
            _ => "input ",
        });
        Add(node.Name.Value);
        WriteList(" implements ", node switch { ObjectTypeNode n => n.Interfaces, InterfaceTypeNode n => n.Interfaces, _ => [] }, " & ", "");
        WriteDirectives(this, node.Directives);
        if (node is UnionTypeNode union) WriteList(" = ", union.Members, " | ", "");
        WriteMembers(node switch
        {
            ObjectTypeNode n => n.Fields,
            InterfaceTypeNode n => n.Fields,
            EnumTypeNode n => n.Values,
            InputObjectTypeNode n => n.Fields,
            _ => [],
        });
    }

    private void WriteMembers(IReadOnlyList<SyntaxNode> members)
    {
        if (members.Count == 0) return;
        Add(" ").WriteBlock(members);
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode node)
    {
        WriteDescription(node.Description);
        Add("directive @").Add(node.Name.Value);
        WriteArgumentDefinitions(node.Arguments);
        Add(node.Repeatable ? " repeatable on " : " on ");
        WriteList("", node.Locations, " | ", "");
    }

    private void WriteFieldDefinition(FieldDefinitionNode node)
    {
        WriteDescription(node.Description);
        Add(node.Name.Value);
        WriteArgumentDefinitions(node.Arguments);
        Add(": ").Write(node.Type);
        WriteDirectives(this, node.Directives);
    }

    private void WriteArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        if (arguments.Count == 0) return;
        var printed = arguments.Select(SyntaxPrinter.Print).ToList();
        WriteArguments(printed, onLines: printed.Exists(IsMultiline));
    }

    private void WriteInputValue(InputValueDefinitionNode node)
    {
        WriteDescription(node.Description);
        Add(node.Name.Value).Add(": ").Write(node.Type);
        WriteDefault(node.Default);
        WriteDirectives(this, node.Directives);
    }
}
