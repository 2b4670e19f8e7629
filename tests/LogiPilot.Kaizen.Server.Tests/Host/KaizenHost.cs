using System.Net.Http.Headers;
using System.Net.Http.Json;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Hosting.SignIn;
using MediatR;
using LogiPilot.Kaizen.Server.Notifications.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>
/// The whole server in this process: real Kestrel on a free port, a data folder of its own, a clock that the test moves. The only
/// place of the tests that reaches into the container.
/// </summary>
public sealed class KaizenHost : IAsyncDisposable
{
    public const string Password = "une phrase assez longue";

    private readonly string[] _settings;
    private readonly bool _demo;
    private readonly List<HttpClient> _clients = [];
    private WebApplication? _app;

    private KaizenHost(string[] settings, bool demo) => (_settings, _demo) = (settings, demo);

    public MovedClock Clock { get; } = new();

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "kaizen-tests", Path.GetRandomFileName());

    public Uri Address { get; private set; } = new("http://localhost");

    public static async Task<KaizenHost> Start(params string[] settings)
    {
        var host = new KaizenHost(settings, demo: false);
        await host.Serve();
        return host;
    }

    /// <summary>The demo plant, alive.</summary>
    public static async Task<KaizenHost> StartDemo()
    {
        var host = new KaizenHost([], demo: true);
        await host.Serve();
        return host;
    }

    /// <summary>Ends the server and starts another on the same data.</summary>
    public async Task Restart()
    {
        await Stop();
        await Serve();
    }

    /// <summary>Where mails are put: no SMTP server is configured.</summary>
    public string MailFolder => Path.Combine(Folder, "mail");

    /// <summary>Does now what time alone has made due, and sends what is due after it.</summary>
    public async Task RunSweeps()
    {
        await _app!.Services.GetRequiredService<Sweeps>().Run(CancellationToken.None);
        await Settle();
    }

    /// <summary>Sends what is due at this instant, and waits for what is being sent.</summary>
    public Task Settle() => _app!.Services.GetRequiredService<OutboxSending>().SendAll(CancellationToken.None);

    /// <summary>A client that nobody signed in with.</summary>
    public KaizenClient Anonymous()
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        _clients.Add(http);
        return new KaizenClient(http);
    }

    public async Task<KaizenClient> SignIn(string userName, string password = Password)
    {
        var client = Anonymous();
        using var answer = await client.Http.PostAsJsonAsync("/auth/sign-in", new { userName, password });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    public KaizenClient WithToken(string token)
    {
        var client = Anonymous();
        client.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.Token = token;
        return client;
    }

    /// <summary>A person with the password of all, in one plant (by code) or in all.</summary>
    public async Task AddPerson(
        string userName, Role role, string? plantCode = null, Language language = Language.Fr, string[]? areas = null, SupportService? service = null,
        string? email = null)
    {
        await using var scope = _app!.Services.Acting(Actor.System);
        var person = new AddPerson(userName, userName, email, role, language, plantCode, areas, service);
        var made = await scope.ServiceProvider.GetRequiredService<Accounts>().AddUser(person, Password, CancellationToken.None);
        Assert.Null(made.Refusal);
    }

    public async Task MovePerson(string userName, Role role, string plantCode)
    {
        await using var scope = _app!.Services.Acting(Actor.System);
        var moved = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MovePerson(userName, role, plantCode));
        Assert.Null(moved.Refusal);
    }

    public async Task<string> AddToken(string name, Role role, string? plantCode = null)
    {
        await using var scope = _app!.Services.Acting(Actor.System);
        var made = await scope.ServiceProvider.GetRequiredService<Accounts>()
            .AddProgram(new AddProgram(name, role, Language.Fr, plantCode), CancellationToken.None);
        return made.Value;
    }

    public async Task RevokeToken(string token)
    {
        await using var scope = _app!.Services.Acting(Actor.System);
        var tokens = scope.ServiceProvider.GetRequiredService<ITokenStore>();
        var kept = await tokens.FindByHash(KnownTokens.Hash(token), CancellationToken.None);
        await tokens.Revoke(kept!.Id, Clock.GetUtcNow(), CancellationToken.None);
    }

    /// <summary>The token of the set-up link that was printed; null when none is open.</summary>
    public string? SetUpToken => _app!.Services.GetRequiredService<SetUpLink>().Token;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await Stop();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Starts again on the same data, and at the same address.</summary>
    public async Task Serve()
    {
        string[] settings = ["--Kaizen:LimitRates=false", "--Kaizen:SweepSeconds=3600", "--Logging:LogLevel:Default=Warning", .. _settings];
        var address = Address.IsDefaultPort ? "http://127.0.0.1:0" : Address.ToString();
        _app = Program.Compose(new StartOptions(true, Folder, address, _demo, settings) { Clock = Clock });
        await _app.StartAsync();
        Address = new Uri(_app.Urls.Single());
        Clock.Settle = Settle;
    }

    /// <summary>Ends the server; its data stays.</summary>
    public async Task Stop()
    {
        Clock.Settle = null;
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }
}
