using System.Text.Json;
using LogiPilot.GraphQL.Tests.Differential.World;
using LogiPilot.Tests;

namespace LogiPilot.GraphQL.Tests.Differential;

/// <summary>Our server.</summary>
internal sealed class OurSide
{
    public GraphQLExecutor Executor { get; } = WorldServer.Create();

    public async Task<Outcome> Answer(Question question)
    {
        try
        {
            return await Run(question);
        }
        catch (Exception crash)
        {
            // Nothing a client sends may throw: it differs from whatever the other side says.
            return Outcome.Refused($"crash {crash}");
        }
    }

    private async Task<Outcome> Run(Question question)
    {
        Journals.Entries.Clear();
        using var variables = question.Variables is { } given ? JsonDocument.Parse(given) : null;
        var request = new GraphQLRequest
        {
            Query = question.Document, OperationName = question.OperationName, Variables = variables?.RootElement ?? default,
        };
        await using var stream = await Executor.SubscribeAsync(request);
        if (stream.Refusal is [{ Code: ErrorCodes.Syntax } syntax]) return Outcome.Refused($"{syntax.Message} @{Locations(syntax)}");
        if (stream.Refusal is [{ Code: ErrorCodes.Validation }, ..])
            return Outcome.Invalid(stream.Refusal.Select(error => new Mistake(error.Rule ?? "?", error.Message, Locations(error))));
        var results = new List<Result>();
        await foreach (var result in stream)
        {
            using var json = JsonDocument.Parse(result.ToJson());
            results.Add(Outcome.ResultOf(json.RootElement));
        }
        return Outcome.Answered(results);
    }

    private static string Locations(GraphQLError error) => string.Join(' ', error.Locations.Select(at => $"{at.Line}:{at.Column}"));
}

/// <summary>graphql-js with the same schema and data, in a Node process of its own; questions are sent ahead of the answers.</summary>
internal sealed class TheirSide : IAsyncDisposable
{
    private readonly NodePeer _peer;

    private TheirSide(NodePeer peer, JsonElement hello)
    {
        _peer = peer;
        Rules = [.. hello.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()!)];
    }

    /// <summary>The names of graphql-js's rules.</summary>
    public IReadOnlyList<string> Rules { get; }

    public static async Task<TheirSide> Start(GraphQLSchema schema)
    {
        var peer = await NodePeer.Start("differential.mjs");
        using var hello = JsonDocument.Parse(await peer.Ask(JsonSerializer.Serialize(new { sdl = schema.Print() })));
        return new(peer, hello.RootElement);
    }

    public Task Tell(Question question)
    {
        var variables = question.Variables is null ? "" : $",\"variables\":{question.Variables}";
        var operation = question.OperationName is null ? "" : $",\"operationName\":{JsonSerializer.Serialize(question.OperationName)}";
        return _peer.Tell($"{{\"document\":{JsonSerializer.Serialize(question.Document)}{variables}{operation}}}");
    }

    public async Task<Outcome> Answer()
    {
        using var json = JsonDocument.Parse(await _peer.Next());
        var root = json.RootElement;
        if (root.TryGetProperty("syntax", out var syntax)) return Outcome.Refused($"{syntax.GetProperty("message").GetString()} @{Outcome.LocationsOf(syntax)}");
        if (root.TryGetProperty("invalid", out var invalid))
        {
            return Outcome.Invalid(invalid.EnumerateArray().Select(mistake => new Mistake(
                mistake.GetProperty("rule").GetString()!, mistake.GetProperty("message").GetString()!, Outcome.LocationsOf(mistake))));
        }
        return Outcome.Answered(root.TryGetProperty("results", out var all)
            ? all.EnumerateArray().Select(Outcome.ResultOf)
            : [Outcome.ResultOf(root.GetProperty("result"))]);
    }

    public ValueTask DisposeAsync() => _peer.DisposeAsync();
}
