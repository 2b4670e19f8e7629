using System.Collections.Immutable;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>The next board of one plant, while one update is taken.</summary>
internal sealed class PlantDraft(PlantBoard? before, BoardGround? newGround, long sequence)
{
    private readonly Dictionary<Guid, long> _touched = [];
    private readonly HashSet<Guid> _linesOfAlerts = [];
    private readonly Dictionary<Guid, OpenAlert> _changedAlerts = [];
    private readonly HashSet<Guid> _changedLines = [];

    private readonly ImmutableDictionary<Guid, OpenAlert>.Builder _alerts =
        (before?.Alerts ?? ImmutableDictionary<Guid, OpenAlert>.Empty).ToBuilder();

    private readonly ImmutableDictionary<Guid, long>.Builder _areas =
        (before?.AreaSequences ?? ImmutableDictionary<Guid, long>.Empty).ToBuilder();

    private long _sequence = before?.Sequence ?? sequence;

    public void Touch(Guid? lineId, long at)
    {
        if (lineId is { } line)
        {
            _touched[line] = Math.Max(at, _touched.GetValueOrDefault(line));
        }
    }

    public void Take(OpenAlert? was, OpenAlert? now, long at)
    {
        foreach (var alert in new[] { was, now }.OfType<OpenAlert>())
        {
            Concerns(alert.AreaId, at);
            Touch(alert.LineId, at);
            if (alert.LineId is { } line)
            {
                _linesOfAlerts.Add(line);
            }
        }

        var last = (now ?? was)!;
        _changedAlerts[last.Picture.Id] = last;
        if (now is null)
        {
            _alerts.Remove(last.Picture.Id);
        }
        else
        {
            _alerts[now.Picture.Id] = now;
        }
    }

    /// <summary>Draws the touched lines (on new ground: all of them) and tells what differs from before.</summary>
    public (PlantBoard Board, BoardChange? Change) Finish(Func<Named, BoardLine> draw)
    {
        var tilesBefore = before?.Tiles.ToDictionary(t => t.Line.Line.Id) ?? [];
        var lines = newGround?.Lines ?? [.. before!.Tiles.Select(t => (t.AreaId, t.Line.Line))];
        ImmutableArray<BoardTile> tiles = [.. lines.Select(l => Tile(l.AreaId, l.Line, tilesBefore.GetValueOrDefault(l.Line.Id), draw))];
        var left = tilesBefore.Values.Select(t => (t.AreaId, t.Line.Line.Id)).Except(tiles.Select(t => (t.AreaId, t.Line.Line.Id))).ToArray();
        foreach (var (areaId, _) in left)
        {
            Concerns(areaId, sequence);
        }

        var board = new PlantBoard(newGround?.Plant ?? before!.Plant, tiles, _alerts.ToImmutable(), _areas.ToImmutable(), _sequence);
        var differs = left.Length > 0 || _changedLines.Count > 0 || _changedAlerts.Count > 0;
        return (board, differs ? new BoardChange(board, _changedLines, _changedAlerts, left.Length > 0) : null);
    }

    private BoardTile Tile(Guid? areaId, Named line, BoardTile? tile, Func<Named, BoardLine> draw)
    {
        if (tile is not null && newGround is null && !_touched.ContainsKey(line.Id))
        {
            return tile;
        }

        var now = draw(line);
        if (tile is not null && tile.Line == now && tile.AreaId == areaId && !_linesOfAlerts.Contains(line.Id))
        {
            return tile;
        }

        var at = _touched.GetValueOrDefault(line.Id, sequence);
        Concerns(areaId, at);
        _changedLines.Add(line.Id);
        return new BoardTile(areaId, now, at);
    }

    private void Concerns(Guid? areaId, long at)
    {
        _sequence = Math.Max(_sequence, at);
        if (areaId is { } area)
        {
            _areas[area] = Math.Max(at, _areas.GetValueOrDefault(area));
        }
    }
}
