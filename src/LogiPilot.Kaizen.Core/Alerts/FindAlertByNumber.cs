using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>The alert of a plant with the number that people say.</summary>
[Needs(Permission.SeeBoard)]
public sealed record FindAlertByNumber(Guid PlantId, string Number) : IQuery<Alert>;

public sealed class FindAlertByNumberHandler(IAlertReader reader, ICurrentActor current)
    : IRequestHandler<FindAlertByNumber, Outcome<Alert>>
{
    public async Task<Outcome<Alert>> Handle(FindAlertByNumber request, CancellationToken cancellationToken)
    {
        if (!current.Actor.Sees(request.PlantId))
        {
            return Refusal.NotFound("alert");
        }

        var filter = new AlertFilter(Number: request.Number.Trim().ToUpperInvariant());
        var first = new PageRequest(1, null, null, null, WantsTotal: false);
        var page = await reader.List([request.PlantId], filter, AlertOrder.NewestFirst, first, cancellationToken);
        return page.Items is [var (_, alert), ..] ? alert : Refusal.NotFound("alert");
    }
}
