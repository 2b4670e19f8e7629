using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>Asks a support service, whose people are told; it answers as it does about a plan (<see cref="AnswerReferral"/>).</summary>
[Needs(Permission.ReportDysfunction)]
public sealed record ReferDysfunction(Guid DysfunctionId, SupportService Service, string? Question) : CommandOn;

/// <inheritdoc cref="ReferDysfunction"/>
public sealed class ReferDysfunctionHandler(DysfunctionBook book, IPlanStore plans, IEvents events)
    : IRequestHandler<ReferDysfunction, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ReferDysfunction request, CancellationToken cancellationToken)
    {
        Referral? referral = null;
        var asked = await book.Change(
            request.DysfunctionId,
            request.ExpectedVersion,
            about =>
            {
                var refusal = Words.Missing("question", request.Question) ?? Words.TooLong("question", request.Question, Words.InText)
                    ?? about.Refer(request.Service, book.Actor, book.Now);
                if (refusal is not null)
                {
                    return refusal;
                }

                referral = Referral.OfDysfunction(
                    about.PlantId, about.Id, request.Service, request.Question!.Trim(), book.Actor.PersonId, book.Now);
                plans.Add(referral);
                events.Raise(new ReferralAsked(about.PlantId, referral.Id, null, about.Id, request.Service, book.Actor.PersonId));
                return null;
            },
            cancellationToken);
        return asked.Refusal is null ? new Made([request.DysfunctionId, referral!.Id]) : asked;
    }
}
