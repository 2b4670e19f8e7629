using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LogiPilot.GraphQL;

/// <summary>A request to execute.</summary>
public sealed class GraphQLRequest
{
    public string? Query { get; init; }

    /// <summary>What stands for the text of a document known to the server: its hash, or the id of a trusted document.</summary>
    public string? DocumentId { get; init; }

    public string? OperationName { get; init; }

    /// <summary>A JSON object, or default for none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>A JSON object, or default for none; <c>persistedQuery</c> in it stands for the text of a document.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>Whether the answer says what the operation costs.</summary>
    public CostReporting CostReporting { get; init; }

    /// <summary>Set where only queries may run, as with HTTP GET.</summary>
    public bool QueriesOnly { get; init; }

    public HttpContext? HttpContext { get; init; }

    /// <summary>The caller, where there is no <see cref="HttpContext"/>.</summary>
    public ClaimsPrincipal? User { get; init; }

    /// <summary>Where the scopes come from; by default the executor's provider.</summary>
    public IServiceProvider? Services { get; init; }
}
