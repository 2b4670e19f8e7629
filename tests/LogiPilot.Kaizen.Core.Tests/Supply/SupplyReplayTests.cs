using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Supply;

public sealed class SupplyReplayTests
{
    private static readonly TimeSpan Replenishment = TimeSpan.FromMinutes(30);

    private readonly SupplyWorld _world = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_replay_turns_when_the_living_point_did(int seed)
    {
        var random = new Random(seed);
        var station = _world.AddPoint(_world.Station, new SupplyLimits(Minimum: 20, Maximum: 80));
        await _world.Record(_world.Receipt(100_000), _world.Transfer(60));
        _world.Clock.Now += TimeSpan.FromHours(9);
        var since = _world.Clock.Now;
        _world.Events.All.Clear();
        for (var booking = 0; booking < 400; booking++)
        {
            _world.Clock.Now += TimeSpan.FromMinutes(random.Next(1, 25));
            var isFed = random.Next(station.Balance < 17 ? 2 : 6) == 0;
            await _world.Record(isFed ? _world.Transfer(random.Next(3, 14)) : _world.Use(random.Next(1, 5)));
        }

        var lived = _world.Events.Take<SupplyPointChanged>().Where(c => c.PointId == station.Id)
            .Where(c => c.ConditionWas == SupplyCondition.None != (c.ConditionIs == SupplyCondition.None))
            .Select(c => c.ConditionIs != SupplyCondition.None).ToList();
        var replayed = Replay(station, since).RunAsIs();

        Assert.True(lived.Count > 20, $"{lived.Count} turns are few.");
        Assert.Equal(lived, replayed.Turns.Select(t => t.Holds));
    }

    [Fact]
    public async Task A_stock_out_is_announced_when_the_alarm_came_as_long_before_as_supply_takes()
    {
        var station = _world.AddPoint(_world.Station, new SupplyLimits(Minimum: 10, Maximum: 100));
        await _world.Record(_world.Receipt(1_000), _world.Transfer(50));
        var since = _world.Clock.Now;
        await Book(use: 42, after: 1);
        await Book(use: 8, after: 29);
        await Book(feed: 50, after: 5);
        await Book(use: 42, after: 5);
        await Book(use: 8, after: 30);
        await Book(feed: 50, after: 5);

        var replay = Replay(station, since);

        Assert.Equal((2, 1), (replay.Run(10).StockOuts, replay.Run(10).UnannouncedStockOuts));
        Assert.Equal((2, 2), (replay.Run(5).StockOuts, replay.Run(5).UnannouncedStockOuts));
        Assert.Equal((2, 0), (replay.Run(50).StockOuts, replay.Run(50).UnannouncedStockOuts));
    }

    [Fact]
    public async Task The_least_change_that_halves_the_transitions_is_proposed_and_none_that_hides_a_stock_out()
    {
        var (quiet, proposal) = await Chattering(endsEmpty: false);
        Assert.Equal(20, proposal.Present.Threshold);
        Assert.True(proposal.Present.Transitions >= 16);
        var (least, trial) = (proposal.Proposed!.Threshold, proposal.Proposed);
        Assert.True(trial.Transitions * 2 <= proposal.Present.Transitions);
        Assert.All(Enumerable.Range((int)least + 1, 19 - (int)least), t => Assert.True(quiet.Run(t).Turns.Count * 2 > proposal.Present.Transitions));

        var (_, hidden) = await Chattering(endsEmpty: true);
        Assert.Null(hidden.Proposed);
    }

    /// <summary>Around the minimum of 20 all day; then used up in one go, half an hour after 18 were left.</summary>
    private static async Task<(SupplyReplay Replay, ThresholdProposal Proposal)> Chattering(bool endsEmpty)
    {
        var test = new SupplyReplayTests();
        var station = test._world.AddPoint(test._world.Station, new SupplyLimits(Minimum: 20, Maximum: 100));
        await test._world.Record(test._world.Receipt(1_000), test._world.Transfer(22));
        var since = test._world.Clock.Now;
        for (var turn = 0; turn < 8; turn++)
        {
            await test.Book(use: 4, after: 4);
            await test.Book(feed: 4, after: 4);
        }

        await test.Book(use: 4, after: 4);
        if (endsEmpty)
        {
            await test.Book(use: 18, after: 30);
        }

        var replay = test.Replay(station, since);
        return (replay, ThresholdProposal.Of(station, replay, since, test._world.Clock.Now, [])!);
    }

    private SupplyReplay Replay(SupplyPoint point, DateTimeOffset since) => SupplyReplay.Of(
        point,
        [.. _world.Supply.Ledger.Where(m => m.FromPlaceId == point.PlaceId || m.ToPlaceId == point.PlaceId).OrderBy(m => m.OccurredAt)],
        since.AddTicks(1), Replenishment);

    private async Task Book(int after, int use = 0, int feed = 0)
    {
        _world.Clock.Now += TimeSpan.FromMinutes(after);
        await _world.Record(use > 0 ? _world.Use(use) : _world.Transfer(feed));
    }
}
