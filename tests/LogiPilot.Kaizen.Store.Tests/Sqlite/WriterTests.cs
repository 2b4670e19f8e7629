using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Store.Tests.Contracts;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Sqlite;

public sealed class WriterTests
{
    [Fact]
    public async Task When_a_transaction_cannot_end_all_its_callers_hear_of_it_and_the_next_one_works()
    {
        await using var store = new SqliteStore();
        using (var connection = store.Database.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = """
                CREATE TRIGGER broken BEFORE INSERT ON change_log WHEN NEW.subject_id = '019CAD00-0000-7000-8000-000000000007'
                BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END
                """;
            command.ExecuteNonQuery();
        }

        var (began, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = store.Apply(async _ =>
        {
            began.SetResult();
            await gate.Task;
            return (Made)Guid.Empty;
        });
        await began.Task;
        var good = AddPlant(store, 1);
        var broken = AddPlant(store, 7);
        gate.SetResult();
        await first;

        await Assert.ThrowsAsync<SqliteException>(() => good);
        await Assert.ThrowsAsync<SqliteException>(() => broken);
        Assert.Empty(await store.Ask((IOrganisationStore s) => s.Plants(default)));
        await AddPlant(store, 2);
        Assert.Equal([1L], await store.Sequences());
    }

    [Fact]
    public async Task Stopping_applies_what_waits_and_takes_nothing_more()
    {
        var store = new SqliteStore();
        var waiting = Enumerable.Range(0, 50).Select(_ => store.Apply(_ => Done)).ToList();
        var scope = store.Services.CreateAsyncScope();
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();

        await store.DisposeAsync();

        await Task.WhenAll(waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => unitOfWork.Apply(() => Done, default));
    }

    private static Task<Outcome<Made>> Done => Task.FromResult<Outcome<Made>>((Made)Guid.Empty);

    private static Task<Outcome<Made>> AddPlant(IStoreUnderTest store, int number) => store.Apply(services =>
    {
        services.GetRequiredService<IOrganisationStore>().Add(
            Plant.Create(Samples.Id(number), $"P{number}", "Usine", "Europe/Paris", Language.Fr));
        return services.Log(new MovementsRecorded(Samples.Plant, Samples.Id(number), 1), Samples.Start);
    });
}
