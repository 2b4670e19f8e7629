using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Reporting;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Reporting;

[GraphQLName("Evidence")]
[GraphQLDescription("What a person can show for the certification, by block, competence and criterion.")]
public sealed class EvidenceNode(EvidenceFile file, EvidenceWords words, OrganisationPicture people)
{
    public PersonName Person => people.NamePerson(file.PersonId)!;

    public DateOnly From => file.From;

    [GraphQLDescription("The last day, included.")]
    public DateOnly To => file.To;

    public bool IsOwn => file.IsOwn;

    [GraphQLDescription("With whom the person shares it; to another reader, that reader's share alone.")]
    public IEnumerable<EvidenceShareNode> SharedWith => file.Shares.Select(s => new EvidenceShareNode(s, people));

    public IEnumerable<EvidenceBlockNode> Blocks => EvidenceBlock.All.Select(b => new EvidenceBlockNode(b, file, words));
}

[GraphQLName("EvidenceShare")]
public sealed class EvidenceShareNode(EvidenceShare share, OrganisationPicture people)
{
    public Guid Id => share.Id;

    [GraphQLDescription("Whose evidence it is.")]
    public PersonName Person => people.NamePerson(share.PersonId)!;

    public PersonName With => people.NamePerson(share.WithId)!;

    public DateTimeOffset Since => share.Since;

    [GraphQLDescription("The last day; null: until it is ended.")]
    public DateOnly? Until => share.Until;

    public DateTimeOffset? EndedAt => share.EndedAt;
}

[GraphQLName("EvidenceBlock")]
public sealed class EvidenceBlockNode(EvidenceBlock block, EvidenceFile file, EvidenceWords words)
{
    [GraphQLDescription("Null: the surroundings, common to competences 1 to 5.")]
    public string? Code => block.Code;

    public string Name => words.Block(block);

    public IEnumerable<EvidenceCompetenceNode> Competences => file.Of(block).Select(c => new EvidenceCompetenceNode(c, words));
}

[GraphQLName("EvidenceCompetence")]
public sealed class EvidenceCompetenceNode(CompetenceEvidence competence, EvidenceWords words)
{
    [GraphQLDescription("C1 to C7; E: the surroundings.")]
    public string Id => competence.Id;

    public string Name => words.Competence(competence.Id);

    [GraphQLDescription("How many criteria some record shows.")]
    public int Shown => competence.Count(EvidenceState.Shown);

    public int Empty => competence.Count(EvidenceState.Empty);

    public int ToObserve => competence.Count(EvidenceState.ToObserve);

    [GraphQLDescription("In the order of the reference; with ids, those alone.")]
    public IEnumerable<EvidenceCriterionNode> GetCriteria(IReadOnlyList<string>? ids = null) => competence.Criteria
        .Where(c => ids?.Contains(c.Criterion.Id, StringComparer.Ordinal) != false).Select(c => new EvidenceCriterionNode(c, words));
}

[GraphQLName("EvidenceCriterion")]
public sealed class EvidenceCriterionNode(CriterionEvidence evidence, EvidenceWords words)
{
    private const int MostRecords = 1000;

    [GraphQLDescription("As the reference numbers it: C1.M1.")]
    public string Id => evidence.Criterion.Id;

    public string Name => words.Criterion(evidence.Criterion);

    public EvidenceState State => evidence.State;

    [GraphQLDescription("How many records show it in the period.")]
    public int Count => evidence.Records.Count;

    [ListSize(SlicingArguments = ["first"])]
    [GraphQLDescription("Newest first; up to 1,000.")]
    public IEnumerable<EvidenceRecordNode> GetRecords(int first = 20) =>
        first < 0 ? throw new GraphQLException("\"first\" of \"records\" must not be negative.", "BAD_USER_INPUT")
        : first > MostRecords ? throw new GraphQLException($"\"first\" of \"records\" is {first}; at most {MostRecords} items are given at once.", "LIMIT")
        : evidence.Records.Take(first).Select(r => new EvidenceRecordNode(r, words));
}

[GraphQLName("EvidenceRecord")]
public sealed class EvidenceRecordNode(EvidenceRecord record, EvidenceWords words)
{
    public DateTimeOffset At => record.At;

    public EvidenceKind Kind => record.Kind;

    public EvidenceRole Role => record.Role;

    [GraphQLDescription("What the person did, in one sentence of the reader's language.")]
    public string Text => words.Say(record);

    public EvidenceSubjectNode Subject => new(record.Topic, record.SubjectId, record.Number);

    [GraphQLDescription("The path of the thing itself; null where it has no page.")]
    public string? Link => record.Topic switch
    {
        EvidenceTopic.Alert => $"/desk/alerts/{record.SubjectId}",
        EvidenceTopic.Handover => $"/desk/handovers/{record.SubjectId}",
        EvidenceTopic.Dysfunction => $"/desk/improvement/dysfunctions/{record.SubjectId}",
        EvidenceTopic.Plan => $"/desk/improvement/plans/{record.SubjectId}",
        EvidenceTopic.Action => $"/desk/improvement/actions/{record.SubjectId}",
        _ => null,
    };
}

[GraphQLName("EvidenceSubject")]
public sealed record EvidenceSubjectNode(EvidenceTopic Kind, Guid Id, string? Number);
