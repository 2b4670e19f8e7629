using System.Globalization;
using System.Net;
using System.Text;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using QRCoder;

namespace LogiPilot.Kaizen.Server.Organisation;

/// <summary>
/// Labels to print and stick at the places: <c>/print/labels/{id}.svg</c> is the QR code of one, <c>/print/labels/{id}</c> a page with
/// those of a place and everything in it. A label opens <c>/p/{label}</c>, the place's page on the phone.
/// </summary>
public static class LabelPages
{
    public static void MapLabels(this WebApplication app)
    {
        var labels = app.MapGroup("/print/labels").RequireAuthorization();
        labels.MapGet("/{placeId:guid}.svg", async (
            Guid placeId, HttpContext context, IDirectory directory, ICurrentActor current, KaizenSettings settings, CancellationToken cancellationToken) =>
            Find(await directory.Current(cancellationToken), current.Actor, placeId) is { } place
                ? Results.Text(Svg(Address(context.Request, settings, place)), "image/svg+xml")
                : Results.NotFound());
        labels.MapGet("/{placeId:guid}", async (
            Guid placeId, HttpContext context, IDirectory directory, ICurrentActor current, KaizenSettings settings, Texts texts,
            CancellationToken cancellationToken) =>
        {
            var picture = await directory.Current(cancellationToken);
            return Find(picture, current.Actor, placeId) is { } place
                ? Results.Content(Page(place, picture, context.Request, settings, texts, current.Actor.Language), "text/html; charset=utf-8")
                : Results.NotFound();
        });
    }

    private static Place? Find(OrganisationPicture picture, Actor actor, Guid placeId) =>
        picture.Place(placeId) is { } place && actor.Sees(place.PlantId) ? place : null;

    private static string Address(HttpRequest request, KaizenSettings settings, Place place) =>
        $"{settings.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}"}/p/{Uri.EscapeDataString(place.Label)}";

    private static string Svg(string address)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(data).GetGraphic(8);
    }

    private static string Page(
        Place place, OrganisationPicture picture, HttpRequest request, KaizenSettings settings, Texts texts, Language language)
    {
        var places = picture.Places
            .Where(p => p.Id == place.Id || p.LineId == place.Id || p.AreaId == place.Id)
            .OrderBy(p => p.Kind).ThenBy(p => p.Rank).ThenBy(p => p.Code, StringComparer.Ordinal);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html><html lang="{{(language == Language.Fr ? "fr" : "en")}}"><meta charset="utf-8">
            <title>{{WebUtility.HtmlEncode(texts.Of(language, "organisation.labels.title", ("place", place.Name)))}}</title>
            <style>
            body { font: 16px/1.3 system-ui, sans-serif; margin: 10mm }
            main { display: grid; grid-template-columns: repeat(auto-fill, minmax(60mm, 1fr)); gap: 6mm }
            figure { margin: 0; border: 1px solid #000; padding: 4mm; text-align: center; break-inside: avoid }
            img { width: 45mm; height: 45mm } b { display: block; font-size: 22px }
            </style><main>
            """);
        foreach (var labelled in places)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <figure><img src="/print/labels/{labelled.Id}.svg" alt="{WebUtility.HtmlEncode(Address(request, settings, labelled))}">
                <figcaption><b>{WebUtility.HtmlEncode(labelled.Label)}</b>{WebUtility.HtmlEncode(labelled.Name)}</figcaption></figure>
                """);
        }

        return html.Append("</main></html>").ToString();
    }
}
