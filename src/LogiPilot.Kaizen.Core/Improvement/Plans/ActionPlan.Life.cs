using System.Text.Json;
using System.Text.Json.Serialization;
using LogiPilot.Kaizen.Core.Shared;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <content>Suspended, abandoned, closed, opened again; and its history.</content>
public sealed partial class ActionPlan
{
    private static readonly JsonSerializerOptions FactsJson = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public Refusal? Suspend(string? reason, DateOnly? reviewOn, PlanTurn turn)
    {
        if (WhyNot(PlanCommandName.Suspend, turn) is { } refusal)
        {
            return refusal;
        }

        if (Refusal.All([
            Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText),
            reviewOn is null ? Refusal.Invalid("reviewOn", "reviewNeeded")
                : reviewOn <= turn.Today(PlantId) ? Refusal.Invalid("reviewOn", "dayPast")
                : null]) is { } wrong)
        {
            return wrong;
        }

        (State, Reason, ReviewOn, PromoteAt) = (PlanState.Suspended, reason!.Trim(), reviewOn, null);
        Happened(PlanEventKind.Suspended, turn, Reason, null, ("until", reviewOn));
        return null;
    }

    public Refusal? Resume(PlanTurn turn)
    {
        if (WhyNot(PlanCommandName.Resume, turn) is { } refusal)
        {
            return refusal;
        }

        (State, Reason, ReviewOn) = (PlanState.Running, null, null);
        Settle(turn);
        Happened(PlanEventKind.Resumed, turn);
        return null;
    }

    /// <summary>Given up by who decides on it; a draft that was never submitted, by who leads it too.</summary>
    public Refusal? Abandon(string? reason, PlanTurn turn)
    {
        if (WhyNot(PlanCommandName.Abandon, turn) is { } refusal)
        {
            return refusal;
        }

        if ((Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText)) is { } wrong)
        {
            return wrong;
        }

        End(PlanState.Abandoned, turn);
        Reason = reason!.Trim();
        Happened(PlanEventKind.Abandoned, turn, Reason);
        return null;
    }

    /// <summary>An ended plan runs again; a closed one from a step on (the last, unless another is named), which is sent back.</summary>
    public Refusal? Reopen(string? step, string? reason, PlanTurn turn)
    {
        if (WhyNot(PlanCommandName.Reopen, turn) is { } refusal)
        {
            return refusal;
        }

        var from = step ?? Steps.LastOrDefault(s => s.SignedAt is not null)?.Code;
        if (Refusal.All([
            Words.Missing("reason", reason) ?? Words.TooLong("reason", reason, Words.InText),
            step is not null && Step(step)?.SignedAt is null ? Refusal.Invalid("step", "stepNotSigned", ("step", step)) : null]) is { } wrong)
        {
            return wrong;
        }

        var wasClosed = State == PlanState.Closed;
        (State, ClosedAt, Reason) = (IsApproved ? PlanState.Running : PlanState.Draft, null, reason!.Trim());
        Happened(PlanEventKind.PlanReopened, turn, Reason);
        if (from is not null && (wasClosed || step is not null))
        {
            Unsign(from, Reason, turn);
        }

        return null;
    }

    /// <summary>Keeps in its history something that changes nothing of the plan itself: whoever saw it before may still act on it.</summary>
    public void Note(
        PlanEventKind kind, PlanTurn turn, string? comment = null, string? step = null, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        Enter(kind, turn, comment, step, facts);

    private void End(PlanState state, PlanTurn turn) =>
        (State, ClosedAt, DueAt, ReviewOn, PromoteAt, ProposedReturn) = (state, turn.Now, null, null, null, null);

    private void Happened(
        PlanEventKind kind, PlanTurn turn, string? comment = null, string? step = null, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        if (_newEvents.Count == 0)
        {
            Version++;
        }

        Enter(kind, turn, comment, step, facts);
    }

    private void Enter(
        PlanEventKind kind, PlanTurn turn, string? comment, string? step, ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var known = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            if (value is not null)
            {
                known[name] = value;
            }
        }

        _newEvents.Add(new PlanEvent(
            Guid.CreateVersion7(turn.Now), Id, turn.Now, turn.Actor.PersonId, kind, step, comment,
            known.Count > 0 ? JsonSerializer.Serialize(known, FactsJson) : null, Version));
    }
}
