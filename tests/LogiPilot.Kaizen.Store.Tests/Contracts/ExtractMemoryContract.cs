using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database remembers of extracts.</summary>
public abstract class ExtractMemoryContract(IStoreUnderTest store) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task The_last_figures_of_a_source_replace_the_ones_before_and_no_others()
    {
        var stock = new TakenDataset(Samples.Plant, Dataset.Stock, "stock.csv", "aa", Samples.Start);
        await Keep(stock, stock with { Dataset = Dataset.Movements, Fingerprint = "bb" }, stock with { Source = "autre.csv", Fingerprint = "cc" });
        await Keep(stock with { Fingerprint = "dd", AsOf = Samples.Start.AddDays(1) });

        Assert.Equal(stock with { Fingerprint = "dd", AsOf = Samples.Start.AddDays(1) }, await Last(Dataset.Stock, "stock.csv"));
        Assert.Equal("bb", (await Last(Dataset.Movements, "stock.csv"))?.Fingerprint);
        Assert.Equal("cc", (await Last(Dataset.Stock, "autre.csv"))?.Fingerprint);
        Assert.Null(await Last(Dataset.Deliveries, "stock.csv"));
    }

    [Fact]
    public async Task A_place_has_one_last_count()
    {
        var (stores, post) = (Samples.Id(50), Samples.Id(51));
        await store.Write((IExtractMemory m) =>
        {
            m.KeepCount(Samples.Plant, stores, Samples.Start);
            m.KeepCount(Samples.Plant, post, Samples.Start);
            m.KeepCount(Samples.Plant, stores, Samples.Start.AddHours(1));
        });
        var counts = await store.Ask((IExtractMemory m) => m.LastCounts(Samples.Plant, default));
        Assert.Equal((2, Samples.Start.AddHours(1), Samples.Start), (counts.Count, counts[stores], counts[post]));
        Assert.Empty(await store.Ask((IExtractMemory m) => m.LastCounts(Samples.Id(99), default)));
    }

    private Task<Outcome<Made>> Keep(params TakenDataset[] taken) => store.Write((IExtractMemory m) =>
    {
        foreach (var one in taken)
        {
            m.Keep(one);
        }
    });

    private Task<TakenDataset?> Last(Dataset dataset, string source) =>
        store.Ask((IExtractMemory m) => m.LastTaken(Samples.Plant, dataset, source, default));
}
