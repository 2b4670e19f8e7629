using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Alerts;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Improvement.Methods;
using LogiPilot.Kaizen.Server.Improvement.Actions;
using LogiPilot.Kaizen.Server.Improvement.Indicators;
using PageRequest = LogiPilot.GraphQL.PageRequest;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

[GraphQLName("ActionPlan")]
[GraphQLDescription("What is done about something that went wrong, step by step of one method.")]
public sealed class PlanNode(ActionPlan plan, OrganisationPicture people)
{
    public Guid Id => plan.Id;

    public Guid PlantId => plan.PlantId;

    [GraphQLDescription("Number that people say: P-0087.")]
    public string Number => plan.Number;

    public string Title => plan.Title;

    [GraphQLDescription("The method as it was when the plan was opened.")]
    public PlanMethodNode GetMethod(ICurrentActor current) => new(plan.Method, current.Actor.Language);

    public PlanState State => plan.State;

    public int Cycle => plan.Cycle;

    [GraphQLDescription("Code of the level at which the case is held; null where the method has none.")]
    public string? Level => plan.Level;

    [GraphQLDescription("Name of that level.")]
    public string? GetLevelName(ICurrentActor current) =>
        plan.Method.Levels.FirstOrDefault(l => l.Code == plan.Level)?.Name.In(current.Actor.Language);

    [GraphQLDescription("Récidive: its problem came back within 90 days of its closing.")]
    public bool IsRecurring => plan.IsRecurring;

    [GraphQLDescription("When the case goes a level up unless it is solved; null when it does not.")]
    public DateTimeOffset? PromotesAt => plan.PromoteAt;

    [GraphQLDescription("A step that somebody should decide to send back, because the problem came back while the effect was measured.")]
    public ProposedReturn? ProposedReturn => plan.ProposedReturn;

    [GraphQLDescription("Checks of the effect in this cycle, in order of day.")]
    public IEnumerable<StepCheck> Checks => plan.Checks;

    public PlanOriginNode Origin => new(plan.Origin);

    public string? Perimeter => plan.Perimeter;

    public IEnumerable<PlanKeyNode> Keys => plan.Keys.Select(k => new PlanKeyNode(k, people));

    public Named? Area => people.Name(plan.AreaId);

    [GraphQLDescription("Who decides.")]
    public PersonName? Sponsor => people.NamePerson(plan.SponsorId);

    public PersonName? Leader => people.NamePerson(plan.LeaderId);

    public IEnumerable<PlanParticipantNode> Participants => plan.Participants.Select(p => new PlanParticipantNode(p, people));

    public ArguedChoices Choices => plan.Choices;

    [GraphQLDescription("It is looked at every so many days.")]
    public int? FollowUpDays => plan.FollowUpDays;

    public DateOnly? Deadline => plan.Deadline;

    public Constraint4 Constraints => plan.Constraints;

    public Money? Cost => plan.Cost;

    public Money? Gain => plan.Gain;

    public PersonName? OpenedBy => people.NamePerson(plan.OpenedById);

    public DateTimeOffset OpenedAt => plan.OpenedAt;

    public DateTimeOffset? SubmittedAt => plan.SubmittedAt;

    public PersonName? ApprovedBy => people.NamePerson(plan.ApprovedById);

    public DateTimeOffset? ApprovedAt => plan.ApprovedAt;

    public DateTimeOffset? ClosedAt => plan.ClosedAt;

    [GraphQLDescription("When the sponsor's answer is missed; null while none is awaited.")]
    public DateTimeOffset? AnswerDueAt => plan.DueAt;

    [GraphQLDescription("Why it was refused, suspended, abandoned or reopened last.")]
    public string? Reason => plan.Reason;

    public DateOnly? ReviewOn => plan.ReviewOn;

    [GraphQLDescription("The next day by which something of it has to be done.")]
    public DateOnly? NextDueOn => plan.NextDueOn;

    public int Version => plan.Version;

    [GraphQLDescription("What the caller may do with it now; what they may not is not named.")]
    public async Task<IEnumerable<PlanCommandName>> GetCommandsAsync(PlanTurnByPlant turns, CancellationToken cancellationToken)
    {
        var turn = await turns.LoadRequiredAsync(plan.PlantId, cancellationToken);
        return Enum.GetValues<PlanCommandName>().Where(command => plan.WhyNot(command, turn) is null);
    }

    [GraphQLDescription("In the method's order; of a past cycle as they were signed.")]
    public IEnumerable<PlanStepNode>? GetSteps(int? cycle = null) =>
        cycle is null || cycle == plan.Cycle ? plan.Steps.Select(s => new PlanStepNode(plan, s, plan.Cycle, people))
        : plan.PastCycles.FirstOrDefault(c => c.Cycle == cycle)?.Steps.Select(s => new PlanStepNode(plan, s, cycle.Value, people));

    [GraphQLDescription("The first step that is not signed; null when all are.")]
    public PlanStepNode? CurrentStep => plan.CurrentStep is { } step ? new(plan, step, plan.Cycle, people) : null;

