using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Organisation;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Who is told of a dysfunction: the leaders of its area that it was reported; who may decide that an improvement is proposed; who proposed
/// and who reported it what was decided; who reported it that it ended without a plan.
/// </summary>
public sealed class TellOfDysfunctions(NoticeBook book, IDirectory directory)
    : INotificationHandler<DysfunctionReported>, INotificationHandler<ImprovementProposed>, INotificationHandler<ProposalDecided>,
        INotificationHandler<DysfunctionEnded>
{
    public async Task Handle(DysfunctionReported notification, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        await Tell(
            NoticeKind.DysfunctionReported, notification.PlantOfDysfunction, notification.DysfunctionId, "reported", notification.Number,
            notification.Title, notification.ReportedById, organisation.LeadersOf(notification.PlantOfDysfunction, notification.AreaId), [],
            cancellationToken);
    }

    public Task Handle(ImprovementProposed notification, CancellationToken cancellationToken) => Tell(
        NoticeKind.ProposalAsked, notification.PlantOfDysfunction, notification.DysfunctionId,
        notification.IsRevised ? null : $"proposed:{notification.ProposalId}", notification.Number, notification.Title,
        notification.ProposedById, notification.DeciderIds, [], cancellationToken);

    public Task Handle(ProposalDecided notification, CancellationToken cancellationToken) => Tell(
        NoticeKind.ProposalDecided, notification.PlantOfDysfunction, notification.DysfunctionId, $"decided:{notification.ProposalId}",
        notification.Number, notification.Title, notification.DecidedById, [notification.ProposedById, notification.ReportedById],
        [("variant", notification.Kind), ("reason", notification.Reason)], cancellationToken);

    public Task Handle(DysfunctionEnded notification, CancellationToken cancellationToken) => Tell(
        NoticeKind.DysfunctionEnded, notification.PlantOfDysfunction, notification.DysfunctionId, $"ended:{notification.State}",
        notification.Number, notification.Title, notification.ById, [notification.ReportedById],
        [("variant", notification.State == DysfunctionState.Rejected ? "REJECTED" : "CLOSED"), ("reason", notification.Reason)], cancellationToken);

    private async Task Tell(
        NoticeKind kind, Guid plantId, Guid dysfunctionId, string? what, string number, string title, Guid? byId,
        IReadOnlyCollection<Guid> people, (string Name, object? Value)[] more, CancellationToken cancellationToken)
    {
        if (what is null)
        {
            return;
        }

        var organisation = await directory.Current(cancellationToken);
        var facts = more.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        facts["dysfunctionNumber"] = number;
        facts["dysfunction"] = ActionFacts.Short(title);
        facts["by"] = organisation.NamePerson(byId)?.Name;
        await book.Tell(
            new NoticeEvent(plantId, $"dysfunction:{dysfunctionId}:{what}", kind, dysfunctionId, people, NoticeEvent.ToOne, facts), cancellationToken);
    }
}
