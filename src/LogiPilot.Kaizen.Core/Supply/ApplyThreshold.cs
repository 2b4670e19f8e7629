using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// Gives a supply point another threshold of Low: the minimum of a station, the reorder point of the stores, in the product's unit.
/// Its status is looked at again at once. It is decided on limits: only another change of them is a conflict, not what was booked since.
/// </summary>
[Needs(Permission.Administer)]
public sealed record ApplyThreshold(Guid PointId, decimal? Minimum = null, decimal? ReorderPoint = null) : CommandOn;

/// <inheritdoc cref="ApplyThreshold"/>
public sealed class ApplyThresholdHandler(
    ISupplyStore supply, IOrganisationStore organisation, IEvents events, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<ApplyThreshold, Outcome<Made>>
{
    private const decimal Largest = 1_000_000_000;

    private static readonly string[] Limits = ["limits"];

    public async Task<Outcome<Made>> Handle(ApplyThreshold request, CancellationToken cancellationToken)
    {
        if (await supply.FindPoint(request.PointId, cancellationToken) is not { } point || !current.Actor.Sees(point.PlantId))
        {
            return Refusal.NotFound("supplyPoint");
        }

        if (Refuse(request, point) is { } refusal)
        {
            return refusal;
        }

        var limits = new SupplyLimits(
            request.Minimum ?? point.Minimum, request.ReorderPoint ?? point.ReorderPoint, point.SafetyStock, point.Maximum,
            point.FixedRatePerHour, point.Counting, point.BinCount, point.PackageQuantity);
        if (point.Revise(limits))
        {
            supply.Save(point);
            await new Reassessment(supply, organisation, events, clock).Reassess(
                new SupplyTouch(point.PlantId, [point.ProductId]) { RevisedPointIds = new HashSet<Guid> { point.Id } }, cancellationToken);
        }

        return (Made)point.Id;
    }

    private Refusal? Refuse(ApplyThreshold request, SupplyPoint point)
    {
        if (!current.Actor.May(Permission.Administer, point.PlantId))
        {
            return Refusal.Forbidden(Permission.Administer);
        }

        if (request.ExpectedVersion is { } expected && (expected < point.LimitsVersion || expected > point.Version))
        {
            return Refusal.Conflict("supplyPointChanged", ("currentVersion", point.Version), ("changed", Limits));
        }

        var (field, given, other) = point.IsStores
            ? ("reorderPoint", request.ReorderPoint, request.Minimum)
            : ("minimum", request.Minimum, request.ReorderPoint);
        if (given is not { } threshold || other is not null)
        {
            return point.IsStores ? Refusal.Invalid("reorderPoint", "thresholdOfStores") : Refusal.Invalid("minimum", "thresholdOfStation");
        }

        return threshold is <= 0 or > Largest || decimal.Round(threshold, 3) != threshold
            ? Refusal.Invalid(field, "thresholdQuantity", ("quantity", threshold))
            : threshold >= point.Maximum ? Refusal.Invalid(field, "thresholdOverMaximum", ("maximum", point.Maximum))
            : null;
    }
}
