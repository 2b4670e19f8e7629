using System.Buffers;
using LogiPilot.GraphQL.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LogiPilot.GraphQL.Subscriptions;

/// <summary>Answers by Server-Sent Events: the distinct connections mode of the protocol of <c>graphql-sse</c>.</summary>
internal sealed class EventStreamAnswer(GraphQLExecutor executor, SubscriptionOptions options, TimeProvider time, CancellationToken stopping)
{
    private const string MediaType = "text/event-stream";

    public static bool IsAccepted(HttpRequest request)
    {
        foreach (var accept in request.Headers.Accept)
            if (accept?.Contains(MediaType, StringComparison.OrdinalIgnoreCase) == true) return true;
        return false;
    }

    /// <summary>Whether to answer by events: a client that takes JSON too gets it, but for a subscription.</summary>
    public bool IsAsked(HttpRequest request, GraphQLRequest read) =>
        IsAccepted(request) && (MediaTypes.Negotiate(request) is null || executor.Prepare(read, null, isStream: true).Kind == Language.OperationKind.Subscription);

    public async Task AnswerAsync(HttpContext context, GraphQLRequest request)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var stream = await executor.SubscribeAsync(request, ends.Token).ConfigureAwait(false);
        try
        {
            if (stream.IsMethodRefused)
            {
                context.Response.Headers.Allow = "POST";
                throw new RequestRefusedException(405, stream.Refusal[0].Message);
            }
            // Errors of the request too: a status of its own would be a failed connection to the client, without a reason.
            context.Response.ContentType = MediaType + "; charset=utf-8";
            context.Response.Headers.CacheControl = "no-cache, no-store";
            context.Response.Headers["X-Accel-Buffering"] = "no";
            context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await WriteAsync(context, stream, ends).ConfigureAwait(false);
        }
        finally
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(HttpContext context, ResponseStream stream, CancellationTokenSource ends)
    {
        using var outlet = new Outlet(options, time);
        using var watching = new CancellationTokenSource();
        var watch = outlet.WatchAsync(() => SendAsync(context, outlet, Comment, ends), context.Abort, watching.Token);
        var message = new ArrayBufferWriter<byte>();
        try
        {
            // Some clients take the connection for open only with its first byte.
            await SendAsync(context, outlet, Comment, ends).ConfigureAwait(false);
            await foreach (var answer in stream.WithCancellation(ends.Token).ConfigureAwait(false))
            {
                message.ResetWrittenCount();
                Write(answer, message);
                await SendAsync(context, outlet, message.WrittenMemory, ends).ConfigureAwait(false);
            }
            await SendAsync(context, outlet, Complete, ends).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client is gone, or the server stops: a stream that ends without "complete" makes the client connect again.
        }
        finally
        {
            await watching.CancelAsync().ConfigureAwait(false);
            await watch.ConfigureAwait(false);
        }
    }

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);
    private static readonly ReadOnlyMemory<byte> Comment = ":\n\n"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> Complete = "event: complete\ndata:\n\n"u8.ToArray();

    private static void Write(ExecutionResult answer, ArrayBufferWriter<byte> message)
    {
        message.Write("event: next\ndata: "u8);
        answer.WriteTo(message);
        if (message.WrittenSpan["event: next\n"u8.Length..].ContainsAny((byte)'\n', (byte)'\r')) JoinLines(message);
        message.Write("\n\n"u8);
    }

    // JSON that a scalar wrote as it was may have lines, which end the event; between tokens a space is as good.
    private static void JoinLines(ArrayBufferWriter<byte> message)
    {
        var written = message.WrittenSpan.ToArray();
        var data = written.AsSpan("event: next\n"u8.Length);
        data.ReplaceAny(LineEnds, (byte)' ');
        message.ResetWrittenCount();
        message.Write(written);
    }

    private async Task SendAsync(HttpContext context, Outlet outlet, ReadOnlyMemory<byte> message, CancellationTokenSource ends)
    {
        using var turn = await outlet.EnterAsync(ends.Token).ConfigureAwait(false);
        var flushed = await context.Response.BodyWriter.WriteAsync(message, ends.Token).ConfigureAwait(false);
        outlet.EndSilence();
        if (!flushed.IsCompleted) return;
        // The client reads no more, which the request may not know yet.
        await executor.Reporter.CancelAsync(ends).ConfigureAwait(false);
        ends.Token.ThrowIfCancellationRequested();
    }
}
