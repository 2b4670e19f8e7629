using LogiPilot.Kaizen.Store.Sqlite;
using LogiPilot.Kaizen.Store.Tests.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LogiPilot.Kaizen.Store.Tests.Sqlite;

/// <summary>The embedded store on a data folder of its own under the system's temporary one.</summary>
public sealed class SqliteStore : IStoreUnderTest
{
    private readonly ServiceProvider _services;
    private readonly bool _owns;

    public SqliteStore()
        : this(Directory.CreateTempSubdirectory("kaizen-store-").FullName, owns: true)
    {
    }

    public SqliteStore(string folder, bool owns = false)
    {
        (Folder, _owns) = (folder, owns);
        _services = new ServiceCollection().AddKaizenStore(folder).BuildServiceProvider(validateScopes: true);
        foreach (var service in _services.GetServices<IHostedService>())
        {
            service.StartAsync(default).GetAwaiter().GetResult();
        }
    }

    public string Folder { get; }

    public IServiceProvider Services => _services;

    public SqliteDatabase Database => _services.GetRequiredService<SqliteDatabase>();

    public IStoreUnderTest Beside() => new SqliteStore(Folder);

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(default);
        }

        await _services.DisposeAsync();
        if (_owns)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
