using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>On Monday, who leads running plans: the step of each that is due this week or late, and how many of its actions are.</summary>
public sealed class PlanLines(IPlanReader plans, IActionReader actions, IDirectory directory) : IMondaySource
{
    public const int Most = 20;

    private const int Week = 7;

    public async Task<IReadOnlyList<MondayLines>> Of(Plant plant, DateOnly monday, CancellationToken cancellationToken)
    {
        var (organisation, sunday) = (await directory.Current(cancellationToken), monday.AddDays(Week - 1));
        var running = await PlanReminders.InState(plans, plant.Id, PlanState.Running, monday, cancellationToken);
        var open = (await actions.OpenUntil([plant.Id], sunday, cancellationToken)).ToLookup(a => a.PlanId);
        return
        [
            .. running.GroupBy(p => p.LeaderId).Select(ofLeader => new MondayLines(
                ofLeader.Key, Some([.. ofLeader.OrderBy(p => p.NextDueOn ?? DateOnly.MaxValue).ThenBy(p => p.Number, StringComparer.Ordinal).SelectMany(Lines)]))),
        ];

        IEnumerable<IReadOnlyDictionary<string, object?>> Lines(ActionPlan plan)
        {
            if (plan.CurrentStep is { DueOn: { } due } step && due <= sunday)
            {
                yield return Line(plan, due < monday ? "PLAN_STEP_LATE" : "PLAN_STEP", ("step", plan.Method.Step(step.Code)?.Name), ("dueOn", due));
            }

            if (open[plan.Id].Count() is > 0 and var count)
            {
                yield return Line(plan, "PLAN_ACTIONS", ("count", count));
            }
        }

        IReadOnlyDictionary<string, object?> Line(ActionPlan plan, string line, params (string Name, object? Value)[] more) => NoticeFacts.Line(
            line, [.. PlanNotices.FactsOf(plan, organisation, more).Select(f => (f.Key, f.Value))]);
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, object?>> Some(IReadOnlyList<IReadOnlyDictionary<string, object?>> lines) =>
        lines.Count > Most ? [.. lines.Take(Most), NoticeFacts.Line("MORE", ("count", lines.Count - Most))] : lines;
}
