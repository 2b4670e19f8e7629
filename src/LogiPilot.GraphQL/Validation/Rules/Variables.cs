using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class VariablesAreInputTypes : ValidationRule
{
    public override void EnterVariableDefinition(VariableDefinitionNode variable, ValidationContext context)
    {
        if (context.TypeOf(variable) is { IsInput: false })
            Report(context, $"Variable \"${variable.Name}\" cannot be non-input type \"{variable.Type}\".", variable.Type);
    }
}

internal sealed class UniqueVariableNames : ValidationRule
{
    public override void EnterOperation(OperationNode operation, ValidationContext context)
    {
        foreach (var twins in Twins.Of(operation.Variables, variable => variable.Name.Value))
            Report(context, $"There can be only one variable named \"${twins.Key}\".", twins.Select(variable => variable.Name));
    }
}

internal sealed class NoUndefinedVariables : ValidationRule
{
    public override void LeaveOperation(OperationNode operation, ValidationContext context)
    {
        var uses = context.UsesIn(operation);
        if (uses.Count == 0) return;
        var defined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in operation.Variables) defined.Add(variable.Name.Value);
        foreach (var use in uses)
        {
            if (defined.Contains(use.Node.Name)) continue;
            if (context.IsEnough) return;
            var by = operation.Name is { } name ? $" by operation \"{name}\"" : "";
            Report(context, $"Variable \"${use.Node.Name}\" is not defined{by}.", use.Node, operation);
        }
    }
}

internal sealed class NoUnusedVariables : ValidationRule
{
    public override void LeaveOperation(OperationNode operation, ValidationContext context)
    {
        if (operation.Variables.Count == 0) return;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var use in context.UsesIn(operation)) used.Add(use.Node.Name);
        foreach (var variable in operation.Variables)
        {
            if (used.Contains(variable.Name.Value)) continue;
            var where = operation.Name is { } name ? $" in operation \"{name}\"" : "";
            Report(context, $"Variable \"${variable.Name}\" is never used{where}.", variable);
        }
    }
}

internal sealed class VariablesInAllowedPosition : ValidationRule
{
    public override void LeaveOperation(OperationNode operation, ValidationContext context)
    {
        if (operation.Variables.Count == 0) return;
        var defined = new Dictionary<string, VariableDefinitionNode>(operation.Variables.Count, StringComparer.Ordinal);
        foreach (var variable in operation.Variables) defined[variable.Name.Value] = variable;
        foreach (var use in context.UsesIn(operation))
            if (defined.TryGetValue(use.Node.Name, out var variable)) Check(use, variable, context);
    }

    private void Check(VariableUse use, VariableDefinitionNode variable, ValidationContext context)
    {
        if (use.Type is null || context.TypeOf(variable) is not { } type) return;
        if (!IsAllowed(type, variable.Default, use))
            Report(context, $"Variable \"${use.Node.Name}\" of type \"{type}\" used in position expecting type \"{use.Type}\".", variable, use.Node);
        if (use.OneOf is not null && !type.IsNonNull)
            Report(context, $"Variable \"${use.Node.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{use.OneOf}\".", variable, use.Node);
    }

    private static bool IsAllowed(GraphType type, ValueNode? byDefault, VariableUse use)
    {
        if (!use.Type!.IsNonNull || type.IsNonNull) return type.IsSubtypeOf(use.Type);
        return (byDefault is not (null or NullValueNode) || use.HasDefault) && type.IsSubtypeOf(use.Type.Nullable);
    }
}
