using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Store.Shared;

namespace LogiPilot.Kaizen.Store.Improvement.Plans;

/// <inheritdoc cref="IPlansOfActions"/>
public sealed class PlansOfActions(StoreSession session, IPlanStore plans) : IPlansOfActions
{
    public async Task<PlanOfAction?> Find(Guid planId, CancellationToken cancellationToken) =>
        await plans.Find(planId, cancellationToken) is { } plan ? PlanOfAction.Of(plan) : null;

    public async Task<PlanOfAction?> OfMeeting(Guid meetingId, CancellationToken cancellationToken) =>
        session.Reading.First<Meeting>("WHERE t.id = @id", ("id", meetingId)) is { } meeting ? await Find(meeting.PlanId, cancellationToken) : null;
}
