using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;

namespace LogiPilot.Kaizen.Server.Notifications.Sending;

/// <summary>Sends what is due as soon as something is committed, and as often as sweeps are made.</summary>
public sealed class SendingLoop(
    OutboxSending sending, IEnumerable<IOutboxSender> senders, ICommitSignal signal, KaizenSettings settings, ILogger<SendingLoop> logger)
    : BackgroundService
{
    /// <summary>Many commits in a moment are looked at once.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(senders.SelectMany(s => Enumerable.Repeat(s, s.AtOnce)).Select(s => Run(s, stoppingToken)));

    private async Task Run(IOutboxSender sender, CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var committed = signal.Next;
                await SendDue(sender, stoppingToken);
                await Task.WhenAny(committed, Task.Delay(TimeSpan.FromSeconds(settings.SweepSeconds), stoppingToken));
                await Task.Delay(Breath, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task SendDue(IOutboxSender sender, CancellationToken stoppingToken)
    {
        try
        {
            await sending.SendDue(sender, stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next round tries again; what was claimed lapses.
            logger.LogError(failure, "Sending by {Channel} failed.", sender.Channel);
        }
    }
}
