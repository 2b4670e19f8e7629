using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The timelines of several alerts, oldest step first; alerts that the actor does not see are absent.</summary>
[Needs(Permission.SeeBoard)]
public sealed record ReadTimelines(IReadOnlyCollection<Guid> AlertIds) : IQuery<Timelines>;

public sealed record Timelines(IReadOnlyDictionary<Guid, IReadOnlyList<TimelineEntry>> OfAlert);

public sealed class ReadTimelinesHandler(IAlertReader reader, ICurrentActor current)
    : IRequestHandler<ReadTimelines, Outcome<Timelines>>
{
    public async Task<Outcome<Timelines>> Handle(ReadTimelines request, CancellationToken cancellationToken)
    {
        var asked = await reader.ById(request.AlertIds, cancellationToken);
        var seen = asked.Where(a => current.Actor.Sees(a.PlantId)).Select(a => a.Id).ToList();
        return new Timelines(await reader.Timelines(seen, cancellationToken));
    }
}
