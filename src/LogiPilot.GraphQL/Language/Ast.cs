using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace LogiPilot.GraphQL.Language;

/// <summary>A place in a document; both numbers start at 1.</summary>
public readonly record struct SourceLocation(int Line, int Column);

/// <summary>A node of a parsed document.</summary>
public abstract class SyntaxNode
{
    /// <summary>Where the node begins, in characters from the start of the text; <see cref="DocumentNode.LocationOf(SyntaxNode)"/> says line and column.</summary>
    public int Start { get; init; }

    /// <summary>The node in GraphQL, as <see cref="SyntaxPrinter"/> prints it.</summary>
    public override string ToString() => SyntaxPrinter.Print(this);
}

/// <summary>A parsed document: executable definitions, type-system definitions, or both.</summary>
public sealed class DocumentNode(IReadOnlyList<DefinitionNode> definitions, string source = "") : SyntaxNode
{
    // Only errors ask for places, so that lines are counted when the first does, and not while parsing.
    private LineTable? _lines;

    public IReadOnlyList<DefinitionNode> Definitions { get; } = definitions;

    /// <summary>Line and column of a node of this document.</summary>
    public SourceLocation LocationOf(SyntaxNode node) => LocationOf(node.Start);

    internal SourceLocation LocationOf(int start) => (_lines ??= new(source)).LocationOf(start);
}

/// <summary>Anything that stands at the top of a document.</summary>
public abstract class DefinitionNode : SyntaxNode
{
    public StringValueNode? Description { get; init; }
    [AllowNull]
    public IReadOnlyList<DirectiveNode> Directives { get => field ?? []; init; }
}

