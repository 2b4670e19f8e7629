using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Costs;

/// <summary>
/// Makes the cost plan of an operation: a field costs its weight, and its items times what one of them costs; where a type is abstract,
/// what the dearest of its possible types costs. What no variable changes is added up here.
/// </summary>
internal sealed class CostCompiler(PlanCompiler compiler)
{
    private readonly GraphQLSchema _schema = compiler.Schema;
    private readonly CostModel _model = compiler.Schema.Costs;
    private readonly List<CostTerm> _terms = [];
    // A field below interfaces is looked at once for each type that may stand there, which fragments can multiply.
    private const int MaxSteps = 100_000;
    private int _steps;

    public CostPlan Compile(ObjectType root, SelectionSetNode set)
    {
        var whole = Object(SelectionLevel.Of(compiler, [set]), root, null);
        return new(whole, [.. _terms]);
    }

    /// <summary>One object of a type: its own weight and its fields.</summary>
    private CostValue Object(SelectionLevel level, ObjectType type, ListSize? sized)
    {
        var known = new OperationCost(0, _model.Of(type));
        List<int>? terms = null;
        foreach (var group in level.Groups)
        {
            if (_steps > MaxSteps) throw new GraphQLException("The document selects too many fields of too many types.", ErrorCodes.Limit);
            if (group.For(_schema, type, ref _steps) is not { } node || _schema.FieldOf(type, node.Name) is not { } field) continue;
            var cost = Field(group, node, field, sized);
            if (cost.IsFixed) known += cost.Fixed;
            else (terms ??= []).Add(cost.Term);
        }
        return terms is null ? new(known) : Term(new SumTerm(known, [.. terms]));
    }

    private CostValue Field(SelectionGroup group, FieldNode node, FieldDefinition field, ListSize? sized)
    {
        var cost = _model.Of(field);
        var weight = new OperationCost(cost.Weight, 0);
        if (field.Type.Named is not CompositeType named) return new(weight);
        var size = cost.IsList || cost.SizesFields ? new ListSize(cost, node.Arguments) : null;
        var one = Any(group, named, cost.SizesFields ? size : null);
        var all = cost.IsList ? Many(sized is not null && field.Name is ("edges" or "nodes") ? sized : size!, Many(cost.InnerSize, one)) : one;
        return all.IsFixed ? new(weight + all.Fixed) : weight.IsZero ? all : Term(new SumTerm(weight, [all.Term]));
    }

    /// <summary>The dearest object that may stand where the type does.</summary>
    private CostValue Any(SelectionGroup group, CompositeType named, ListSize? sized)
    {
        if (group.Known.TryGetValue((named, sized), out var found)) return found;
        group.Below ??= SelectionLevel.Of(compiler, group.Uses.Where(use => use.Node.SelectionSet is not null).Select(use => use.Node.SelectionSet!.Value));
        var known = default(OperationCost);
        HashSet<int>? terms = null;
        foreach (var type in _schema.PossibleTypes(named))
        {
            var cost = Object(group.Below, type, sized);
            if (cost.IsFixed) known = OperationCost.Max(known, cost.Fixed);
            else (terms ??= []).Add(cost.Term);
        }
        return group.Known[(named, sized)] = terms switch
        {
            null => new(known),
            { Count: 1 } when known.IsZero => new(default, terms.First()),
            _ => Term(new HighestTerm(known, [.. terms])),
        };
    }

    private CostValue Many(ListSize size, CostValue item) =>
        size.IsConstant ? Many(size.Of(null), item) : Term(new ListTerm(size, item));

    private CostValue Many(long count, CostValue item) =>
        count == 1 ? item : item.IsFixed ? new(item.Fixed.Times(count)) : Term(new ManyTerm(count, item.Term));

    private CostValue Term(CostTerm term)
    {
        _terms.Add(term);
        return new(default, _terms.Count - 1);
    }
}
