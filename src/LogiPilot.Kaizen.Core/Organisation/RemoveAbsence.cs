using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>Takes an absence back, by whoever may plan it. Answers its id.</summary>
[Needs(Permission.PlanAbsences)]
public sealed record RemoveAbsence(Guid AbsenceId) : CommandOn;

/// <inheritdoc cref="RemoveAbsence"/>
public sealed class RemoveAbsenceHandler(CalendarBook book, ICalendarStore calendars, IOrganisationStore organisation)
    : IRequestHandler<RemoveAbsence, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RemoveAbsence request, CancellationToken cancellationToken)
    {
        if (await calendars.FindAbsence(request.AbsenceId, cancellationToken) is not { } absence || !book.Actor.Sees(absence.PlantId))
        {
            return Refusal.NotFound("absence");
        }

        var person = await organisation.FindPerson(absence.PersonId, cancellationToken);
        if (person is null || !AbsenceRule.MayPlan(book.Actor, person, absence.PlantId))
        {
            return Refusal.Forbidden(Permission.PlanAbsences);
        }

        if (await book.Stale(request, absence.PlantId, absence.Id, absence.Version, cancellationToken) is { } stale)
        {
            return stale;
        }

        calendars.Remove(absence);
        return book.Tell(absence.PlantId, absence.Id, "absence");
    }
}
