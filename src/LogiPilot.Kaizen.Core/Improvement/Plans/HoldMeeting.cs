using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>An action that a meeting decided, of a step or of none.</summary>
public sealed record MeetingAction(ActionDraft Draft, string? Step = null);

/// <summary>Keeps a meeting of a plan, and plans the actions born there: all in one, or nothing.</summary>
[Needs(Permission.LeadPlan)]
public sealed record HoldMeeting(
    Guid PlanId, DateTimeOffset? HeldAt, int Minutes, IReadOnlyList<Guid> PresentIds, string? Notes, IReadOnlyList<string>? Decisions,
    IReadOnlyList<MeetingAction>? Actions) : Command;

public sealed class HoldMeetingHandler(PlanBook book, ActionBook actions) : IRequestHandler<HoldMeeting, Outcome<Made>>
{
    private const int Most = 50;
    private const int LongestMinutes = 24 * 60;

    public async Task<Outcome<Made>> Handle(HoldMeeting request, CancellationToken cancellationToken)
    {
        var found = await book.Find(request.PlanId, null, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var plan = found.Value;
        var turn = await book.Turn(plan.PlantId, cancellationToken);
        if (plan.WhyNot(PlanCommandName.HoldMeeting, turn) is { } forbidden)
        {
            return Alerts.AlertBook.Name(forbidden, turn.People, plan.PlantId);
        }

        Guid[] present = [.. request.PresentIds.Distinct()];
        string[] decisions = [.. (request.Decisions ?? []).Select(Words.Given).OfType<string>()];
        var held = request.HeldAt ?? turn.Now;
        if (Refusal.All([
            request.Minutes is < 1 or > LongestMinutes ? Refusal.Invalid("minutes", "meetingMinutes", ("most", LongestMinutes)) : null,
            present.Length is 0 or > Most ? Refusal.Invalid("presentIds", "meetingPresent", ("most", Most)) : null,
            .. present.Select((p, i) => turn.IsOfPlant(p, plan.PlantId) ? null : Refusal.Invalid($"presentIds[{i}]", "personNotOfPlant")),
            held > turn.Now ? Refusal.Invalid("heldAt", "meetingFuture") : null,
            Words.TooLong("notes", request.Notes, Words.InText),
            decisions.Length > Most ? Refusal.Invalid("decisions", "meetingDecisions", ("most", Most)) : null,
            .. decisions.Select((d, i) => Words.TooLong($"decisions[{i}]", d, Words.InText))]) is { } wrong)
        {
            return wrong;
        }

        var meetingId = Guid.CreateVersion7(turn.Now);
        var born = new List<Guid>();
        foreach (var (draft, i) in (request.Actions ?? []).Select((a, i) => (a, i)))
        {
            if (draft.Step is { } step && plan.Step(step) is null)
            {
                return Refusal.Invalid($"actions[{i}].step", "stepUnknown", ("step", step));
            }

            var origin = new ActionOrigin(plan.Id, draft.Step, plan.Cycle, MeetingId: meetingId, AreaId: plan.AreaId);
            var added = await actions.Add(plan.PlantId, draft.Draft, origin, null, cancellationToken);
            if (added.Refusal is { } refused)
            {
                return refused with { Field = $"actions[{i}].{refused.Field}", Details = null };
            }

            born.Add(added.Value.Id);
        }

        book.Store.Add(new Meeting(
            meetingId, plan.Id, held, request.Minutes, present, Words.Given(request.Notes), decisions, born, turn.Actor.PersonId));
        plan.Note(
            PlanEventKind.Met, turn, null, null, ("meeting", meetingId), ("present", present.Length), ("decisions", decisions.Length),
            ("actions", born.Count));
        book.Note(plan);
        return new Made([plan.Id, meetingId, .. born]);
    }
}
