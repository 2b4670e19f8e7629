using System.Text.Json;
using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Server.Improvement.Dysfunctions;

[GraphQLName("Proposal")]
[GraphQLDescription("The case for an improvement, decided once.")]
public sealed class ProposalNode(Proposal proposal, OrganisationPicture people)
{
    public Guid Id => proposal.Id;

    public async Task<DysfunctionNode> GetDysfunctionAsync(DysfunctionById dysfunctions, CancellationToken cancellationToken) =>
        new(await dysfunctions.LoadRequiredAsync(proposal.DysfunctionId, cancellationToken), people);

    public string Description => proposal.Description;

    public string Means => proposal.Means;

    public string Objectives => proposal.Objectives;

    public DateOnly Deadline => proposal.Deadline;

    public IEnumerable<PersonName> People => proposal.PeopleIds.Select(id => people.NamePerson(id)).OfType<PersonName>();

    [GraphQLDescription("Whoever else is involved, in words.")]
    public string? Involved => proposal.Involved;

    public Money Cost => proposal.Cost;

    [GraphQLDescription("A year; null where nobody can say.")]
    public Money? Gain => proposal.Gain;

    public Constraint4 Constraints => proposal.Constraints;

    public IReadOnlyList<Alternative> Alternatives => proposal.Alternatives;

    [GraphQLDescription("Cost, delay, safety and environment, each 1 to 5 with a reason.")]
    public JsonElement? Risks => proposal.Risks;

    public PersonName? ProposedBy => people.NamePerson(proposal.ProposedById);

    public DateTimeOffset ProposedAt => proposal.ProposedAt;

    [GraphQLDescription("Null while it waits.")]
    public DecisionNode? Decision => proposal.Decision is { } decision ? new(decision, people) : null;

    public int Version => proposal.Version;
}

[GraphQLName("Decision")]
public sealed class DecisionNode(Decision decision, OrganisationPicture people)
{
    public DecisionKind Kind => decision.Kind;

    public string Reason => decision.Reason;

    [GraphQLDescription("What the manager changed of it.")]
    public string? Adjustment => decision.Adjustment;

    public PersonName? By => people.NamePerson(decision.ById);

    public DateTimeOffset At => decision.At;
}

[ObjectType<Alternative>]
[GraphQLName("Alternative")]
public static class AlternativeNode;

[GraphQLName("StopCost")]
public sealed class StopCostNode(StopCost cost)
{
    public Guid PlantId => cost.PlantId;

    [GraphQLDescription("In euros; null: it is not said.")]
    public decimal? PerHour => cost.PerHour;

    public int Version => cost.Version;
}
