using LogiPilot.GraphQL.Language;

namespace LogiPilot.GraphQL.Execution;

/// <summary>A request that may run, or the answer that refuses it.</summary>
internal readonly record struct PreparedRequest(GraphQLRequest Request, OperationPlan? Plan, VariableValues? Variables, OperationCost Cost, ExecutionResult? Refusal)
{
    public PreparedRequest(GraphQLRequest request, OperationPlan plan, VariableValues variables, OperationCost cost)
        : this(request, plan, variables, cost, null)
    {
    }

    public PreparedRequest(GraphQLRequest request, ExecutionResult refusal)
        : this(request, null, null, default, refusal)
    {
    }

    public OperationKind? Kind => Plan?.Operation.Kind;
}
