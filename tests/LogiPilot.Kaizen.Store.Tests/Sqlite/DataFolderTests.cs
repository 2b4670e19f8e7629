using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Store.Organisation;
using LogiPilot.Kaizen.Store.Sqlite;
using LogiPilot.Kaizen.Store.Tests.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.Kaizen.Store.Tests.Sqlite;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kaizen-folder-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_backup_made_while_the_store_is_used_is_restored_elsewhere_and_found_whole()
    {
        var file = Path.Combine(_root, "backup.db");
        await using (var store = new SqliteStore(Path.Combine(_root, "one")))
        {
            await store.Write((IOrganisationStore s) => s.Add(Plant(1)));
            store.Database.Backup(file);
            await store.Write((IOrganisationStore s) => s.Add(Plant(2)));
            var refusal = Assert.Throws<StoreException>(() => SqliteDatabase.Restore(file, store.Folder));
            Assert.Equal(StoreProblem.FolderInUse, refusal.Problem);
        }

        SqliteDatabase.Restore(file, Path.Combine(_root, "one"));
        SqliteDatabase.Restore(file, Path.Combine(_root, "two"));

        foreach (var folder in new[] { "one", "two" })
        {
            await using var restored = new SqliteStore(Path.Combine(_root, folder));
            Assert.Equal("P1", (await restored.Ask((IOrganisationStore s) => s.Plants(default))).Single().Code);
        }
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_the_data_stay()
    {
        var folder = Path.Combine(_root, "one");
        await using (var store = new SqliteStore(folder))
        {
            await store.Write((IOrganisationStore s) => s.Add(Plant(1)));
        }

        var file = Path.Combine(_root, "note.txt");
        await File.WriteAllTextAsync(file, "not a database");
        Assert.Equal(StoreProblem.NotADatabase, Assert.Throws<StoreException>(() => SqliteDatabase.Restore(file, folder)).Problem);
        await using var reopened = new SqliteStore(folder);
        Assert.Single(await reopened.Ask((IOrganisationStore s) => s.Plants(default)));
    }

    [Fact]
    public async Task Credentials_are_written_beside_commands_that_keep_the_writer_busy()
    {
        await using var store = new SqliteStore(Path.Combine(_root, "one"));
        var commands = Enumerable.Range(0, 200).Select(i => store.Write((IOrganisationStore s) => s.Add(Plant(i))));
        var credentials = Task.Run(async () =>
        {
            await using var scope = store.Services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<CredentialsContext>();
            context.Users.Add(new Credential
            {
                Id = Samples.Id(1), UserName = "lea", NormalizedUserName = "LEA", LockoutEnd = Samples.Start, SecurityStamp = "s",
            });
            await context.SaveChangesAsync();
        });
        await Task.WhenAll([.. commands, credentials]);

        await using var scope = store.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<CredentialsContext>().Users.SingleAsync();
        Assert.Equal((Samples.Id(1), Samples.Start), (kept.Id, kept.LockoutEnd));
    }

    private static Plant Plant(int number) => Core.Organisation.Plant.Create(
        Samples.Id(number), $"P{number}", "Usine", "Europe/Paris", Language.Fr);
}
