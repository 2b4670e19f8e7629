using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement;
using LogiPilot.Kaizen.Core.Improvement.Actions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Server.Improvement.Dysfunctions;

namespace LogiPilot.Kaizen.Server.Improvement.Plans;

public sealed record PlanParticipantInput(Guid PersonId, string? Role, string? Mission, string? Skill)
{
    public PlanParticipant ToParticipant() => new(PersonId, Role ?? "", Mission ?? "", Skill);
}

public sealed record ArguedChoicesInput(
    string? Setting, bool? IsGroup, string? Participants, string? Method, string? Communication, string? Deadline)
{
    public ArguedChoices ToChoices() => new(Setting, IsGroup, Participants, Method, Communication, Deadline);
}

public sealed record StepDueInput(string Step, DateOnly DueOn);

/// <summary>What a new plan is opened with; amounts in euros.</summary>
public sealed record OpenActionPlanInput(
    string Method, string? Title, Guid? PlantId, IReadOnlyList<Guid>? AlertIds, Guid? DysfunctionId, string? Origin, string? Perimeter,
    IReadOnlyList<PlanKeyInput>? Keys, Guid? AreaId, Guid? SponsorId, Guid? LeaderId, IReadOnlyList<PlanParticipantInput>? Participants,
    ArguedChoicesInput? Choices, int? FollowUpDays, DateOnly? Deadline, ConstraintsInput? Constraints, decimal? Cost, decimal? Gain,
    Guid? ClientId)
{
    public OpenActionPlan ToOrder() => new(
        Method, PlantId,
        Charters.Of(Title, Perimeter, Keys, AreaId, SponsorId, LeaderId, Participants, Choices, FollowUpDays, Deadline, Constraints, Cost, Gain, null),
        AlertIds, DysfunctionId, Origin)
    {
        ClientId = ClientId,
    };
}

/// <summary>What a plan is agreed to be; what is absent stays. Amounts in euros.</summary>
public sealed record SavePlanInput(
    Guid PlanId, string? Title, string? Perimeter, IReadOnlyList<PlanKeyInput>? Keys, Guid? AreaId, Guid? SponsorId, Guid? LeaderId,
    IReadOnlyList<PlanParticipantInput>? Participants, ArguedChoicesInput? Choices, int? FollowUpDays, DateOnly? Deadline,
    ConstraintsInput? Constraints, decimal? Cost, decimal? Gain, IReadOnlyList<StepDueInput>? Steps, int? ExpectedVersion, Guid? ClientId)
{
    public SavePlan ToOrder() => new(
        PlanId,
        Charters.Of(Title, Perimeter, Keys, AreaId, SponsorId, LeaderId, Participants, Choices, FollowUpDays, Deadline, Constraints, Cost, Gain, Steps))
    {
        ExpectedVersion = ExpectedVersion, ClientId = ClientId,
    };
}

/// <summary>A field of a step; null empties it. The version is the one seen before, 0 where nothing was written yet.</summary>
public sealed record FieldInput(string Code, JsonElement? Value, int? ExpectedVersion)
{
    public FieldDraft ToDraft() => new(Code, Value, ExpectedVersion);
}

/// <summary>An action that a meeting decided.</summary>
public sealed record MeetingActionInput(
    ActionKind Kind, string? What, string? Why, Guid OwnerId, DateOnly DueOn, string? Step, string? RemovalCondition,
    IReadOnlyList<string>? CauseIds)
{
    public MeetingAction ToAction() => new(new ActionDraft(Kind, What, Why, OwnerId, DueOn, RemovalCondition, CauseIds), Step);
}

public sealed record LevelCutOffInput(string Level, string At);

internal static class Charters
{
    public static PlanCharter Of(
        string? title, string? perimeter, IReadOnlyList<PlanKeyInput>? keys, Guid? areaId, Guid? sponsorId, Guid? leaderId,
        IReadOnlyList<PlanParticipantInput>? participants, ArguedChoicesInput? choices, int? followUpDays, DateOnly? deadline,
        ConstraintsInput? constraints, decimal? cost, decimal? gain, IReadOnlyList<StepDueInput>? steps) => new(
        title, perimeter, keys?.Select(k => k.ToKey()).ToList(), areaId, sponsorId, leaderId,
        participants?.Select(p => p.ToParticipant()).ToList(), choices?.ToChoices(), followUpDays, deadline, constraints?.ToConstraints(),
        cost is { } costs ? new Money(costs) : null, gain is { } gains ? new Money(gains) : null,
        steps?.Select(s => new StepDueMove(s.Step, s.DueOn)).ToList());
}
