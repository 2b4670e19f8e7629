using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Validation.Rules;

internal sealed class VariablesAreInputTypes : ValidationRule
{
    public override void EnterVariableDefinition(VariableDefinitionNode variable)
    {
        if (VariableValues.TypeOf(Context.Schema, variable.Type) is { IsInput: false })
            Report($"Variable \"${variable.Name}\" cannot be non-input type \"{variable.Type}\".", variable.Type);
    }
}

internal sealed class UniqueVariableNames : ValidationRule
{
    public override void EnterOperation(OperationNode operation)
    {
        foreach (var twins in operation.Variables.GroupBy(variable => variable.Name.Value, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Report($"There can be only one variable named \"${twins.Key}\".", twins.Select(variable => variable.Name));
    }
}

internal sealed class NoUndefinedVariables : ValidationRule
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationNode>())
        {
            var defined = operation.Variables.Select(variable => variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            var by = operation.Name is { } name ? $" by operation \"{name}\"" : "";
            foreach (var use in Context.UsesIn(operation))
                if (!defined.Contains(use.Node.Name)) Report($"Variable \"${use.Node.Name}\" is not defined{by}.", use.Node, operation);
        }
    }
}

internal sealed class NoUnusedVariables : ValidationRule
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationNode>().Where(operation => operation.Variables.Count > 0))
        {
            var used = Context.UsesIn(operation).Select(use => use.Node.Name).ToHashSet(StringComparer.Ordinal);
            var where = operation.Name is { } name ? $" in operation \"{name}\"" : "";
            foreach (var variable in operation.Variables)
                if (!used.Contains(variable.Name.Value)) Report($"Variable \"${variable.Name}\" is never used{where}.", variable);
        }
    }
}

internal sealed class VariablesInAllowedPosition : ValidationRule
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationNode>().Where(operation => operation.Variables.Count > 0))
        {
            var defined = new Dictionary<string, (VariableDefinitionNode Node, GraphType? Type)>(StringComparer.Ordinal);
            foreach (var variable in operation.Variables)
                defined[variable.Name.Value] = (variable, VariableValues.TypeOf(Context.Schema, variable.Type));
            foreach (var use in Context.UsesIn(operation))
                if (defined.TryGetValue(use.Node.Name, out var definition)) Check(use, definition.Node, definition.Type);
        }
    }

    private void Check(VariableUse use, VariableDefinitionNode variable, GraphType? type)
    {
        if (type is null || use.Type is null) return;
        if (use.OneOf is not null && !type.IsNonNull)
            Report($"Variable \"${use.Node.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{use.OneOf}\".", variable, use.Node);
        if (!IsAllowed(type, variable.Default, use))
            Report($"Variable \"${use.Node.Name}\" of type \"{type}\" used in position expecting type \"{use.Type}\".", variable, use.Node);
    }

    private static bool IsAllowed(GraphType type, ValueNode? byDefault, VariableUse use)
    {
        if (!use.Type!.IsNonNull || type.IsNonNull) return IsSubtype(type, use.Type);
        return byDefault is not null and not NullValueNode || use.HasDefault ? IsSubtype(type, use.Type.Nullable) : false;
    }

    private static bool IsSubtype(GraphType type, GraphType super) => (type, super) switch
    {
        (NonNullType a, NonNullType b) => IsSubtype(a.OfType, b.OfType),
        (_, NonNullType) => false,
        (NonNullType a, _) => IsSubtype(a.OfType, super),
        (ListType a, ListType b) => IsSubtype(a.OfType, b.OfType),
        _ => ReferenceEquals(type, super),
    };
}
