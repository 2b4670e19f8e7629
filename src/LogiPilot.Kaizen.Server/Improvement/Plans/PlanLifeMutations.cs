using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

[MutationType]
public static class PlanLifeMutations
{
    [GraphQLDescription("Opens the next cycle: it starts from the last value measured, and its target and deadline are approved again.")]
    public static Task<FieldResult<PlanNode>> OpenNextCycleAsync(
        Guid planId, DateOnly? deadline, IReadOnlyList<NewTargetInput>? targets, int? expectedVersion, Guid? clientId, PlanOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(
            new OpenNextCycle(planId, deadline, targets?.Select(t => new NewTarget(t.IndicatorId, t.Target, t.TargetOn)).ToList())
            {
                ExpectedVersion = expectedVersion, ClientId = clientId,
            },
            cancellationToken);

    [GraphQLDescription("Holds the next check of the effect of a step; a failed one sends back the step that the method says.")]
    public static Task<FieldResult<PlanNode>> HoldCheckAsync(
        Guid planId, string step, int days, bool passed, string? comment, int? expectedVersion, Guid? clientId, PlanOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new HoldCheck(planId, step, days, passed, comment) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("The step that is proposed to be sent back stays as it was signed; the reason says why.")]
    public static Task<FieldResult<PlanNode>> DeclineReturnAsync(
        Guid planId, string? reason, int? expectedVersion, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new DeclineReturn(planId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);
}

/// <summary>What an indicator aims at from now on.</summary>
public sealed record NewTargetInput(Guid IndicatorId, decimal Target, DateOnly? TargetOn);

[ObjectType<StepCheck>]
[GraphQLName("StepCheck")]
[GraphQLDescription("A check of the effect, so many days after its step began.")]
public static class StepCheckNode;

[ObjectType<ProposedReturn>]
[GraphQLName("ProposedReturn")]
[GraphQLDescription("A step that somebody should decide to send back, because the problem came back while the effect was measured.")]
public static class ProposedReturnNode;
