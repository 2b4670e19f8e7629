using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>A dysfunction ends with its plan, goes on when the plan is reopened, and may be proposed upon again when it is abandoned.</summary>
public sealed class FollowDysfunctionPlan(IDysfunctionStore dysfunctions, IEvents events, ICurrentActor current, TimeProvider clock)
    : INotificationHandler<PlanChanged>
{
    public async Task Handle(PlanChanged notification, CancellationToken cancellationToken)
    {
        if (notification.Kind is not (PlanEventKind.Closed or PlanEventKind.Abandoned or PlanEventKind.PlanReopened)
            || await dysfunctions.OfPlan(notification.PlanId, cancellationToken) is not { } about)
        {
            return;
        }

        about.FollowPlan(notification.State, current.Actor.PersonId, clock.GetUtcNow());
        dysfunctions.Save(about);
        if (!about.IsOpen)
        {
            DysfunctionEnds.Tell(events, about, current.Actor.PersonId);
        }
    }
}
