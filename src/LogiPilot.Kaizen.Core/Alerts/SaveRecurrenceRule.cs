using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>Says from when on a plant calls a problem recurrent; what was proposed stays.</summary>
[Needs(Permission.Administer)]
public sealed record SaveRecurrenceRule(Guid PlantId, RecurrenceCriterion Criterion, int Count, int WindowDays) : CommandOn;

/// <inheritdoc cref="SaveRecurrenceRule"/>
public sealed class SaveRecurrenceRuleHandler(IRecurrenceStore recurrences, IEvents events, ICurrentActor current)
    : IRequestHandler<SaveRecurrenceRule, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveRecurrenceRule request, CancellationToken cancellationToken)
    {
        if (!current.Actor.Sees(request.PlantId))
        {
            return Refusal.NotFound("plant");
        }

        if (!current.Actor.May(Permission.Administer, request.PlantId))
        {
            return Refusal.Forbidden(Permission.Administer);
        }

        var present = await recurrences.Rule(request.PlantId, request.Criterion, cancellationToken)
            ?? RecurrenceRule.Standard(request.PlantId, request.Criterion);
        if (request.ExpectedVersion is { } expected && expected != present.Version)
        {
            return Refusal.Conflict("recurrenceRuleChanged", ("currentVersion", present.Version), ("changed", Array.Empty<string>()));
        }

        var (count, days) = (request.Count, request.WindowDays);
        if (Refusal.All([
            count is < RecurrenceRule.LeastCount or > RecurrenceRule.MostCount
                ? Refusal.Invalid("count", "recurrenceCount", ("least", RecurrenceRule.LeastCount), ("most", RecurrenceRule.MostCount)) : null,
            days is < 1 or > RecurrenceRule.LongestWindowDays
                ? Refusal.Invalid("windowDays", "recurrenceWindow", ("most", RecurrenceRule.LongestWindowDays)) : null]) is { } refusal)
        {
            return refusal;
        }

        recurrences.Put(present with { Count = count, WindowDays = days, Version = present.Version + 1 });
        events.Raise(new RecurrenceRuleChanged(request.PlantId, request.Criterion, count, days));
        return (Made)request.PlantId;
    }
}
