using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>One movement to book, its quantity in the product's unit; without an instant it occurs now.</summary>
public sealed record MovementEntry(
    MovementKind Kind, Guid ProductId, Guid? FromPlaceId, Guid? ToPlaceId, decimal Quantity, string? Lot = null,
    DateTimeOffset? OccurredAt = null, string? Document = null);

/// <summary>
/// Books up to 10,000 movements of one plant, all or nothing: refused with every bad row in <see cref="Refusal.Details"/>.
/// Reassesses each product touched once. Answers the movements' ids in the order given.
/// </summary>
[Needs(Permission.RecordMovements)]
public sealed record RecordMovements(IReadOnlyList<MovementEntry> Movements) : Command
{
    public const int Most = 10_000;
}

/// <inheritdoc cref="RecordMovements"/>
public sealed class RecordMovementsHandler(
    ISupplyStore supply, IOrganisationStore organisation, IEvents events, ICurrentActor current, TimeProvider clock)
    : IRequestHandler<RecordMovements, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(RecordMovements command, CancellationToken cancellationToken)
    {
        var entries = command.Movements;
        if (entries.Count is 0 or > RecordMovements.Most)
        {
            return entries.Count == 0
                ? Refusal.Invalid("movements", "movementsNone")
                : Refusal.Invalid("movements", "movementsTooMany", ("given", entries.Count), ("most", RecordMovements.Most));
        }

        var now = clock.GetUtcNow();
        var productIds = entries.Select(e => e.ProductId).ToHashSet();
        var products = (await supply.Products(productIds, cancellationToken)).Select(p => p.Id).ToHashSet();
        var places = await VisiblePlaces(cancellationToken);
        var plantId = entries.SelectMany(e => (Guid?[])[e.FromPlaceId, e.ToPlaceId])
            .Select(id => id is { } known ? places.GetValueOrDefault(known)?.PlantId : null).FirstOrDefault(id => id is not null);
        if (plantId is { } plant && !current.Actor.May(Permission.RecordMovements, plant))
        {
            return Refusal.Forbidden(Permission.RecordMovements);
        }

        var faults = new MovementRule(places, products, now).Faults(entries, plantId);
        if (faults.Count > 0)
        {
            var rows = faults.Select(f => f.Arguments["row"]).Distinct().Count();
            return Refusal.Invalid("movements", "movementsRefused", ("count", rows)) with { Details = faults };
        }

        var movements = entries.Select(e => ToMovement(e, plantId!.Value, now)).ToList();
        await new StockLedger(supply).Book(plantId!.Value, movements, cancellationToken);
        events.Raise(new MovementsRecorded(plantId.Value, movements[0].Id, movements.Count));
        var touch = new SupplyTouch(plantId.Value, productIds) { Booked = movements };
        await new Reassessment(supply, organisation, events, clock).Reassess(touch, cancellationToken);
        return new Made([.. movements.Select(m => m.Id)]);
    }

    private async Task<Dictionary<Guid, Place>> VisiblePlaces(CancellationToken cancellationToken)
    {
        var visible = new Dictionary<Guid, Place>();
        foreach (var plant in (await organisation.Plants(cancellationToken)).Where(p => current.Actor.Sees(p.Id)))
        {
            foreach (var place in await organisation.Places(plant.Id, cancellationToken))
            {
                visible.Add(place.Id, place);
            }
        }

        return visible;
    }

    private Movement ToMovement(MovementEntry entry, Guid plantId, DateTimeOffset now)
    {
        var occurredAt = (entry.OccurredAt ?? now).ToUniversalTime();
        return new Movement(
            Guid.CreateVersion7(now), plantId, entry.Kind, entry.ProductId, entry.FromPlaceId, entry.ToPlaceId, entry.Quantity,
            string.IsNullOrWhiteSpace(entry.Lot) ? null : entry.Lot.Trim(), occurredAt, now,
            string.IsNullOrWhiteSpace(entry.Document) ? null : entry.Document.Trim(), current.Actor.PersonId);
    }
}
