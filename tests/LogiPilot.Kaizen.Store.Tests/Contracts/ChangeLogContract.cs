using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database promises of the change log.</summary>
public abstract class ChangeLogContract(IStoreUnderTest store) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task A_change_tells_plant_room_event_subject_actor_and_the_facts_of_the_event_alone()
    {
        var at = Samples.Start.AddTicks(12_345_678);
        var happened = new SupplyPointChanged(
            Samples.Plant, Samples.Id(2), Samples.Id(3), null, null, null, 1.5m, 2m, SupplyStatus.Ok, SupplyStatus.StockOut,
            SupplyCondition.None, SupplyCondition.StockOut, null);
        await store.Apply(services => services.Log(happened, at));

        var change = Assert.Single(await store.Ask((IChangeLogReader log) => log.After(0, 10, default)));

        Assert.Equal(
            (1L, Samples.Plant, "Supply", "SupplyPointChanged", Samples.Id(2), null, Samples.Start.AddTicks(12_345_670)),
            (change.Sequence, change.PlantId, change.Room, change.Event, change.SubjectId, change.ActorId, change.At));
        Assert.Contains("\"was\":\"OK\",\"is\":\"STOCK_OUT\"", change.Facts, StringComparison.Ordinal);
        Assert.DoesNotContain("subjectId", change.Facts, StringComparison.Ordinal);
        Assert.DoesNotContain("\"room\"", change.Facts, StringComparison.Ordinal);
        Assert.Equal(1, await store.Ask((IChangeLogReader log) => log.LastSequence(default)));
    }

    [Fact]
    public async Task Two_stores_that_write_at_once_leave_no_gap_and_each_hears_of_the_other()
    {
        await using var other = store.Beside();
        var heard = other.Services.GetRequiredService<ICommitSignal>().Next;
        var writes = new[] { store, other }.SelectMany(s => Enumerable.Range(0, 50).Select(i => s.Apply(
            services => services.Log(new MovementsRecorded(Samples.Plant, Samples.Id(i), 1), Samples.Start))));
        await Task.WhenAll(writes);

        Assert.Equal(Enumerable.Range(1, 100).Select(n => (long)n), await store.Sequences());
        await heard.WaitAsync(TimeSpan.FromSeconds(10));
        var later = other.Services.GetRequiredService<ICommitSignal>().Next;
        await store.Apply(services => services.Log(new MovementsRecorded(Samples.Plant, Samples.Id(1), 1), Samples.Start));
        await later.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(101, await other.Ask((IChangeLogReader log) => log.LastSequence(default)));
    }

    [Fact]
    public async Task A_command_finds_what_was_told_last_of_a_subject_by_a_room_also_by_those_that_ran_just_before_it()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => store.Apply(async services =>
        {
            var last = await services.GetRequiredService<IChangeLogReader>().LastOf(Samples.Id(1), "Supply", default);
            return await services.Log(new MovementsRecorded(Samples.Plant, Samples.Id(1), 1), (last?.At ?? Samples.Start).AddMinutes(1));
        })));
        await store.Apply(services => services.Log(new OrganisationChanged(Samples.Plant, Samples.Id(1), "plant"), Samples.Start));
        await store.Apply(services => services.Log(new MovementsRecorded(Samples.Plant, Samples.Id(2), 1), Samples.Start));

        var last = await store.Ask((IChangeLogReader log) => log.LastOf(Samples.Id(1), "Supply", default));

        Assert.Equal((100L, Samples.Start.AddMinutes(100)), (last!.Sequence, last.At));
        Assert.Null(await store.Ask((IChangeLogReader log) => log.LastOf(Samples.Id(2), "Alerts", default)));
    }

    [Fact]
    public async Task The_log_is_read_in_order_piece_by_piece()
    {
        for (var i = 1; i <= 5; i++)
        {
            await store.Apply(services => services.Log(new MovementsRecorded(Samples.Plant, Samples.Id(i), i), Samples.Start));
        }

        var piece = await store.Ask((IChangeLogReader log) => log.After(2, 2, default));

        Assert.Equal([3L, 4L], piece.Select(c => c.Sequence));
        Assert.Empty(await store.Ask((IChangeLogReader log) => log.After(5, 2, default)));
    }
}
