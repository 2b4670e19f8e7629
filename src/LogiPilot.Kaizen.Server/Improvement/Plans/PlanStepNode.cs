using System.Text.Json;
using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Drawings;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

[GraphQLName("PlanStep")]
public sealed class PlanStepNode(ActionPlan plan, PlanStep step, int cycle, OrganisationPicture people)
{
    private readonly StepDefinition _definition = plan.Method.Step(step.Code)!;

    public string Code => step.Code;

    public string GetName(ICurrentActor current) => _definition.Name.In(current.Actor.Language);

    public string GetPurpose(ICurrentActor current) => _definition.Purpose.In(current.Actor.Language);

    public StepState State => step.State;

    [GraphQLDescription("Null while the step whose signature starts its clock is not signed.")]
    public DateOnly? DueOn => step.DueOn;

    [GraphQLDescription("By the method's clock; never changes.")]
    public DateOnly? OriginalDueOn => step.OriginalDueOn;

    [GraphQLDescription("Who signs it.")]
    public SignedBy Signs => _definition.Signs;

    public PersonName? SignedBy => people.NamePerson(step.SignedById);

    public DateTimeOffset? SignedAt => step.SignedAt;

    [GraphQLDescription("Signed before, and does not hold since.")]
    public DateTimeOffset? SuspendedSince => step.SuspendedSince;

    [GraphQLDescription("How often it was sent back, and why.")]
    public IEnumerable<StepReturnNode> Returns => step.Returns.Select(r => new StepReturnNode(r, people));

    public IReadOnlyList<string> DependsOn => _definition.DependsOn;

    public int Version => step.Version;

    [GraphQLDescription("What the caller may do with it now, its gate aside; what they may not is not named. Of a past cycle, nothing.")]
    public async Task<IEnumerable<StepCommandName>> GetCommandsAsync(PlanTurnByPlant turns, CancellationToken cancellationToken)
    {
        var turn = await turns.LoadRequiredAsync(plan.PlantId, cancellationToken);
        return IsPresent ? Enum.GetValues<StepCommandName>().Where(command => plan.WhyNot(command, step.Code, turn) is null) : [];
    }

    [GraphQLDescription("The methods that its signature may turn the plan into, as what is written into it says that the plan is not warranted; null: it does not.")]
    public async Task<IEnumerable<MethodNameNode>?> GetTurnsIntoAsync(
        PictureByPlan pictures, IMethods methods, ICurrentActor current, CancellationToken cancellationToken) =>
        IsPresent && _definition.Exit is { } exit && Gate.Leaves(await pictures.LoadRequiredAsync(plan.Id, cancellationToken), _definition)
            ? methods.Of(people.Plant(plan.PlantId)?.Code).Where(m => exit.TurnsInto.Contains(m.Code, StringComparer.Ordinal))
                .Select(m => new MethodNameNode(m.Code, m.Name.In(current.Actor.Language)))
            : null;

    [GraphQLDescription("Whether the caller may sign it now.")]
    public async Task<bool> GetCanSignAsync(
        PictureByPlan pictures, ICurrentActor current, CancellationToken cancellationToken) =>
        IsPresent && plan.WhyNotSign(step.Code, current.Actor) is null
        && Gate.ToSign(await pictures.LoadRequiredAsync(plan.Id, cancellationToken), _definition).All(f => f.Holds);

    [GraphQLDescription("Why the caller may not sign it now, its gate aside.")]
    public string? GetWhyNot(ICurrentActor current, Refusals refusals) =>
        IsPresent && plan.WhyNotSign(step.Code, current.Actor) is { } whyNot
            ? refusals.Sentence(AlertBook.Name(whyNot, people, plan.PlantId))
            : null;

    [GraphQLDescription("What its gate asks for, rule by rule.")]
    public async Task<IEnumerable<GateFindingNode>> GetGateAsync(
        PictureByPlan pictures, Texts texts, ICurrentActor current, CancellationToken cancellationToken) =>
        IsPresent ? await GateFindingNode.Of(plan, step.Code, pictures, texts, current, cancellationToken) : [];

    [GraphQLDescription("In the method's order.")]
    public async Task<IEnumerable<PlanFieldNode>> GetFieldsAsync(
        FieldsByPlan fields, ICurrentActor current, CancellationToken cancellationToken)
    {
        var written = (await fields.LoadAsync(plan.Id, cancellationToken) ?? [])
            .Where(f => f.Cycle == cycle && f.Step == step.Code).ToDictionary(f => f.Field, StringComparer.Ordinal);
        return _definition.Fields.Select(
            f => new PlanFieldNode(plan, step.Code, cycle, f, written.GetValueOrDefault(f.Code), people, current.Actor.Language));
    }

    private bool IsPresent => cycle == plan.Cycle;
}

[GraphQLName("MethodName")]
public sealed record MethodNameNode(string Code, string Name);

