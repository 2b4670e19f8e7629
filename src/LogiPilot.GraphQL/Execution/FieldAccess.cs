using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL;

/// <summary>Admits a field (null) or refuses it; an exception refuses it too. It may answer at once or later.</summary>
public delegate ValueTask<GraphQLException?> FieldGuard(FieldAccess access);

/// <summary>A field about to be resolved, as a guard sees it, and an authorisation handler as its resource.</summary>
public sealed class FieldAccess
{
    private readonly FieldPlan _plan;
    private readonly VariableValues _variables;
    private readonly PathStep[] _steps;

    internal FieldAccess(ResolverContext context, FieldPlan plan, object? parent, VariableValues variables, PathStep[] steps)
    {
        (Context, Parent, _plan, _variables, _steps) = (context, parent, plan, variables, steps);
    }

    public ResolverContext Context { get; }

    public FieldDefinition Field => _plan.Field;

    /// <summary>The object the field is of; null at the roots.</summary>
    public object? Parent { get; }

    /// <summary>Response names (string) and list positions (int), the field's own last.</summary>
    public IReadOnlyList<object> Path => [.. _steps.Select(step => step.Value)];

    /// <summary>
    /// The arguments as the resolver gets them, by their names in GraphQL; those gathered into a mutation's input by their own names.
    /// Throws what the field would fail with where they are wrong.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Arguments => field ??= ReadArguments();

    private Dictionary<string, object?> ReadArguments()
    {
        var slots = _plan.ConstantArguments ?? ArgumentReader.Read(_plan, _variables);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (parameter, slot) in _plan.Field.Resolver!.Parameters.Zip(slots))
        {
            if (slot is PageRequest page)
            {
                (values["first"], values["after"], values["last"], values["before"]) = (page.First, page.After, page.Last, page.Before);
            }
            else if (parameter is ArgumentParameter { Argument: var argument })
            {
                if (slot is object?[] gathered && argument.Type.Nullable is InputObjectType { ClrType: null } input)
                    for (var i = 0; i < gathered.Length; i++) values[input.Fields[i].Name] = gathered[i];
                else
                    values[argument.Name] = slot;
            }
        }
        return values;
    }
}
