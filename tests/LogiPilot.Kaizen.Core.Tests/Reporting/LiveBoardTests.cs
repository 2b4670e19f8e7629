using System.Collections.Immutable;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;
using static LogiPilot.Kaizen.Core.Tests.Reporting.BoardSamples;

namespace LogiPilot.Kaizen.Core.Tests.Reporting;

public sealed class LiveBoardTests
{
    private static readonly Guid AreaA = Id(10);
    private static readonly Guid AreaB = Id(11);
    private static readonly BoardGround Ground = new(Plant, [(AreaA, Line(1)), (AreaA, Line(2)), (AreaB, Line(3))]);
    private static readonly BoardView Whole = new(Plant.Id);

    private readonly LiveBoard _board = new();

    public LiveBoardTests() => _board.Apply(new BoardUpdate(7, [], [], [Ground]));

    private static BoardView Lines(params int[] numbers) => new(Plant.Id, null, [.. numbers.Select(n => Line(n).Id)]);

    private static BoardView Area(Guid id) => new(Plant.Id, ImmutableSortedSet.Create(id));

    private static Guid AreaOf(int line) => line == 3 ? AreaB : AreaA;

    private static Touched<PlacedPoint> Point(long sequence, int line, BoardPoint point) =>
        new(point.Id, sequence, new PlacedPoint(Plant.Id, Line(line).Id, point));

    private static Touched<OpenAlert> Alert(long sequence, int line, AlertPicture alert, Guid? point = null) =>
        new(alert.Id, sequence, new OpenAlert(Plant.Id, AreaOf(line), Line(line).Id, point, alert));

    private Board Snapshot(BoardView view) => _board.Plant(Plant.Id)!.Snapshot(view, "test", Noon);

    [Fact]
    public void A_change_moves_the_sequence_of_the_scopes_that_it_concerns_and_of_no_other()
    {
        _board.Apply(new BoardUpdate(12, [], [Alert(12, 1, BoardSamples.Alert(1))]));

        Assert.Equal([12L, 12, 12, 7, 7], new[] { Whole, Area(AreaA), Lines(1), Lines(2, 3), Area(AreaB) }.Select(v => Snapshot(v).Sequence));
        Assert.Single(Snapshot(Area(AreaA)).OpenAlerts);
        Assert.Empty(Snapshot(Lines(2, 3)).OpenAlerts);
    }

    [Fact]
    public void A_point_that_does_not_change_its_line_concerns_nobody()
    {
        _board.Apply(new BoardUpdate(8, [Point(8, 1, BoardSamples.Point(1, SupplyStatus.Critical, 5))], []));

        var changes = _board.Apply(new BoardUpdate(9, [Point(9, 1, BoardSamples.Point(2, SupplyStatus.Low, 60))], []));

        Assert.Empty(changes);
        Assert.Equal(8, Snapshot(Whole).Sequence);
        Assert.Equal(9, _board.Sequence);
    }

    [Fact]
    public void A_feed_that_falls_silent_is_told_though_the_status_stays()
    {
        var point = BoardSamples.Point(1, SupplyStatus.StockOut);
        _board.Apply(new BoardUpdate(8, [Point(8, 1, point)], []));

        var change = Assert.Single(_board.Apply(new BoardUpdate(9, [Point(9, 1, point with { IsSilent = true })], [])));
        var told = Assert.Single(change.Board.Delta(Lines(1), 8, Noon, change.Lines, new HashSet<Guid>()).Lines);

        Assert.Equal((SupplyStatus.StockOut, true), (told.Status, told.WorstPoint!.IsSilent));
    }

    [Fact]
    public void A_closed_alert_leaves_the_board_and_is_told_to_those_who_saw_it()
    {
        var alert = BoardSamples.Alert(1);
        _board.Apply(new BoardUpdate(8, [], [Alert(8, 1, alert)]));

        var change = Assert.Single(_board.Apply(new BoardUpdate(9, [], [new(alert.Id, 9, null)])));
        var delta = change.Board.Delta(Lines(1), 8, Noon, change.Lines, change.Alerts.Keys.ToHashSet());

        Assert.Equal([alert.Id], delta.ClosedAlertIds);
        Assert.Equal((9L, 8L, 0), (delta.Sequence, delta.PreviousSequence, delta.Counters.Open));
        Assert.Equal(0, Assert.Single(delta.Lines).OpenAlertCount);
    }

    [Fact]
    public void An_alert_shows_what_stands_at_its_point_now()
    {
        var point = BoardSamples.Point(1, SupplyStatus.Critical, 22, onHand: 14);
        _board.Apply(new BoardUpdate(8, [Point(8, 1, point)], [Alert(8, 1, BoardSamples.Alert(1), point.Id)]));

        _board.Apply(new BoardUpdate(9, [Point(9, 1, point with { OnHand = 11 })], []));

        Assert.Equal((11m, "pcs", point.RunsOutAt), Snapshot(Whole).OpenAlerts.Select(a => (a.OnHand, a.Unit, a.RunsOutAt)).Single());
    }