[GraphQLName("StepReturn")]
public sealed class StepReturnNode(StepReturn returned, OrganisationPicture people)
{
    public string Reason => returned.Reason;

    public PersonName? By => people.NamePerson(returned.ById);

    public DateTimeOffset At => returned.At;
}

[GraphQLName("GateFinding")]
[GraphQLDescription("A rule of a gate: whether it holds, and in words what it asks for.")]
public sealed record GateFindingNode(
    string Rule, bool Holds, string Says, [property: GraphQLDescription("Where to go to: STEP.field.")] string? Field)
{
    internal static async Task<IEnumerable<GateFindingNode>> Of(
        ActionPlan plan, string step, PictureByPlan pictures, Texts texts, ICurrentActor current, CancellationToken cancellationToken)
    {
        var language = current.Actor.Language;
        var picture = await pictures.LoadRequiredAsync(plan.Id, cancellationToken);
        return Gate.ToSign(picture, plan.Method.Step(step)!).Select(f => new GateFindingNode(
            f.Rule, f.Holds, !f.Holds && f.Says is { } says ? says.In(language) : texts.Of(language, f.Key, f.Arguments), f.Field));
    }
}

[GraphQLName("PlanField")]
public sealed class PlanFieldNode(
    ActionPlan plan, string step, int cycle, FieldDefinition definition, FieldVersion? written, OrganisationPicture people, Language language)
{
    public string Code => definition.Code;

    public string Name => definition.Name.In(language);

    public FieldType Type => definition.Type;

    public string? Hint => definition.Hint?.In(language);

    [GraphQLDescription("How a case of the method fills it; not this plan's.")]
    public string? Example => definition.Example?.In(language);

    public bool Required => definition.Required;

    public string? Unit => definition.Unit;

    public IEnumerable<FieldChoiceNode>? Choices => definition.Choices?.Select(c => new FieldChoiceNode(c.Code, c.Name.In(language)));

    public IEnumerable<FieldColumnNode>? Columns => definition.Columns?.Select(c => new FieldColumnNode(c, language));

    [GraphQLDescription("Of a 5 Why: it asks beside why it happened also why it was not seen.")]
    public bool HasEscape => definition.HasEscape;

    [GraphQLDescription("Name of the picture that a table is drawn as; the other analyses are drawn by their type.")]
    public string? Picture => definition.Drawing;

    [GraphQLDescription("As its type says it; null when empty.")]
    public JsonElement? Value => written?.Json;

    [GraphQLDescription("The value as a picture (SVG), as it is printed, in the reader's language; null where there is none.")]
    public async Task<string?> GetDrawingAsync(FieldPictures pictures, FieldsByPlan fields, CancellationToken cancellationToken) =>
        await pictures.Draw(
            definition, written?.Json, plan.Title,
            FieldPictures.CausesOf(plan, await fields.LoadAsync(plan.Id, cancellationToken) ?? [], cycle), cancellationToken);

    [GraphQLDescription("0 while nothing was written.")]
    public int Version => written?.Version ?? 0;

    public PersonName? Author => people.NamePerson(written?.AuthorId);

    public DateTimeOffset? At => written?.At;

    [GraphQLDescription("Everything that ever stood there, the last first.")]
    public async Task<IEnumerable<FieldVersionNode>> GetVersionsAsync(VersionsByPlan versions, CancellationToken cancellationToken) =>
        (await versions.LoadAsync(plan.Id, cancellationToken) ?? [])
        .Where(v => v.Cycle == cycle && v.Step == step && v.Field == definition.Code)
        .OrderByDescending(v => v.Version)
        .Select(v => new FieldVersionNode(v, people));
}

[GraphQLName("FieldChoice")]
public sealed record FieldChoiceNode(string Code, string Name);

[GraphQLName("FieldColumn")]
public sealed class FieldColumnNode(FieldColumn column, Language language)
{
    public string Code => column.Code;

    public string Name => column.Name.In(language);

    public FieldType Type => column.Type;

    public IEnumerable<FieldChoiceNode>? Choices => column.Choices?.Select(c => new FieldChoiceNode(c.Code, c.Name.In(language)));

    public string? Unit => column.Unit;

    public bool Required => column.Required;

    [GraphQLDescription("The tree or Ishikawa whose causes are the choices: STEP.field.")]
    public string? From => column.From;
}

[GraphQLName("FieldVersion")]
public sealed class FieldVersionNode(FieldVersion version, OrganisationPicture people)
{
    public int Version => version.Version;

    public JsonElement? Value => version.Json;

    public PersonName? Author => people.NamePerson(version.AuthorId);

    public DateTimeOffset At => version.At;

    [GraphQLDescription("It was written in this plan, which turned into the present one.")]
    public Guid? FromPlanId => version.FromPlanId;
}
