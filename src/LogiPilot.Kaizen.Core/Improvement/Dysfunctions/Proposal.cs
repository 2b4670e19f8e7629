using System.Text.Json;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

public enum DecisionKind
{
    Accepted,

    /// <summary>Accepted with a change that the manager states.</summary>
    Adjusted,
    Refused,
}

public sealed record Alternative(string Text, string WhyNot);

public sealed record Decision(DecisionKind Kind, string Reason, string? Adjustment, Guid ById, DateTimeOffset At);

/// <summary>What a proposal says; <see cref="Risks"/> is the value of a risk grid (cost, delay, safety, environment, each 1 to 5 with a reason).</summary>
public sealed record ProposalTerms(
    string? Description, string? Means, string? Objectives, DateOnly? Deadline, IReadOnlyList<Guid> PeopleIds, string? Involved,
    decimal? Cost, decimal? Gain, Constraint4? Constraints, IReadOnlyList<Alternative> Alternatives, JsonElement? Risks);

/// <summary>
/// The case for an improvement, on one page: description, means, objectives, delay, people, cost, gain, the four constraints and the
/// alternatives weighed ("Dysfunction and proposal"). It may be revised until it is decided, and is decided once.
/// </summary>
public sealed class Proposal
{
    public const int MostPeople = 50;
    public const int MostAlternatives = 10;
    public const decimal MostMoney = 1_000_000_000m;

    private Proposal()
    {
    }

    public Guid Id { get; private set; }

    public Guid DysfunctionId { get; private set; }

    public Guid PlantId { get; private set; }

    public string Description { get; private set; } = "";

    public string Means { get; private set; } = "";

    public string Objectives { get; private set; } = "";

    /// <summary>By when it is done.</summary>
    public DateOnly Deadline { get; private set; }

    public IReadOnlyList<Guid> PeopleIds { get; private set; } = [];

    /// <summary>Whoever else is involved, in words.</summary>
    public string? Involved { get; private set; }

    public Money Cost { get; private set; } = new(0);

    /// <summary>A year; null where nobody can say.</summary>
    public Money? Gain { get; private set; }

    public Constraint4 Constraints { get; private set; } = new();

    public IReadOnlyList<Alternative> Alternatives { get; private set; } = [];

    public JsonElement? Risks { get; private set; }

    public Guid ProposedById { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public Decision? Decision { get; private set; }

    public int Version { get; private set; }

    public static Outcome<Proposal> Make(Dysfunction about, ProposalTerms terms, DateOnly today, Guid byId, DateTimeOffset now)
    {
        var proposal = new Proposal
        {
            Id = Guid.CreateVersion7(now), DysfunctionId = about.Id, PlantId = about.PlantId, ProposedById = byId, ProposedAt = now,
        };
        return proposal.Revise(terms, today) is { } refusal ? refusal : proposal;
    }

    public Refusal? Revise(ProposalTerms terms, DateOnly today)
    {
        if ((WhyDecided ?? Unfounded(terms, today)) is { } refusal)
        {
            return refusal;
        }

        (Description, Means, Objectives) = (terms.Description!.Trim(), terms.Means!.Trim(), terms.Objectives!.Trim());
        (Deadline, PeopleIds, Involved) = (terms.Deadline!.Value, [.. terms.PeopleIds.Distinct()], Words.Given(terms.Involved));
        (Cost, Gain) = (new(terms.Cost!.Value), terms.Gain is { } gain ? new Money(gain) : null);
        (Constraints, Alternatives, Risks) = (terms.Constraints!, terms.Alternatives, terms.Risks);
        Version++;
        return null;
    }

    public Refusal? Decide(DecisionKind kind, string? reason, string? adjustment, Guid byId, DateTimeOffset now)
    {
        var isAdjusted = kind == DecisionKind.Adjusted;
        var refusal = WhyDecided ?? Refusal.All([
            Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText),
            isAdjusted && Words.Given(adjustment) is null ? Refusal.Invalid("adjustment", "adjustmentNeeded") : null,
            Words.TooLong("adjustment", adjustment, Words.InText)]);
        if (refusal is not null)
        {
            return refusal;
        }

        Decision = new(kind, reason!.Trim(), isAdjusted ? adjustment!.Trim() : null, byId, now);
        Version++;
        return null;
    }

    private Refusal? WhyDecided => Decision is { } decided
        ? Refusal.Conflict(
            "proposalDecided", ("person", decided.ById), ("decision", decided.Kind), ("currentVersion", Version), ("changed", Changed.Decision))
        : null;

    private static Refusal? Unfounded(ProposalTerms terms, DateOnly today) => Refusal.All([
        Text("description", terms.Description), Text("means", terms.Means), Text("objectives", terms.Objectives),
        terms.Deadline is not { } deadline ? Refusal.Invalid("deadline", "deadlineNeeded")
            : deadline < today ? Refusal.Invalid("deadline", "deadlinePast")
            : null,
        terms.PeopleIds.Count == 0 && Words.Given(terms.Involved) is null ? Refusal.Invalid("peopleIds", "peopleNeeded")
            : terms.PeopleIds.Count > MostPeople ? Refusal.Invalid("peopleIds", "peopleTooMany", ("most", MostPeople))
            : Words.TooLong("involved", terms.Involved, Words.InText),
        terms.Cost is null ? Refusal.Invalid("cost", "costNeeded") : Amount("cost", terms.Cost),
        Amount("gain", terms.Gain),
        .. Constraint(terms.Constraints),
        terms.Alternatives.Count > MostAlternatives ? Refusal.Invalid("alternatives", "alternativesTooMany", ("most", MostAlternatives)) : null,
        .. terms.Alternatives.Take(MostAlternatives).SelectMany((a, i) => new[]
        {
            Text($"alternatives[{i}].text", a.Text), Text($"alternatives[{i}].whyNot", a.WhyNot),
        })]);

    private static Refusal?[] Constraint(Constraint4? constraints) =>
    [
        Text("constraints.technical", constraints?.Technical), Text("constraints.quality", constraints?.Quality),
        Text("constraints.environment", constraints?.Environment), Text("constraints.safety", constraints?.Safety),
    ];

    private static Refusal? Text(string field, string? text) => Words.Missing(field, text) ?? Words.TooLong(field, text, Words.InText);

    private static Refusal? Amount(string field, decimal? amount) =>
        amount is < 0 or > MostMoney || (amount is { } given && given != decimal.Round(given, 2))
            ? Refusal.Invalid(field, "moneyWrong", ("most", MostMoney))
            : null;
}