    [Fact]
    public void Cover_counts_down_on_reading_without_a_change()
    {
        _board.Apply(new BoardUpdate(8, [Point(8, 1, BoardSamples.Point(1, SupplyStatus.Low, 90))], []));
        var plant = _board.Plant(Plant.Id)!;

        Assert.Equal(
            [90, 60, 0],
            new[] { 0, 30, 200 }.Select(m => plant.Snapshot(Lines(1), "test", Noon.AddMinutes(m)).Lines.Single().CoverMinutes!.Value));
    }

    [Fact]
    public void A_line_that_moves_to_another_area_is_told_as_having_left()
    {
        var changes = _board.Apply(new BoardUpdate(9, [], [], [Ground with { Lines = [(AreaA, Line(1)), (AreaB, Line(2)), (AreaB, Line(3))] }]));

        Assert.True(Assert.Single(changes).LinesLeft);
        Assert.Equal([Line(2), Line(3)], Snapshot(Area(AreaB)).Lines.Select(l => l.Line));
        Assert.Equal(9, Snapshot(Area(AreaB)).Sequence);
    }

    [Fact]
    public async Task Who_has_just_changed_something_waits_until_the_board_holds_it()
    {
        var caughtUp = _board.CaughtUp(3);
        _board.Saw(2);
        Assert.False(caughtUp.IsCompleted);

        _board.Saw(3);

        await caughtUp.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.True(_board.CaughtUp(3).IsCompleted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_snapshot_with_its_deltas_is_always_the_board_made_anew(int seed)
    {
        var random = new Random(seed);
        var points = new Dictionary<Guid, Touched<PlacedPoint>>();
        var alerts = new Dictionary<Guid, Touched<OpenAlert>>();
        var clients = new[] { Whole, Area(AreaA), Area(AreaB), Lines(1), Lines(2, 3) }.Select(v => new Client(v, Snapshot(v))).ToArray();
        for (long sequence = 8; sequence < 1_500;)
        {
            var touchedPoints = new Dictionary<Guid, Touched<PlacedPoint>>();
            var touchedAlerts = new Dictionary<Guid, Touched<OpenAlert>>();
            for (var n = random.Next(1, 5); n > 0; n--, sequence++)
            {
                if (random.Next(2) == 0)
                {
                    var number = random.Next(12);
                    var point = BoardSamples.Point(number, (SupplyStatus)random.Next(6), random.Next(60), random.Next(20));
                    touchedPoints[point.Id] = points[point.Id] = Point(sequence, 1 + (number % 3), point);
                    continue;
                }

                var id = random.Next(20);
                var alert = BoardSamples.Alert(id, (Severity)random.Next(4), AlertKind.Shortage, (AlertState)random.Next(3)) with { Version = random.Next(3) };
                touchedAlerts[alert.Id] = random.Next(3) == 0
                    ? new(alert.Id, sequence, null)
                    : Alert(sequence, 1 + (id % 3), alert, BoardSamples.Point(id % 12, default).Id);
                alerts[alert.Id] = touchedAlerts[alert.Id];
            }

            var whole = random.Next(20) == 0;
            var changes = _board.Apply(whole
                ? new(sequence - 1, [.. points.Values], [.. alerts.Values.Where(a => a.Now is not null)], [Ground])
                : new(sequence - 1, [.. touchedPoints.Values], [.. touchedAlerts.Values]));
            foreach (var client in clients)
            {
                client.Take(changes);
                Assert.Equal(Text(Snapshot(client.View)), Text(client.Board));
            }
        }

        var anew = new LiveBoard();
        anew.Apply(new(1, [.. points.Values], [.. alerts.Values.Where(a => a.Now is not null)], [Ground]));
        foreach (var client in clients)
        {
            Assert.Equal(Text(anew.Plant(Plant.Id)!.Snapshot(client.View, "test", Noon) with { Sequence = client.Board.Sequence }), Text(client.Board));
        }
    }

    private static string Text(Board board) => System.Text.Json.JsonSerializer.Serialize(
        board with { OpenAlerts = [.. board.OpenAlerts.OrderBy(a => a.Id)] });

    /// <summary>What a screen does with deltas, as the contract says.</summary>
    private sealed class Client(BoardView view, Board board)
    {
        public BoardView View { get; } = view;

        public Board Board { get; private set; } = board;

        public void Take(IReadOnlyList<BoardChange> changes)
        {
            if (changes is not [var change] || change.Board.SequenceOf(View) == Board.Sequence)
            {
                return;
            }

            var alertIds = change.Alerts.Where(a => View.Holds(a.Value.AreaId, a.Value.LineId)).Select(a => a.Key).ToHashSet();
            var delta = change.Board.Delta(View, Board.Sequence, Noon, change.Lines, alertIds);
            var lines = delta.Lines.ToDictionary(l => l.Line.Id);
            var replaced = delta.Alerts.Select(a => a.Id).Concat(delta.ClosedAlertIds).ToHashSet();
            Assert.True(delta.Lines.Count + replaced.Count > 0);
            Board = Board with
            {
                Sequence = delta.Sequence,
                Lines = [.. Board.Lines.Select(l => lines.GetValueOrDefault(l.Line.Id, l))],
                OpenAlerts = [.. Board.OpenAlerts.Where(a => !replaced.Contains(a.Id)), .. delta.Alerts],
                Counters = delta.Counters,
            };
        }
    }
}
