using System.Reflection;
using LogiPilot.GraphQL.Authorization;
using LogiPilot.GraphQL.Execution;

namespace LogiPilot.GraphQL.Types;

/// <summary>A field of an object or interface type.</summary>
public sealed class FieldDefinition(string name, GraphType type)
{
    public string Name { get; } = name;
    public GraphType Type { get; } = type;
    public string? Description { get => field ?? Documentation?.Value; internal init; }
    public string? DeprecationReason { get; internal init; }
    public IReadOnlyList<InputValue> Arguments { get; internal init; } = [];

    /// <summary>The name of the type the field is declared on.</summary>
    public string DeclaringType { get; internal set; } = "";

    /// <summary>The C# method or property behind the field, for hooks that look at its attributes.</summary>
    public MemberInfo? Member { get; internal init; }

    /// <summary>Describes the field where it is not said otherwise; looked up when first asked for.</summary>
    internal Building.MemberDocumentation? Documentation { get; init; }

    internal FieldResolver? Resolver { get; init; }

    /// <summary>On a field of <c>Subscription</c>: what subscribes, and carries the guard.</summary>
    internal FieldDefinition? Source { get; init; }

    /// <summary>Refuses the field before it is resolved: what the options' <c>Guard</c> and <c>[Authorize]</c> ask for.</summary>
    internal FieldGuard? Guard { get; set; }

    internal AuthorizeGuard? Authorize { get; set; }

    /// <summary>What a document says of it, where it is a document's.</summary>
    internal Language.FieldDefinitionNode? Node { get; init; }

    internal ValueShape Shape => field ??= ValueShape.Of(Type);

    public InputValue? Argument(string name)
    {
        foreach (var argument in Arguments)
            if (argument.Name == name) return argument;
        return null;
    }
}
