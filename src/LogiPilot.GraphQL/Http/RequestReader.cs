using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace LogiPilot.GraphQL.Http;

/// <summary>A request that HTTP refuses before GraphQL sees it.</summary>
internal sealed class RequestRefusedException(int status, string message, string code = ErrorCodes.BadRequest) : Exception(message)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
}

/// <summary>Reads GraphQL requests from query strings and JSON bodies.</summary>
internal static class RequestReader
{
    public static GraphQLRequest FromQuery(HttpContext context, out IDisposable? owner)
    {
        var query = context.Request.Query;
        owner = null;
        JsonElement variables = default;
        if (query.TryGetValue("variables", out var text) && text.ToString() is { Length: > 0 } json)
        {
            try
            {
                var bytes = Encoding.UTF8.GetBytes(json);
                RequireText(new(bytes));
                var document = JsonDocument.Parse(bytes);
                owner = document;
                variables = document.RootElement;
            }
            catch (JsonException mistake)
            {
                throw new RequestRefusedException(400, $"The parameter \"variables\" is not JSON: {Explain(mistake)}");
            }
            RequireObject(variables, "variables");
        }
        return new()
        {
            Query = query["query"], OperationName = query["operationName"].ToString() is { Length: > 0 } name ? name : null,
            Variables = variables, QueriesOnly = true, HttpContext = context,
        };
    }

    public static async ValueTask<(GraphQLRequest Request, IDisposable Owner)> FromBodyAsync(HttpContext context, long limit)
    {
        var body = await ReadAsync(context, limit).ConfigureAwait(false);
        var owner = new Body(context.Request.BodyReader, body.End);
        try
        {
            RequireText(body);
            owner.Document = JsonDocument.Parse(body);
            return (FromJson(owner.Document.RootElement, context), owner);
        }
        catch (JsonException mistake)
        {
            owner.Dispose();
            throw new RequestRefusedException(400, $"The body is not JSON: {Explain(mistake)}");
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    // The parsed document reads from the pipe's own memory, so that is given back only after the answer.
    private sealed class Body(PipeReader reader, SequencePosition end) : IDisposable
    {
        public JsonDocument? Document { get; set; }

        public void Dispose()
        {
            Document?.Dispose();
            reader.AdvanceTo(end);
        }
    }

    private static GraphQLRequest FromJson(JsonElement root, HttpContext context)
    {
        if (root.ValueKind == JsonValueKind.Array)
            throw new RequestRefusedException(400, "Batches of requests are not accepted; send one request at a time.");
        if (root.ValueKind != JsonValueKind.Object)
            throw new RequestRefusedException(400, "The body must be a JSON object with \"query\".");
        var query = Text(root, "query") ?? throw new RequestRefusedException(400, "The body has no \"query\".");
        var variables = root.TryGetProperty("variables", out var given) && given.ValueKind != JsonValueKind.Null ? given : default;
        if (variables.ValueKind != JsonValueKind.Undefined) RequireObject(variables, "variables");
        if (root.TryGetProperty("extensions", out var extensions) && extensions.ValueKind != JsonValueKind.Null) RequireObject(extensions, "extensions");
        return new() { Query = query, OperationName = Text(root, "operationName"), Variables = variables, HttpContext = context };
    }

    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new RequestRefusedException(400, $"\"{name}\" must be a string.");
    }

    private static void RequireObject(JsonElement value, string name)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw new RequestRefusedException(400, $"\"{name}\" must be a JSON object.");
    }

    // JSON lets through what no text can hold, half a surrogate pair or bytes that are not UTF-8: found here, it is the client's mistake.
    private static void RequireText(ReadOnlySequence<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
                throw new RequestRefusedException(400, $"The string at byte {reader.TokenStartIndex + 1} is not Unicode text.");
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped && !reader.HasValueSequence) return Utf8.IsValid(reader.ValueSpan);
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Explain(JsonException mistake) =>
        $"line {mistake.LineNumber + 1}, byte {mistake.BytePositionInLine + 1}.";

    private static async ValueTask<ReadOnlySequence<byte>> ReadAsync(HttpContext context, long limit)
    {
        if (context.Request.ContentLength > limit) throw TooLarge(limit);
        var reader = context.Request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            if (result.Buffer.Length > limit)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw TooLarge(limit);
            }
            if (result.IsCompleted) return result.Buffer;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static RequestRefusedException TooLarge(long limit) =>
        new(413, $"The body is larger than {limit} bytes.", ErrorCodes.Limit);
}
