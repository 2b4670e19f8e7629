using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>Who shared evidence does so no longer, from this moment on.</summary>
[Needs(Permission.Self)]
public sealed record EndEvidenceShare(Guid ShareId) : Command;

/// <inheritdoc cref="EndEvidenceShare"/>
public sealed class EndEvidenceShareHandler(IEvidenceShares shares, IEvents events, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<EndEvidenceShare, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(EndEvidenceShare request, CancellationToken cancellationToken)
    {
        if (await shares.Find(request.ShareId, cancellationToken) is not { } share || share.PersonId != current.Actor.PersonId)
        {
            return Refusal.NotFound("evidenceShare");
        }

        if (share.EndedAt is null)
        {
            share.End(clock.GetUtcNow());
            shares.Save(share);
            events.Raise(new EvidenceShareEnded(share.Id, share.PersonId, share.WithId));
        }

        return (Made)share.Id;
    }
}
