using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// Sweep: what time alone changed. Expected deliveries that fell due become late, with one <see cref="SupplierOrderLateness"/>
/// an order; points whose <see cref="SupplyPoint.ReassessAt"/> has come are reassessed. Answers how many of both it looked at:
/// sent again until that is 0, nothing due is left.
/// </summary>
[Needs(Permission.Administer)]
public sealed record ReassessDue : ICommand<int>
{
    public const int AtOnce = 500;
}

/// <inheritdoc cref="ReassessDue"/>
public sealed class ReassessDueHandler(ISupplyStore supply, IOrganisationStore organisation, IEvents events, TimeProvider clock)
    : IRequestHandler<ReassessDue, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(ReassessDue command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var fallen = await supply.FallenDue(now, ReassessDue.AtOnce, cancellationToken);
        foreach (var delivery in fallen.Where(d => d.Age(now)))
        {
            supply.Save(delivery);
        }

        foreach (var ofPlant in fallen.GroupBy(d => d.PlantId))
        {
            await TellLateness(ofPlant.Key, ofPlant.Select(d => d.OrderNumber).ToHashSet(StringComparer.Ordinal), cancellationToken);
        }

        var due = await supply.PointsDue(now, ReassessDue.AtOnce, cancellationToken);
        var touched = fallen.Select(d => (d.PlantId, d.ProductId)).Concat(due.Select(p => (p.PlantId, p.ProductId)));
        var reassessment = new Reassessment(supply, organisation, events, clock);
        foreach (var ofPlant in touched.Distinct().GroupBy(t => t.PlantId, t => t.ProductId))
        {
            await reassessment.Reassess(new SupplyTouch(ofPlant.Key, [.. ofPlant]), cancellationToken);
        }

        return fallen.Count + due.Count;
    }

    private async Task TellLateness(Guid plantId, HashSet<string> orderNumbers, CancellationToken cancellationToken)
    {
        var lines = await supply.AllDeliveries(plantId, cancellationToken);
        foreach (var order in lines.Where(d => orderNumbers.Contains(d.OrderNumber)).GroupBy(d => d.OrderNumber, StringComparer.Ordinal))
        {
            events.Raise(SupplierOrderLateness.Of([.. order]));
        }
    }
}
