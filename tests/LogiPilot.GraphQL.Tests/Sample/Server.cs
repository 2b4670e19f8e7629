using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Sample;

/// <summary>The sample library in process.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Server(Action<GraphQLOptions>? configure = null, Action<IServiceCollection>? register = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Library);
        services.AddGraphQL(options =>
        {
            options.AddMutationError<NotFoundError>().AddMutationError<InvalidError>();
            options.MutationErrorFilter = e => e is KeyNotFoundException ? new NotFoundError(e.Message, null) : null;
            foreach (var type in typeof(Server).Assembly.GetTypes().Where(type => type.Namespace == typeof(Library).Namespace)) options.AddType(type);
            configure?.Invoke(options);
        });
        register?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public Library Library { get; } = new();

    public IServiceProvider Services => _services;

    public GraphQLExecutor Executor => _services.GetRequiredService<GraphQLExecutor>();

    public async Task<string> Json(string query, object? variables = null, string? operationName = null)
    {
        var given = variables is null ? default : variables is string text ? JsonDocument.Parse(text).RootElement : JsonSerializer.SerializeToElement(variables);
        await using var result = await Executor.ExecuteAsync(new() { Query = query, Variables = given, OperationName = operationName });
        var json = result.ToJson();
        JsonNode.Parse(json);
        return json;
    }

    public async Task<string> Data(string query, object? variables = null)
    {
        var json = await Json(query, variables);
        Assert.StartsWith("{\"data\":", json, StringComparison.Ordinal);
        return json["{\"data\":".Length..^1];
    }

    public static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