    [GraphQLDescription("What the gate of the current step still asks for.")]
    public async Task<IEnumerable<GateFindingNode>> GetMissingAsync(
        PictureByPlan pictures, Texts texts, ICurrentActor current, CancellationToken cancellationToken) =>
        plan.CurrentStep is { } step && !plan.IsEnded
            ? (await GateFindingNode.Of(plan, step.Code, pictures, texts, current, cancellationToken)).Where(f => !f.Holds)
            : [];

    [GraphQLDescription("Of every cycle, in order of number.")]
    public async Task<IReadOnlyList<ActionNode>> GetActionsAsync(ActionsByPlan actions, CancellationToken cancellationToken) =>
        await actions.LoadAsync(plan.Id, cancellationToken) ?? [];

    [GraphQLDescription("In the order in which they were defined.")]
    public async Task<IEnumerable<IndicatorNode>> GetIndicatorsAsync(IndicatorsByPlan indicators, CancellationToken cancellationToken) =>
        (await indicators.LoadAsync(plan.Id, cancellationToken) ?? []).Select(i => new IndicatorNode(i, people));

    [GraphQLDescription("Latest first.")]
    public async Task<IEnumerable<MeetingNode>> GetMeetingsAsync(MeetingsByPlan meetings, CancellationToken cancellationToken) =>
        (await meetings.LoadAsync(plan.Id, cancellationToken) ?? []).Select(m => new MeetingNode(m, people));

    [GraphQLDescription("Latest first.")]
    public async Task<IEnumerable<CommunicationNode>> GetCommunicationsAsync(
        CommunicationsByPlan communications, CancellationToken cancellationToken) =>
        (await communications.LoadAsync(plan.Id, cancellationToken) ?? []).Select(c => new CommunicationNode(c, people));

    [GraphQLDescription("Oldest first.")]
    public async Task<IEnumerable<ReferralNode>> GetReferralsAsync(ReferralsByPlan referrals, CancellationToken cancellationToken) =>
        (await referrals.LoadAsync(plan.Id, cancellationToken) ?? []).Select(r => new ReferralNode(r, people));

    [UseConnection(Name = "PlanHistory")]
    [GraphQLDescription("What happened to it, latest first.")]
    public async Task<Connection<PlanEventNode>> GetHistoryAsync(PageRequest page, IPlanReader plans, CancellationToken cancellationToken) =>
        (await plans.History(plan.Id, page.ToCore(), cancellationToken)).ToConnection(e => new PlanEventNode(e, plan, people));
}

[GraphQLName("PlanMethod")]
public sealed class PlanMethodNode(MethodDefinition method, Language language)
{
    public string Code => method.Code;

    public string Name => method.Name.In(language);

    public string About => method.About.In(language);

    [GraphQLDescription("What its sponsor is called.")]
    public string SponsorTitle => method.SponsorTitle.In(language);

    public bool HasCycles => method.HasCycles;

    [GraphQLDescription("The levels at which a case may be held, the lowest first; none where it has none.")]
    public IEnumerable<MethodLevelNode> Levels => method.Levels.Select(l => new MethodLevelNode(l.Code, l.Name.In(language)));

    [GraphQLDescription("In the order in which they are signed.")]
    public IEnumerable<MethodStepNode> Steps => method.Steps.Select(s => new MethodStepNode(method, s, language));
}

[GraphQLName("MethodLevel")]
public sealed record MethodLevelNode(string Code, string Name);

[GraphQLName("PlanOrigin")]
public sealed class PlanOriginNode(PlanOrigin origin)
{
    public PlanOriginKind Kind => origin.Kind;

    public Guid? DysfunctionId => origin.DysfunctionId;

    public string? Text => origin.Text;

    public async Task<IEnumerable<AlertPicture>> GetAlertsAsync(AlertById alerts, CancellationToken cancellationToken) =>
        (await alerts.LoadAsync(origin.AlertIds, cancellationToken)).OfType<AlertPicture>();
}

[GraphQLName("PlanParticipant")]
public sealed class PlanParticipantNode(PlanParticipant participant, OrganisationPicture people)
{
    public PersonName? Person => people.NamePerson(participant.PersonId);

    public string Role => participant.Role;

    public string Mission => participant.Mission;

    public string? Skill => participant.Skill;
}

[ObjectType<ArguedChoices>]
[GraphQLName("ArguedChoices")]
[GraphQLDescription("The five choices: alone or in a group, why these participants, this method, this communication, this deadline.")]
public static class ArguedChoicesNode;

[GraphQLName("PlanEvent")]
public sealed class PlanEventNode(PlanEvent happened, ActionPlan plan, OrganisationPicture people)
{
    public Guid Id => happened.Id;

    public PlanEventKind Kind => happened.Kind;

    public DateTimeOffset At => happened.At;

    [GraphQLDescription("Null: by itself.")]
    public PersonName? By => people.NamePerson(happened.ById);

    public string? Step => happened.Step;

    public string? Comment => happened.Comment;

    [GraphQLDescription("One sentence in the reader's language.")]
    public string GetText(Texts texts, ICurrentActor current)
    {
        var sentence = PlanHistorySentence.Of(happened, plan, people);
        return texts.Of(current.Actor.Language, sentence.Key, sentence.Arguments);
    }
}
