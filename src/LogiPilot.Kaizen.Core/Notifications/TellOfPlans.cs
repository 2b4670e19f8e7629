using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Who is told of a plan: its sponsor that an answer is asked; leader and participants what was answered, that a step was sent back, that it
/// stopped, goes on or is over; who does not answer, and then the level above, that somebody waits; who is to read something; leader and sponsor that the
/// problem came back or the case went a level up; who may give a case to somebody else that its leader has too many.
/// </summary>
public sealed class TellOfPlans(PlanNotices notices, IPlanStore plans)
    : INotificationHandler<PlanChanged>, INotificationHandler<PlanAnswerMissed>, INotificationHandler<PlanCommunicated>,
        INotificationHandler<PlanRecurred>, INotificationHandler<PlanPromoted>, INotificationHandler<LeaderOverloaded>
{
    public async Task Handle(PlanChanged notification, CancellationToken cancellationToken)
    {
        var variant = notification.Kind switch
        {
            PlanEventKind.Suspended => "SUSPENDED",
            PlanEventKind.Resumed => "RESUMED",
            PlanEventKind.Abandoned => "ABANDONED",
            PlanEventKind.Closed => "CLOSED",
            PlanEventKind.PlanReopened => "REOPENED",
            PlanEventKind.Approved => "APPROVED",
            PlanEventKind.Refused => "REFUSED",
            _ => null,
        };
        if ((variant is null && notification.Kind is not (PlanEventKind.Submitted or PlanEventKind.Returned))
            || await plans.Find(notification.PlanId, cancellationToken) is not { } plan)
        {
            return;
        }

        var (kind, people) = notification.Kind switch
        {
            PlanEventKind.Submitted => (NoticeKind.PlanAsked, (IEnumerable<Guid?>)[plan.SponsorId]),
            PlanEventKind.Returned => (NoticeKind.StepReturned, Named(plan)),
            PlanEventKind.Approved or PlanEventKind.Refused => (NoticeKind.PlanAnswered, Named(plan).Append(plan.SubmittedById)),
            _ => (NoticeKind.PlanMoved, Named(plan).Append(plan.SponsorId)),
        };
        var step = notification.Step is { } code ? plan.Method.Step(code) : null;
        await notices.Tell(
            plan, $"{notification.Version}:{notification.Kind}:{notification.Step}", kind, people, cancellationToken, ("variant", variant),
            ("byId", notification.ById), ("step", step?.Name),
            ("reason", step is null ? plan.Reason : plan.Step(step.Code)?.Returns is [.., var sent] ? sent.Reason : null),
            ("untilAt", notification.Kind == PlanEventKind.Submitted ? plan.DueAt : null));
    }

    public async Task Handle(PlanAnswerMissed notification, CancellationToken cancellationToken)
    {
        if (await plans.Find(notification.PlanId, cancellationToken) is { } plan)
        {
            await notices.Tell(
                plan, $"unanswered:{plan.SubmittedAt:O}:{notification.Reminders}", NoticeKind.PlanDue, notification.AskedIds.Select(p => (Guid?)p),
                cancellationToken, ("variant", notification.Reminders <= 1 ? "APPROVAL" : "APPROVAL_ABOVE"), ("byId", plan.SubmittedById),
                ("sponsorId", plan.SponsorId), ("sinceAt", plan.SubmittedAt));
        }
    }

    public async Task Handle(PlanCommunicated notification, CancellationToken cancellationToken)
    {
        if (await plans.Find(notification.PlanId, cancellationToken) is { } plan
            && await plans.FindCommunication(notification.CommunicationId, cancellationToken) is { } sent)
        {
            await notices.Tell(
                plan, $"said:{sent.Id}", NoticeKind.Communicated, notification.ToIds.Select(p => (Guid?)p), cancellationToken,
                ("byId", notification.ById), ("said", ActionFacts.Short(sent.Text)));
        }
    }

    public async Task Handle(PlanRecurred notification, CancellationToken cancellationToken)
    {
        if (await plans.Find(notification.PlanId, cancellationToken) is { } plan)
        {
            var variant = notification.IsAfterClosing ? "CLOSED" : (notification.ContainedIn, notification.ReturnProposed) switch
            {
                (null, _) => "RESTARTED",
                (_, null) => "SUSPENDED",
                _ => "SUSPENDED_RESTARTED",
            };
            await notices.Tell(
                plan, $"recurred:{notification.AlertId}:{plan.Version}", NoticeKind.PlanRecurs, [plan.LeaderId, plan.SponsorId], cancellationToken,
                ("variant", variant), ("alertNumber", notification.AlertNumber),
                ("step", plan.Method.Step(notification.ContainedIn ?? notification.ReturnProposed ?? "")?.Name),
                ("returnStep", notification.ContainedIn is null ? null : plan.Method.Step(notification.ReturnProposed ?? "")?.Name));
        }
    }

    public async Task Handle(PlanPromoted notification, CancellationToken cancellationToken)
    {
        if (await plans.Find(notification.PlanId, cancellationToken) is { } plan)
        {
            await notices.Tell(
                plan, $"promoted:{notification.To}:{plan.Version}", NoticeKind.PlanMoved, [plan.LeaderId, plan.SponsorId], cancellationToken,
                ("variant", "PROMOTED"), ("level", plan.Method.Levels.FirstOrDefault(l => l.Code == notification.To)?.Name));
        }
    }

    public async Task Handle(LeaderOverloaded notification, CancellationToken cancellationToken)
    {
        if (await plans.Find(notification.PlanId, cancellationToken) is { } plan)
        {
            await notices.Tell(
                plan, $"overloaded:{plan.Version}", NoticeKind.PlanMoved, notification.ToldIds.Select(p => (Guid?)p), cancellationToken,
                ("variant", "OVERLOADED"), ("leaderId", plan.LeaderId), ("open", notification.Open), ("most", notification.Most));
        }
    }

    private static IEnumerable<Guid?> Named(ActionPlan plan) => plan.NamedIds.Select(p => (Guid?)p);
}
