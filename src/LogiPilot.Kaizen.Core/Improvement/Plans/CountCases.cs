using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>
/// A leader's case beyond the method's limit is never refused: its sponsor (without one, the managers of the plant) is told, to give it to
/// somebody else. Counted when a case is opened, opened again, given to another leader or goes a level up. Source: methods.md, QRQC.
/// </summary>
public sealed class CountCases(IPlanStore plans, IDirectory directory, IEvents events) : INotificationHandler<PlanChanged>, INotificationHandler<PlanGiven>
{
    public Task Handle(PlanChanged notification, CancellationToken cancellationToken) =>
        notification.Kind is PlanEventKind.Opened or PlanEventKind.PlanReopened or PlanEventKind.Promoted
            ? Count(notification.PlanId, cancellationToken)
            : Task.CompletedTask;

    public Task Handle(PlanGiven notification, CancellationToken cancellationToken) => Count(notification.PlanId, cancellationToken);

    private async Task Count(Guid planId, CancellationToken cancellationToken)
    {
        if (await plans.Find(planId, cancellationToken) is not { IsEnded: false, Method.CasesPerLeader: { } most } plan)
        {
            return;
        }

        var open = await plans.OpenCases(plan.PlantId, plan.LeaderId, plan.MethodCode, cancellationToken);
        if (open > most)
        {
            var people = (await directory.Current(cancellationToken)).People;
            Guid[] told = plan.SponsorId is { } sponsor ? [sponsor]
                : [.. people.Where(p => p is { IsActive: true, Kind: PersonKind.Human } && p.Id != plan.LeaderId
                    && p.Memberships.Any(m => m.PlantId == plan.PlantId && m.Role == Role.Manager)).Select(p => p.Id)];
            events.Raise(new LeaderOverloaded(plan.PlantId, plan.Id, plan.Number, plan.LeaderId, open, most, told));
        }
    }
}
