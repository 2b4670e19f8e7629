using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>Says what an hour of a stopped line costs a plant, in euros; null: it is not said.</summary>
[Needs(Permission.Administer)]
public sealed record SaveStopCost(Guid PlantId, decimal? PerHour) : CommandOn;

/// <inheritdoc cref="SaveStopCost"/>
public sealed class SaveStopCostHandler(IDysfunctionStore dysfunctions, IDirectory directory, IEvents events, ICurrentActor current)
    : IRequestHandler<SaveStopCost, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(SaveStopCost request, CancellationToken cancellationToken)
    {
        if ((await directory.Current(cancellationToken)).Plant(request.PlantId) is null || !current.Actor.Sees(request.PlantId))
        {
            return Refusal.NotFound("plant");
        }

        if (!current.Actor.May(Permission.Administer, request.PlantId))
        {
            return Refusal.Forbidden(Permission.Administer);
        }

        var version = (await dysfunctions.StopCost(request.PlantId, cancellationToken))?.Version ?? 0;
        if (request.ExpectedVersion is { } expected && expected != version)
        {
            return Refusal.Conflict("stopCostChanged", ("currentVersion", version), ("changed", Changed.PerHour));
        }

        if (request.PerHour is { } cost && (cost is < 0 or > Proposal.MostMoney || cost != decimal.Round(cost, 2)))
        {
            return Refusal.Invalid("perHour", "moneyWrong", ("most", Proposal.MostMoney));
        }

        dysfunctions.Put(new(request.PlantId, request.PerHour, version + 1));
        events.Raise(new StopCostChanged(request.PlantId, request.PerHour));
        return (Made)request.PlantId;
    }
}
