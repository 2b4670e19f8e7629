using LogiPilot.Kaizen.Core.Improvement.Indicators;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of indicators.</summary>
public abstract class IndicatorStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task An_indicator_comes_back_whole_with_every_measure_after_the_plan_it_is_of()
    {
        var day = new DateOnly(2026, 3, 2);
        var terms = new IndicatorTerms(
            "Ruptures", "ruptures", Direction.Lower, MeasureSource.StockOuts, [new("Supply", Samples.Id(5), null)], Exposure.UnitsMade,
            new MeasuredPeriod(day, day.AddDays(27), 14.125m, 160.5m, 14), 4.5m, day.AddDays(90));
        var (full, bare) = (Indicator.Define(Samples.Id(1), Samples.Id(9), terms), Indicator.Define(
            Samples.Id(2), Samples.Id(9), terms with { Baseline = null, Target = null, TargetOn = null, Keys = [] }));
        await store.Write<IIndicatorStore>(s =>
        {
            s.Add(bare);
            s.Add(full);
            s.Add(Indicator.Define(Samples.Id(3), Samples.Id(8), terms));
        });
        full.Record(new Measure(
            Samples.Id(21), 2, new MeasuredPeriod(day.AddDays(40), day.AddDays(67), -0.001m, 0, 1), MeasureSource.Manual, day.AddDays(68), Samples.Id(30), "Après"));
        await store.Write<IIndicatorStore>(s => s.Save(full));

        var found = await store.Ask((IIndicatorReader r) => r.OfPlans([Samples.Id(9)], default));

        Assert.Equal([full.Id, bare.Id], found.Select(i => i.Id));
        Assert.Equivalent(full, found[0], strict: true);
        Assert.Equivalent(bare, await store.Ask((IIndicatorReader r) => r.Find(bare.Id, default)), strict: true);
        Assert.Equal(2, (await store.Ask((IIndicatorStore s) => s.OfPlan(Samples.Id(9), default))).Count);
        await Assert.ThrowsAnyAsync<Exception>(() => store.Write<IIndicatorStore>(s => s.Save(full)));
    }

    [Fact]
    public async Task What_is_saved_at_once_comes_by_name_and_what_is_saved_later_after_it()
    {
        var terms = new IndicatorTerms(
            "", "%", Direction.Lower, MeasureSource.Manual, [], Exposure.WorkingHours, null, null, null);
        Indicator Of(string name, int millisecond) =>
            Indicator.Define(Guid.CreateVersion7(Samples.Start.AddMilliseconds(millisecond)), Samples.Id(9), terms with { Name = name });
        await store.Write<IIndicatorStore>(s => "GECAFBD".ToList().ForEach(name => s.Add(Of(name.ToString(), 0))));
        await store.Write<IIndicatorStore>(s => s.Add(Of("A later one", 1)));

        var found = await store.Ask((IIndicatorReader r) => r.OfPlans([Samples.Id(9)], default));

        Assert.Equal(["A", "B", "C", "D", "E", "F", "G", "A later one"], found.Select(i => i.Name));
    }
}
