using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Server.Hosting;
using LogiPilot.Kaizen.Server.Organisation;

namespace LogiPilot.Kaizen.Server.Alerts;

[MutationType]
public static class AlertMutations
{
    [Error<AlreadyOpenError>]
    [GraphQLDescription("Reports a problem at a place: a station (stationId is its alias), line, location or area; without one, in the stores.")]
    public static Task<FieldResult<AlertPicture>> RaiseAlertAsync(
        AlertKind kind, Guid? placeId, Guid? stationId, Guid? productId, Severity? severity, string? description, string? supplierOrder,
        Guid? joinAlertId, bool? anyway, bool? lineStopped, DateTimeOffset? occurredAt, Guid? plantId, Guid? clientId,
        AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(
            new RaiseAlert(
                kind, placeId ?? stationId, productId, severity, description, supplierOrder, joinAlertId, anyway ?? false,
                lineStopped ?? false, occurredAt, plantId) { ClientId = clientId },
            cancellationToken);

    public static Task<FieldResult<AlertPicture>> AcknowledgeAlertAsync(
        Guid alertId, DateTimeOffset? expectedAt, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new AcknowledgeAlert(alertId, expectedAt) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<AlertPicture>> AssignAlertAsync(
        Guid alertId, Guid personId, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new AssignAlert(alertId, personId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("“Vu”: the person it was assigned to has seen it.")]
    public static Task<FieldResult<AlertPicture>> ConfirmAlertAsync(
        Guid alertId, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new ConfirmAlert(alertId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<AlertPicture>> StartAlertAsync(
        Guid alertId, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new StartAlert(alertId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<AlertPicture>> ReleaseAlertAsync(
        Guid alertId, string? reason, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new ReleaseAlert(alertId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("While the condition holds, a reason and holdUntil are needed.")]
    public static Task<FieldResult<AlertPicture>> ResolveAlertAsync(
        Guid alertId, string? causeCode, string? resolution, string? reason, DateTimeOffset? holdUntil, int? expectedVersion,
        Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(
            new ResolveAlert(alertId, causeCode, resolution, reason, holdUntil) { ExpectedVersion = expectedVersion, ClientId = clientId },
            cancellationToken);

    public static Task<FieldResult<AlertPicture>> CloseAlertAsync(
        Guid alertId, string? causeCode, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new CloseAlert(alertId, causeCode) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<AlertPicture>> ReopenAlertAsync(
        Guid alertId, string? reason, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new ReopenAlert(alertId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<AlertPicture>> CancelAlertAsync(
        Guid alertId, string? reason, DateTimeOffset? holdUntil, int? expectedVersion, Guid? clientId, AlertOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new CancelAlert(alertId, reason, holdUntil) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("A remark, photographs (kept before by POST /attachments), or both.")]
    public static Task<FieldResult<AlertPicture>> CommentAlertAsync(
        Guid alertId, string? comment, IReadOnlyList<Guid>? attachmentIds, int? expectedVersion, Guid? clientId, AlertOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new CommentAlert(alertId, comment, attachmentIds) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<AlertPicture>> ChangeSeverityAsync(
        Guid alertId, Severity severity, string? reason, int? expectedVersion, Guid? clientId, AlertOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new ChangeAlertSeverity(alertId, severity, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Out of sight until an instant, at most the next change of shift; ownerId looks after it (else its owner, else the caller).")]
    public static Task<FieldResult<AlertPicture>> ShelveAlertAsync(
        Guid alertId, string? reason, DateTimeOffset? until, Guid? ownerId, int? expectedVersion, Guid? clientId, AlertOrders orders,
        CancellationToken cancellationToken) =>
        orders.Give(new ShelveAlert(alertId, reason, until, ownerId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    public static Task<FieldResult<AlertPicture>> UnshelveAlertAsync(
        Guid alertId, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new UnshelveAlert(alertId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("The owner or a leader gives it on to a person, who confirms or refuses.")]
    public static Task<FieldResult<AlertPicture>> TransferAlertAsync(
        Guid alertId, Guid personId, string? note, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new TransferAlert(alertId, personId, note) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("Whom it was given to cannot do it: back to the giver who owned it and is on shift, else raised again.")]
    public static Task<FieldResult<AlertPicture>> RefuseAlertAsync(
        Guid alertId, string? reason, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.Give(new RefuseAlert(alertId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("The line stands still because of an alert; without one, an alert of kind OTHER is raised.")]
    public static Task<FieldResult<LineAndAlert>> StopLineAsync(
        Guid lineId, Guid? alertId, string? reason, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.GiveOnLine(lineId, new StopLine(lineId, alertId, reason) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);

    [GraphQLDescription("The line runs again; the alert that stopped it stays as it is.")]
    public static Task<FieldResult<LineAndAlert>> RestartLineAsync(
        Guid lineId, int? expectedVersion, Guid? clientId, AlertOrders orders, CancellationToken cancellationToken) =>
        orders.GiveOnLine(lineId, new RestartLine(lineId) { ExpectedVersion = expectedVersion, ClientId = clientId }, cancellationToken);
}

/// <summary>A line that stopped or runs again, and the alert that stopped it.</summary>
[PayloadType]
public sealed record LineAndAlert(LineNode? Line, AlertPicture? Alert);

/// <summary>Gives an order about an alert and answers with the alert as it is after it.</summary>
public sealed class AlertOrders(UseCases useCases, IAlertReader alerts, AlertPictures pictures, IDirectory directory)
{
    public Task<FieldResult<AlertPicture>> Give(Core.Shared.Command order, CancellationToken cancellationToken) =>
        useCases.Do(order, made => Picture(made.Id, cancellationToken), cancellationToken);

    public Task<FieldResult<LineAndAlert>> GiveOnLine(Guid lineId, Core.Shared.Command order, CancellationToken cancellationToken) =>
        useCases.Do(
            order,
            async made =>
            {
                var picture = await directory.Current(cancellationToken);
                return new LineAndAlert(
                    picture.Place(lineId) is { } line ? new(line, picture) : null, await Picture(made.Id, cancellationToken));
            },
            cancellationToken);

    private async Task<AlertPicture> Picture(Guid id, CancellationToken cancellationToken) =>
        await pictures.Of((await alerts.Find(id, cancellationToken))!, cancellationToken);
}
