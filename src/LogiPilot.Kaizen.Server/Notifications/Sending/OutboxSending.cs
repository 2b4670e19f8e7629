using LogiPilot.Kaizen.Core.Notifications;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Notifications.Mails;
using MediatR;

namespace LogiPilot.Kaizen.Server.Notifications.Sending;

/// <summary>
/// Claims what is due, sends it, records how it went: a command each, with the network between them. A process that is killed leaves a
/// claim that lapses, and the row is sent again under the same Message-ID: twice at worst, never not at all.
/// </summary>
public sealed class OutboxSending(
    IServiceProvider services, IEnumerable<IOutboxSender> senders, MailSettings settings, TimeProvider clock, ILogger<OutboxSending> logger)
{
    /// <summary>Longer than any sending takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly Dictionary<IOutboxSender, SemaphoreSlim> _slots = senders.ToDictionary(s => s, s => new SemaphoreSlim(s.AtOnce));

    /// <summary>Sends until nothing of any channel is due, and what others are sending has ended.</summary>
    public async Task SendAll(CancellationToken cancellationToken)
    {
        var sent = 1;
        while (sent > 0)
        {
            sent = 0;
            foreach (var sender in _slots.Keys)
            {
                sent += await SendDue(sender, cancellationToken);
                await Idle(sender, cancellationToken);
            }
        }
    }

    /// <summary>Sends until nothing of a channel is due, one by one; answers how many it tried.</summary>
    public async Task<int> SendDue(IOutboxSender sender, CancellationToken cancellationToken)
    {
        var slot = _slots[sender];
        await slot.WaitAsync(cancellationToken);
        try
        {
            var tried = 0;
            while (!cancellationToken.IsCancellationRequested && await SendNext(sender))
            {
                tried++;
            }

            return tried;
        }
        finally
        {
            slot.Release();
        }
    }

    private async Task Idle(IOutboxSender sender, CancellationToken cancellationToken)
    {
        var slot = _slots[sender];
        for (var taken = 0; taken < sender.AtOnce; taken++)
        {
            await slot.WaitAsync(cancellationToken);
        }

        slot.Release(sender.AtOnce);
    }

    /// <summary>What has begun is ended whoever stops: half a mail would be sent twice.</summary>
    private async Task<bool> SendNext(IOutboxSender sender)
    {
        if (!await IsDue(sender.Channel)
            || (await Do(new ClaimOutboxItem(sender.Channel, Lease, settings.MessageHost))).Item is not { } item)
        {
            return false;
        }

        var result = await Try(sender, item);
        if (result.Error is not null)
        {
            logger.LogWarning(
                result.Cause, "{Channel} {Item} was not sent at attempt {Attempt}: {Error}", item.Channel, item.Id, item.Attempts, result.Error);
        }

        ICommand<int> record = result.End == SendEnd.Dropped
            ? new DropOutboxItem(item.Id, item.Version)
            : new RecordOutboxResult(item.Id, item.Version, result.Error, result.End == SendEnd.Refused, Jitter(item), result.End == SendEnd.Silent);
        await Do(record);
        return true;
    }

    /// <summary>Asked of a reader first: a claim is a command, and its commit would wake whoever waits for commits.</summary>
    private async Task<bool> IsDue(NoticeChannel channel)
    {
        await using var scope = services.Acting(Actor.System);
        var outbox = scope.ServiceProvider.GetRequiredService<IOutboxStore>();
        return await outbox.NextDue(channel, clock.GetUtcNow(), CancellationToken.None) is not null;
    }

    private async Task<SendResult> Try(IOutboxSender sender, OutboxItem item)
    {
        try
        {
            return await sender.Send(item, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // One that cannot be written must not hold the others.
            logger.LogError(failure, "{Channel} {Item} could not be made.", item.Channel, item.Id);
            return SendResult.Failed(failure);
        }
    }

    /// <summary>From 0 to 1, spread over the rows and the same whenever it is asked again.</summary>
    private static double Jitter(OutboxItem item) => new Random(item.Id.GetHashCode() ^ item.Attempts).NextDouble();

    private async Task<T> Do<T>(ICommand<T> command)
    {
        await using var scope = services.Acting(Actor.System);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, CancellationToken.None);
        return outcome.Refusal is { } refusal
            ? throw new InvalidOperationException($"A sending was refused: {refusal.Reason}")
            : outcome.Value;
    }
}
