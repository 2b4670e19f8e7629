using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Once a day from 6 o'clock, plant time: who leads a running plan is reminded of its step that is overdue, of the plan's own deadline and of
/// a check of its effect that is due; daily for a week, then weekly.
/// </summary>
public sealed class PlanReminders(IPlanReader plans, INoticeRuns runs, IDirectory directory) : IReminderSource
{
    private const int AtOnce = 500;

    public async Task<IReadOnlyList<NoticeEvent>> Due(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var due = new List<NoticeEvent>();
        foreach (var plant in organisation.Plants)
        {
            if (await ActionReminders.MorningOf(plant, now, "plans", runs, cancellationToken) is { } today)
            {
                due.AddRange((await Running(plans, plant.Id, today, cancellationToken)).SelectMany(p => Of(p, today, organisation)));
            }
        }

        return due;
    }

    /// <summary>The running plans of a plant.</summary>
    internal static async Task<IReadOnlyList<ActionPlan>> Running(IPlanReader plans, Guid plantId, DateOnly today, CancellationToken cancellationToken)
    {
        var running = new List<ActionPlan>();
        string? after = null;
        do
        {
            var page = await plans.List(
                [plantId], new(States: [PlanState.Running]), ActionPlanOrder.NewestFirst, today, new(AtOnce, after, null, null, WantsTotal: false),
                cancellationToken);
            running.AddRange(page.Items.Select(i => i.Item));
            after = page.HasNext ? page.Items[^1].Cursor : null;
        }
        while (after is not null);

        return running;
    }

    private static IEnumerable<NoticeEvent> Of(ActionPlan plan, DateOnly today, OrganisationPicture organisation)
    {
        if (plan.CurrentStep is { DueOn: { } stepDue } step && stepDue < today)
        {
            yield return Event("STEP", step.Code, stepDue, ("step", plan.Method.Step(step.Code)?.Name));
        }

        if (plan.Deadline is { } deadline && deadline < today)
        {
            yield return Event("PLAN", "", deadline);
        }

        foreach (var check in plan.Checks.Where(c => c.HeldOn is null && c.DueOn <= today).Take(1))
        {
            yield return Event("CHECK", $"check{check.Days}", check.DueOn, ("days", check.Days));
        }

        NoticeEvent Event(string variant, string what, DateOnly dueOn, params (string Name, object? Value)[] more) => new(
            plan.PlantId,
            $"plan:{plan.Id}:{plan.Cycle}:{variant}:{what}:{dueOn:O}:late:{ActionReminders.Mark(today.DayNumber - dueOn.DayNumber)}",
            NoticeKind.PlanDue, plan.Id, [plan.LeaderId], NoticeEvent.ToOne,
            PlanNotices.FactsOf(plan, organisation, [("variant", variant), ("dueOn", dueOn), .. more]));
    }
}
