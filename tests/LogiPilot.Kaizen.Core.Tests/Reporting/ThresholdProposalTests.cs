using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Core.Tests.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Core.Tests.Reporting;

/// <summary>A point with a minimum of 20 that is fed up to 22 again and again: used down to 18, it chatters; down to 12, it is low.</summary>
public sealed class ThresholdProposalTests
{
    private static readonly TimeSpan Replenishment = TimeSpan.FromMinutes(30);

    private readonly SupplyWorld _world = new();

    [Theory]
    [InlineData(4, 4, 17)]
    [InlineData(3, 5, 11)]
    public async Task Half_the_transitions_is_quiet_enough_and_one_more_is_not(int shallow, int deep, int proposed)
    {
        var proposal = await Propose([.. Turns(4, shallow), .. Turns(10, deep)]);

        Assert.Equal(16, proposal.Present.Transitions);
        Assert.Equal((proposed, proposed == 17 ? 8 : 0), (proposal.Proposed?.Threshold, proposal.Proposed?.Transitions));
    }

    [Theory]
    [InlineData(4, 0, null)]
    [InlineData(10, 0, 17)]
    [InlineData(0, 1, 17)]
    public async Task A_stock_out_that_was_announced_in_time_stays_so_and_one_that_never_was_stands_in_nobodys_way(
        int usedBefore, int unannounced, int? proposed)
    {
        // Used up half an hour later: as long as supply takes to arrive.
        (int, int)[] end = usedBefore > 0 ? [(4, -usedBefore), (30, usedBefore - 22)] : [(30, -22)];
        var proposal = await Propose([.. Turns(4, 8), .. end]);

        Assert.Equal((1, unannounced), (proposal.Present.StockOuts, proposal.Present.UnannouncedStockOuts));
        Assert.Equal((decimal?)proposed, proposal.Proposed?.Threshold);
        Assert.True(proposal.Proposed is null || proposal.Proposed.UnannouncedStockOuts == unannounced);
    }

    private static IEnumerable<(int After, int Change)> Turns(int quantity, int count) =>
        Enumerable.Range(0, count).SelectMany(_ => ((int, int)[])[(4, -quantity), (4, quantity)]);

    private async Task<ThresholdProposal> Propose(IEnumerable<(int After, int Change)> bookings)
    {
        var station = _world.AddPoint(_world.Station, new SupplyLimits(Minimum: 20, Maximum: 100));
        await _world.Record(_world.Receipt(1_000), _world.Transfer(22));
        var since = _world.Clock.Now.AddTicks(1);
        foreach (var (after, change) in bookings)
        {
            _world.Clock.Now += TimeSpan.FromMinutes(after);
            await _world.Record(change < 0 ? _world.Use(-change) : _world.Transfer(change));
        }

        var replay = SupplyReplay.Of(
            station, [.. _world.Supply.Ledger.Where(m => m.FromPlaceId == station.PlaceId || m.ToPlaceId == station.PlaceId)], since, Replenishment);
        return ThresholdProposal.Of(station, replay, since, _world.Clock.Now, [])!;
    }
}
