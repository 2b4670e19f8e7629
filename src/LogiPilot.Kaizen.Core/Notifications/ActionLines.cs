using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>What people of a team are to do today or should have done, in the digest of its shift; latest first. What is of a
/// suspended plan rests.</summary>
public sealed class ActionLines(IActionReader actions, IPlanReader plans, IDirectory directory) : IDigestSource
{
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Lines(Team team, ShiftRun shift, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        var today = ActionTurn.DayOf(shift.Starts, organisation.Plant(team.PlantId));
        var resting = (await PlanReminders.InState(plans, team.PlantId, PlanState.Suspended, today, cancellationToken)).Select(p => (Guid?)p.Id).ToHashSet();
        return
        [
            .. (await actions.OpenUntil([team.PlantId], today, cancellationToken))
                .Where(a => team.MemberIds.Contains(a.OwnerId) && (a.StandsAlone || !resting.Contains(a.PlanId)))
                .Select(a => NoticeFacts.Line(
                    a.AskedDelay is not null ? "ACTION_DELAY_ASKED" : a.DueOn < today ? "ACTION_OVERDUE" : "ACTION_TODAY",
                    [.. ActionFacts.Of(a, organisation).Where(f => f.Value is not null).Select(f => (f.Key, f.Value))])),
        ];
    }
}
