using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Says how sending went of what was claimed (<see cref="ClaimOutboxItem"/>, whose version proves the claim): no error is sent. Answers
/// with 1, or with 0 when the claim had lapsed and somebody else has it. Jitter, from 0 to 1, spreads the next attempts.
/// </summary>
[Needs(Permission.Administer)]
public sealed record RecordOutboxResult(Guid ItemId, int ClaimedVersion, string? Error = null, bool IsFinal = false, double Jitter = 0)
    : ICommand<int>;

public sealed class RecordOutboxResultHandler(IOutboxStore outbox, IEvents events, TimeProvider clock)
    : IRequestHandler<RecordOutboxResult, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(RecordOutboxResult request, CancellationToken cancellationToken)
    {
        if (await outbox.Find(request.ItemId, cancellationToken) is not { State: OutboxState.Sending } item
            || item.Version != request.ClaimedVersion)
        {
            return 0;
        }

        if (request.Error is { } error)
        {
            item.Fail(error, request.IsFinal, request.Jitter, clock.GetUtcNow());
        }
        else
        {
            item.Send(clock.GetUtcNow());
        }

        outbox.Save(item);
        if (item.State == OutboxState.Dead)
        {
            events.Raise(new SendingGivenUp(item.PlantId, item.Id, item.Channel, item.Address, item.LastError));
        }

        return 1;
    }
}
