using System.Collections.Immutable;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>A plant and its lines in the order of the screens.</summary>
public sealed record BoardGround(BoardPlant Plant, IReadOnlyList<(Guid? AreaId, Named Line)> Lines);

/// <summary>A supply point and the line whose tile it colours; no line: the stores.</summary>
public sealed record PlacedPoint(Guid PlantId, Guid? LineId, BoardPoint Picture);

/// <summary>Something named by the change log, as it is now; <see cref="Now"/> is null when it is gone or no longer open.</summary>
public sealed record Touched<T>(Guid Id, long Sequence, T? Now)
    where T : class;

/// <summary>
/// What the change log brought up to a sequence. With <see cref="Grounds"/> it is the whole truth, and what it does not name is
/// gone; without, only what it names may have changed.
/// </summary>
public sealed record BoardUpdate(
    long Sequence, IReadOnlyList<Touched<PlacedPoint>> Points, IReadOnlyList<Touched<OpenAlert>> Alerts,
    IReadOnlyList<BoardGround>? Grounds = null);

/// <summary>What an update changed on a plant's board. An alert that is no longer open has its former place.</summary>
public sealed record BoardChange(
    PlantBoard Board, IReadOnlySet<Guid> Lines, IReadOnlyDictionary<Guid, OpenAlert> Alerts, bool LinesLeft);

/// <summary>
/// The live board: every plant's lines and open alerts in memory. One writer applies updates, any number of readers take the
/// immutable picture without waiting. Its cost follows what is open, never what is past.
/// </summary>
public sealed class LiveBoard
{
    private readonly Lock _writing = new();
    private readonly Dictionary<Guid, PlacedPoint> _points = [];
    private readonly Dictionary<Guid, OpenAlert> _alerts = [];
    private readonly Dictionary<Guid, HashSet<Guid>> _pointsOfLine = [];
    private readonly Dictionary<Guid, HashSet<Guid>> _alertsOfLine = [];
    private readonly Dictionary<Guid, HashSet<Guid>> _alertsOfPoint = [];
    private readonly List<(long Commits, TaskCompletionSource Reached)> _waiting = [];
    private ImmutableDictionary<Guid, PlantBoard> _plants = ImmutableDictionary<Guid, PlantBoard>.Empty;
    private long _sequence = -1;
    private long _commits;

    /// <summary>The change-log sequence up to which the board is true; -1 before it was built.</summary>
    public long Sequence => Volatile.Read(ref _sequence);

    public PlantBoard? Plant(Guid plantId) => Volatile.Read(ref _plants).GetValueOrDefault(plantId);

    /// <summary>
    /// Completes when the board holds everything that was committed up to a count of commits (<see cref="ICommitSignal"/>): who has
    /// just changed something and then asks sees it.
    /// </summary>
    public Task CaughtUp(long commits)
    {
        if (Volatile.Read(ref _commits) >= commits)
        {
            return Task.CompletedTask;
        }

        lock (_writing)
        {
            if (_commits >= commits)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((commits, reached));
            return reached.Task;
        }
    }

    /// <summary>Everything committed up to this count has been taken.</summary>
    public void Saw(long commits)
    {
        lock (_writing)
        {
            Volatile.Write(ref _commits, commits);
            foreach (var (_, reached) in _waiting.Where(w => w.Commits <= commits))
            {
                reached.SetResult();
            }

            _waiting.RemoveAll(w => w.Commits <= commits);
        }
    }

    /// <summary>Takes an update and tells what it changed, one change a plant that shows a difference.</summary>
    public IReadOnlyList<BoardChange> Apply(BoardUpdate update)
    {
        lock (_writing)
        {
            var whole = update.Grounds is not null;
            var drafts = update.Grounds?.ToDictionary(
                g => g.Plant.Id, g => new PlantDraft(_plants.GetValueOrDefault(g.Plant.Id), g, update.Sequence)) ?? [];
            foreach (var point in whole ? update.Points.Concat(Gone(_points, update.Points, update.Sequence)) : update.Points)
            {
                Take(point, drafts, update.Sequence);
            }

            foreach (var alert in whole ? update.Alerts.Concat(Gone(_alerts, update.Alerts, update.Sequence)) : update.Alerts)
            {
                Take(alert, drafts, update.Sequence);
            }

            var finished = drafts.Values.Select(d => d.Finish(Draw)).ToArray();
            Volatile.Write(ref _plants, (whole ? ImmutableDictionary<Guid, PlantBoard>.Empty : _plants)
                .SetItems(finished.Select(f => KeyValuePair.Create(f.Board.Plant.Id, f.Board))));
            Volatile.Write(ref _sequence, update.Sequence);
            return [.. finished.Select(f => f.Change).OfType<BoardChange>()];
        }
    }

