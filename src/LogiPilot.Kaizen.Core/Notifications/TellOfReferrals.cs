using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>The people of a support service are told what they are asked (without any, the managers); who asked, what was answered.</summary>
public sealed class TellOfReferrals(NoticeBook book, IPlanStore plans, IDysfunctionStore dysfunctions, IDirectory directory)
    : INotificationHandler<ReferralAsked>, INotificationHandler<ReferralAnswered>
{
    public async Task Handle(ReferralAsked notification, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var service = organisation.Support(notification.PlantOfReferral, notification.Service);
        await Tell(
            notification.ReferralId, NoticeKind.ReferralAsked, service.Count > 0 ? service : organisation.Managers(notification.PlantOfReferral),
            cancellationToken);
    }

    public Task Handle(ReferralAnswered notification, CancellationToken cancellationToken) => Tell(
        notification.ReferralId, NoticeKind.ReferralAnswered, notification.AskedById is { } asker ? [asker] : [], cancellationToken);

    private async Task Tell(Guid referralId, NoticeKind kind, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken)
    {
        if (await plans.FindReferral(referralId, cancellationToken) is not { } referral)
        {
            return;
        }

        var organisation = await directory.Current(cancellationToken);
        var plan = referral.PlanId is { } planId ? await plans.Find(planId, cancellationToken) : null;
        var dysfunction = referral.DysfunctionId is { } id ? await dysfunctions.Find(id, cancellationToken) : null;
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["variant"] = plan is null ? "DYSFUNCTION" : "PLAN",
            ["planNumber"] = plan?.Number,
            ["plan"] = plan is null ? null : ActionFacts.Short(plan.Title),
            ["dysfunctionNumber"] = dysfunction?.Number,
            ["dysfunction"] = dysfunction is null ? null : ActionFacts.Short(dysfunction.Title),
            ["by"] = organisation.NamePerson(kind == NoticeKind.ReferralAsked ? referral.AskedById : referral.AnsweredById)?.Name,
            ["question"] = referral.Question,
            ["answer"] = referral.Answer,
        };
        if ((plan?.Id ?? dysfunction?.Id) is { } subject)
        {
            await book.Tell(
                new NoticeEvent(referral.PlantId, $"referral:{referral.Id}:{kind}", kind, subject, people, NoticeEvent.ToOne, facts), cancellationToken);
        }
    }
}
