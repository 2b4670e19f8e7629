using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

[MutationType]
public static class PlanMutations
{
    [GraphQLDescription("Opens a plan by a method, as a draft that the caller leads unless another is named. From alerts its keys are theirs.")]
    public static Task<FieldResult<PlanNode>> OpenActionPlanAsync(
        OpenActionPlanInput input, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(input.ToOrder(), cancellationToken);

    [GraphQLDescription("Says what the plan is agreed to be, and moves days by which steps are due; what is absent stays.")]
    public static Task<FieldResult<PlanNode>> SavePlanAsync(SavePlanInput input, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(input.ToOrder(), cancellationToken);

    [GraphQLDescription("Asks the sponsor for approval.")]
    public static Task<FieldResult<PlanNode>> SubmitPlanAsync(
        Guid planId, int? expectedVersion, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new SubmitPlan(planId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<PlanNode>> ApprovePlanAsync(
        Guid planId, string? comment, int? expectedVersion, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new ApprovePlan(planId, comment) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<PlanNode>> RefusePlanAsync(
        Guid planId, string? reason, int? expectedVersion, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new RefusePlan(planId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [Error<FieldChangedError>]
    [GraphQLDescription("Writes fields of a step, all or none; of two people in one field the second is told what stands there now.")]
    public static Task<FieldResult<PlanNode>> SaveStepAsync(
        Guid planId, string step, IReadOnlyList<FieldInput> fields, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new SaveStep(planId, step, [.. fields.Select(f => f.ToDraft())]) { ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Signs a step whose gate holds. Where it says that the plan is not warranted the plan ends, or turns into one of another method (next).")]
    public static Task<FieldResult<SignedPlan>> SignStepAsync(
        Guid planId, string step, string? turnInto, int? expectedVersion, Guid? clientId, PlanOrders orders,
        CancellationToken cancellationToken) =>
        orders.GiveSigning(
            new SignStep(planId, step, turnInto) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Sends a signed step back; those signed that depend on it are open again.")]
    public static Task<FieldResult<PlanNode>> ReturnStepAsync(
        Guid planId, string step, string? reason, int? expectedVersion, Guid? clientId, PlanOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new ReturnStep(planId, step, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<PlanNode>> SuspendPlanAsync(
        Guid planId, string? reason, DateOnly? reviewOn, int? expectedVersion, Guid? clientId, PlanOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new SuspendPlan(planId, reason, reviewOn) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<PlanNode>> ResumePlanAsync(
        Guid planId, int? expectedVersion, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new ResumePlan(planId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<PlanNode>> AbandonPlanAsync(
        Guid planId, string? reason, int? expectedVersion, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new AbandonPlan(planId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("An ended plan runs again from a step on, the last signed unless one is named.")]
    public static Task<FieldResult<PlanNode>> ReopenPlanAsync(
        Guid planId, string? step, string? reason, int? expectedVersion, Guid? clientId, PlanOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new ReopenPlan(planId, step, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Keeps a meeting and plans the actions born there, all or nothing.")]
    public static Task<FieldResult<PlanAndMeeting>> HoldMeetingAsync(
        Guid planId, DateTimeOffset? heldAt, int minutes, IReadOnlyList<Guid> presentIds, string? notes, IReadOnlyList<string>? decisions,
        IReadOnlyList<MeetingActionInput>? actions, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.GiveMeeting(
            new HoldMeeting(planId, heldAt, minutes, presentIds, notes, decisions, actions?.Select(a => a.ToAction()).ToList())
            {
                ClientId = clientId,
            },
            cancellationToken);

    [GraphQLDescription("Tells people something of the plan; who has read it is kept.")]
    public static Task<FieldResult<PlanNode>> CommunicateAsync(
        Guid planId, string? text, IReadOnlyList<Guid> toIds, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new Communicate(planId, text, toIds) { ClientId = clientId }, cancellationToken);

    [GraphQLDescription("The caller has read it.")]
    public static Task<FieldResult<PlanNode>> ReadCommunicationAsync(
        Guid communicationId, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new ReadCommunication(communicationId) { ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Asks a support service something about the plan.")]
    public static Task<FieldResult<PlanNode>> ReferToServiceAsync(
        Guid planId, SupportService service, string? question, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new ReferPlan(planId, service, question) { ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<ReferralNode>> AnswerReferralAsync(
        Guid referralId, string? answer, Guid? clientId, PlanOrders orders, CancellationToken cancellationToken) =>
        orders.GiveReferral(new AnswerReferral(referralId, answer) { ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Above which cost, in euros, a manager decides (null: no limit), and when the meetings of levels end (HH:mm).")]
    [Payload("settings")]
    public static Task<FieldResult<PlanSettingsNode>> SavePlanSettingsAsync(
        Guid plantId, decimal? costLimit, IReadOnlyList<LevelCutOffInput>? cutOffs, int? expectedVersion, Guid? clientId, PlanOrders orders,
        CancellationToken cancellationToken) =>
        orders.GiveSettings(plantId, costLimit, cutOffs, expectedVersion, clientId, cancellationToken);
}

/// <summary>A plan of which a step was signed, and the plan that it turned into where it did.</summary>
[PayloadType]
public sealed record SignedPlan(PlanNode? ActionPlan, PlanNode? Next);

/// <summary>A plan and its meeting.</summary>
[PayloadType]
public sealed record PlanAndMeeting(PlanNode? ActionPlan, MeetingNode? Meeting);
