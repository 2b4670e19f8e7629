using System.Security.Cryptography;
using System.Text;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LogiPilot.Kaizen.Server.Hosting.SignIn;

/// <summary>
/// The one-time link by which the first administrator is made, printed when the server starts with a database that knows nobody. It
/// lives in memory: a restart makes another, its use ends it.
/// </summary>
public sealed class SetUpLink(IServiceProvider services, IServer server, KaizenSettings settings, ILogger<SetUpLink> logger)
    : IHostedLifecycleService
{
    private string? _token;

    /// <summary>Null when the link is not open.</summary>
    public string? Token => Volatile.Read(ref _token);

    public bool IsOpen => Token is not null;

    /// <summary>Once the server listens: opens and prints the link when nobody is known.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.Acting(Actor.System);
        if (await scope.ServiceProvider.GetRequiredService<IOrganisationStore>().AnyPerson(cancellationToken))
        {
            return;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        Volatile.Write(ref _token, token);
        var address = settings.PublicUrl ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        logger.LogWarning("Nobody is known yet. Make the first administrator, once, at {Link}", $"{address.TrimEnd('/')}/set-up?token={token}");
    }

    /// <summary>Takes the link out of use when the token is its own: two at once cannot both succeed.</summary>
    public bool TryTake(string? token)
    {
        var present = Volatile.Read(ref _token);
        return present is not null && token is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(present), Encoding.UTF8.GetBytes(token))
            && Interlocked.CompareExchange(ref _token, null, present) == present;
    }

    /// <summary>Puts the link back after a set-up that was refused.</summary>
    public void Return(string token) => Volatile.Write(ref _token, token);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
