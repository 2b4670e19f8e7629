using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Once a day from 6 o'clock, plant time: who is to do an action is reminded 3 days before, on the day, then while it is a drift daily for a
/// week and weekly after it; its sponsor hears of the drift on its first day and every week. What was given less than 3 days before is
/// not announced again. While its plan is suspended nobody is reminded.
/// </summary>
public sealed class ActionReminders(IActionReader actions, IPlansOfActions plans, INoticeRuns runs, IDirectory directory) : IReminderSource
{
    public const int DaysBefore = 3;

    private const int Week = 7;

    public async Task<IReadOnlyList<NoticeEvent>> Due(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var due = new List<NoticeEvent>();
        foreach (var plant in organisation.Plants)
        {
            if (await MorningOf(plant, now, "actions", runs, cancellationToken) is not { } today)
            {
                continue;
            }

            foreach (var action in await actions.OpenUntil([plant.Id], today.AddDays(DaysBefore), cancellationToken))
            {
                var plan = action.PlanId is { } planId ? await plans.Find(planId, cancellationToken) : null;
                due.AddRange(plan is { IsSuspended: true } ? [] : Of(action, plan, today, plant, organisation));
            }
        }

        return due;
    }

    /// <summary>The day, when it is from 6 o'clock in a plant and these reminders were not made that day; else null.</summary>
    internal static async Task<DateOnly?> MorningOf(Plant plant, DateTimeOffset now, string what, INoticeRuns runs, CancellationToken cancellationToken)
    {
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(plant.TimeZone)).DateTime;
        var today = DateOnly.FromDateTime(local);
        return TimeOnly.FromDateTime(local) >= MakeMondayDigests.From
            && await runs.Begin($"reminders:{what}:{plant.Id}:{today:O}", now, cancellationToken) ? today : null;
    }

    /// <summary>Which of the days of being late one is told on: each of the first week, then every seventh; the last that has come.</summary>
    internal static int Mark(int daysLate) => daysLate <= Week ? daysLate : daysLate / Week * Week;

    private static IReadOnlyList<NoticeEvent> Of(
        ImprovementAction action, PlanOfAction? plan, DateOnly today, Plant plant, OrganisationPicture organisation)
    {
        var late = today.DayNumber - action.DueOn.DayNumber;
        if (late <= 0)
        {
            var isAnnounced = ActionTurn.DayOf(action.CreatedAt, plant) <= action.DueOn.AddDays(-DaysBefore);
            return late == 0 ? [Reminder("TODAY", "today")] : isAnnounced ? [Reminder("SOON", "soon")] : [];
        }

        if (!action.IsDrift(today))
        {
            return [];
        }

        var sponsor = plan is null ? action.SponsorId : plan.Concern.SponsorId;
        IReadOnlyCollection<Guid> deciders = sponsor is { } one && one != action.OwnerId ? [one] : organisation.Managers(action.PlantId);
        return
        [
            Reminder("OVERDUE", $"late:{Mark(late)}"),
            Event(NoticeKind.DriftSeen, $"drift:{late / Week * Week}", deciders),
        ];

        NoticeEvent Reminder(string variant, string key) => Event(NoticeKind.ActionDue, key, [action.OwnerId], ("variant", variant));

        NoticeEvent Event(NoticeKind kind, string key, IReadOnlyCollection<Guid> people, params (string Name, object? Value)[] more) => new(
            action.PlantId, $"action:{action.Id}:{action.DueOn:O}:{key}", kind, action.Id, people, NoticeEvent.ToOne,
            ActionFacts.Of(action, organisation, more));
    }
}
