using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Live;

/// <summary>
/// Follows the change log: builds the board before the server answers, then takes what each commit brought, one's own at once and
/// another process's within a second. A change alone is told at once; in a storm, what came meanwhile is told together.
/// </summary>
public sealed class BoardTail(
    IServiceScopeFactory scopes, LiveBoard board, LivePublisher publisher, ICommitSignal commits, ILogger<BoardTail> log) : BackgroundService
{
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Advance(isWhole: true, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var beat = Task.Delay(BetweenBeats, stoppingToken);
        var isWhole = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = commits.Next;
            try
            {
                if (await Advance(isWhole, stoppingToken))
                {
                    await Task.Delay(BetweenUpdates, stoppingToken);
                }

                isWhole = false;
                await Task.WhenAny(next, beat);
                if (beat.IsCompletedSuccessfully)
                {
                    await publisher.Beat(stoppingToken);
                    beat = Task.Delay(BetweenBeats, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Screens get no heartbeat meanwhile and say so; once it can be read again, the whole truth is told.
                log.LogError(failure, "The board cannot follow the change log; trying again.");
                isWhole = true;
                await Task.Delay(BeforeTryingAgain, CancellationToken.None);
            }
        }
    }

    /// <summary>Brings the board up to the log's end; true when something had changed.</summary>
    private async Task<bool> Advance(bool isWhole, CancellationToken cancellationToken)
    {
        var count = commits.Count;
        await using var scope = scopes.CreateAsyncScope();
        var feed = scope.ServiceProvider.GetRequiredService<BoardFeed>();
        var snapshot = scope.ServiceProvider.GetRequiredService<ISnapshot>();
        var update = await snapshot.Read<BoardUpdate?>(
            async () => isWhole ? await feed.Whole(cancellationToken) : await feed.Since(board.Sequence, cancellationToken),
            cancellationToken);
        if (update is not null)
        {
            await publisher.Publish(update);
        }

        board.Saw(count);
        return update is not null;
    }
}
