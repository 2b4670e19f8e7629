using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>Says better what it is: what was reported in a minute is completed at a desk. Every part is as given here afterwards.</summary>
[Needs(Permission.ReportDysfunction)]
public sealed record DescribeDysfunction(
    Guid DysfunctionId, DysfunctionKind Kind, string? Title, string? Facts = null, string? Perimeter = null, Guid? PlaceId = null,
    Guid? ProductId = null) : CommandOn;

/// <inheritdoc cref="DescribeDysfunction"/>
public sealed class DescribeDysfunctionHandler(DysfunctionBook book, DysfunctionPlaces places, IAlertReader alerts, IEvents events)
    : IRequestHandler<DescribeDysfunction, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(DescribeDysfunction request, CancellationToken cancellationToken)
    {
        var found = await book.Find(request.DysfunctionId, request.ExpectedVersion, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var about = found.Value;
        var located = await places.Locate(request.PlaceId, request.ProductId, about.PlantId, null, cancellationToken);
        if (located.Refusal is { } nowhere)
        {
            return nowhere;
        }

        var of = await alerts.ById(about.AlertIds, cancellationToken);
        var terms = new DysfunctionTerms(
            request.Kind, request.Title, request.Facts, request.Perimeter, located.Value.PlaceId,
            located.Value.AreaId ?? (request.PlaceId is null ? about.AreaId : null), request.ProductId,
            DysfunctionKeys.Of(of, located.Value.PlaceId, request.ProductId));
        return await book.Change(
            about.Id,
            request.ExpectedVersion,
            dysfunction =>
            {
                var refused = dysfunction.Describe(terms, book.Actor, book.Now);
                if (refused is null)
                {
                    events.Raise(new DysfunctionAnalysed(
                        dysfunction.PlantId, dysfunction.Id, dysfunction.Number, dysfunction.State, null, book.Actor.PersonId, dysfunction.Version));
                }

                return refused;
            },
            cancellationToken);
    }
}
