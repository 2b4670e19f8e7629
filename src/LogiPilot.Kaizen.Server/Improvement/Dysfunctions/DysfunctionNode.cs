using System.Text.Json;
using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Alerts;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Drawings;
using LogiPilot.Kaizen.Server.Improvement.Plans;
using LogiPilot.Kaizen.Server.Supply;

namespace LogiPilot.Kaizen.Server.Improvement.Dysfunctions;

[GraphQLName("Dysfunction")]
[GraphQLDescription("What does not work as it should, with its facts, its analyses, and what was proposed and decided.")]
public sealed class DysfunctionNode(Dysfunction dysfunction, OrganisationPicture people)
{
    public Guid Id => dysfunction.Id;

    public Guid PlantId => dysfunction.PlantId;

    [GraphQLDescription("Number that people say: DF-0012.")]
    public string Number => dysfunction.Number;

    public DysfunctionKind Kind => dysfunction.Kind;

    public DysfunctionState State => dysfunction.State;

    public string Title => dysfunction.Title;

    [GraphQLDescription("What was seen, in words; null where the alerts say it.")]
    public string? Facts => dysfunction.Facts;

    public string? Perimeter => dysfunction.Perimeter;

    public Named? Place => people.Name(dysfunction.PlaceId);

    public Named? Area => people.Name(dysfunction.AreaId);

    public async Task<ProductNode?> GetProductAsync(ProductById products, CancellationToken cancellationToken) =>
        dysfunction.ProductId is { } product ? await products.LoadAsync(product, cancellationToken) : null;

    public IEnumerable<PlanKeyNode> Keys => dysfunction.Keys.Select(k => new PlanKeyNode(k, people));

    public PersonName? ReportedBy => people.NamePerson(dysfunction.ReportedById);

    public DateTimeOffset ReportedAt => dysfunction.ReportedAt;

    [GraphQLDescription("Who noticed it, where that is not who reported it.")]
    public PersonName? NoticedBy => people.NamePerson(dysfunction.NoticedById);

    public DateTimeOffset NoticedAt => dysfunction.NoticedAt;

    public Guid? RecurrenceId => dysfunction.RecurrenceId;

    [GraphQLDescription("The alerts that it was opened from, oldest first.")]
    public async Task<IEnumerable<AlertPicture>> GetAlertsAsync(AlertById alerts, CancellationToken cancellationToken) =>
        (await alerts.LoadAsync(dysfunction.AlertIds, cancellationToken)).OfType<AlertPicture>();

    [GraphQLDescription("What its alerts say; null without any.")]
    public async Task<AlertFactsNode?> GetAlertFactsAsync(UseCases useCases, CancellationToken cancellationToken) =>
        dysfunction.AlertIds.Count > 0 && await useCases.Ask(new ViewDysfunctionFacts(dysfunction.AlertIds), cancellationToken) is { } facts
            ? new(facts, people)
            : null;

    [GraphQLDescription("Null as long as nobody diagnosed it.")]
    public SupportNeed? SupportNeed => dysfunction.SupportNeed;

    [GraphQLDescription("Oldest first.")]
    public IEnumerable<AnalysisNode> Analyses => dysfunction.Analyses.Select(a => new AnalysisNode(a, dysfunction.Title, people));

    [GraphQLDescription("What the analyses say together.")]
    public string? Conclusion => dysfunction.Conclusion;

    [GraphQLDescription("The last first.")]
    public async Task<IEnumerable<ProposalNode>> GetProposalsAsync(ProposalsByDysfunction proposals, CancellationToken cancellationToken) =>
        (await proposals.LoadAsync(dysfunction.Id, cancellationToken) ?? []).Select(p => new ProposalNode(p, people));

    [GraphQLDescription("Why it was rejected, or how it was closed without a plan.")]
    public string? Reason => dysfunction.Reason;

    public Guid? ActionPlanId => dysfunction.ActionPlanId;

    [GraphQLDescription("The plan opened from the proposal that was accepted.")]
    public async Task<PlanNode?> GetActionPlanAsync(PlanById plans, CancellationToken cancellationToken) =>
        dysfunction.ActionPlanId is { } id && await plans.LoadAsync(id, cancellationToken) is { } plan ? new(plan, people) : null;

    [GraphQLDescription("What support services were asked, oldest first.")]
    public async Task<IEnumerable<ReferralNode>> GetReferralsAsync(ReferralsByDysfunction referrals, CancellationToken cancellationToken) =>
        (await referrals.LoadAsync(dysfunction.Id, cancellationToken) ?? []).Select(r => new ReferralNode(r, people));

    [GraphQLDescription("Oldest first.")]
    public IEnumerable<DysfunctionStepNode> History => dysfunction.Steps.Select(s => new DysfunctionStepNode(s, people));

    [GraphQLDescription("What the caller may do with it now, and why not.")]
    public IEnumerable<DysfunctionCommandNode> GetCommands(ICurrentActor current, Refusals refusals) =>
        Enum.GetValues<DysfunctionCommandName>().Select(command =>
        {
            var whyNot = dysfunction.WhyNot(command, current.Actor);
            return new DysfunctionCommandNode(command, whyNot is null, whyNot is null ? null : refusals.Sentence(whyNot));
        });

    public int Version => dysfunction.Version;
}

[GraphQLName("DysfunctionCommand")]
public sealed record DysfunctionCommandNode(
    DysfunctionCommandName Command, bool Allowed, [property: GraphQLDescription("Why not, in the reader's language.")] string? Reason);

[GraphQLName("DysfunctionStep")]
public sealed class DysfunctionStepNode(DysfunctionStep step, OrganisationPicture people)
{
    public DysfunctionStepKind Kind => step.Kind;

    public int Version => step.Version;

    public PersonName? By => people.NamePerson(step.ById);

    public DateTimeOffset At => step.At;
}

[GraphQLName("Analysis")]
public sealed class AnalysisNode(Analysis analysis, string about, OrganisationPicture people)
{
    public Guid Id => analysis.Id;

    public AnalysisKind Kind => analysis.Kind;

    [GraphQLDescription("The same JSON as the field of a method that holds such an analysis.")]
    public JsonElement Value => analysis.Value;

    [GraphQLDescription("The same as a picture (SVG), in the reader's language; null where there is none.")]
    public Task<string?> GetDrawingAsync(FieldPictures pictures, Texts texts, CancellationToken cancellationToken) =>
        pictures.Draw(AnalysisFields.Of(analysis.Kind, code => texts.Both($"dysfunctions.analysisField.{code}")), analysis.Value, about, _ => null, cancellationToken);

    [GraphQLDescription("Who changed it last.")]
    public PersonName? By => people.NamePerson(analysis.ById);

    public DateTimeOffset At => analysis.At;

    public int Version => analysis.Version;
}