    private BoardLine Draw(Named line) => LineStatus.Of(
        line,
        Of(_pointsOfLine, line.Id).Select(id => _points[id].Picture),
        [.. Of(_alertsOfLine, line.Id).Select(id => _alerts[id].Picture)]);

    private void Take(Touched<PlacedPoint> point, Dictionary<Guid, PlantDraft> drafts, long sequence)
    {
        var before = _points.GetValueOrDefault(point.Id);
        if (before == point.Now || DraftOf((point.Now ?? before)!.PlantId, drafts, sequence) is not { } draft)
        {
            return;
        }

        Put(_points, point.Id, point.Now);
        Move(_pointsOfLine, point.Id, before?.LineId, point.Now?.LineId);
        draft.Touch(before?.LineId, point.Sequence);
        draft.Touch(point.Now?.LineId, point.Sequence);
        foreach (var alert in Of(_alertsOfPoint, point.Id).Select(id => _alerts[id]).ToArray())
        {
            Take(new Touched<OpenAlert>(alert.Picture.Id, point.Sequence, alert), drafts, sequence);
        }
    }

    private void Take(Touched<OpenAlert> alert, Dictionary<Guid, PlantDraft> drafts, long sequence)
    {
        var before = _alerts.GetValueOrDefault(alert.Id);
        var now = alert.Now is { PointId: { } pointId } following && _points.TryGetValue(pointId, out var point)
            ? following with { Picture = At(following.Picture, point.Picture) }
            : alert.Now;
        if (before == now || DraftOf((now ?? before)!.PlantId, drafts, sequence) is not { } draft)
        {
            return;
        }

        Put(_alerts, alert.Id, now);
        Move(_alertsOfLine, alert.Id, before?.LineId, now?.LineId);
        Move(_alertsOfPoint, alert.Id, before?.PointId, now?.PointId);
        draft.Take(before, now, alert.Sequence);
    }

    private static AlertPicture At(AlertPicture alert, BoardPoint point) =>
        alert with { OnHand = point.OnHand, Unit = point.Unit, RunsOutAt = point.RunsOutAt };

    /// <summary>Null for a plant that the board does not know yet: the whole truth that names it brings its points and alerts too.</summary>
    private PlantDraft? DraftOf(Guid plantId, Dictionary<Guid, PlantDraft> drafts, long sequence) =>
        drafts.TryGetValue(plantId, out var draft) ? draft
        : _plants.TryGetValue(plantId, out var board) ? drafts[plantId] = new PlantDraft(board, null, sequence)
        : null;

    private static IEnumerable<Touched<T>> Gone<T>(Dictionary<Guid, T> held, IReadOnlyList<Touched<T>> named, long sequence)
        where T : class
    {
        var kept = named.Select(t => t.Id).ToHashSet();
        return [.. held.Keys.Where(id => !kept.Contains(id)).Select(id => new Touched<T>(id, sequence, null))];
    }

    private static void Put<T>(Dictionary<Guid, T> held, Guid id, T? now)
        where T : class
    {
        if (now is null)
        {
            held.Remove(id);
        }
        else
        {
            held[id] = now;
        }
    }

    private static void Move(Dictionary<Guid, HashSet<Guid>> index, Guid id, Guid? from, Guid? to)
    {
        if (from == to)
        {
            return;
        }

        if (from is { } left && index.TryGetValue(left, out var rest) && rest.Remove(id) && rest.Count == 0)
        {
            index.Remove(left);
        }

        if (to is { } reached)
        {
            (index.TryGetValue(reached, out var there) ? there : index[reached] = []).Add(id);
        }
    }

    private static HashSet<Guid> Of(Dictionary<Guid, HashSet<Guid>> index, Guid key) =>
        index.TryGetValue(key, out var ids) ? ids : [];
}
