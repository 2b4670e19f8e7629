using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>The day by which a step is due from now on.</summary>
public sealed record StepDueMove(string Step, DateOnly DueOn);

/// <summary>What a plan is agreed to be; a part that is null stays as it is, as does each choice and constraint.</summary>
public sealed record PlanCharter(
    string? Title = null, string? Perimeter = null, IReadOnlyList<PlanKey>? Keys = null, Guid? AreaId = null, Guid? SponsorId = null,
    Guid? LeaderId = null, IReadOnlyList<PlanParticipant>? Participants = null, ArguedChoices? Choices = null, int? FollowUpDays = null,
    DateOnly? Deadline = null, Constraint4? Constraints = null, Money? Cost = null, Money? Gain = null,
    IReadOnlyList<StepDueMove>? Steps = null)
{
    public const int LongestTitle = 200;
    public const int MostParticipants = 50;
    public const int MostKeys = 20;
    public const decimal MostMoney = 1_000_000_000m;

    /// <summary>What is wrong with the parts given, whatever the plan.</summary>
    public IEnumerable<Refusal?> Faults()
    {
        yield return Words.TooLong("title", Title, LongestTitle);
        yield return Words.TooLong("perimeter", Perimeter, Words.InText);
        yield return FollowUpDays is < 1 or > 366 ? Refusal.Invalid("followUpDays", "followUpDays", ("most", 366)) : null;
        yield return Money("cost", Cost);
        yield return Money("gain", Gain);
        yield return Keys?.Count > MostKeys ? Refusal.Invalid("keys", "planKeysMany", ("most", MostKeys)) : null;
        yield return Keys?.Any(k => k.IsEmpty) == true ? Refusal.Invalid("keys", "planKeyEmpty") : null;
        yield return Participants?.Count > MostParticipants ? Refusal.Invalid("participants", "planParticipantsMany", ("most", MostParticipants)) : null;
        for (var i = 0; i < Participants?.Count; i++)
        {
            yield return Words.TooLong($"participants[{i}].role", Participants[i].Role, Words.InName);
            yield return Words.TooLong($"participants[{i}].mission", Participants[i].Mission, Words.InText);
            yield return Words.TooLong($"participants[{i}].skill", Participants[i].Skill, Words.InText);
            yield return Participants.Take(i).Any(p => p.PersonId == Participants[i].PersonId)
                ? Refusal.Invalid($"participants[{i}].personId", "participantTwice")
                : null;
        }

        foreach (var (field, text) in Texts())
        {
            yield return Words.TooLong(field, text, Words.InText);
        }
    }

    private IEnumerable<(string Field, string? Text)> Texts() =>
    [
        ("choices.setting", Choices?.Setting), ("choices.participants", Choices?.Participants), ("choices.method", Choices?.Method),
        ("choices.communication", Choices?.Communication), ("choices.deadline", Choices?.Deadline),
        ("constraints.technical", Constraints?.Technical), ("constraints.quality", Constraints?.Quality),
        ("constraints.environment", Constraints?.Environment), ("constraints.safety", Constraints?.Safety),
    ];

    private static Refusal? Money(string field, Money? money) =>
        money is { Amount: < 0 or > MostMoney } ? Refusal.Invalid(field, "moneyRange", ("most", MostMoney)) : null;
}

/// <summary>A plan to be opened.</summary>
public sealed record PlanDraft(Guid PlantId, PlanOrigin Origin, PlanCharter Charter);
