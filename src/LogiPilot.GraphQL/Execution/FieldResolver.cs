using System.Reflection;
using LogiPilot.GraphQL.Building;
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

/// <summary>How a field gets its value. The delegates are made when the field is first asked for.</summary>
internal abstract class FieldResolver
{
    public IReadOnlyList<ResolverParameter> Parameters { get; init; } = [];

    /// <summary>Turns an exception of the resolver into its result; null leaves it an error.</summary>
    public Func<Exception, object?>? OnException { get; init; }

    public ResolveDelegate Resolve => field ??= MakeResolve();

    public LeafDelegate? Leaf => field ??= MakeLeaf();

    protected abstract ResolveDelegate MakeResolve();

    protected virtual LeafDelegate? MakeLeaf() => null;
}

/// <summary>Calls a method or reads a property.</summary>
internal sealed class MemberResolver(MemberInfo member, ParameterSource[] sources, ILeafWriter? writer) : FieldResolver
{
    protected override ResolveDelegate MakeResolve() => ResolverCompiler.Resolve(member, sources, gathered: false);

    protected override LeafDelegate? MakeLeaf() => writer is null ? null : ResolverCompiler.Leaf(member, sources, writer);
}

/// <summary>Does what the builder says, where a field is not just a member.</summary>
internal sealed class MadeResolver(Func<ResolveDelegate> make) : FieldResolver
{
    protected override ResolveDelegate MakeResolve() => make();
}
