using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>The evidence that others let the actor see today.</summary>
[Needs(Permission.Self)]
public sealed record ListSharedEvidence : IQuery<IReadOnlyList<EvidenceShare>>;

/// <inheritdoc cref="ListSharedEvidence"/>
public sealed class ListSharedEvidenceHandler(IEvidenceShares shares, IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ListSharedEvidence, Outcome<IReadOnlyList<EvidenceShare>>>
{
    public async Task<Outcome<IReadOnlyList<EvidenceShare>>> Handle(ListSharedEvidence request, CancellationToken cancellationToken)
    {
        if (current.Actor.PersonId is not { } reader)
        {
            return new List<EvidenceShare>();
        }

        var (organisation, now) = (await directory.Current(cancellationToken), clock.GetUtcNow());
        return (await shares.With(reader, cancellationToken))
            .Where(s => organisation.Person(s.PersonId) is { } person
                && s.HoldsOn(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, organisation.ZoneOf(person)).DateTime)))
            .ToList();
    }
}
