using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using Microsoft.AspNetCore.SignalR;

namespace LogiPilot.Kaizen.Server.Live;

/// <summary>A connection that watches, whose it is, and what it asked for.</summary>
public sealed record Watcher(HubCallerContext Connection, Guid PersonId, BoardScope Scope);

/// <summary>Says at least every few seconds that the server is alive, how far the scope is, and the shift that runs in it.</summary>
public sealed record Heartbeat(long Sequence, DateTimeOffset At, BoardShift? Shift);

/// <summary>
/// Sends boards to those who watch. Updates, joins and heartbeats take turns, so that a snapshot has no gap to the deltas after it
/// and each delta follows the one before. Everybody with the same view is one group: a message is serialised once for them.
/// </summary>
public sealed class LivePublisher(
    IHubContext<LiveHub> hub, LiveBoard board, IDirectory directory, Build build, TimeProvider clock, ILogger<LivePublisher> log)
    : IDisposable
{
    /// <summary>No snapshot has it: whoever gets it as the previous sequence joins again.</summary>
    private const long Nowhere = -1;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<string, Audience> _audiences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Watcher Watcher, Audience Audience)> _watching = new(StringComparer.Ordinal);

    /// <summary>How many connections watch a board.</summary>
    public int Watching => _watching.Count;

    public Task<Board> Join(Watcher watcher, BoardView view) => InTurn(async () =>
    {
        var id = watcher.Connection.ConnectionId;
        await Forget(id);
        var now = clock.GetUtcNow();
        var snapshot = board.Plant(view.PlantId)!.Snapshot(view, build.Name, now) with
        {
            Shift = BoardShift.Of(await directory.Current(CancellationToken.None), view, now),
        };
        if (!_audiences.TryGetValue(view.Key, out var audience))
        {
            audience = _audiences[view.Key] = new Audience(view, snapshot.Sequence);
        }

        audience.Members++;
        _watching[id] = (watcher, audience);
        await hub.Groups.AddToGroupAsync(id, view.Key);
        return snapshot;
    });

    public Task Leave(string connectionId) => InTurn(async () =>
    {
        await Forget(connectionId);
        return true;
    });

    /// <summary>Takes an update into the board and tells everybody whom it concerns.</summary>
    public Task Publish(BoardUpdate update) => InTurn(() =>
    {
        foreach (var change in board.Apply(update))
        {
            foreach (var audience in _audiences.Values.Where(a => a.View.PlantId == change.Board.Plant.Id))
            {
                Tell(audience, change);
            }
        }

        return Task.FromResult(true);
    });

    /// <summary>Tells everybody that the server lives, and parts from those who may no longer see what they watch.</summary>
    public Task Beat(CancellationToken cancellationToken) => InTurn(async () =>
    {
        var now = clock.GetUtcNow();
        var organisation = await directory.Current(cancellationToken);
        foreach (var audience in _audiences.Values)
        {
            Send(audience, "Heartbeat", new Heartbeat(audience.Sequence, now, BoardShift.Of(organisation, audience.View, now)));
        }

        foreach (var (watcher, audience) in _watching.Values)
        {
            var view = organisation.ActorOf(watcher.PersonId) is { } actor
                ? BoardView.Of(watcher.Scope, actor, organisation)
                : default;
            if (!audience.View.Equals(view.IsDone ? view.Value : null))
            {
                watcher.Connection.Abort();
            }
        }

        return true;
    });

    public void Dispose() => _turn.Dispose();

    private void Tell(Audience audience, BoardChange change)
    {
        var view = audience.View;
        var sequence = change.Board.SequenceOf(view);
        if (sequence == audience.Sequence && !change.LinesLeft)
        {
            return;
        }

        var alertIds = change.Alerts.Where(a => view.Holds(a.Value.AreaId, a.Value.LineId)).Select(a => a.Key).ToHashSet();
        var previous = change.LinesLeft ? Nowhere : audience.Sequence;
        audience.Sequence = sequence;
        Send(audience, "BoardChanged", change.Board.Delta(view, previous, clock.GetUtcNow(), change.Lines, alertIds));
    }

    /// <summary>Not awaited: one that reads slowly must not hold the others. It is cut off when a send takes too long.</summary>
    private void Send(Audience audience, string method, object message) =>
        _ = Watched(hub.Clients.Group(audience.View.Key).SendAsync(method, message), method);

    private async Task Watched(Task sending, string method)
    {
        try
        {
            await sending;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning(failure, "{Method} did not reach everybody who watches.", method);
        }
    }

    private async Task Forget(string connectionId)
    {
        if (!_watching.Remove(connectionId, out var before))
        {
            return;
        }

        await hub.Groups.RemoveFromGroupAsync(connectionId, before.Audience.View.Key);
        if (--before.Audience.Members == 0)
        {
            _audiences.Remove(before.Audience.View.Key);
        }
    }

    private async Task<T> InTurn<T>(Func<Task<T>> work)
    {
        await _turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private sealed class Audience(BoardView view, long sequence)
    {
        public BoardView View { get; } = view;

        public int Members { get; set; }

        /// <summary>That of the message sent last; the snapshots taken since have it too.</summary>
        public long Sequence { get; set; } = sequence;
    }
}
