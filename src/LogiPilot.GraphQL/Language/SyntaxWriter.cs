using System.Runtime.CompilerServices;
using System.Text;

namespace LogiPilot.GraphQL.Language;

/// <summary>The layout of graphql-js: two spaces a level, arguments on lines of their own when the field would be longer than 80.</summary>
internal sealed partial class SyntaxWriter
{
    private const int MaxLineLength = 80;
    private readonly StringBuilder _text = new();
    private int _depth;

    public override string ToString() => _text.ToString();

    public void Write(SyntaxNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new GraphQLException("The document nests too deeply to be printed.", ErrorCodes.Limit);
        switch (node)
        {
            case DocumentNode n: WriteDefinitions(n.Definitions); break;
            case OperationNode n: WriteOperation(n); break;
            case FragmentNode n: WriteFragment(n); break;
            case VariableDefinitionNode n: WriteVariable(n); break;
            case FieldNode n: WriteField(n); break;
            case FragmentSpreadNode n: WriteDirectives(Add("...").Add(n.Name), n.Directives); break;
            case InlineFragmentNode n: WriteInlineFragment(n); break;
            case ArgumentNode n: Add(n.Name).Add(": ").Write(n.Value); break;
            case DirectiveNode n: Add("@").Add(n.Name).WriteList("(", n.Arguments, ", ", ")"); break;
            case NameNode n: Add(n.Value); break;
            case TypeNode n: WriteType(n); break;
            case ValueNode n: WriteValue(n); break;
            case ObjectFieldNode n: Add(n.Name).Add(": ").Write(n.Value); break;
            default: WriteTypeSystem(node); break;
        }
    }

    private void WriteDefinitions(IReadOnlyList<DefinitionNode> definitions)
    {
        for (var i = 0; i < definitions.Count; i++)
        {
            if (i > 0) Add("\n\n");
            // Behind a type without a body a bare selection set would be read as that body, which graphql-js does not mind.
            if (i > 0 && LacksBody(definitions[i - 1]) && definitions[i] is OperationNode operation && IsShorthand(operation)) Add("query ");
            Write(definitions[i]);
        }
    }

    private static bool LacksBody(DefinitionNode definition) => definition is ObjectTypeNode { Fields.Count: 0 } or InterfaceTypeNode { Fields.Count: 0 }
        or EnumTypeNode { Values.Count: 0 } or InputObjectTypeNode { Fields.Count: 0 } or SchemaNode { Operations.Count: 0 };

    private static bool IsShorthand(OperationNode node) =>
        node is { Kind: OperationKind.Query, Name: null, Description: null, Variables.Count: 0, Directives.Count: 0 };

    private void WriteOperation(OperationNode node)
    {
        if (!IsShorthand(node))
        {
            WriteDescription(node.Description);
            Add(Keyword(node.Kind));
            if (node.Name is not null || node.Variables.Count > 0) Add(" ").Add(node.Name?.Value ?? "");
            WriteVariables(node.Variables);
            WriteDirectives(this, node.Directives);
            Add(" ");
        }
        WriteBlock(node.SelectionSet.Selections);
    }

    private static string Keyword(OperationKind kind) => kind switch
    {
        OperationKind.Mutation => "mutation",
        OperationKind.Subscription => "subscription",
        _ => "query",
    };

    private void WriteVariables(IReadOnlyList<VariableDefinitionNode> variables)
    {
        var lines = variables.Select(SyntaxPrinter.Print).ToList();
        if (lines.Count == 0) return;
        // graphql-js does not indent the lines of variables, only puts each on its own.
        if (lines.Exists(IsMultiline)) Add("(\n").AddIndented(string.Join('\n', lines)).Add("\n)");
        else Add("(").Add(string.Join(", ", lines)).Add(")");
    }

    private void WriteVariable(VariableDefinitionNode node)
    {
        WriteDescription(node.Description);
        Add("$").Add(node.Name.Value).Add(": ").Write(node.Type);
        WriteDefault(node.Default);
        WriteDirectives(this, node.Directives);
    }

