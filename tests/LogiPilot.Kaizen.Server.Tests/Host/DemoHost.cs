namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>The demo plant, loaded once for the tests of a class; its accounts have the password that the sign-in page shows.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    public KaizenHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await KaizenHost.StartDemo();

    public Task<KaizenClient> SignIn(string account) => Host.SignIn(account, "velos-du-forez");

    public Task DisposeAsync() => Host.DisposeAsync().AsTask();
}
