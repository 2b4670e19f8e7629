using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Actions;

[MutationType]
public static class ActionMutations
{
    [GraphQLDescription("Plans an action, of a plan or alone. Without an owner, the caller does it; alone, a team leader of its area looks after it.")]
    [Payload("action")]
    public static Task<FieldResult<ActionNode>> AddActionAsync(
        ActionKind kind, string? what, DateOnly dueOn, string? why, Guid? ownerId, Guid? planId, string? step, Guid? dysfunctionId,
        Guid? alertId, Guid? meetingId, Guid? placeId, PlanKeyInput? key, Guid? sponsorId, string? removalCondition,
        IReadOnlyList<string>? causeIds, Guid? plantId, Guid? clientId, ActionOrders orders, CancellationToken cancellationToken) =>
        orders.Give(
            new AddAction(
                kind, what, dueOn, why, ownerId, planId, step, dysfunctionId, alertId, meetingId, placeId, key?.ToKey(), sponsorId, removalCondition,
                causeIds, plantId) { ClientId = clientId },
            cancellationToken);

    [GraphQLDescription("Brings it forward or says otherwise what is to be done; absent fields stay. The date moves by argued delays alone.")]
    [Payload("action")]
    public static Task<FieldResult<ActionNode>> UpdateActionAsync(
        Guid actionId, ActionState? state, ActionProofInput? proof, string? effect, bool? isEffective, string? reason, string? what,
        string? why, Guid? ownerId, string? removalCondition, IReadOnlyList<string>? causeIds, int? expectedVersion, Guid? clientId,
        ActionOrders orders, CancellationToken cancellationToken) =>
        orders.Give(
            new UpdateAction(
                actionId, state, proof?.ToProof(), effect, isEffective, reason, what, why, ownerId, removalCondition, causeIds)
            { ExpectedVersion = expectedVersion, ClientId = clientId },
            cancellationToken);

    [GraphQLDescription("Somebody saw that it is done. Of an action that stands alone, somebody other than its owner.")]
    [Payload("action")]
    public static Task<FieldResult<ActionNode>> VerifyActionAsync(
        Guid actionId, bool? isEffective, string? effect, int? expectedVersion, Guid? clientId, ActionOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new VerifyAction(actionId, isEffective, effect) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [Payload("action")]
    public static Task<FieldResult<ActionNode>> CancelActionAsync(
        Guid actionId, string? reason, int? expectedVersion, Guid? clientId, ActionOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new CancelAction(actionId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Takes a containment away: the condition of its removal holds.")]
    [Payload("action")]
    public static Task<FieldResult<ActionNode>> RemoveContainmentAsync(
        Guid actionId, int? expectedVersion, Guid? clientId, ActionOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new RemoveContainment(actionId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Asks for a later date, with its reasons; until it is accepted the date stays.")]
    [Payload("action")]
    public static Task<FieldResult<ActionNode>> ArgueDelayAsync(
        Guid actionId, string? cause, string? impact, string? measures, DateOnly newDueOn, int? expectedVersion, Guid? clientId,
        ActionOrders orders, CancellationToken cancellationToken) =>
        orders.Give(
            new ArgueDelay(actionId, cause, impact, measures, newDueOn) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("The date moves to the one asked for; the original one stays. Without delayId, the delay that awaits its answer.")]
    [Payload("action")]
    public static Task<FieldResult<ActionNode>> AcceptDelayAsync(
        Guid actionId, Guid? delayId, string? answer, int? expectedVersion, Guid? clientId, ActionOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new AcceptDelay(actionId, delayId, answer) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("The date stays; answer says why.")]
    [Payload("action")]
    public static Task<FieldResult<ActionNode>> RefuseDelayAsync(
        Guid actionId, Guid? delayId, string? answer, int? expectedVersion, Guid? clientId, ActionOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new RefuseDelay(actionId, delayId, answer) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);
}

/// <summary>By what somebody else sees that an action is done; the whole proof, absent parts are none.</summary>
public sealed record ActionProofInput(string? Text, string? Link, IReadOnlyList<Guid>? AttachmentIds)
{
    public ActionProof ToProof() => new(Words.Given(Text), Words.Given(Link), [.. (AttachmentIds ?? []).Distinct()]);
}

/// <summary>Gives an order about an action and answers with the action as it is after it.</summary>
public sealed class ActionOrders(UseCases useCases, IActionReader actions, IDirectory directory)
{
    public Task<FieldResult<ActionNode>> Give(Core.Shared.Command order, CancellationToken cancellationToken) => useCases.Do(
        order,
        async made => new ActionNode((await actions.Find(made.Id, cancellationToken))!, await directory.Current(cancellationToken)),
        cancellationToken);
}
