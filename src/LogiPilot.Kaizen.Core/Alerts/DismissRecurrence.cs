using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A leader says why a recurrence needs no dysfunction.</summary>
[Needs(Permission.LeadAlert)]
public sealed record DismissRecurrence(Guid RecurrenceId, string? Reason) : CommandOn;

/// <inheritdoc cref="DismissRecurrence"/>
public sealed class DismissRecurrenceHandler(IRecurrenceStore recurrences, IDirectory directory, IEvents events, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<DismissRecurrence, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(DismissRecurrence request, CancellationToken cancellationToken)
    {
        if (await recurrences.Find(request.RecurrenceId, cancellationToken) is not { } recurrence || !current.Actor.Sees(recurrence.PlantId))
        {
            return Refusal.NotFound("recurrence");
        }

        if (request.ExpectedVersion is { } expected && expected != recurrence.Version)
        {
            return Refusal.Conflict(
                "recurrenceChanged", ("currentVersion", recurrence.Version), ("changed", Array.Empty<string>()), ("count", recurrence.Count));
        }

        if (recurrence.Dismiss(current.Actor, request.Reason, clock.GetUtcNow()) is { } refusal)
        {
            return AlertBook.Name(refusal, await directory.Current(cancellationToken), recurrence.PlantId);
        }

        recurrences.Save(recurrence);
        events.Raise(new RecurrenceDismissed(recurrence.PlantId, recurrence.Id, recurrence.Reason!));
        return (Made)recurrence.Id;
    }
}
