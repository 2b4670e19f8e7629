using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Improvement.Actions;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

[GraphQLName("Meeting")]
public sealed class MeetingNode(Meeting meeting, OrganisationPicture people)
{
    public Guid Id => meeting.Id;

    public Guid PlanId => meeting.PlanId;

    public DateTimeOffset HeldAt => meeting.HeldAt;

    public int Minutes => meeting.Minutes;

    public IEnumerable<PersonName> Present => meeting.PresentIds.Select(p => people.NamePerson(p)).OfType<PersonName>();

    public string? Notes => meeting.Notes;

    public IReadOnlyList<string> Decisions => meeting.Decisions;

    [GraphQLDescription("The actions born there.")]
    public async Task<IEnumerable<ActionNode>> GetActionsAsync(ActionsByPlan actions, CancellationToken cancellationToken) =>
        (await actions.LoadAsync(meeting.PlanId, cancellationToken) ?? []).Where(a => meeting.ActionIds.Contains(a.Id));

    public PersonName? RecordedBy => people.NamePerson(meeting.RecordedById);
}

[GraphQLName("Communication")]
public sealed class CommunicationNode(Communication communication, OrganisationPicture people)
{
    public Guid Id => communication.Id;

    public Guid PlanId => communication.PlanId;

    public DateTimeOffset SentAt => communication.SentAt;

    public PersonName? By => people.NamePerson(communication.ById);

    public string Text => communication.Text;

    public IEnumerable<PersonName> To => communication.ToIds.Select(p => people.NamePerson(p)).OfType<PersonName>();

    [GraphQLDescription("Who has read it, first readers first.")]
    public IEnumerable<ReadingNode> Readings => communication.Readings
        .Select(r => people.NamePerson(r.PersonId) is { } person ? new ReadingNode(person, r.At) : null).OfType<ReadingNode>();

    public bool IsReadByAll => communication.IsReadByAll;

    [GraphQLDescription("It is for the caller, who has not said yet that they have read it.")]
    public bool GetCanRead(ICurrentActor current) =>
        communication.WhyNotRead(current.Actor) is null && !communication.HasRead(current.Actor.PersonId!.Value);
}

[GraphQLName("Reading")]
public sealed record ReadingNode(PersonName Person, DateTimeOffset At);

[GraphQLName("Referral")]
[GraphQLDescription("A question to a support service about a plan or a dysfunction, and its answer.")]
public sealed class ReferralNode(Referral referral, OrganisationPicture people)
{
    public Guid Id => referral.Id;

    public Guid PlantId => referral.PlantId;

    public Guid? PlanId => referral.PlanId;

    public Guid? DysfunctionId => referral.DysfunctionId;

    public SupportService Service => referral.Service;

    public string Question => referral.Question;

    public PersonName? AskedBy => people.NamePerson(referral.AskedById);

    public DateTimeOffset AskedAt => referral.AskedAt;

    public string? Answer => referral.Answer;

    public PersonName? AnsweredBy => people.NamePerson(referral.AnsweredById);

    public DateTimeOffset? AnsweredAt => referral.AnsweredAt;

    [GraphQLDescription("Whether the caller may answer it now.")]
    public bool GetCanAnswer(ICurrentActor current) => referral.WhyNotReply(current.Actor) is null;
}

[GraphQLName("PlanSettings")]
public sealed class PlanSettingsNode(PlanSettings settings)
{
    public Guid PlantId => settings.PlantId;

    [GraphQLDescription("Above it a manager decides; null: no limit.")]
    public Core.Improvement.Money? CostLimit => settings.CostLimit;

    public IEnumerable<LevelCutOffNode> CutOffs => settings.CutOffs.Select(
        c => new LevelCutOffNode(c.Level, c.At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));

    public int Version => settings.Version;
}

[GraphQLName("LevelCutOff")]
public sealed record LevelCutOffNode(string Level, [property: GraphQLDescription("HH:mm by the plant's clock.")] string At);
