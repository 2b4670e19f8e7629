using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace LogiPilot.Kaizen.Server.Supply.Import;

/// <summary>
/// <c>POST /imports/{dataset}</c>: one dataset as CSV in the body, with the canonical header or by a mapping's name. Answers
/// what was taken, or 422 with every bad row.
/// </summary>
public static class ImportEndpoint
{
    private const long MostBytes = 64 * 1024 * 1024;

    public static IServiceCollection AddImports(this IServiceCollection services) =>
        services.AddScoped<ImportExtract>().AddSingleton<MappingFiles>();

    public static void MapImports(this IEndpointRouteBuilder app) =>
        app.MapPost("/imports/{dataset}", Take).WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    private static async Task<IResult> Take(
        HttpContext context, string dataset, string? mapping, string? plant, string? asOf, Texts texts, CancellationToken cancellationToken)
    {
        if (context.SignedIn() is not { } actor)
        {
            return Results.Json(new { message = texts.Of(Texts.Asked(context.Request), "http.unauthenticated"), code = "UNAUTHENTICATED" }, statusCode: 401);
        }

        var services = context.RequestServices;
        var mapped = mapping is null ? Canonical(dataset) : services.GetRequiredService<MappingFiles>().ByName(mapping);
        var at = AsOf.Parse(asOf);
        if ((mapped.Refusal ?? at.Refusal) is { } unclear)
        {
            return Refused(texts, actor.Language, unclear);
        }

        if (CanonicalDatasets.Find(dataset) is not { } canonical || !mapped.Value.Datasets.ContainsKey(canonical.Name))
        {
            return Refused(texts, actor.Language, ExtractReader.RefuseDataset(dataset));
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken);
        var only = mapped.Value.Only(canonical.Name);
        var names = only.Datasets[canonical.Name].Select(p => p.File).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var taken = await services.GetRequiredService<ImportExtract>().Take(
            only, name => names.Contains(name) ? body.ToArray() : null, plant, at.Value, progress: null, cancellationToken);
        return taken.Refusal is { } refusal ? Refused(texts, actor.Language, refusal) : Results.Json(new
        {
            plant = taken.Value.PlantCode,
            asOf = taken.Value.AsOf,
            datasets = taken.Value.Datasets.Select(d => new
            {
                dataset = CanonicalDatasets.Of(d.Dataset).Name, rows = d.Rows, made = d.Made, changed = d.Changed, booked = d.Booked,
            }),
            warnings = taken.Value.Warnings.Select(w => ImportReport.Sentence(texts, actor.Language, w)),
        });
    }

    private static Outcome<ExtractMapping> Canonical(string dataset) =>
        CanonicalDatasets.Find(dataset) is { } known
            ? new ExtractMapping
            {
                Datasets = new Dictionary<string, IReadOnlyList<DatasetPart>>(StringComparer.Ordinal)
                {
                    [known.Name] = [new DatasetPart { File = known.FileName }],
                },
            }
            : ExtractReader.RefuseDataset(dataset);

    private static IResult Refused(Texts texts, Language language, Refusal refusal)
    {
        return Results.Json(
            new
            {
                code = Naming.Screaming(refusal.Code),
                message = ImportReport.Sentence(texts, language, refusal),
                rows = (refusal.Details ?? []).Select(row => new
                {
                    file = row.Arguments.GetValueOrDefault("file"),
                    line = row.Arguments.GetValueOrDefault("line"),
                    column = row.Arguments.GetValueOrDefault("column") ?? row.Field,
                    value = row.Arguments.GetValueOrDefault("value"),
                    reason = row.Reason,
                    message = ImportReport.Sentence(texts, language, row),
                }),
            },
            statusCode: Refusals.StatusOf(refusal));
    }
}
