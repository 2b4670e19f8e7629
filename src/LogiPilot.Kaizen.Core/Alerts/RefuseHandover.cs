using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Somebody of the next shift cannot take over the alerts named (none: all that nobody answered yet), and says why. Another of the
/// shift may still accept them.
/// </summary>
[Needs(Permission.TakeAlert)]
public sealed record RefuseHandover(Guid HandoverId, string? Reason, IReadOnlyList<Guid>? AlertIds = null) : CommandOn;

public sealed class RefuseHandoverHandler(HandoverAnswers answers, AlertBook book) : IRequestHandler<RefuseHandover, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RefuseHandover request, CancellationToken cancellationToken) =>
        (Words.TooLong("reason", request.Reason, Words.InText) ?? Unsaid(request)) is { } unsaid
            ? unsaid
            : await answers.Give(
                request.HandoverId,
                request.AlertIds,
                accepts: false,
                request,
                (item, _) => Task.FromResult<Outcome<HandoverItem>>(item with
                {
                    State = HandoverItemState.Refused, ById = book.Actor.PersonId, At = book.Now, Reason = request.Reason!.Trim(),
                }),
                cancellationToken);

    private static Refusal? Unsaid(RefuseHandover request) =>
        string.IsNullOrWhiteSpace(request.Reason) ? Refusal.Invalid("reason", "reasonNeeded") : null;
}
