using System.Collections.Concurrent;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Plans;

/// <summary>
/// The definitions that plans follow, read once for all: a key is the hash of its definition, so that what was read can never be out of
/// date.
/// </summary>
internal static class PlanMethodShelf
{
    private static readonly ConcurrentDictionary<string, MethodDefinition> Read = new(StringComparer.Ordinal);

    public static ActionPlan WithMethod(this StoreConnection connection, ActionPlan plan)
    {
        if (!Read.TryGetValue(plan.MethodKey, out var method))
        {
            method = connection.First<KeptMethod>("WHERE t.key = @key", ("key", plan.MethodKey))?.Definition
                ?? throw new InvalidOperationException($"Plan {plan.Number} follows a method that is not kept: {plan.MethodKey}.");
            Read.TryAdd(plan.MethodKey, method);
        }

        return plan.Following(method);
    }

    public static ActionPlan? Plan(this StoreConnection connection, string tail, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        connection.First<ActionPlan>(tail, arguments) is { } plan ? connection.WithMethod(plan) : null;

    public static IReadOnlyList<ActionPlan> Plans(
        this StoreConnection connection, string tail, params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var plans = connection.List<ActionPlan>(tail, arguments);
        plans.ForEach(p => connection.WithMethod(p));
        return plans;
    }
}
