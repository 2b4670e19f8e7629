using System.Net.Http.Json;
using System.Text.Json;

namespace LogiPilot.Kaizen.Server.Tests.Host;

/// <summary>Somebody at the API: one HTTP client with its cookies or its token.</summary>
public sealed class KaizenClient(HttpClient http)
{
    public HttpClient Http { get; } = http;

    public string? Token { get; set; }

    /// <summary>The whole answer of a GraphQL request.</summary>
    public async Task<JsonElement> Ask(string document, object? variables = null)
    {
        using var answer = await Http.PostAsJsonAsync("/graphql", new { query = document, variables });
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of a GraphQL request that must succeed.</summary>
    public async Task<JsonElement> Query(string document, object? variables = null)
    {
        var answer = await Ask(document, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The code of the one top-level error of a GraphQL request that must fail.</summary>
    public async Task<string> RefusedQuery(string document, object? variables = null)
    {
        var answer = await Ask(document, variables);
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        return error.GetProperty("extensions").GetProperty("code").GetString()!;
    }

    /// <summary>What a mutation answers, taken by its name; it must not be refused.</summary>
    public async Task<JsonElement> Order(string mutation, object input, string selection = "alert { id number state version }")
    {
        var payload = await Send(mutation, input, selection);
        Assert.True(payload.GetProperty("errors").ValueKind == JsonValueKind.Null, payload.ToString());
        return payload.EnumerateObject().First().Value;
    }

    /// <summary>The errors in the payload of a mutation that must be refused.</summary>
    public async Task<JsonElement> Refused(string mutation, object input, string selection = "alert { id }")
    {
        var payload = await Send(mutation, input, selection);
        Assert.True(payload.GetProperty("errors").ValueKind == JsonValueKind.Array, payload.ToString());
        return payload.GetProperty("errors");
    }

    /// <summary>The live hub, connected with the same session or token.</summary>
    public Task<HubProbe> Watch() => HubProbe.Connect(Http, Token);

    private async Task<JsonElement> Send(string mutation, object input, string selection)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var open = mutation == "raiseAlert" ? "... on AlreadyOpenError { alerts { id number } }" : "";
        var data = await Query(
            $$"""
            mutation($input: {{type}}!) { {{mutation}}(input: $input) { {{selection}} errors {
              __typename ... on Error { message code } ... on InvalidError { field } ... on ConflictError { changed currentVersion } {{open}} } } }
            """,
            new { input });
        return data.GetProperty(mutation);
    }
}
