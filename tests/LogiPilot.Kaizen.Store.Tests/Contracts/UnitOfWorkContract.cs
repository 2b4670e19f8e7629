using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database promises of a command.</summary>
public abstract class UnitOfWorkContract(IStoreUnderTest store) : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Of_commands_that_wait_together_a_refused_and_a_throwing_one_leave_nothing()
    {
        var gate = new TaskCompletionSource();
        var first = store.Apply(async _ =>
        {
            await gate.Task;
            return (Made)Guid.Empty;
        });
        var commands = Enumerable.Range(0, 20).Select(i => store.Apply(async services =>
        {
            services.GetRequiredService<IOrganisationStore>().Add(Plant(i));
            await services.Log(new OrganisationChanged(Samples.Id(i), Samples.Id(i), "plant"), Samples.Start);
            return i switch
            {
                7 => Refusal.NotFound("plant"),
                11 => throw new InvalidOperationException("Broken."),
                _ => (Made)Samples.Id(i),
            };
        })).ToList();
        gate.SetResult();
        await first;

        await Assert.ThrowsAsync<InvalidOperationException>(() => commands[11]);
        var outcomes = await Task.WhenAll(commands.Where((_, i) => i != 11));
        Assert.Equal([7], Enumerable.Range(0, 19).Where(i => outcomes[i].Refusal is not null));
        var plants = await store.Ask((IOrganisationStore s) => s.Plants(default));
        Assert.Equal(Enumerable.Range(0, 20).Except([7, 11]).Select(i => $"P{i:D2}"), plants.Select(p => p.Code), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, 18).Select(n => (long)n), await store.Sequences());
    }

    [Fact]
    public async Task A_command_cancelled_before_its_turn_never_runs()
    {
        var (began, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var cancellation = new CancellationTokenSource();
        var ran = false;
        var first = store.Apply(async _ =>
        {
            began.SetResult();
            await gate.Task;
            return (Made)Guid.Empty;
        });
        await began.Task;
        var second = store.Apply(
            _ =>
            {
                ran = true;
                return Task.FromResult<Outcome<Made>>((Made)Guid.Empty);
            },
            cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.SetResult();
        await first;
        await store.Apply(_ => Task.FromResult<Outcome<Made>>((Made)Guid.Empty));
        Assert.False(ran);
    }

    [Fact]
    public async Task A_command_sees_what_the_one_before_it_did_and_readers_only_what_is_committed()
    {
        await store.Apply(async services =>
        {
            services.GetRequiredService<IOrganisationStore>().Add(Plant(1));
            Assert.Single(await services.GetRequiredService<IOrganisationStore>().Plants(default));
            Assert.Empty(await store.Ask((IOrganisationStore s) => s.Plants(default)));
            return (Made)Samples.Id(1);
        });

        Assert.Single(await store.Ask((IOrganisationStore s) => s.Plants(default)));
    }

    [Fact]
    public async Task A_snapshot_shows_one_instant_whatever_is_committed_meanwhile()
    {
        await using var scope = store.Services.CreateAsyncScope();
        var plants = scope.ServiceProvider.GetRequiredService<IOrganisationStore>();
        var seen = await scope.ServiceProvider.GetRequiredService<ISnapshot>().Read(
            async () =>
            {
                var before = await plants.Plants(default);
                await store.Write((IOrganisationStore s) => s.Add(Plant(1)));
                return (Before: before.Count, After: (await plants.Plants(default)).Count);
            },
            default);

        Assert.Equal((0, 0), seen);
        Assert.Single(await plants.Plants(default));
    }

    [Fact]
    public async Task Nobody_writes_outside_a_command_and_no_command_sends_another()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Ask((IOrganisationStore s) =>
        {
            s.Add(Plant(1));
            return Task.FromResult(0);
        }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Apply(services =>
            services.GetRequiredService<IUnitOfWork>().Apply(() => Task.FromResult<Outcome<Made>>((Made)Guid.Empty), default)));
    }

    [Fact]
    public async Task A_client_id_is_remembered_for_its_actor_until_it_is_forgotten()
    {
        var kept = new KeptCommand("RaiseAlert", "abc", [Samples.Id(3), Samples.Id(4)]);
        await store.Apply(async services =>
        {
            await services.GetRequiredService<ICommandMemory>().Keep(Samples.Id(1), Samples.Id(2), kept, Samples.Start, default);
            return (Made)Guid.Empty;
        });

        var found = await store.Ask((ICommandMemory memory) => memory.Find(Samples.Id(1), Samples.Id(2), default));
        Assert.Equivalent(kept, found, strict: true);
        Assert.Null(await store.Ask((ICommandMemory memory) => memory.Find(Samples.Id(9), Samples.Id(2), default)));
        await store.Apply(async services =>
        {
            var memory = services.GetRequiredService<ICommandMemory>();
            Assert.Equal(0, await memory.ForgetBefore(Samples.Start, default));
            Assert.Equal(1, await memory.ForgetBefore(Samples.Start.AddTicks(10), default));
            return (Made)Guid.Empty;
        });
        Assert.Null(await store.Ask((ICommandMemory memory) => memory.Find(Samples.Id(1), Samples.Id(2), default)));
    }

    private static Plant Plant(int number) => Core.Organisation.Plant.Create(
        Samples.Id(number), $"P{number:D2}", "Usine", "Europe/Paris", Language.Fr);
}