    private void WriteFragment(FragmentNode node)
    {
        WriteDescription(node.Description);
        Add("fragment ").Add(node.Name.Value).Add(" on ").Add(node.TypeCondition.Name);
        WriteDirectives(this, node.Directives);
        Add(" ").WriteBlock(node.SelectionSet.Selections);
    }

    private void WriteField(FieldNode node)
    {
        var start = _text.Length;
        if (node.Alias is { } alias) Add(alias).Add(": ");
        Add(node.Name);
        if (node.Arguments.Count > 0)
        {
            var arguments = node.Arguments.Select(SyntaxPrinter.Print).ToList();
            // The limit applies to what is written, line ends of block strings included, indentation not.
            var length = _text.Length - start + arguments.Sum(argument => argument.Length + 2);
            WriteArguments(arguments, length > MaxLineLength);
        }
        WriteDirectives(this, node.Directives);
        if (node.SelectionSet is not { } selections) return;
        Add(" ").WriteBlock(selections.Selections);
    }

    private void WriteArguments(List<string> arguments, bool onLines)
    {
        if (!onLines)
        {
            Add("(").AddIndented(string.Join(", ", arguments)).Add(")");
            return;
        }
        Add("(");
        _depth++;
        foreach (var argument in arguments) NewLine().AddIndented(argument);
        _depth--;
        NewLine().Add(")");
    }

    private void WriteInlineFragment(InlineFragmentNode node)
    {
        Add("...");
        if (node.TypeCondition is { } type) Add(" on ").Add(type.Name);
        WriteDirectives(this, node.Directives);
        Add(" ").WriteBlock(node.SelectionSet.Selections);
    }

    private void WriteType(TypeNode node)
    {
        switch (node)
        {
            case NamedTypeNode n: Add(n.Name); break;
            case ListTypeNode n: Add("[").Write(n.OfType); Add("]"); break;
            case NonNullTypeNode n: Write(n.OfType); Add("!"); break;
        }
    }

    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode n: Add("$").Add(n.Name); break;
            case IntValueNode n: Add(n.Text); break;
            case FloatValueNode n: Add(n.Text); break;
            case StringValueNode n: WriteString(n); break;
            case BooleanValueNode n: Add(n.Value ? "true" : "false"); break;
            case EnumValueNode n: Add(n.Name); break;
            case ListValueNode { Items.Count: 0 }: Add("[]"); break;
            case ListValueNode n: WriteList("[", n.Items, ", ", "]"); break;
            case ObjectValueNode { Fields.Count: 0 }: Add("{}"); break;
            case ObjectValueNode n: WriteList("{", n.Fields, ", ", "}"); break;
            default: Add("null"); break;
        }
    }

    private void WriteString(StringValueNode node) =>
        AddIndented(node.Block ? BlockString.Print(node.Value) : SyntaxPrinter.PrintString(node.Value));

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null) return;
        WriteString(description);
        NewLine();
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is not null) Add(" = ").Write(value);
    }

    private static void WriteDirectives(SyntaxWriter to, IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count > 0) to.WriteList(" ", directives, " ", "");
    }

    private void WriteList(string open, IReadOnlyList<SyntaxNode> nodes, string separator, string close)
    {
        if (nodes.Count == 0) return;
        Add(open);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0) Add(separator);
            Write(nodes[i]);
        }
        Add(close);
    }

    private void WriteBlock(IReadOnlyList<SyntaxNode> nodes)
    {
        if (nodes.Count == 0) return;
        Add("{");
        _depth++;
        foreach (var node in nodes) NewLine().Write(node);
        _depth--;
        NewLine().Add("}");
    }

    private SyntaxWriter Add(string text)
    {
        _text.Append(text);
        return this;
    }

    // Every line, an empty one too, gets the indentation of the place: graphql-js does not spare it.
    private SyntaxWriter AddIndented(string text)
    {
        if (!IsMultiline(text)) return Add(text);
        var lines = text.Split('\n');
        Add(lines[0]);
        foreach (var line in lines.AsSpan(1)) NewLine().Add(line);
        return this;
    }

    private SyntaxWriter NewLine()
    {
        _text.Append('\n').Append(' ', _depth * 2);
        return this;
    }

    private static bool IsMultiline(string text) => text.Contains('\n', StringComparison.Ordinal);
}
