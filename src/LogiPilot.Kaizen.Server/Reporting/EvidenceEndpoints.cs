using System.Globalization;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Print;
using MediatR;

namespace LogiPilot.Kaizen.Server.Reporting;

/// <summary>
/// <c>/print/evidence/{personId}?lang=fr|en&amp;from=&amp;to=</c>: evidence to print, for whoever may see it; to anybody else not found. Days that are none are refused.
/// </summary>
public static class EvidenceEndpoints
{
    public static void MapEvidence(this WebApplication app) => app.MapGet("/print/evidence/{personId:guid}", async (
        Guid personId, string? lang, string? from, string? to, HttpContext context, IMediator mediator, IDirectory directory, ICurrentActor current,
        Texts texts, TimeProvider clock, CancellationToken cancellationToken) =>
    {
        if (!IsDay(from, out var first) || !IsDay(to, out var last))
        {
            return Results.BadRequest();
        }

        var found = await mediator.Send(new ViewEvidence(personId, first, last), cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal.Code == RefusalCode.NotFound ? Results.NotFound() : Results.BadRequest();
        }

        var words = PrintEndpoints.Words(texts, lang, current);
        return PrintEndpoints.Page(context, new EvidencePage(
            found.Value, new EvidenceWords(texts, words.Language), words, await directory.Current(cancellationToken), clock.GetUtcNow()).Write());
    }).RequireAuthorization();

    private static bool IsDay(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) ? given : null;
        return string.IsNullOrEmpty(text) || day is not null;
    }
}
