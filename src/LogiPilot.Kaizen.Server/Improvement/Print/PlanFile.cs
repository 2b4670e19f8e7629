using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using LogiPilot.Kaizen.Server.Improvement.Drawings;

namespace LogiPilot.Kaizen.Server.Improvement.Print;

/// <summary>Everything that a plan's report prints, read once.</summary>
internal sealed record PlanFile(
    PlanPicture Picture, IReadOnlyList<FieldVersion> Fields, IReadOnlyDictionary<(int Cycle, string Key), int> Versions,
    IReadOnlyList<Referral> Referrals, IReadOnlyList<PlanEvent> History, OrganisationPicture People, IReadOnlyDictionary<Guid, Product> Products,
    IReadOnlyDictionary<Guid, Attachment> Files, string? Dysfunction)
{
    public ActionPlan Plan => Picture.Plan;

    public string Day(DateTimeOffset at, DrawingWords words) => words.Day(Picture.Facts.DayOf(at));

    public string? Person(Guid? id) => People.NamePerson(id)?.Name;

    /// <summary>How the values of one cycle are said: a choice among causes looks into the same cycle.</summary>
    public FieldWords Words(DrawingWords words, int cycle) =>
        new(words, (type, id) => FieldPictures.Name(type, id, People, Products), FieldPictures.CausesOf(Plan, Fields, cycle));

    public string? Product(Guid id) => FieldPictures.Name(FieldType.Product, id, People, Products);
}

/// <summary>Reads a plan's file for those who may see the plan.</summary>
internal sealed class PlanFiles(
    IPlanReader plans, PlanPictures pictures, IDysfunctionReader dysfunctions, ISupplyReader supply, IAttachmentStore attachments, IDirectory directory)
{
    private const int MostEvents = 1000;

    public async Task<PlanFile> Of(ActionPlan plan, CancellationToken cancellationToken)
    {
        Guid[] ids = [plan.Id];
        var fields = await plans.Fields(ids, cancellationToken);
        var versions = await plans.Versions(ids, cancellationToken);
        var values = fields.Select(f => (Field: plan.Method.Field(f.Key), f.Json)).Where(f => f is { Field: not null, Json: not null }).ToList();
        Guid[] products =
        [
            .. plan.Keys.Select(k => k.ProductId).OfType<Guid>()
                .Concat(values.SelectMany(v => FieldPictures.ProductsIn(v.Field!, v.Json!.Value))).Distinct(),
        ];
        var kept = values.Where(v => v.Field!.Type == FieldType.Attachments).SelectMany(v => PrintedFields.Ids(v.Json!.Value)).Distinct().ToList();
        return new PlanFile(
            await pictures.Of(plan, cancellationToken),
            fields,
            versions.GroupBy(v => (v.Cycle, v.Key)).ToDictionary(g => g.Key, g => g.Count()),
            await plans.Referrals(ids, cancellationToken),
            [.. (await plans.History(plan.Id, new PageRequest(MostEvents, null, null, null, false), cancellationToken)).Items.Select(i => i.Item).Reverse()],
            await directory.Current(cancellationToken),
            await supply.ProductsById(products, cancellationToken),
            (await attachments.ById(kept, cancellationToken)).ToDictionary(a => a.Id),
            plan.Origin.DysfunctionId is { } origin && await dysfunctions.Find(origin, cancellationToken) is { } dysfunction ? $"{dysfunction.Number} {dysfunction.Title}" : null);
    }
}
