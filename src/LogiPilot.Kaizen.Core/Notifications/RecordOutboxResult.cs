using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Says how sending went of what was claimed (<see cref="ClaimOutboxItem"/>, whose version proves the claim): no error is sent. Answers
/// with 1, or with 0 when the claim had lapsed and somebody else has it. Jitter, from 0 to 1, spreads the next attempts. Silent: nobody
/// answered, so a webhook is left in peace for a while, and in the end what waits for it is given up with the row.
/// </summary>
[Needs(Permission.Administer)]
public sealed record RecordOutboxResult(
    Guid ItemId, int ClaimedVersion, string? Error = null, bool IsFinal = false, double Jitter = 0, bool IsSilent = false) : ICommand<int>;

public sealed class RecordOutboxResultHandler(IOutboxStore outbox, IWebhookStore webhooks, IEvents events, TimeProvider clock)
    : IRequestHandler<RecordOutboxResult, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(RecordOutboxResult request, CancellationToken cancellationToken)
    {
        if (await outbox.Find(request.ItemId, cancellationToken) is not { State: OutboxState.Sending } item
            || item.Version != request.ClaimedVersion)
        {
            return 0;
        }

        var isGivenUp = await Listen(item, request, cancellationToken);
        if (request.Error is { } error)
        {
            item.Fail(error, request.IsFinal || isGivenUp, request.Jitter, clock.GetUtcNow());
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

    /// <summary>Whether the webhook answers; one that has not for long gives up what waits for it, of which the row is told alone.</summary>
    private async Task<bool> Listen(OutboxItem item, RecordOutboxResult request, CancellationToken cancellationToken)
    {
        if (item.WebhookId is not { } id)
        {
            return false;
        }

        if (!request.IsSilent)
        {
            webhooks.EndSilence(id);
            return false;
        }

        var silence = WebhookSilence.After(await webhooks.SilenceOf(id, cancellationToken), id, request.Jitter, clock.GetUtcNow());
        webhooks.Save(silence);
        foreach (var waiting in silence.IsGivenUp ? await outbox.WaitingFor(id, cancellationToken) : [])
        {
            waiting.Fail(request.Error!, isFinal: true, request.Jitter, clock.GetUtcNow());
            outbox.Save(waiting);
        }

        return silence.IsGivenUp;
    }
}
