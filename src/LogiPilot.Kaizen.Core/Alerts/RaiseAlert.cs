using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Alerts;

/// <summary>
/// Reports a problem at a place (none: the stores of <see cref="PlantId"/>, or of the actor's only plant). It joins the open
/// alert on its key when a product or an order is named; otherwise, when alerts are open there, the person says "the same"
/// (<see cref="JoinAlertId"/>) or "another" (<see cref="Anyway"/>). Answers with the alert raised or joined.
/// </summary>
[Needs(Permission.RaiseAlert)]
public sealed record RaiseAlert(
    AlertKind Kind, Guid? PlaceId = null, Guid? ProductId = null, Severity? Severity = null, string? Description = null,
    string? SupplierOrder = null, Guid? JoinAlertId = null, bool Anyway = false, bool LineStopped = false,
    DateTimeOffset? OccurredAt = null, Guid? PlantId = null) : Command;

public sealed class RaiseAlertHandler(
    AlertBook book, IAlertStore alerts, ISupplyStore supply, IDirectory directory, KindSettings kinds)
    : IRequestHandler<RaiseAlert, Outcome<Made>>
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OldestReport = TimeSpan.FromDays(7);

    public async Task<Outcome<Made>> Handle(RaiseAlert request, CancellationToken cancellationToken)
    {
        var occurredAt = request.OccurredAt ?? book.Now;
        var located = Locate(request, await directory.Current(cancellationToken));
        var refusal = located.Refusal
            ?? (occurredAt > book.Now + ClocksDiffer ? Refusal.Invalid("occurredAt", "occurredAtFuture") : null)
            ?? (occurredAt < book.Now - OldestReport ? Refusal.Invalid("occurredAt", "occurredAtTooOld", ("days", OldestReport.Days)) : null)
            ?? Words.TooLong("description", request.Description, Words.InText)
            ?? Words.TooLong("supplierOrder", request.SupplierOrder, Words.InName);
        if (refusal is not null)
        {
            return refusal;
        }

        var problem = located.Value;
        var setting = await kinds.Of(problem.PlantId, problem.Kind, cancellationToken);
        if (request is { Severity: null, LineStopped: false })
        {
            problem = problem with { Severity = setting.Severity };
        }

        if (request.ProductId is { } productId)
        {
            if (await supply.Products([productId], cancellationToken) is [])
            {
                return Refusal.NotFound("product");
            }

            problem = await FollowPoint(problem, request, cancellationToken);
        }

        var same = await SameProblem(problem, request, cancellationToken);
        return same.Refusal is { } unclear
            ? unclear
            : await Keep(problem, setting, same.Value, request.LineStopped, new Report(book.Actor.PersonId, occurredAt, book.Now), cancellationToken);
    }

    private async Task<Outcome<Made>> Keep(
        Problem problem, KindSetting setting, Alert? same, bool lineStopped, Report report, CancellationToken cancellationToken)
    {
        var alert = same ?? Alert.Raise(await book.NextNumber(problem.PlantId, cancellationToken), problem, report, setting);
        same?.Join(problem, report);
        if (lineStopped && alert.IsOpen && await alerts.StoppedOn(problem.LineId!.Value, cancellationToken) is null)
        {
            alert.Stop(report, null);
        }

        if (same is null)
        {
            await book.Raise(alert, cancellationToken);
        }
        else
        {
            book.Save(alert);
        }

        return (Made)alert.Id;
    }

    private Outcome<Problem> Locate(RaiseAlert request, OrganisationPicture picture)
    {
        var place = request.PlaceId is { } placeId ? picture.Place(placeId) : null;
        if (request.PlaceId is not null && (place is null || !book.Actor.Sees(place.PlantId)))
        {
            return Refusal.NotFound("place");
        }

        var plants = book.Actor.PlantIds.ToList();
        if ((place?.PlantId ?? request.PlantId ?? (plants.Count == 1 ? plants[0] : null)) is not { } plantId)
        {
            return Refusal.Invalid("placeId", "placeNeeded");
        }

        if (picture.Plant(plantId) is null || !book.Actor.Sees(plantId))
        {
            return Refusal.NotFound("plant");
        }

        if (!book.Actor.May(Permission.RaiseAlert, plantId))
        {
            return Refusal.Forbidden(Permission.RaiseAlert);
        }

        if (request.LineStopped && place?.LineId is null)
        {
            return Refusal.Invalid("lineStopped", "placeHasNoLine");
        }

        var severity = request.LineStopped ? Severity.Critical : request.Severity ?? AlertKinds.SeverityOf(request.Kind);
        return new Problem(
            plantId, request.Kind, severity, place?.Id, place?.AreaId ?? StoresArea.Of(picture.Places.Where(p => p.PlantId == plantId)),
            place?.LineId, request.ProductId, Words.Given(request.SupplierOrder), Description: Words.Given(request.Description));
    }

    /// <summary>A stock-out or shortage where a supply point is follows its condition; at a stores location, that of the stores.</summary>
    private async Task<Problem> FollowPoint(Problem problem, RaiseAlert request, CancellationToken cancellationToken)
    {
        if (problem.Key.Family != AlertKey.FamilyOf(AlertKind.Shortage))
        {
            return problem;
        }

        var points = await supply.Points(problem.PlantId, [problem.ProductId!.Value], cancellationToken);
        var point = points.FirstOrDefault(p => p.PlaceId == problem.PlaceId)
            ?? (problem.LineId is null ? points.FirstOrDefault(p => p.IsStores) : null);
        if (point is null)
        {
            return problem;
        }

        var holds = point.Condition != SupplyCondition.None;
        var severity = holds && request.Severity is null && SupplyAlerts.Of(point).Severity < problem.Severity
            ? SupplyAlerts.Of(point).Severity
            : problem.Severity;
        return problem with { SupplyPointId = point.Id, ConditionHolds = holds, Severity = severity };
    }

    private async Task<Outcome<Alert?>> SameProblem(Problem problem, RaiseAlert request, CancellationToken cancellationToken)
    {
        if (request.JoinAlertId is { } named)
        {
            return await alerts.Find(named, cancellationToken) is not { } alert || !book.Actor.Sees(alert.PlantId)
                ? Refusal.NotFound("alert")
                : !alert.IsOpen ? Refusal.Conflict(
                    "alertStateEnded", ("state", alert.State), ("currentVersion", alert.Version), ("changed", Array.Empty<string>()))
                : alert.PlantId != problem.PlantId || alert.Key != problem.Key ? Refusal.Invalid("joinAlertId", "joinsOtherProblem")
                : alert;
        }

        if (problem.Key.Joins)
        {
            var last = await book.Last(problem, cancellationToken);
            var endedSince = last is { IsOpen: false } && last.ConditionClearedAt > (request.OccurredAt ?? book.Now);
            return last is { IsOpen: true } or { ConditionHolds: true } || endedSince ? last : (Alert?)null;
        }

        var open = request.Anyway ? [] : await alerts.OpenOn(problem.PlantId, problem.Key, cancellationToken);
        return open.Count == 0
            ? (Alert?)null
            : Refusal.Of(RefusalCode.AlreadyOpen, "alreadyOpen", ("count", open.Count), ("alertIds", open.Select(a => a.Id).ToArray()));
    }
}
