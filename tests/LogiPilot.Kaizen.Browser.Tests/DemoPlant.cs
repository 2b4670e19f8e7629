using LogiPilot.Kaizen.Server.Tests.Host;

namespace LogiPilot.Kaizen.Browser.Tests;

/// <summary>The demo plant, as it stands at its first start.</summary>
public sealed class DemoPlant : IAsyncLifetime
{
    public const string Password = "velos-du-forez";

    public KaizenHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await KaizenHost.StartDemo();

    public Task DisposeAsync() => Host.DisposeAsync().AsTask();
}