/// <summary>The three kinds of operation.</summary>
public enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>A query, mutation or subscription.</summary>
public sealed class OperationNode : DefinitionNode
{
    public required OperationKind Kind { get; init; }
    public NameNode? Name { get; init; }
    [AllowNull]
    public IReadOnlyList<VariableDefinitionNode> Variables { get => field ?? []; init; }
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>A named fragment.</summary>
public sealed class FragmentNode : DefinitionNode
{
    public required NameNode Name { get; init; }
    public required NamedTypeNode TypeCondition { get; init; }
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>A name with its place.</summary>
public sealed class NameNode(string value) : SyntaxNode
{
    public string Value { get; } = value;
}

/// <summary>A variable that an operation declares.</summary>
public sealed class VariableDefinitionNode : SyntaxNode
{
    public StringValueNode? Description { get; init; }
    public required NameNode Name { get; init; }
    public required TypeNode Type { get; init; }
    public ValueNode? Default { get; init; }
    [AllowNull]
    public IReadOnlyList<DirectiveNode> Directives { get => field ?? []; init; }
}

/// <summary>What stands between braces in an operation, as part of the node it stands in. It is equal to none that stands elsewhere.</summary>
public readonly struct SelectionSetNode : IEquatable<SelectionSetNode>
{
    internal SelectionSetNode(SelectionNode[] selections, int start) => (Selections, Start) = (selections, start);

    public IReadOnlyList<SelectionNode> Selections { get; }

    /// <summary>Where the brace stands, in characters from the start of the text.</summary>
    public int Start { get; }

    public bool Equals(SelectionSetNode other) => ReferenceEquals(Selections, other.Selections);
    public override bool Equals(object? obj) => obj is SelectionSetNode other && Equals(other);
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(Selections);
    public static bool operator ==(SelectionSetNode one, SelectionSetNode other) => one.Equals(other);
    public static bool operator !=(SelectionSetNode one, SelectionSetNode other) => !one.Equals(other);
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract class SelectionNode : SyntaxNode
{
    public abstract IReadOnlyList<DirectiveNode> Directives { get; }
}

/// <summary>A selected field.</summary>
public sealed class FieldNode(string name) : SelectionNode
{
    // The selections of a field that has nothing else, or else what it has; most fields have neither, and fields are most of a document.
    private readonly object? _more;
    private readonly int _selectionsStart;

    internal FieldNode(string name, SelectionSetNode selections) : this(name) => (_more, _selectionsStart) = (selections.Selections, selections.Start);

    internal FieldNode(string name, string? alias, ArgumentNode[]? arguments, DirectiveNode[]? directives, SelectionSetNode? selections) : this(name)
    {
        _more = new Rest(alias, arguments ?? [], directives ?? [], selections?.Selections as SelectionNode[]);
        _selectionsStart = selections?.Start ?? 0;
    }

    /// <summary>The name of the field in the schema; <see cref="ResponseName"/> is its name in the answer.</summary>
    public string Name { get; } = name;
    public string? Alias => (_more as Rest)?.Alias;
    public IReadOnlyList<ArgumentNode> Arguments => (_more as Rest)?.Arguments ?? [];
    public override IReadOnlyList<DirectiveNode> Directives => (_more as Rest)?.Directives ?? [];
    public SelectionSetNode? SelectionSet => (_more as SelectionNode[] ?? (_more as Rest)?.Selections) is { } selections ? new(selections, _selectionsStart) : null;
    public string ResponseName => Alias ?? Name;

    private sealed record Rest(string? Alias, ArgumentNode[] Arguments, DirectiveNode[] Directives, SelectionNode[]? Selections);
}

/// <summary>A use of a named fragment.</summary>
public sealed class FragmentSpreadNode : SelectionNode
{
    private readonly DirectiveNode[]? _directives;

    internal FragmentSpreadNode(string name, DirectiveNode[]? directives)
    {
        Name = name;
        if (directives is not null) _directives = directives;
    }

    public string Name { get; }
    public override IReadOnlyList<DirectiveNode> Directives => _directives ?? [];

    /// <summary>Where the name of the fragment begins.</summary>
    internal int NameStart { get; init; }
}

/// <summary>A fragment written where it is used.</summary>
public sealed class InlineFragmentNode : SelectionNode
{
    private readonly DirectiveNode[]? _directives;

    internal InlineFragmentNode(DirectiveNode[]? directives) => _directives = directives;

    public NamedTypeNode? TypeCondition { get; init; }
    public override IReadOnlyList<DirectiveNode> Directives => _directives ?? [];
    public required SelectionSetNode SelectionSet { get; init; }
}

/// <summary>A named value given to a field or directive.</summary>
public sealed class ArgumentNode(string name, ValueNode value) : SyntaxNode
{
    public string Name { get; } = name;
    public ValueNode Value { get; } = value;
}

/// <summary>A directive where it is applied.</summary>
public sealed class DirectiveNode(string name) : SyntaxNode
{
    public string Name { get; } = name;
    [AllowNull]
    public IReadOnlyList<ArgumentNode> Arguments { get => field ?? []; init; }
}

/// <summary>A reference to a type.</summary>
public abstract class TypeNode : SyntaxNode;

/// <summary>A reference by name.</summary>
public sealed class NamedTypeNode(string name) : TypeNode
{
    public string Name { get; } = name;
}

/// <summary><c>[T]</c></summary>
public sealed class ListTypeNode(TypeNode ofType) : TypeNode
{
    public TypeNode OfType { get; } = ofType;
}

/// <summary><c>T!</c></summary>
public sealed class NonNullTypeNode(TypeNode ofType) : TypeNode
{
    public TypeNode OfType { get; } = ofType;
}

/// <summary>A literal or a variable.</summary>
public abstract class ValueNode : SyntaxNode;

/// <summary><c>$name</c></summary>
public sealed class VariableNode(string name) : ValueNode
{
    public string Name { get; } = name;
}

/// <summary>An integer, kept as written.</summary>
public sealed class IntValueNode(string text) : ValueNode
{
    public string Text { get; } = text;
}

/// <summary>A number with fraction or exponent, kept as written.</summary>
public sealed class FloatValueNode(string text) : ValueNode
{
    public string Text { get; } = text;
}

/// <summary>A string, unescaped.</summary>
public sealed class StringValueNode(string value, bool block = false) : ValueNode
{
    public string Value { get; } = value;
    public bool Block { get; } = block;
}

/// <summary><c>true</c> or <c>false</c></summary>
public sealed class BooleanValueNode(bool value) : ValueNode
{
    public bool Value { get; } = value;
}

/// <summary><c>null</c></summary>
public sealed class NullValueNode : ValueNode;

/// <summary>A bare name as value.</summary>
public sealed class EnumValueNode(string name) : ValueNode
{
    public string Name { get; } = name;
}

/// <summary><c>[a, b]</c></summary>
public sealed class ListValueNode(IReadOnlyList<ValueNode> items) : ValueNode
{
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

/// <summary><c>{ a: 1 }</c></summary>
public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : ValueNode
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>One field of an input object literal.</summary>
public sealed class ObjectFieldNode(string name, ValueNode value) : SyntaxNode
{
    public string Name { get; } = name;
    public ValueNode Value { get; } = value;
}
