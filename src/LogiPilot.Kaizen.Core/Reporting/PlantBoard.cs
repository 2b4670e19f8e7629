using System.Collections.Immutable;
using LogiPilot.Kaizen.Core.Alerts;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>A line's tile, where it belongs, and the sequence of the last change that concerned the line.</summary>
public sealed record BoardTile(Guid? AreaId, BoardLine Line, long Sequence);

/// <summary>An open alert, where it belongs and the supply point that it follows.</summary>
public sealed record OpenAlert(Guid PlantId, Guid? AreaId, Guid? LineId, Guid? PointId, AlertPicture Picture);

/// <summary>The board of one plant at one moment. Immutable: read by many at once while the next one is made.</summary>
public sealed class PlantBoard(
    BoardPlant plant, ImmutableArray<BoardTile> tiles, ImmutableDictionary<Guid, OpenAlert> alerts,
    ImmutableDictionary<Guid, long> areaSequences, long sequence)
{
    private OpenAlert[]? _sorted;
    private AlertPicture[]? _pictures;
    private BoardCounters? _counters;

    public BoardPlant Plant { get; } = plant;

    /// <summary>In the order of the lines.</summary>
    public ImmutableArray<BoardTile> Tiles { get; } = tiles;

    public ImmutableDictionary<Guid, OpenAlert> Alerts { get; } = alerts;

    public ImmutableDictionary<Guid, long> AreaSequences { get; } = areaSequences;

    public long Sequence { get; } = sequence;

    public long SequenceOf(BoardView view) =>
        view.Lines is { } lines ? Tiles.Where(t => lines.Contains(t.Line.Line.Id)).Select(t => t.Sequence).DefaultIfEmpty(0).Max()
        : view.Areas is { } areas ? areas.Select(a => AreaSequences.GetValueOrDefault(a)).DefaultIfEmpty(0).Max()
        : Sequence;

    public Board Snapshot(BoardView view, string build, DateTimeOffset at)
    {
        var whole = view is { Areas: null, Lines: null };
        return new Board(
            at, SequenceOf(view), build, Plant, Lines(view, at, null),
            whole ? _pictures ??= [.. Sorted.Select(a => a.Picture)]
                : [.. Sorted.Where(a => view.Holds(a.AreaId, a.LineId)).Select(a => a.Picture)],
            CountersOf(view));
    }

    /// <summary>What differs for a view: the lines and alerts given as they are now, as far as they are the view's.</summary>
    public BoardDelta Delta(
        BoardView view, long previousSequence, DateTimeOffset at, IReadOnlySet<Guid> lineIds, IReadOnlySet<Guid> alertIds)
    {
        var open = alertIds.Where(Alerts.ContainsKey).Select(id => Alerts[id].Picture).Order(LineStatus.MostSevereFirst);
        return new BoardDelta(
            SequenceOf(view), previousSequence, at, Lines(view, at, lineIds), [.. open],
            [.. alertIds.Where(id => !Alerts.ContainsKey(id))], CountersOf(view));
    }

    private OpenAlert[] Sorted =>
        _sorted ??= [.. Alerts.Values.OrderBy(a => a.Picture, LineStatus.MostSevereFirst)];

    private BoardLine[] Lines(BoardView view, DateTimeOffset at, IReadOnlySet<Guid>? only)
    {
        var lines = new List<BoardLine>(Tiles.Length);
        foreach (var tile in Tiles)
        {
            var id = tile.Line.Line.Id;
            if (view.Holds(tile.AreaId, id) && only?.Contains(id) != false)
            {
                lines.Add(tile.Line.RunsOutAt is { } end ? tile.Line with { CoverMinutes = Minutes(end - at) } : tile.Line);
            }
        }

        return [.. lines];
    }

    private BoardCounters CountersOf(BoardView view)
    {
        if (view is { Areas: null, Lines: null })
        {
            return _counters ??= Count(view);
        }

        return Count(view);
    }

    private BoardCounters Count(BoardView view)
    {
        int open = 0, untaken = 0, shelved = 0;
        foreach (var alert in Alerts.Values)
        {
            if (view.Holds(alert.AreaId, alert.LineId))
            {
                open++;
                untaken += LineStatus.IsUntaken(alert.Picture) ? 1 : 0;
                shelved += alert.Picture.State == AlertState.Shelved ? 1 : 0;
            }
        }

        var stopped = Tiles.Count(t => t.Line.StoppedSince is not null && view.Holds(t.AreaId, t.Line.Line.Id));
        return new BoardCounters(open, untaken, shelved, stopped);
    }

    private static int Minutes(TimeSpan left) => (int)Math.Clamp(left.TotalMinutes, 0, int.MaxValue);
}
