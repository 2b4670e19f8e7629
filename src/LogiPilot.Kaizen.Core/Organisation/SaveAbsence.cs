using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Organisation;

/// <summary>
/// Says when a person is away and who stands in meanwhile; with an id, says it anew of the same absence. By who administers or manages
/// the plant, or leads an area of the person's (who works in the whole plant: any). Answers the absence's id.
/// </summary>
[Needs(Permission.PlanAbsences)]
public sealed record SaveAbsence(
    Guid PlantId, Guid? AbsenceId, Guid PersonId, DateTimeOffset From, DateTimeOffset To, Guid? ReplacedById = null) : CommandOn
{
    public const int LongestDays = 400;
}

/// <inheritdoc cref="SaveAbsence"/>
public sealed class SaveAbsenceHandler(CalendarBook book, ICalendarStore calendars, TimeProvider clock)
    : IRequestHandler<SaveAbsence, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveAbsence request, CancellationToken cancellationToken)
    {
        var absence = request.AbsenceId is { } id ? await calendars.FindAbsence(id, cancellationToken) : null;
        var isOther = absence is not null && (absence.PlantId != request.PlantId || absence.PersonId != request.PersonId);
        if (isOther || (request.AbsenceId is not null && absence is null))
        {
            return Refusal.NotFound("absence");
        }

        if (!book.Actor.Sees(request.PlantId) || await book.PersonOf(request.PlantId, request.PersonId, cancellationToken) is not { } person)
        {
            return Refusal.NotFound("person");
        }

        if (!AbsenceRule.MayPlan(book.Actor, person, request.PlantId))
        {
            return Refusal.Forbidden(Permission.PlanAbsences);
        }

        if ((await book.Stale(request, request.PlantId, absence?.Id, absence?.Version, cancellationToken)
            ?? Refusal.All([.. await Faults(request, cancellationToken)])) is { } refusal)
        {
            return refusal;
        }

        var (from, to) = (request.From.ToUniversalTime(), request.To.ToUniversalTime());
        if (absence is null)
        {
            absence = Absence.Create(Guid.CreateVersion7(clock.GetUtcNow()), request.PlantId, request.PersonId, from, to, request.ReplacedById);
            calendars.Add(absence);
        }
        else
        {
            absence.Revise(from, to, request.ReplacedById);
            calendars.Save(absence);
        }

        return book.Tell(request.PlantId, absence.Id, "absence");
    }

    private async Task<List<Refusal?>> Faults(SaveAbsence request, CancellationToken cancellationToken) =>
    [
        request.To <= request.From ? Refusal.Invalid("to", "absenceUpsideDown") : null,
        request.To - request.From > TimeSpan.FromDays(SaveAbsence.LongestDays)
            ? Refusal.Invalid("to", "absenceTooLong", ("days", SaveAbsence.LongestDays))
            : null,
        request.ReplacedById == request.PersonId ? Refusal.Invalid("replacedById", "replacedBySelf") : null,
        request.ReplacedById is { } other && await book.PersonOf(request.PlantId, other, cancellationToken) is null
            ? Refusal.Invalid("replacedById", "memberNotOfPlant")
            : null,
    ];
}

/// <summary>Whose absences an actor plans and sees.</summary>
public static class AbsenceRule
{
    public static bool MayPlan(Actor actor, Person person, Guid plantId)
    {
        var areas = person.Memberships.Where(m => m.PlantId == plantId).SelectMany(m => m.AreaIds).ToList();
        return areas.Count == 0
            ? actor.May(Permission.PlanAbsences, new Whose(plantId, null))
            : areas.Exists(area => actor.May(Permission.PlanAbsences, new Whose(plantId, area)));
    }

    private sealed record Whose(Guid PlantId, Guid? AreaId) : IConcern
    {
        public Guid? RaisedById => null;

        public bool IsTaken => false;

        public SupportService? RoutedTo => null;
    }
}
