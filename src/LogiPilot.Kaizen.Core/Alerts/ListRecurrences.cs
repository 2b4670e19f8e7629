using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>A recurrence with how long lines stood still because of the alerts that it names, in minutes up to now.</summary>
public sealed record RecurrencePicture(Recurrence Recurrence, double StoppedMinutes)
{
    public static async Task<List<RecurrencePicture>> Of(
        IReadOnlyList<Recurrence> recurrences, IRecurrenceReader reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var named = recurrences.SelectMany(r => r.AlertIds).Distinct().ToList();
        var steps = (await reader.LineSteps(named, cancellationToken)).ToLookup(s => s.AlertId);
        return [.. recurrences.Select(r => new RecurrencePicture(r, Math.Round(r.AlertIds.Sum(id => Stopped(steps[id], now).TotalMinutes), 1)))];
    }

    /// <summary>How long a line stood still by the steps of one alert, in order, up to now.</summary>
    internal static TimeSpan Stopped(IEnumerable<LineStep> steps, DateTimeOffset now)
    {
        var (stopped, since) = (TimeSpan.Zero, (DateTimeOffset?)null);
        foreach (var step in steps)
        {
            stopped += !step.Stopped && since is { } from ? step.At - from : TimeSpan.Zero;
            since = step.Stopped ? step.At : null;
        }

        return since is { } still && now > still ? stopped + (now - still) : stopped;
    }
}

/// <summary>What recurs in the plants that the actor sees, proposed last first; no states: in any state.</summary>
[Needs(Permission.SeeIndicators)]
public sealed record ListRecurrences(IReadOnlyList<Guid>? PlantIds = null, IReadOnlyList<RecurrenceState>? States = null)
    : IQuery<IReadOnlyList<RecurrencePicture>>
{
    public const int Most = 500;
}

/// <inheritdoc cref="ListRecurrences"/>
public sealed class ListRecurrencesHandler(IRecurrenceReader reader, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ListRecurrences, Outcome<IReadOnlyList<RecurrencePicture>>>
{
    public async Task<Outcome<IReadOnlyList<RecurrencePicture>>> Handle(ListRecurrences request, CancellationToken cancellationToken)
    {
        var plants = current.Actor.PlantsAmong(request.PlantIds).Where(p => current.Actor.May(Permission.SeeIndicators, p)).ToList();
        var found = await reader.List(plants, request.States, ListRecurrences.Most, cancellationToken);
        return await RecurrencePicture.Of(found, reader, clock.GetUtcNow(), cancellationToken);
    }
}

/// <summary>One recurrence by its id.</summary>
[Needs(Permission.SeeIndicators)]
public sealed record FindRecurrence(Guid Id) : IQuery<RecurrencePicture>;

/// <inheritdoc cref="FindRecurrence"/>
public sealed class FindRecurrenceHandler(IRecurrenceReader reader, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<FindRecurrence, Outcome<RecurrencePicture>>
{
    public async Task<Outcome<RecurrencePicture>> Handle(FindRecurrence request, CancellationToken cancellationToken) =>
        await reader.Find(request.Id, cancellationToken) is { } found && current.Actor.Sees(found.PlantId)
            ? (await RecurrencePicture.Of([found], reader, clock.GetUtcNow(), cancellationToken))[0]
            : Refusal.NotFound("recurrence");
}

/// <summary>When each plant that the actor sees calls a problem recurrent: its own rules, else the standard ones.</summary>
[Needs(Permission.SeeIndicators)]
public sealed record ListRecurrenceRules(IReadOnlyList<Guid>? PlantIds = null) : IQuery<IReadOnlyList<RecurrenceRule>>;

/// <inheritdoc cref="ListRecurrenceRules"/>
public sealed class ListRecurrenceRulesHandler(IRecurrenceReader reader, ICurrentActor current)
    : IRequestHandler<ListRecurrenceRules, Outcome<IReadOnlyList<RecurrenceRule>>>
{
    public async Task<Outcome<IReadOnlyList<RecurrenceRule>>> Handle(ListRecurrenceRules request, CancellationToken cancellationToken)
    {
        var plants = current.Actor.PlantsAmong(request.PlantIds).Where(p => current.Actor.May(Permission.SeeIndicators, p)).ToList();
        var kept = (await reader.Rules(plants, cancellationToken)).ToDictionary(r => (r.PlantId, r.Criterion));
        return plants.SelectMany(plant => Enum.GetValues<RecurrenceCriterion>().Select(
            criterion => kept.GetValueOrDefault((plant, criterion)) ?? RecurrenceRule.Standard(plant, criterion))).ToList();
    }
}
