using System.Text;
using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Tests.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL.Tests.Http;

/// <summary>The sample library served by Kestrel at a free port of the loopback.</summary>
internal sealed class LibraryHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LibraryHost(WebApplication app)
    {
        _app = app;
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new() { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public Library Library => _app.Services.GetRequiredService<Library>();

    public GraphQLExecutor Executor => _app.Services.GetRequiredService<GraphQLExecutor>();

    public static async Task<LibraryHost> Start(
        Action<GraphQLOptions>? configure = null, Action<WebApplicationBuilder>? build = null, Action<WebApplication>? use = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Library>();
        builder.Services.AddGraphQL(options =>
        {
            options.AddMutationError<NotFoundError>().AddMutationError<InvalidError>();
            foreach (var type in typeof(Server).Assembly.GetTypes().Where(type => type.Namespace == typeof(Library).Namespace)) options.AddType(type);
            configure?.Invoke(options);
        });
        build?.Invoke(builder);
        var app = builder.Build();
        use?.Invoke(app);
        app.MapGraphQL("/graphql");
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Sends a body as it is; headers as <c>Name: value</c>, where <c>Content-Type</c> is JSON unless one is given.</summary>
    public Task<Answer> Post(string body, params string[] headers) => Post(Encoding.UTF8.GetBytes(body), headers);

    public Task<Answer> Post(byte[] body, params string[] headers)
    {
        var content = new ByteArrayContent(body);
        var isTyped = Array.Exists(headers, header => header.StartsWith("Content-Type:", StringComparison.Ordinal));
        return Send(HttpMethod.Post, "", content, isTyped ? headers : [.. headers, "Content-Type: application/json"]);
    }

    /// <summary>A query string of the pairs, in order; a name may come twice.</summary>
    public Task<Answer> Get(IEnumerable<(string Name, string Value)> parameters, params string[] headers) => Send(
        HttpMethod.Get, "?" + string.Join('&', parameters.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}")), null, headers);

    public async Task<Answer> Send(HttpMethod method, string query, HttpContent? content, params string[] headers)
    {
        using var request = new HttpRequestMessage(method, "/graphql" + query) { Content = content };
        foreach (var header in headers)
        {
            var (name, value) = (header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (!request.Headers.TryAddWithoutValidation(name, value)) content!.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await Client.SendAsync(request);
        return new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            string.Join(", ", response.Content.Headers.Allow),
            await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

internal sealed record Answer(int Status, string? Type, string Allow, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The code of the first error; null where there is none.</summary>
    public string? Code => Json is JsonObject answer ? answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>() : null;

    public string? Message => Json["errors"]?[0]?["message"]?.GetValue<string>();
}
