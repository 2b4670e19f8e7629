using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LogiPilot.GraphQL.Http;

/// <summary>What one HTTP request asks: one operation, or a batch. What it holds is given back when it is disposed.</summary>
internal sealed class ReceivedRequests(GraphQLRequest[] requests, bool isBatch, params IDisposable?[] owners) : IDisposable
{
    public GraphQLRequest[] Requests { get; } = requests;
    public bool IsBatch { get; } = isBatch;

    public void Dispose()
    {
        foreach (var owner in owners) owner?.Dispose();
    }
}

/// <summary>Reads the parameters of GraphQL over HTTP from query strings and JSON bodies; others are ignored, as it says.</summary>
internal static class RequestReader
{
    public static ReceivedRequests FromQuery(HttpContext context)
    {
        var query = context.Request.Query;
        ReceivedBody? variables = null, extensions = null;
        try
        {
            variables = Json(query, "variables");
            extensions = Json(query, "extensions");
            return new([Made(context, isGet: true, Text(query, "query"), Text(query, "documentId"), Text(query, "operationName"), Root(variables), Root(extensions))],
                isBatch: false, variables, extensions);
        }
        catch
        {
            variables?.Dispose();
            extensions?.Dispose();
            throw;
        }
    }

    public static async ValueTask<ReceivedRequests> FromBodyAsync(HttpContext context, GraphQLOptions options)
    {
        var body = await ReceivedBody.ReadAsync(context, options.MaxRequestBodySize).ConfigureAwait(false);
        try
        {
            var root = body.Document.RootElement;
            return root.ValueKind == JsonValueKind.Array
                ? new(Batch(root, context, options), isBatch: true, body)
                : new([FromJson(root, context)], isBatch: false, body);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private static GraphQLRequest[] Batch(JsonElement root, HttpContext context, GraphQLOptions options)
    {
        if (!options.EnableBatching) throw new RequestRefusedException(400, "Batches of requests are not accepted; send one request at a time.", ErrorCodes.BatchingDisabled);
        var count = root.GetArrayLength();
        if (count == 0) throw new RequestRefusedException(400, "The batch is empty.");
        if (count > options.MaxBatchSize)
            throw new RequestRefusedException(400, $"The batch has {count} requests; at most {options.MaxBatchSize} are accepted.", ErrorCodes.Limit);
        return [.. root.EnumerateArray().Select(entry => FromJson(entry, context))];
    }

    /// <summary>Reads a request of a JSON object, as in a body or a message.</summary>
    public static GraphQLRequest FromJson(JsonElement root, HttpContext context)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new RequestRefusedException(400, "A request must be a JSON object with \"query\".");
        return Made(context, isGet: false, Text(root, "query"), Text(root, "documentId"), Text(root, "operationName"), Object(root, "variables"), Object(root, "extensions"));
    }

    private static GraphQLRequest Made(
        HttpContext context, bool isGet, string? query, string? documentId, string? operationName, JsonElement variables, JsonElement extensions)
    {
        if (string.IsNullOrEmpty(query) && string.IsNullOrEmpty(documentId)
            && !(extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("persistedQuery", out _)))
            throw new RequestRefusedException(400, "The request has no \"query\", nor an id of a document in its place.");
        RequireObject(variables, "variables");
        RequireObject(extensions, "extensions");
        return new()
        {
            Query = query, DocumentId = documentId, OperationName = operationName, Variables = variables, Extensions = extensions,
            CostReporting = Reporting(context), QueriesOnly = isGet, HttpContext = context,
        };
    }

    private static CostReporting Reporting(HttpContext context)
    {
        var asked = context.Request.Headers["GraphQL-Cost"];
        return asked.Count != 1 ? CostReporting.None
            : string.Equals(asked[0], "report", StringComparison.OrdinalIgnoreCase) ? CostReporting.Report
            : string.Equals(asked[0], "validate", StringComparison.OrdinalIgnoreCase) ? CostReporting.Validate
            : CostReporting.None;
    }

    private static string? Text(IQueryCollection query, string name)
    {
        if (!query.TryGetValue(name, out var values)) return null;
        if (values.Count > 1) throw new RequestRefusedException(400, $"The parameter \"{name}\" is given {values.Count} times.");
        return values[0] is { Length: > 0 } text ? text : null;
    }

    private static ReceivedBody? Json(IQueryCollection query, string name) =>
        Text(query, name) is { } json ? ReceivedBody.OfParameter(name, json) : null;

    private static JsonElement Root(ReceivedBody? body) => body?.Document.RootElement ?? default;

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new RequestRefusedException(400, $"\"{name}\" must be a string.");
    }

    private static JsonElement Object(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : default;

    private static void RequireObject(JsonElement value, string name)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
            throw new RequestRefusedException(400, $"\"{name}\" must be a JSON object.");
    }
}
