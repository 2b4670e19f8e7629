using System.Buffers;
using System.IO.Pipelines;
using LogiPilot.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace LogiPilot.GraphQL.Http;

/// <summary>GraphQL over HTTP: POST with a JSON body, GET for queries, both media types and their status codes.</summary>
internal sealed class GraphQLHttpHandler(GraphQLExecutor executor, GraphQLOptions options, EventStreamAnswer events)
{
    private const string Methods = "GET, POST";
    private readonly Lazy<string> _sdl = new(executor.Schema.Print);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsOptions(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            context.Response.Headers.Allow = Methods;
            return;
        }
        var mediaType = MediaTypes.Negotiate(request) ?? (EventStreamAnswer.IsAccepted(request) ? MediaTypes.Json : null);
        try
        {
            if (HttpMethods.IsGet(request.Method) && await ShowAsync(context).ConfigureAwait(false)) return;
            using var received = await ReadAsync(context, mediaType).ConfigureAwait(false);
            if (received.IsBatch) await AnswerBatchAsync(context, received.Requests, mediaType!).ConfigureAwait(false);
            else if (events.IsAsked(request, received.Requests[0])) await events.AnswerAsync(context, received.Requests[0]).ConfigureAwait(false);
            else await AnswerAsync(context, received.Requests[0], mediaType!).ConfigureAwait(false);
        }
        catch (RequestRefusedException refused)
        {
            await RefuseAsync(context, refused.Status, refused.Message, refused.Code, mediaType).ConfigureAwait(false);
        }
        catch (ConnectionResetException)
        {
            // Who asked is gone in the middle of the body: nobody is left to answer, and it is no failure of the server.
        }
        catch (BadHttpRequestException refused)
        {
            var code = refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? ErrorCodes.Limit : ErrorCodes.BadRequest;
            await RefuseAsync(context, refused.StatusCode, refused.Message, code, mediaType).ConfigureAwait(false);
        }
    }

    /// <summary>What a browser or a developer asks for at this address beside answers; false where that is none of it.</summary>
    private async ValueTask<bool> ShowAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Query.ContainsKey("sdl"))
        {
            // Who may not ask for the schema in GraphQL may not read it here.
            if (!options.EnableIntrospection || options.TrustedDocuments is not null || options.AllowIntrospection?.Invoke(context) == false)
                throw new RequestRefusedException(403, "Introspection is off, and so is the schema's text.", ErrorCodes.IntrospectionDisabled);
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(_sdl.Value, context.RequestAborted).ConfigureAwait(false);
            return true;
        }
        // An IDE can only send documents of its own, which would all be refused.
        if (options.Ide is not { } ide || options.TrustedDocuments is not null || request.Query.ContainsKey("query") || !MediaTypes.WantsHtml(request)) return false;
        await ide(context).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<ReceivedRequests> ReadAsync(HttpContext context, string? mediaType)
    {
        var request = context.Request;
        var isGet = HttpMethods.IsGet(request.Method);
        if (!isGet && !HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = Methods;
            throw new RequestRefusedException(405, $"{request.Method} is not accepted; use POST, or GET for queries.");
        }
        if (mediaType is null)
            throw new RequestRefusedException(406, $"The answer can be {MediaTypes.GraphQLResponse} or {MediaTypes.Json}; the request accepts neither.");
        if (isGet)
        {
            if (options.RequirePreflight) Preflight.Require(request);
            return RequestReader.FromQuery(context);
        }
        return MediaTypes.IsJson(request.ContentType)
            ? await RequestReader.FromBodyAsync(context, options).ConfigureAwait(false)
            : throw new RequestRefusedException(415, "The body must be application/json in UTF-8.");
    }

    private async Task AnswerAsync(HttpContext context, GraphQLRequest request, string mediaType)
    {
        var result = await executor.ExecuteAsync(request, context.RequestAborted).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            if (result.IsMethodRefused) context.Response.Headers.Allow = "POST";
            // What is unknown now will be known when the client has sent it: nothing in between may keep this answer.
            if (result.Errors is [{ Code: ErrorCodes.PersistedQueryNotFound }]) context.Response.Headers.CacheControl = "private, no-cache, must-revalidate";
            await WriteAsync(context, result, StatusOf(result, mediaType), mediaType).ConfigureAwait(false);
        }
    }

    private async Task AnswerBatchAsync(HttpContext context, GraphQLRequest[] requests, string mediaType)
    {
        var results = await executor.ExecuteBatchAsync(requests, context.RequestAborted).ConfigureAwait(false);
        try
        {
            var output = Begin(context, StatusCodes.Status200OK, mediaType);
            await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
            for (var i = 0; i < results.Count; i++)
            {
                output.Write(i == 0 ? "["u8 : ","u8);
                results[i].WriteTo(output);
            }
            output.Write("]"u8);
            await output.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
        finally
        {
            foreach (var result in results) await result.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// With the older media type every well-formed request is answered 200. With the newer one a refused request is 400, and one that has
    /// data and errors is 294 (Partial Success).
    /// </summary>
    private static int StatusOf(ExecutionResult result, string mediaType)
    {
        if (result.IsMethodRefused) return StatusCodes.Status405MethodNotAllowed;
        if (mediaType == MediaTypes.Json || result.Errors.Count == 0) return StatusCodes.Status200OK;
        if (result.HasData) return 294;
        return result.Errors is [{ Code: ErrorCodes.Timeout }] ? StatusCodes.Status504GatewayTimeout : StatusCodes.Status400BadRequest;
    }

    private static async Task RefuseAsync(HttpContext context, int status, string message, string code, string? mediaType)
    {
        await using var result = new ExecutionResult([new(message) { Code = code }]);
        await WriteAsync(context, result, status, mediaType ?? MediaTypes.Json).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpContext context, ExecutionResult result, int status, string mediaType)
    {
        var output = Begin(context, status, mediaType);
        context.Response.ContentLength = result.Length;
        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        result.WriteTo(output);
        await output.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static PipeWriter Begin(HttpContext context, int status, string mediaType)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType == MediaTypes.Json ? "application/json; charset=utf-8" : "application/graphql-response+json; charset=utf-8";
        if (HttpMethods.IsGet(context.Request.Method)) context.Response.Headers.Vary = "Accept";
        return context.Response.BodyWriter;
    }
}
