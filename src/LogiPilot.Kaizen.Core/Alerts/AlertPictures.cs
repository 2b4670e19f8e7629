using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Supply;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Alerts as people see them: names instead of ids, and what stands at the supply point concerned as of now. The board and every
/// list of alerts are pictured here, a whole list with two reads at most.
/// </summary>
public sealed class AlertPictures(IDirectory directory, ISupplyReader supply)
{
    /// <summary>In the order given.</summary>
    public async Task<IReadOnlyList<AlertPicture>> Of(IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        if (alerts.Count == 0)
        {
            return [];
        }

        var organisation = await directory.Current(cancellationToken);
        var products = await supply.ProductsById(Distinct(alerts.Select(a => a.ProductId)), cancellationToken);
        var pointIds = Distinct(alerts.Select(a => a.SupplyPointId));
        var points = pointIds.Length == 0
            ? []
            : (await supply.PointsById(pointIds, cancellationToken)).ToDictionary(p => p.Id);
        return [.. alerts.Select(a => Of(
            a, organisation,
            a.ProductId is { } product ? products.GetValueOrDefault(product) : null,
            a.SupplyPointId is { } point ? points.GetValueOrDefault(point) : null))];
    }

    public async Task<AlertPicture> Of(Alert alert, CancellationToken cancellationToken) => (await Of([alert], cancellationToken))[0];

    private static AlertPicture Of(Alert alert, OrganisationPicture organisation, Product? product, SupplyPoint? point)
    {
        var place = organisation.Name(alert.PlaceId);
        var isStation = alert.PlaceId is { } id && organisation.Place(id)?.Kind == PlaceKind.Station;
        return new AlertPicture(
            alert.Id, alert.Number, alert.Kind, alert.Severity, alert.State, alert.Version,
            Line: organisation.Name(alert.LineId),
            Station: isStation ? place : null,
            Place: place,
            Area: organisation.Name(alert.AreaId),
            Product: product is null ? null : new(product.Id, product.Code, product.Name),
            alert.SupplierOrder,
            Owner: organisation.NamePerson(alert.OwnerId),
            RaisedBy: organisation.NamePerson(alert.RaisedById),
            Assignment: Of(alert.Assignment, organisation),
            alert.RaisedAt, alert.RecordedAt, alert.AcknowledgedAt, alert.StartedAt, alert.ExpectedAt, alert.ResolvedAt,
            ClosedAt: alert.State is AlertState.Closed or AlertState.Cancelled ? alert.EndedAt : null,
            alert.OccurrenceCount, alert.LastSeenAt, alert.ConditionHolds, alert.ConditionClearedAt, alert.LineStoppedAt,
            point?.OnHand,
            Unit: point is null ? null : product?.Unit,
            point?.RunsOutAt, alert.Description, alert.CauseCode, alert.Resolution, alert.ShelvedUntil,
            ShelvedBy: organisation.NamePerson(alert.ShelvedById),
            alert.ShelfReason,
            FormerOwner: organisation.NamePerson(alert.FormerOwnerId),
            alert.OwnedUntil, alert.IsChattering, alert.SoundsEverywhere);
    }

    private static AssignmentPicture? Of(Assignment? assignment, OrganisationPicture organisation) =>
        assignment is not null && organisation.NamePerson(assignment.AssigneeId) is { } assignee
            ? new(assignee, organisation.NamePerson(assignment.ById), assignment.At, assignment.Confirmed, assignment.ExpiresAt)
            : null;

    private static Guid[] Distinct(IEnumerable<Guid?> ids) => [.. ids.OfType<Guid>().Distinct()];
}
