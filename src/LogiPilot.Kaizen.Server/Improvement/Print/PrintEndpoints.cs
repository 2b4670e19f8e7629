using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Drawings;
using MediatR;

namespace LogiPilot.Kaizen.Server.Improvement.Print;

/// <summary>
/// Pages to print, made into a PDF by the browser: <c>/print/plans/{id}</c>, <c>/print/proposals/{id}</c> and, to be filled in by hand or as an example
/// (<c>?filled=true</c>), <c>/print/methods/{code}</c>; in the language of <c>?lang=fr|en</c>, else the reader's.
/// Who may see a thing may print it; what is unknown and what is another plant's is not found alike.
/// </summary>
public static class PrintEndpoints
{
    private const string ContentSecurity =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddPrint(this IServiceCollection services) => services.AddScoped<PlanFiles>().AddScoped<FieldPictures>();

    public static void MapPrint(this WebApplication app)
    {
        var print = app.MapGroup("/print").RequireAuthorization();
        print.MapGet("/proposals/{id:guid}", async (
            Guid id, string? lang, HttpContext context, IMediator mediator, IDirectory directory, ICurrentActor current, Texts texts,
            CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(new FindProposal(id), cancellationToken);
            if (found.Refusal is not null)
            {
                return Results.NotFound();
            }

            var about = await mediator.Send(new FindDysfunction(found.Value.DysfunctionId), cancellationToken);
            return about.Refusal is null
                ? Page(context, ProposalPage.Write(found.Value, about.Value, await directory.Current(cancellationToken), Words(texts, lang, current)))
                : Results.NotFound();
        });
        print.MapGet("/methods/{code}", async (
            string code, bool? filled, string? lang, HttpContext context, IMethods methods, IDirectory directory, ICurrentActor current, Texts texts,
            CancellationToken cancellationToken) =>
        {
            var people = await directory.Current(cancellationToken);
            var offered = current.Actor.PlantIds.Where(p => current.Actor.May(Permission.SeePlans, p)).SelectMany(p => methods.Of(people.Plant(p)?.Code));
            return offered.FirstOrDefault(m => m.Code == code) is { } method
                ? Page(context, new MethodPage(method, filled == true, Words(texts, lang, current)).Write())
                : Results.NotFound();
        });
        print.MapGet("/plans/{id:guid}", async (
            Guid id, string? lang, HttpContext context, IMediator mediator, PlanFiles files, ICurrentActor current, Texts texts,
            CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(new FindPlan(id), cancellationToken);
            return found.Refusal is null
                ? Page(context, new PlanPage(await files.Of(found.Value, cancellationToken), Words(texts, lang, current)).Write())
                : Results.NotFound();
        });
    }

    internal static DrawingWords Words(Texts texts, string? lang, ICurrentActor current) =>
        new(texts, lang switch { "fr" => Language.Fr, "en" => Language.En, _ => current.Actor.Language });

    internal static IResult Page(HttpContext context, string html)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentSecurity;
        context.Response.Headers.CacheControl = "private, no-cache";
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
