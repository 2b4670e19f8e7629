using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>
/// The evidence of a person for the certification, over plant days, both included (not given: the year that ends today). For that person
/// alone, and those it is shared with, who see of it what happened in their plants; to anybody else there is no such thing, whatever the role.
/// </summary>
[Needs(Permission.Self)]
public sealed record ViewEvidence(Guid? PersonId, DateOnly? From, DateOnly? To) : IQuery<EvidenceFile>
{
    public const int MostYears = 10;
}

/// <inheritdoc cref="ViewEvidence"/>
public sealed class ViewEvidenceHandler(
    IEvidenceRecords records, IEvidenceShares shares, IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ViewEvidence, Outcome<EvidenceFile>>
{
    public async Task<Outcome<EvidenceFile>> Handle(ViewEvidence request, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        if (current.Actor.PersonId is not { } reader || organisation.Person(request.PersonId ?? reader) is not { } person)
        {
            return Refusal.NotFound("person");
        }

        var isOwn = person.Id == reader;
        var zone = organisation.ZoneOf(person);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var open = (await shares.Of(person.Id, cancellationToken)).Where(s => s.HoldsOn(today)).ToList();
        if (!isOwn && open.TrueForAll(s => s.WithId != reader))
        {
            return Refusal.NotFound("person");
        }

        var to = request.To ?? today;
        var from = request.From ?? to.AddYears(-1).AddDays(1);
        if (from > to)
        {
            return Refusal.Invalid("to", "periodBackwards");
        }

        if (from < to.AddYears(-ViewEvidence.MostYears))
        {
            return Refusal.Invalid("from", "periodTooLong", ("days", ViewEvidence.MostYears * 365));
        }

        var found = await records.Of(
            person.Id, isOwn ? null : [.. current.Actor.PlantIds], LocalTime.StartOf(from, zone), LocalTime.StartOf(to.AddDays(1), zone), cancellationToken);
        return new EvidenceFile(person.Id, from, to, isOwn, [.. open.Where(s => isOwn || s.WithId == reader)], found);
    }
}
