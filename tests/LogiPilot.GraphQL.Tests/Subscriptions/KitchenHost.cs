using System.Text.Json;
using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Tests.Sample;
using LogiPilot.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL.Tests.Subscriptions;

/// <summary>The kitchen served by Kestrel on the loopback; it can be stopped and started again at the same port.</summary>
internal sealed class KitchenHost : IAsyncDisposable
{
    private readonly Action<GraphQLOptions>? _configure;
    private WebApplication? _app;

    private KitchenHost(Action<GraphQLOptions>? configure) => _configure = configure;

    public Kitchen Kitchen { get; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public Uri Endpoint => new(Address, "/graphql");

    public GraphQLExecutor Executor => _app!.Services.GetRequiredService<GraphQLExecutor>();

    public static async Task<KitchenHost> Start(Action<GraphQLOptions>? configure = null)
    {
        var host = new KitchenHost(configure);
        await host.StartAsync();
        return host;
    }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Kitchen).AddSingleton<Library>().AddScoped<Portion>();
        builder.Services.AddGraphQL(options =>
        {
            options.AddType(typeof(KitchenQueries)).AddType(typeof(KitchenMutations)).AddType(typeof(KitchenSubscriptions));
            _configure?.Invoke(options);
        });
        _app = builder.Build();
        _app.MapGraphQL("/graphql");
        await _app.StartAsync();
        Address = new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async Task StopAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Holds once no subscription is open and no topic read.</summary>
    public Task UntilFree() => Kitchen.Until(kitchen => Executor.SubscriptionCount == 0 && kitchen.Dishes.ReaderCount == 0);

    public ValueTask DisposeAsync() => _app!.DisposeAsync();
}

/// <summary>The official client of a transport, in Node.</summary>
internal sealed class OfficialClient(NodePeer peer) : IAsyncDisposable
{
    public static async Task<OfficialClient> Start(string transport, Uri endpoint, object? options = null) =>
        new(await NodePeer.Start("subscribe-client.mjs", transport, endpoint.ToString(), JsonSerializer.Serialize(options ?? new { })));

    public async Task<JsonNode> Do(string command, params object?[] arguments) =>
        JsonNode.Parse(await peer.Ask(JsonSerializer.Serialize((object?[])[command, .. arguments])))!;

    /// <summary>What a subscription has got, once that is so many events or it has ended.</summary>
    public async Task<string> Wait(string name, int count) => (await Do("wait", name, count)).ToJsonString(Server.Relaxed);

    public async Task<string> Log() => (await Do("log")).ToJsonString(Server.Relaxed);

    public ValueTask DisposeAsync() => peer.DisposeAsync();
}
