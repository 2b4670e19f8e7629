using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Reporting;

/// <summary>Other thresholds for the supply points of a plant whose alerts chattered in the last 30 days; most transitions first.</summary>
[Needs(Permission.SeeIndicators)]
public sealed record ProposeThresholds(Guid PlantId) : IQuery<IReadOnlyList<ThresholdProposal>>
{
    public static readonly TimeSpan Replayed = TimeSpan.FromDays(30);
}

/// <inheritdoc cref="ProposeThresholds"/>
public sealed class ProposeThresholdsHandler(
    IAlarmHistory history, ISupplyReader supply, IDirectory directory, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ProposeThresholds, Outcome<IReadOnlyList<ThresholdProposal>>>
{
    public async Task<Outcome<IReadOnlyList<ThresholdProposal>>> Handle(ProposeThresholds request, CancellationToken cancellationToken)
    {
        if (IndicatorAccess.Refuse(current.Actor, request.PlantId) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var since = now - ProposeThresholds.Replayed;
        var traces = await history.Traces(request.PlantId, since, now, cancellationToken);
        var chattering = AlarmHealth.Of(traces, since, now, now).Chattering.Select(c => c.AlertId).ToHashSet();
        var alertsOf = traces.Where(t => t.SupplyPointId is not null && chattering.Contains(t.AlertId)).OrderBy(t => t.RaisedAt)
            .ToLookup(t => t.SupplyPointId!.Value, t => t.AlertId);
        var points = await supply.PointsById([.. alertsOf.Select(a => a.Key)], cancellationToken);
        var leadTimes = await supply.LeadTimes([.. points.Select(p => p.ProductId).Distinct()], cancellationToken);
        var replenishment = TimeSpan.FromMinutes((await directory.Current(cancellationToken)).Plant(request.PlantId)!.ReplenishmentMinutes);

        var proposals = new List<ThresholdProposal>();
        foreach (var point in points)
        {
            var ledger = await supply.MovementsOf(point, since - Demand.Window, cancellationToken);
            TimeSpan? leadTime = leadTimes.TryGetValue(point.ProductId, out var days) ? TimeSpan.FromDays(days) : null;
            var replay = SupplyReplay.Of(point, ledger, since, point.IsStores ? leadTime : replenishment);
            if (ThresholdProposal.Of(point, replay, since, now, [.. alertsOf[point.Id]]) is { } proposal)
            {
                proposals.Add(proposal);
            }
        }

        return proposals.OrderByDescending(p => p.Present.Transitions).ThenBy(p => p.Point.Id).ToList();
    }
}
