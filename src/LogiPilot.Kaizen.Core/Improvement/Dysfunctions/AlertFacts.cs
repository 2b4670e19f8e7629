using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Methods;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>How many alerts are alike, and how much of all is reached with them: the row of a Pareto. <see cref="Value"/>: an enum's name, an id or a cause; null where it has none.</summary>
public sealed record CountedAlerts(string? Value, int Count, double StoppedMinutes, double CumulativePercent);

public sealed record AlertsOfDay(DateOnly Day, int Count, double StoppedMinutes);

/// <summary>
/// What alerts say of a dysfunction: how many, from when to when, how often, where, of what, and how long lines stood still because of
/// them (minutes up to now) and what that cost, where the plant says what an hour costs.
/// </summary>
public sealed record AlertFacts(
    Guid PlantId, IReadOnlyList<Alert> Alerts, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Occurrences, double? HoursBetween,
    double StoppedMinutes, Money? StoppedCost, IReadOnlyList<AlertsOfDay> Days)
{
    private Dictionary<Guid, double> Stopped { get; init; } = [];

    /// <summary>From one alert at least, oldest first.</summary>
    public static AlertFacts Of(
        IReadOnlyList<Alert> alerts, IReadOnlyList<LineStep> steps, TimeZoneInfo zone, decimal? costPerHour, DateTimeOffset now)
    {
        var byAlert = steps.ToLookup(s => s.AlertId);
        var stopped = alerts.ToDictionary(a => a.Id, a => RecurrencePicture.Stopped(byAlert[a.Id], now).TotalMinutes);
        var minutes = stopped.Values.Sum();
        var (first, last) = (alerts[0].RaisedAt, alerts[^1].RaisedAt);
        return new(
            alerts[0].PlantId, alerts, first, last, alerts.Sum(a => a.OccurrenceCount),
            alerts.Count > 1 ? Math.Round((last - first).TotalHours / (alerts.Count - 1), 1) : null,
            Math.Round(minutes, 1),
            costPerHour is { } cost ? new Money(decimal.Round((decimal)minutes / 60m * cost, 2)) : null,
            [.. alerts.GroupBy(a => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(a.RaisedAt, zone).DateTime)).OrderBy(d => d.Key)
                .Select(d => new AlertsOfDay(d.Key, d.Count(), Math.Round(d.Sum(a => stopped[a.Id]), 1)))])
        {
            Stopped = stopped,
        };
    }

    /// <summary>Most alerts first; what is not said comes last.</summary>
    public IReadOnlyList<CountedAlerts> Pareto(ParetoGroup by)
    {
        var sofar = 0;
        return
        [
            .. Alerts.GroupBy(a => Value(a, by), StringComparer.Ordinal)
                .OrderBy(g => g.Key is null).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CountedAlerts(
                    g.Key, g.Count(), Math.Round(g.Sum(a => Stopped[a.Id]), 1), Math.Round(100.0 * (sofar += g.Count()) / Alerts.Count, 1))),
        ];
    }

    private static string? Value(Alert alert, ParetoGroup by) => by switch
    {
        ParetoGroup.Kind => alert.Kind.ToString(),
        ParetoGroup.Place => alert.PlaceId?.ToString(),
        ParetoGroup.Product => alert.ProductId?.ToString(),
        _ => alert.CauseCode,
    };
}

/// <summary>What these alerts, or those of a recurrence, would say of a dysfunction; null without any.</summary>
[Needs(Permission.SeePlans)]
public sealed record ViewDysfunctionFacts(IReadOnlyList<Guid>? AlertIds = null, Guid? RecurrenceId = null) : IQuery<AlertFacts?>;

/// <inheritdoc cref="ViewDysfunctionFacts"/>
public sealed class ViewDysfunctionFactsHandler(
    DysfunctionOrigins origins, IRecurrenceReader recurrences, IDysfunctionReader dysfunctions, IDirectory directory, TimeProvider clock)
    : IRequestHandler<ViewDysfunctionFacts, Outcome<AlertFacts?>>
{
    public async Task<Outcome<AlertFacts?>> Handle(ViewDysfunctionFacts request, CancellationToken cancellationToken)
    {
        var traced = await origins.Trace(request.AlertIds, request.RecurrenceId, cancellationToken);
        if (traced.Refusal is { } refusal)
        {
            return refusal;
        }

        if (traced.Value.Alerts is not { Count: > 0 } alerts)
        {
            return (AlertFacts?)null;
        }

        var plantId = alerts[0].PlantId;
        var steps = await recurrences.LineSteps([.. alerts.Select(a => a.Id)], cancellationToken);
        var cost = await dysfunctions.StopCost(plantId, cancellationToken);
        var zone = (await directory.Current(cancellationToken)).Calendar(plantId, null).Zone;
        return AlertFacts.Of(alerts, steps, zone, cost?.PerHour, clock.GetUtcNow());
    }
}
