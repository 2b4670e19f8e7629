using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Drawings;
using MediatR;

namespace LogiPilot.Kaizen.Server.Improvement.Exports;

/// <summary>
/// <c>/exports/plans.csv</c>, <c>/exports/actions.csv</c>, <c>/exports/dysfunctions.csv</c>: everything that the caller may see, in the
/// language of <c>?lang=fr|en</c>, else the caller's.
/// </summary>
public static class ExportEndpoints
{
    private const int PageSize = 1000;

    public static void MapExports(this WebApplication app)
    {
        var exports = app.MapGroup("/exports").RequireAuthorization();
        exports.MapGet("/plans.csv", Export("plans", Plans));
        exports.MapGet("/actions.csv", Export("actions", Actions));
        exports.MapGet("/dysfunctions.csv", Export("dysfunctions", Dysfunctions));
    }

    private delegate Task<Refusal?> Fill(CsvSheet sheet, ExportWords said, IMediator mediator, CancellationToken cancellationToken);

    private static Func<string?, IMediator, IDirectory, ICurrentActor, Refusals, Texts, CancellationToken, Task<IResult>> Export(string name, Fill fill) =>
        async (lang, mediator, directory, current, refusals, texts, cancellationToken) =>
        {
            var language = lang switch { "fr" => Language.Fr, "en" => Language.En, _ => current.Actor.Language };
            var sheet = new CsvSheet(language);
            var said = new ExportWords(new DrawingWords(texts, language), await directory.Current(cancellationToken));
            return await fill(sheet, said, mediator, cancellationToken) is { } refusal
                ? Results.Json(new { code = "FORBIDDEN", message = refusals.Sentence(refusal) }, statusCode: StatusCodes.Status403Forbidden)
                : Results.File(sheet.Bytes(), "text/csv; charset=utf-8", $"{name}.csv");
        };

    private static async Task<Refusal?> Plans(CsvSheet sheet, ExportWords said, IMediator mediator, CancellationToken cancellationToken)
    {
        sheet.Row(said.Heads("reference", "what", "method", "state", "currentStep", "leader", "sponsor", "openedOn", "deadline", "closedOn", "cycle", "recurring", "cost", "gain"));
        return await All(
            page => new ListPlans(new ActionPlanFilter(), ActionPlanOrder.OldestFirst, page), mediator,
            p => sheet.Row(
                p.Number, p.Title, p.MethodCode, said.Words.Word("plans.state", p.State), p.IsEnded ? null : p.CurrentStep?.Code, said.Person(p.LeaderId),
                said.Person(p.SponsorId), said.Day(p.PlantId, p.OpenedAt), p.Deadline, said.Day(p.PlantId, p.ClosedAt), p.Cycle, said.YesNo(p.IsRecurring), p.Cost?.Amount, p.Gain?.Amount),
            cancellationToken);
    }

    private static async Task<Refusal?> Actions(CsvSheet sheet, ExportWords said, IMediator mediator, CancellationToken cancellationToken)
    {
        sheet.Row(said.Heads("reference", "action", "why", "kind", "owner", "originalDue", "due", "slips", "state", "doneOn", "verifiedBy", "effective", "proof"));
        return await All(
            page => new ListActions(new ActionFilter(), ActionOrder.Number, page), mediator,
            a => sheet.Row(
                a.Number, a.What, a.Why, said.Words.Word("actions.kind", a.Kind), said.Person(a.OwnerId), a.OriginalDueOn, a.DueOn, a.Slips,
                said.Words.Word("actions.state", a.State), a.DoneOn, said.Person(a.VerifiedById), said.YesNo(a.IsEffective), a.Proof.Text ?? a.Proof.Link),
            cancellationToken);
    }

    private static async Task<Refusal?> Dysfunctions(CsvSheet sheet, ExportWords said, IMediator mediator, CancellationToken cancellationToken)
    {
        sheet.Row(said.Heads("reference", "what", "kind", "state", "facts", "place", "reportedBy", "reportedOn", "alerts", "conclusion", "reason"));
        return await All(
            page => new ListDysfunctions(new DysfunctionFilter(), DysfunctionOrder.OldestFirst, page), mediator,
            d => sheet.Row(
                d.Number, d.Title, said.Words.Word("dysfunctions.kind", d.Kind), said.Words.Word("dysfunctions.state", d.State), d.Facts, said.Place(d.PlaceId),
                said.Person(d.ReportedById), said.Day(d.PlantId, d.ReportedAt), d.AlertIds.Count, d.Conclusion, d.Reason),
            cancellationToken);
    }

    private static async Task<Refusal?> All<T>(
        Func<PageRequest, IQuery<Page<T>>> ask, IMediator mediator, Action<T> row, CancellationToken cancellationToken)
    {
        for (string? after = null; ;)
        {
            var outcome = await mediator.Send(ask(new PageRequest(PageSize, after, null, null, WantsTotal: false)), cancellationToken);
            if (outcome.Refusal is { } refusal)
            {
                return refusal;
            }

            foreach (var (_, item) in outcome.Value.Items)
            {
                row(item);
            }

            if (!outcome.Value.HasNext)
            {
                return null;
            }

            after = outcome.Value.Items[^1].Cursor;
        }
    }

    private sealed record ExportWords(DrawingWords Words, OrganisationPicture People)
    {
        public object?[] Heads(params string[] names) => [.. names.Select(n => Words.Of("page." + n))];

        public string? Person(Guid? id) => People.NamePerson(id)?.Name;

        public string? Place(Guid? id) => People.Name(id) is { } place ? $"{place.Code} {place.Name}" : null;

        public DateOnly? Day(Guid plantId, DateTimeOffset? at) => at is { } instant ? People.Calendar(plantId, null).DayOf(instant) : null;

        public string? YesNo(bool? value) => value is { } given ? Words.Of(given ? "yes" : "no") : null;
    }
}
