using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Claims what is due longest in a channel, so that nobody else sends it until the lease ends; nothing due: nothing claimed. The
/// host names the Message-ID.
/// </summary>
[Needs(Permission.Administer)]
public sealed record ClaimOutboxItem(NoticeChannel Channel, TimeSpan Lease, string MessageHost) : ICommand<ClaimedItem>;

/// <summary>What was claimed; null when nothing was due.</summary>
public sealed record ClaimedItem(OutboxItem? Item);

public sealed class ClaimOutboxItemHandler(IOutboxStore outbox, TimeProvider clock) : IRequestHandler<ClaimOutboxItem, Outcome<ClaimedItem>>
{
    public async Task<Outcome<ClaimedItem>> Handle(ClaimOutboxItem request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await outbox.NextDue(request.Channel, now, cancellationToken) is not { } item)
        {
            return new ClaimedItem(null);
        }

        item.Claim(now, request.Lease, request.MessageHost);
        outbox.Save(item);
        return new ClaimedItem(item);
    }
}
