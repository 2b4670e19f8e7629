using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Execution;

internal delegate object? ResolveDelegate(object? parent, ResolverContext context, object?[] arguments);

/// <summary>Resolves a leaf and writes it in one step, without boxing; false says the value is null and nothing was written.</summary>
internal delegate bool LeafDelegate(object? parent, ResolverContext context, object?[] arguments, ResponseBuffer buffer);

/// <summary>What stands in one slot of a resolver's arguments.</summary>
internal abstract record ResolverParameter;

internal sealed record ArgumentParameter(InputValue Argument) : ResolverParameter;

/// <summary>The four paging arguments, handed over as one <see cref="PageRequest"/>.</summary>
internal sealed record PageParameter(IReadOnlyList<InputValue> Arguments, int DefaultSize, int MaxSize) : ResolverParameter;

/// <summary>The directives of one kind at the field, as C# objects.</summary>
internal sealed record DirectiveParameter(DirectiveDefinition Directive, bool IsList) : ResolverParameter;

/// <summary>How a field gets its value. The delegates are compiled when the field is first asked for.</summary>
internal sealed class FieldResolver(Func<ResolveDelegate> resolve, Func<LeafDelegate>? leaf = null)
{
    private readonly Lazy<ResolveDelegate> _resolve = new(resolve);
    private readonly Lazy<LeafDelegate>? _leaf = leaf is null ? null : new(leaf);

    public IReadOnlyList<ResolverParameter> Parameters { get; init; } = [];

    /// <summary>Turns an exception of the resolver into its result; null leaves it an error.</summary>
    public Func<Exception, object?>? OnException { get; init; }

    public ResolveDelegate Resolve => _resolve.Value;

    public LeafDelegate? Leaf => _leaf?.Value;
}
