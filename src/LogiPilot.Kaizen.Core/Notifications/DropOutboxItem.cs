using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Notifications;

/// <summary>
/// Nobody is there any more to send to what was claimed (<see cref="ClaimOutboxItem"/>): a person who left, a webhook removed. Answers as
/// <see cref="RecordOutboxResult"/> does.
/// </summary>
[Needs(Permission.Administer)]
public sealed record DropOutboxItem(Guid ItemId, int ClaimedVersion) : ICommand<int>;

public sealed class DropOutboxItemHandler(IOutboxStore outbox) : IRequestHandler<DropOutboxItem, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(DropOutboxItem request, CancellationToken cancellationToken)
    {
        if (await outbox.Find(request.ItemId, cancellationToken) is not { State: OutboxState.Sending } item
            || item.Version != request.ClaimedVersion)
        {
            return 0;
        }

        item.Drop();
        outbox.Save(item);
        return 1;
    }
}
