using LogiPilot.Kaizen.Core.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>
/// <c>POST /attachments?plantId=…</c> (multipart, the field <c>file</c>) keeps a photograph or a sheet and answers its id, for what then
/// names it; <c>GET /attachments/{id}</c> hands it out to whoever sees its plant. A picture is shown, anything else is a download.
/// </summary>
public static class Attachments
{
    /// <summary>Beside the file, what surrounds it in the form.</summary>
    private const long MostBytes = Attachment.MostBytes + (64 * 1024);

    public static void MapAttachments(this IEndpointRouteBuilder app)
    {
        app.MapPost("/attachments", Keep).WithMetadata(new RequestSizeLimitAttribute(MostBytes)).RequireAuthorization();
        app.MapGet("/attachments/{id:guid}", Fetch).RequireAuthorization();
    }

    private static async Task<IResult> Keep(
        HttpContext context, Guid plantId, Guid? clientId, IMediator mediator, Refusals refusals, CancellationToken cancellationToken)
    {
        var file = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(cancellationToken)).Files.GetFile("file") : null;
        if (file is null)
        {
            return Refused(Refusal.Invalid("file", "attachmentNeeded"), refusals);
        }

        using var content = new MemoryStream(checked((int)file.Length));
        await file.CopyToAsync(content, cancellationToken);
        var kept = await mediator.Send(new KeepAttachment(plantId, file.FileName, content.ToArray()) { ClientId = clientId }, cancellationToken);
        return kept.Refusal is { } refusal ? Refused(refusal, refusals) : Results.Json(new { id = kept.Value.Id });
    }

    private static async Task<IResult> Fetch(
        HttpContext context, Guid id, IMediator mediator, Refusals refusals, CancellationToken cancellationToken)
    {
        var fetched = await mediator.Send(new FetchAttachment(id), cancellationToken);
        if (fetched.Refusal is { } refusal)
        {
            return Refused(refusal, refusals);
        }

        var (attachment, bytes) = fetched.Value;
        var headers = context.Response.Headers;
        // It is never changed, and never another person's to see from a shared cache.
        headers.CacheControl = "private, max-age=31536000, immutable";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        var shown = new ContentDispositionHeaderValue(attachment.IsImage ? "inline" : "attachment");
        shown.SetHttpFileName(attachment.Name);
        headers.ContentDisposition = shown.ToString();
        return Results.Bytes(bytes, attachment.MediaType);
    }

    private static IResult Refused(Refusal refusal, Refusals refusals) => Results.Json(
        new { code = Naming.Screaming(refusal.Code), message = refusals.Sentence(refusal) },
        statusCode: Refusals.StatusOf(refusal));
}
