using System.Diagnostics.CodeAnalysis;

namespace LogiPilot.GraphQL.Language;

/// <summary>A definition or extension of the type system.</summary>
public abstract class TypeSystemNode : DefinitionNode
{
    public bool IsExtension { get; init; }
}

/// <summary><c>schema { query: Query }</c></summary>
public sealed class SchemaNode : TypeSystemNode
{
    [AllowNull]
    public IReadOnlyList<RootTypeNode> Operations { get => field ?? []; init; }
}

/// <summary><c>query: Query</c></summary>
public sealed class RootTypeNode : SyntaxNode
{
    public required OperationKind Kind { get; init; }
    public required NamedTypeNode Type { get; init; }
}

/// <summary>A definition or extension of a named type.</summary>
public abstract class TypeDefinitionNode : TypeSystemNode
{
    public required NameNode Name { get; init; }
}

/// <summary><c>scalar Name</c></summary>
public sealed class ScalarTypeNode : TypeDefinitionNode;

/// <summary><c>type Name implements A { … }</c></summary>
public sealed class ObjectTypeNode : TypeDefinitionNode
{
    [AllowNull]
    public IReadOnlyList<NamedTypeNode> Interfaces { get => field ?? []; init; }
    [AllowNull]
    public IReadOnlyList<FieldDefinitionNode> Fields { get => field ?? []; init; }
}

/// <summary><c>interface Name implements A { … }</c></summary>
public sealed class InterfaceTypeNode : TypeDefinitionNode
{
    [AllowNull]
    public IReadOnlyList<NamedTypeNode> Interfaces { get => field ?? []; init; }
    [AllowNull]
    public IReadOnlyList<FieldDefinitionNode> Fields { get => field ?? []; init; }
}

/// <summary><c>union Name = A | B</c></summary>
public sealed class UnionTypeNode : TypeDefinitionNode
{
    [AllowNull]
    public IReadOnlyList<NamedTypeNode> Members { get => field ?? []; init; }
}

/// <summary><c>enum Name { A B }</c></summary>
public sealed class EnumTypeNode : TypeDefinitionNode
{
    [AllowNull]
    public IReadOnlyList<EnumValueDefinitionNode> Values { get => field ?? []; init; }
}

/// <summary><c>input Name { … }</c></summary>
public sealed class InputObjectTypeNode : TypeDefinitionNode
{
    [AllowNull]
    public IReadOnlyList<InputValueDefinitionNode> Fields { get => field ?? []; init; }
}

/// <summary><c>directive @name(…) repeatable on A | B</c></summary>
public sealed class DirectiveDefinitionNode : TypeSystemNode
{
    public required NameNode Name { get; init; }
    [AllowNull]
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get => field ?? []; init; }
    public bool Repeatable { get; init; }
    public required IReadOnlyList<NameNode> Locations { get; init; }
}

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinitionNode : SyntaxNode
{
    public StringValueNode? Description { get; init; }
    public required NameNode Name { get; init; }
    [AllowNull]
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get => field ?? []; init; }
    public required TypeNode Type { get; init; }
    [AllowNull]
    public IReadOnlyList<DirectiveNode> Directives { get => field ?? []; init; }
}

/// <summary>An argument or a field of an input type.</summary>
public sealed class InputValueDefinitionNode : SyntaxNode
{
    public StringValueNode? Description { get; init; }
    public required NameNode Name { get; init; }
    public required TypeNode Type { get; init; }
    public ValueNode? Default { get; init; }
    [AllowNull]
    public IReadOnlyList<DirectiveNode> Directives { get => field ?? []; init; }
}

/// <summary>A value of an enum.</summary>
public sealed class EnumValueDefinitionNode : SyntaxNode
{
    public StringValueNode? Description { get; init; }
    public required NameNode Name { get; init; }
    [AllowNull]
    public IReadOnlyList<DirectiveNode> Directives { get => field ?? []; init; }
}
