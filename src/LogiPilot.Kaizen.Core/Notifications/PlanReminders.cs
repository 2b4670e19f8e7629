using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Once a day from 6 o'clock, plant time: who leads a running plan is reminded of its step that is overdue, of the plan's own deadline and of
/// a check of its effect that is due; who leads a suspended one, that the day of its review came. Daily for a week, then weekly.
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
                due.AddRange((await InState(plans, plant.Id, PlanState.Running, today, cancellationToken)).SelectMany(p => Of(p, today, organisation)));
                due.AddRange(
                    (await InState(plans, plant.Id, PlanState.Suspended, today, cancellationToken)).Where(p => p.ReviewOn <= today)
                    .Select(p => Event(p, today, organisation, "REVIEW", "", p.ReviewOn!.Value, ("reason", p.Reason))));
            }
        }

        return due;
    }

    /// <summary>The plans of a plant in a state.</summary>
    internal static async Task<IReadOnlyList<ActionPlan>> InState(
        IPlanReader plans, Guid plantId, PlanState state, DateOnly today, CancellationToken cancellationToken)
    {
        var running = new List<ActionPlan>();
        string? after = null;
        do
        {
            var page = await plans.List(
                [plantId], new(States: [state]), ActionPlanOrder.NewestFirst, today, new(AtOnce, after, null, null, WantsTotal: false),
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
            yield return Event(plan, today, organisation, "STEP", step.Code, stepDue, ("step", plan.Method.Step(step.Code)?.Name));
        }

        if (plan.Deadline is { } deadline && deadline < today)
        {
            yield return Event(plan, today, organisation, "PLAN", "", deadline);
        }

        foreach (var check in plan.Checks.Where(c => c.HeldOn is null && c.DueOn <= today).Take(1))
        {
            yield return Event(plan, today, organisation, "CHECK", $"check{check.Days}", check.DueOn, ("days", check.Days));
        }
    }

    private static NoticeEvent Event(
        ActionPlan plan, DateOnly today, OrganisationPicture organisation, string variant, string what, DateOnly dueOn,
        params (string Name, object? Value)[] more) => new(
        plan.PlantId,
        $"plan:{plan.Id}:{plan.Cycle}:{variant}:{what}:{dueOn:O}:late:{ActionReminders.Mark(today.DayNumber - dueOn.DayNumber)}",
        NoticeKind.PlanDue, plan.Id, [plan.LeaderId], NoticeEvent.ToOne,
        PlanNotices.FactsOf(plan, organisation, [("variant", variant), ("dueOn", dueOn), .. more]));
}
