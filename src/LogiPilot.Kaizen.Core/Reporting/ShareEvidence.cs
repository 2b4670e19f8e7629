using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>
/// The actor lets a colleague of a plant see the evidence, until the end of a day (null: until ended); shared already, the day is what changes.
/// The colleague is told.
/// </summary>
[Needs(Permission.Self)]
public sealed record ShareEvidence(Guid WithId, DateOnly? Until) : Command;

/// <inheritdoc cref="ShareEvidence"/>
public sealed class ShareEvidenceHandler(
    IEvidenceShares shares, NoticeBook notices, IDirectory directory, IEvents events, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ShareEvidence, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ShareEvidence request, CancellationToken cancellationToken)
    {
        var organisation = await directory.Current(cancellationToken);
        if (current.Actor.PersonId is not { } personId || organisation.Person(personId) is not { } person)
        {
            return Refusal.NotFound("person");
        }

        if (request.WithId == personId)
        {
            return Refusal.Invalid("withId", "evidenceShareSelf");
        }

        var plants = organisation.ActorOf(request.WithId)?.PlantIds.Where(current.Actor.Sees).ToList() ?? [];
        if (plants.Count == 0 || organisation.Person(request.WithId)!.Kind != PersonKind.Human)
        {
            return Refusal.Invalid("withId", "personNotOfPlant");
        }

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, organisation.ZoneOf(person)).DateTime);
        if (request.Until < today)
        {
            return Refusal.Invalid("until", "dayPast");
        }

        var share = (await shares.Of(personId, cancellationToken)).FirstOrDefault(s => s.WithId == request.WithId && s.HoldsOn(today));
        if (share is null)
        {
            share = EvidenceShare.Open(personId, request.WithId, request.Until, now);
            shares.Add(share);
            var facts = new Dictionary<string, object?>(StringComparer.Ordinal) { ["by"] = person.Name, ["untilOn"] = request.Until, ["variant"] = request.Until is null ? null : "UNTIL" };
            await notices.Tell(
                new NoticeEvent(plants[0], $"evidence:{share.Id}", NoticeKind.EvidenceShared, personId, [request.WithId], NoticeEvent.ToOne, facts),
                cancellationToken);
        }
        else
        {
            share.LastUntil(request.Until);
            shares.Save(share);
        }

        events.Raise(new EvidenceShared(share.Id, personId, request.WithId, request.Until));
        return (Made)share.Id;
    }
}
