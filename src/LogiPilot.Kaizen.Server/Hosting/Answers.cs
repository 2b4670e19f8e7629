using Microsoft.AspNetCore.Diagnostics;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>How the server refuses outside of GraphQL: a code for programs and a sentence for people, never an empty page.</summary>
public static class Answers
{
    /// <summary>What is refused without a word, such as a body that is no JSON, is answered with a code and a sentence as all else.</summary>
    public static void UseClearRefusals(this WebApplication app)
    {
        app.UseExceptionHandler(failed => failed.Run(context =>
            Refuse(context, (context.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException)?.StatusCode ?? 500)));
        app.UseStatusCodePages(refused => Refuse(refused.HttpContext, refused.HttpContext.Response.StatusCode));
    }

    /// <summary>Answers with a code for programs and a sentence for people.</summary>
    public static Task Answer(this HttpContext context, int status, string code, string text, CancellationToken cancellationToken)
    {
        var texts = context.RequestServices.GetRequiredService<Texts>();
        var language = context.SignedIn()?.Language ?? Texts.Asked(context.Request);
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { code, message = texts.Of(language, text) }, cancellationToken);
    }

    private static Task Refuse(HttpContext context, int status)
    {
        var (code, text) = status switch
        {
            StatusCodes.Status404NotFound => ("NOT_FOUND", "http.notFound"),
            StatusCodes.Status405MethodNotAllowed => ("METHOD_NOT_ALLOWED", "http.methodNotAllowed"),
            StatusCodes.Status413PayloadTooLarge => ("TOO_LARGE", "http.tooLarge"),
            StatusCodes.Status415UnsupportedMediaType => ("UNSUPPORTED_MEDIA_TYPE", "http.unsupportedMediaType"),
            >= StatusCodes.Status500InternalServerError => ("INTERNAL", "http.internal"),
            _ => ("BAD_REQUEST", "http.badRequest"),
        };
        return context.Answer(status, code, text, context.RequestAborted);
    }
}
