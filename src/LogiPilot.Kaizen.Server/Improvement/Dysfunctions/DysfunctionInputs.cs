using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;

namespace LogiPilot.Kaizen.Server.Improvement.Dysfunctions;

/// <summary>The four constraints, each answered in words.</summary>
public sealed record ConstraintsInput(string? Technical, string? Quality, string? Environment, string? Safety)
{
    public Constraint4 ToConstraints() => new(Technical, Quality, Environment, Safety);
}

/// <summary>Another way, and why it is not the one proposed.</summary>
public sealed record AlternativeInput(string Text, string WhyNot);

/// <summary>What a proposal says; amounts in euros, risks as the value of a risk grid.</summary>
public sealed record ProposalInput(
    string? Description, string? Means, string? Objectives, DateOnly? Deadline, IReadOnlyList<Guid>? PeopleIds, string? Involved,
    decimal? Cost, decimal? Gain, ConstraintsInput? Constraints, IReadOnlyList<AlternativeInput>? Alternatives, JsonElement? Risks)
{
    public ProposalTerms ToTerms() => new(
        Description, Means, Objectives, Deadline, PeopleIds ?? [], Involved, Cost, Gain, Constraints?.ToConstraints(),
        [.. (Alternatives ?? []).Select(a => new Alternative(a.Text, a.WhyNot))], Risks);
}
