namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>Holds the data folder as long as the server runs.</summary>
public sealed class DataFolderHold(DataFolder folder) : IHostedService
{
    private IDisposable? _held;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _held = folder.Hold();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _held?.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>The folder where everything the server keeps is. One server at a time holds it; other commands work beside it.</summary>
public sealed class DataFolder
{
    public DataFolder(KaizenSettings settings)
    {
        Path = System.IO.Path.GetFullPath(settings.Data);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>Whether a database is in the folder that the settings name; looking makes neither.</summary>
    public static bool HasDatabase(KaizenSettings settings) =>
        System.IO.File.Exists(System.IO.Path.Combine(settings.Data, "kaizen.db"));

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Holds the folder until disposed; the system lets go of it when the process dies.</summary>
    /// <exception cref="CommandRefusedException">A server holds it.</exception>
    public IDisposable Hold()
    {
        try
        {
            return new FileStream(File("server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new CommandRefusedException($"A server holds {Path}: stop it, or choose another folder with --data.");
        }
    }
}

public static class DataFolderRegistration
{
    /// <summary>First among what starts: nothing touches the database of another server.</summary>
    public static IServiceCollection AddDataFolder(this IServiceCollection services) =>
        services.AddSingleton<DataFolder>().AddHostedService<DataFolderHold>();
}
