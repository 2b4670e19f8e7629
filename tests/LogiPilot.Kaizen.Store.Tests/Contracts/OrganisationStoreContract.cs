using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Contracts;

/// <summary>What every database keeps of plants, places and people.</summary>
public abstract class OrganisationStoreContract(IStoreUnderTest store) : IAsyncLifetime
{
    private static readonly Plant Plant = Plant.Create(
        Samples.Plant, "LYON", "Lyon", "Europe/Paris", Language.Fr);

    private static readonly Person Person = Core.Organisation.Person.Create(
        Samples.Id(9), PersonKind.Human, "Élodie", "Elodie.M", null, Language.Fr,
        [new(Samples.Plant, Role.Support, [Samples.Id(2)], SupportService.LogisticsMethods)], Role.Operator);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await store.DisposeAsync();

    [Fact]
    public async Task Plants_places_and_people_come_back_as_they_were_saved()
    {
        var area = Place(2, PlaceKind.Area, 2);
        var line = Place(3, PlaceKind.Line, 1);
        Assert.False(await store.Ask((IOrganisationStore s) => s.AnyPerson(default)));
        await store.Write((IOrganisationStore s) =>
        {
            s.Add(Plant);
            s.Add(area);
            s.Add(line);
            s.Add(Person);
        });
        line.Revise("Peinture", area.Id, null);
        await store.Write((IOrganisationStore s) => s.Save(line));

        Assert.Equivalent(Plant, (await store.Ask((IOrganisationStore s) => s.Plants(default))).Single(), strict: true);
        Assert.Equivalent(line, await store.Ask((IOrganisationStore s) => s.FindPlace(line.Id, default)), strict: true);
        Assert.Equal([line.Id, area.Id], (await store.Ask((IOrganisationStore s) => s.Places(Samples.Plant, default))).Select(p => p.Id));
        Assert.Equivalent(Person, await store.Ask((IOrganisationStore s) => s.FindPerson(Person.Id, default)), strict: true);
        Assert.Equivalent(Person, await store.Ask((IOrganisationStore s) => s.FindPersonByUserName(" ELODIE.m", default)), strict: true);
        Assert.True(await store.Ask((IOrganisationStore s) => s.AnyPerson(default)));
    }

    [Fact]
    public async Task The_directory_follows_a_write_at_once_and_another_stores_within_a_second()
    {
        var directory = store.Services.GetRequiredService<IDirectory>();
        var before = await directory.Current(default);
        await store.Write((IOrganisationStore s) => s.Add(Plant));

        var after = await directory.Current(default);
        Assert.Empty(before.Plants);
        Assert.Equal("LYON", after.Plant(Samples.Plant)?.Code);
        await store.Write((ICommandMemory _) => { });
        Assert.Same(after, await directory.Current(default));

        await using var other = store.Beside();
        var heard = store.Services.GetRequiredService<ICommitSignal>().Next;
        await other.Write((IOrganisationStore s) => s.Add(Person));
        await heard.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("Élodie", (await directory.Current(default)).Person(Person.Id)?.Name);
        Assert.Equal(2, (await directory.Current(default)).ActorOf(Person.Id)?.Memberships.Count);
    }

    [Fact]
    public async Task A_token_is_found_by_its_hash_until_it_is_revoked()
    {
        var token = new ApiToken(Samples.Id(1), Person.Id, "abc", Samples.Start);
        await Tokens(t => t.Add(token, default));

        Assert.Equal(token, await store.Ask((ITokenStore t) => t.FindByHash("abc", default)));
        Assert.Null(await store.Ask((ITokenStore t) => t.FindByHash("abd", default)));
        await Tokens(t => t.Revoke(token.Id, Samples.Start, default));
        Assert.Null(await store.Ask((ITokenStore t) => t.FindByHash("abc", default)));
    }

    private Task<int> Tokens(Func<ITokenStore, Task> write) => store.Ask(async (ITokenStore tokens) =>
    {
        await write(tokens);
        return 0;
    });

    private static Place Place(int number, PlaceKind kind, int rank) => Core.Organisation.Place.Create(
        Samples.Id(number), Samples.Plant, kind, $"C{number}", $"Place {number}", $"L{number}", Samples.Id(2), null, rank);
}
