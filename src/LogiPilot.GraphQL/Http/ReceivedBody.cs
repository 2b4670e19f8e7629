using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LogiPilot.GraphQL.Http;

/// <summary>The JSON of a request. It reads from the pipe's own memory, which is given back only when this is disposed, after the answer.</summary>
internal sealed class ReceivedBody : IDisposable
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    // What JsonDocument takes.
    private const int MaxDepth = 64;
    private readonly PipeReader? _reader;
    private readonly SequencePosition _end;

    private ReceivedBody(JsonDocument document, PipeReader? reader = null, SequencePosition end = default)
    {
        (Document, _reader, _end) = (document, reader, end);
    }

    public JsonDocument Document { get; }

    /// <summary>Reads a body of at most so many bytes, whether or not it says its length.</summary>
    public static async ValueTask<ReceivedBody> ReadAsync(HttpContext context, long limit)
    {
        RefuseCompressed(context);
        if (context.Request.ContentLength > limit) throw TooLarge(limit);
        RaiseServerLimit(context, limit);
        var reader = context.Request.BodyReader;
        var body = await ReadAsync(reader, limit, context.RequestAborted).ConfigureAwait(false);
        try
        {
            return new(Parse(WithoutMark(body), "body"), reader, body.End);
        }
        catch
        {
            reader.AdvanceTo(body.End);
            throw;
        }
    }

    /// <summary>Reads a parameter of a query string.</summary>
    public static ReceivedBody OfParameter(string name, string json) => new(Parse(new(Encoding.UTF8.GetBytes(json)), $"parameter \"{name}\""));

    public void Dispose()
    {
        Document.Dispose();
        _reader?.AdvanceTo(_end);
    }

    private static JsonDocument Parse(ReadOnlySequence<byte> json, string what)
    {
        try
        {
            RequireText(json);
            return JsonDocument.Parse(json);
        }
        catch (JsonException mistake)
        {
            throw new RequestRefusedException(400, $"The {what} is not JSON: line {mistake.LineNumber + 1}, byte {mistake.BytePositionInLine + 1}.");
        }
    }

    // A server may have been told to unpack bodies before they come here; this library does not, since a small body can unpack to a huge one.
    private static void RefuseCompressed(HttpContext context)
    {
        var encoding = context.Request.Headers.ContentEncoding.ToString();
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)) return;
        context.Response.Headers.AcceptEncoding = "identity";
        throw new RequestRefusedException(415, $"A body in the encoding \"{encoding}\" is not read; send it as it is.");
    }

    // The library refuses by its own limit, in GraphQL's words; the server's would cut the connection first.
    private static void RaiseServerLimit(HttpContext context, long limit)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature && feature.MaxRequestBodySize < limit + 1)
            feature.MaxRequestBodySize = limit + 1;
    }

    private static async ValueTask<ReadOnlySequence<byte>> ReadAsync(PipeReader reader, long limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.Buffer.Length > limit)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw TooLarge(limit);
            }
            if (result.IsCompleted) return result.Buffer;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static ReadOnlySequence<byte> WithoutMark(ReadOnlySequence<byte> body)
    {
        if (body.Length < ByteOrderMark.Length) return body;
        var start = body.Slice(0, ByteOrderMark.Length);
        return start.ToArray().AsSpan().SequenceEqual(ByteOrderMark) ? body.Slice(ByteOrderMark.Length) : body;
    }

    // JSON lets through what no text can hold, half a surrogate pair or bytes that are not UTF-8: found here, it is the client's mistake.
    internal static void RequireText(ReadOnlySequence<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        while (reader.Read())
        {
            if (reader is { CurrentDepth: >= MaxDepth, TokenType: JsonTokenType.StartArray or JsonTokenType.StartObject })
                throw new RequestRefusedException(400, $"The JSON at byte {reader.TokenStartIndex + 1} is nested deeper than {MaxDepth} levels.", ErrorCodes.Limit);
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

    private static RequestRefusedException TooLarge(long limit) => new(413, $"The body is larger than {limit} bytes.", ErrorCodes.Limit);
}
