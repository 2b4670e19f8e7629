using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LogiPilot.GraphQL.Http;

/// <summary>GraphQL over HTTP: POST with a JSON body, GET for queries, both media types and their status codes.</summary>
internal sealed class GraphQLHttpHandler(GraphQLExecutor executor, GraphQLOptions options)
{
    private readonly Lazy<string> _sdl = new(executor.Schema.Print);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var isGet = HttpMethods.IsGet(request.Method);
        if (isGet && request.Query.ContainsKey("sdl"))
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(_sdl.Value, context.RequestAborted).ConfigureAwait(false);
            return;
        }
        if (isGet && options.Ide is { } ide && !request.Query.ContainsKey("query") && MediaTypes.WantsHtml(request))
        {
            await ide(context).ConfigureAwait(false);
            return;
        }
        var mediaType = MediaTypes.Negotiate(request);
        IDisposable? owner = null;
        try
        {
            if (!isGet && !HttpMethods.IsPost(request.Method))
            {
                context.Response.Headers.Allow = "GET, POST";
                throw new RequestRefusedException(405, $"{request.Method} is not accepted; use POST, or GET for queries.");
            }
            if (mediaType is null)
                throw new RequestRefusedException(406, $"The answer can be {MediaTypes.GraphQLResponse} or {MediaTypes.Json}; the request accepts neither.");
            GraphQLRequest read;
            if (isGet)
            {
                read = RequestReader.FromQuery(context, out owner);
            }
            else
            {
                if (!MediaTypes.IsJson(request.ContentType))
                    throw new RequestRefusedException(415, "The body must be application/json in UTF-8.");
                RaiseServerLimit(context);
                (read, owner) = await RequestReader.FromBodyAsync(context, options.MaxRequestBodySize).ConfigureAwait(false);
            }
            await AnswerAsync(context, read, mediaType).ConfigureAwait(false);
        }
        catch (RequestRefusedException refused)
        {
            await using var result = new ExecutionResult([new(refused.Message) { Code = refused.Code }]);
            await WriteAsync(context, result, refused.Status, mediaType ?? MediaTypes.Json).ConfigureAwait(false);
        }
        catch (BadHttpRequestException refused)
        {
            await using var result = new ExecutionResult([new(refused.Message) { Code = ErrorCodes.BadRequest }]);
            await WriteAsync(context, result, refused.StatusCode, mediaType ?? MediaTypes.Json).ConfigureAwait(false);
        }
        finally
        {
            owner?.Dispose();
        }
    }

    // The library refuses by its own limit, in GraphQL's words; the server's would cut the connection first.
    private void RaiseServerLimit(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature
            && feature.MaxRequestBodySize < options.MaxRequestBodySize + 1)
            feature.MaxRequestBodySize = options.MaxRequestBodySize + 1;
    }

    private async Task AnswerAsync(HttpContext context, GraphQLRequest request, string mediaType)
    {
        var result = await executor.ExecuteAsync(request, context.RequestAborted).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            if (result.IsMethodRefused) context.Response.Headers.Allow = "POST";
            await WriteAsync(context, result, StatusOf(result, mediaType), mediaType).ConfigureAwait(false);
        }
    }

    /// <summary>With the older media type every well-formed request is answered 200; with the newer one a refused request is 400.</summary>
    private static int StatusOf(ExecutionResult result, string mediaType)
    {
        if (result.IsMethodRefused) return 405;
        if (result.HasData) return 200;
        if (result.Errors is [{ Code: ErrorCodes.Timeout }]) return mediaType == MediaTypes.Json ? 200 : 504;
        return mediaType == MediaTypes.Json ? 200 : 400;
    }

    private static async Task WriteAsync(HttpContext context, ExecutionResult result, int status, string mediaType)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType == MediaTypes.Json ? "application/json; charset=utf-8" : "application/graphql-response+json; charset=utf-8";
        context.Response.ContentLength = result.Length;
        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        result.WriteTo(context.Response.BodyWriter);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
