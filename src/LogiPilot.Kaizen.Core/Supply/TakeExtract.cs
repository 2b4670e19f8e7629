using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Supply;

/// <summary>
/// Takes an extract of another system, whole or not at all. The plant is the one named, else the one its locations name (made
/// when missing), else the only one. Figures hold as of an instant; a bare day means its end by the plant's clock, and
/// neither means now. Taking the same extract again changes nothing but when it was last heard.
/// </summary>
[Needs(Permission.Administer)]
public sealed record TakeExtract(Extract Extract, string? PlantCode = null, DateOnly? AsOfDay = null, DateTimeOffset? AsOf = null)
    : ICommand<TakenExtract>;

/// <summary>What was taken, dataset by dataset; warnings are for people, in the form of refusals that refuse nothing.</summary>
public sealed record TakenExtract(
    Guid PlantId, string PlantCode, DateTimeOffset AsOf, IReadOnlyList<DatasetTaken> Datasets, IReadOnlyList<Refusal> Warnings);

/// <summary>Rows read of a dataset, the things they made or changed (for stock: supply points), and the movements booked.</summary>
public sealed record DatasetTaken(Dataset Dataset, int Rows, int Made, int Changed, int Booked)
{
    public bool ChangedNothing => Made + Changed + Booked == 0;
}

/// <inheritdoc cref="TakeExtract"/>
public sealed class TakeExtractHandler(
    ISupplyStore supply, IOrganisationStore organisation, IExtractMemory memory, IEvents events,
    ICurrentActor current, TimeProvider clock) : IRequestHandler<TakeExtract, Outcome<TakenExtract>>
{
    public async Task<Outcome<TakenExtract>> Handle(TakeExtract request, CancellationToken cancellationToken)
    {
        var intake = new TakeExtractIntake(request, supply, organisation, memory, events, current.Actor, clock.GetUtcNow());
        if (await TakeExtractLocations.FindPlant(intake, cancellationToken) is { } noPlant)
        {
            // A row that could not be read may be the very one that names the plant.
            return intake.Refusals.Count > 0 ? Refused(intake) : noPlant;
        }

        await intake.LoadCatalogue(cancellationToken);
        TakeExtractLocations.Take(intake);
        TakeExtractCatalogue.TakeProducts(intake);
        TakeExtractCatalogue.TakeSuppliers(intake);
        await TakeExtractCatalogue.TakeSources(intake, cancellationToken);
        await TakeExtractCatalogue.TakeBoms(intake, cancellationToken);
        await TakeExtractDeliveries.Take(intake, cancellationToken);

        // What moved before a count is part of it: counted first, it would be added twice.
        await TakeExtractMovements.Take(intake, cancellationToken);
        await TakeExtractStock.Take(intake, cancellationToken);
        if (intake.Refusals.Count > 0)
        {
            return Refused(intake);
        }

        await Reassess(intake, cancellationToken);
        if (!intake.Datasets.TrueForAll(d => d.ChangedNothing))
        {
            events.Raise(new ExtractTaken(
                intake.Plant.Id,
                intake.Datasets.ToDictionary(d => d.Dataset.ToString(), d => d.Made + d.Changed + d.Booked, StringComparer.Ordinal)));
        }

        return new TakenExtract(intake.Plant.Id, intake.Plant.Code, intake.AsOf, intake.Datasets, intake.Warnings);
    }

    private static Refusal Refused(TakeExtractIntake intake) =>
        Refusal.Of(RefusalCode.Invalid, "import.refused", ("count", intake.Refusals.Count)) with { Details = intake.Refusals };

    /// <summary>A count is heard by its points even when it changes nothing; a new lead time or delivery moves what the rest expect.</summary>
    private async Task Reassess(TakeExtractIntake intake, CancellationToken cancellationToken)
    {
        var reassessment = new Reassessment(supply, organisation, events, clock);
        var counted = new SupplyTouch(intake.Plant.Id, intake.CountedProductIds)
        {
            Booked = intake.Booked, FeedHeardAt = intake.Now, RevisedPointIds = intake.RevisedPointIds,
        };
        await reassessment.Reassess(counted, cancellationToken);
        intake.MovedProductIds.ExceptWith(intake.CountedProductIds);
        await reassessment.Reassess(new SupplyTouch(intake.Plant.Id, intake.MovedProductIds), cancellationToken);
    }
}
