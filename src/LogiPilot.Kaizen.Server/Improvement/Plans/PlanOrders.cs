using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

/// <summary>Gives an order about a plan and answers with the plan as it is after it.</summary>
public sealed class PlanOrders(UseCases useCases, IPlanReader plans, IDirectory directory)
{
    public Task<FieldResult<PlanNode>> Give(Command order, CancellationToken cancellationToken) =>
        useCases.Do(order, made => Node(made.Id, cancellationToken), cancellationToken);

    public Task<FieldResult<SignedPlan>> GiveSigning(SignStep order, CancellationToken cancellationToken) => useCases.Do(
        order,
        async made => new SignedPlan(
            await Node(made.Id, cancellationToken), made.Ids.Count > 1 ? await Node(made.Ids[1], cancellationToken) : null),
        cancellationToken);

    public Task<FieldResult<PlanAndMeeting>> GiveMeeting(HoldMeeting order, CancellationToken cancellationToken) => useCases.Do(
        order,
        async made =>
        {
            var meeting = (await plans.Meetings([made.Id], cancellationToken)).Single(m => m.Id == made.Ids[1]);
            return new PlanAndMeeting(
                await Node(made.Id, cancellationToken), new MeetingNode(meeting, await directory.Current(cancellationToken)));
        },
        cancellationToken);

    public Task<FieldResult<ReferralNode>> GiveReferral(AnswerReferral order, CancellationToken cancellationToken) => useCases.Do(
        order,
        async made => new ReferralNode(
            (await plans.FindReferral(made.Id, cancellationToken))!, await directory.Current(cancellationToken)),
        cancellationToken);

    public Task<FieldResult<PlanSettingsNode>> GiveSettings(
        Guid plantId, decimal? costLimit, IReadOnlyList<LevelCutOffInput>? cutOffs, int? expectedVersion, Guid? clientId,
        CancellationToken cancellationToken)
    {
        var order = new SavePlanSettings(
            plantId, costLimit is { } limit ? new Money(limit) : null, cutOffs?.Select(c => new LevelCutOffDraft(c.Level, c.At)).ToList())
        {
            ExpectedVersion = expectedVersion, ClientId = clientId,
        };
        return useCases.Do(
            order, async made => new PlanSettingsNode(await plans.Settings(made.Id, cancellationToken)), cancellationToken);
    }

    private async Task<PlanNode> Node(Guid id, CancellationToken cancellationToken) =>
        new((await plans.Find(id, cancellationToken))!, await directory.Current(cancellationToken));
}
