using System.Buffers;
using LogiPilot.GraphQL.Execution;

namespace LogiPilot.GraphQL.Costs;

/// <summary>A cost that is known when planning, or the term that finds it for a request.</summary>
internal readonly record struct CostValue(OperationCost Fixed, int Term = -1)
{
    public bool IsFixed => Term < 0;

    public OperationCost In(ReadOnlySpan<OperationCost> found) => IsFixed ? Fixed : found[Term];
}

/// <summary>A part of a cost that depends on variables; it looks only at terms before it.</summary>
internal abstract class CostTerm
{
    public abstract OperationCost Evaluate(ReadOnlySpan<OperationCost> found, VariableValues variables);
}

internal sealed class SumTerm(OperationCost known, int[] terms) : CostTerm
{
    public override OperationCost Evaluate(ReadOnlySpan<OperationCost> found, VariableValues variables)
    {
        var sum = known;
        foreach (var term in terms) sum += found[term];
        return sum;
    }
}

internal sealed class HighestTerm(OperationCost known, int[] terms) : CostTerm
{
    public override OperationCost Evaluate(ReadOnlySpan<OperationCost> found, VariableValues variables)
    {
        var highest = known;
        foreach (var term in terms) highest = OperationCost.Max(highest, found[term]);
        return highest;
    }
}

internal sealed class ListTerm(ListSize size, CostValue item) : CostTerm
{
    public override OperationCost Evaluate(ReadOnlySpan<OperationCost> found, VariableValues variables) => item.In(found).Times(size.Of(variables));
}

internal sealed class ManyTerm(long count, int item) : CostTerm
{
    public override OperationCost Evaluate(ReadOnlySpan<OperationCost> found, VariableValues variables) => found[item].Times(count);
}

/// <summary>What an operation costs: a number where no variable says a list's size, else terms to evaluate one after the other, each once.</summary>
internal sealed class CostPlan(CostValue whole, CostTerm[] terms)
{
    private const int OnStack = 64;

    public OperationCost Of(VariableValues variables)
    {
        if (whole.IsFixed) return whole.Fixed;
        if (terms.Length <= OnStack)
        {
            Span<OperationCost> few = stackalloc OperationCost[OnStack];
            return Evaluate(few, variables);
        }
        var many = ArrayPool<OperationCost>.Shared.Rent(terms.Length);
        var cost = Evaluate(many, variables);
        ArrayPool<OperationCost>.Shared.Return(many);
        return cost;
    }

    private OperationCost Evaluate(Span<OperationCost> found, VariableValues variables)
    {
        for (var i = 0; i < terms.Length; i++) found[i] = terms[i].Evaluate(found, variables);
        return whole.In(found);
    }
}
