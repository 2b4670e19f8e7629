using System.Text.Json.Serialization;
using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Core.Supply;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Dysfunctions;

/// <summary>
/// Reports a dysfunction: by hand (a title and what was seen, at a place or in <see cref="PlantId"/>), from alerts, or from a recurrence,
/// whose alerts it takes and which is then taken. Place, area, product and keys that nobody names follow from the alerts.
/// </summary>
[Needs(Permission.ReportDysfunction)]
public sealed record ReportDysfunction(
    DysfunctionKind Kind, string? Title, string? Facts = null, string? Perimeter = null, Guid? PlaceId = null, Guid? ProductId = null,
    Guid? NoticedById = null, DateTimeOffset? NoticedAt = null, IReadOnlyList<Guid>? AlertIds = null, Guid? RecurrenceId = null,
    Guid? PlantId = null) : Command
{
    /// <summary>What it is called when nobody says; no part of what the client asked, so a repeat is the same without it.</summary>
    [JsonIgnore]
    public string? TitleOtherwise { get; init; }
}

/// <inheritdoc cref="ReportDysfunction"/>
public sealed class ReportDysfunctionHandler(
    DysfunctionBook book, IDysfunctionStore dysfunctions, DysfunctionOrigins origins, DysfunctionPlaces places, IRecurrenceStore recurrences,
    IEvents events) : IRequestHandler<ReportDysfunction, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(ReportDysfunction request, CancellationToken cancellationToken)
    {
        var traced = await origins.Trace(request.AlertIds, request.RecurrenceId, cancellationToken);
        if (traced.Refusal is { } lost)
        {
            return lost;
        }

        var alerts = traced.Value.Alerts;
        var located = await places.Locate(
            request.PlaceId ?? Same(alerts, a => a.PlaceId), request.ProductId ?? Same(alerts, a => a.ProductId),
            alerts.Count > 0 ? alerts[0].PlantId : request.PlantId, request.NoticedById, cancellationToken);
        if (located.Refusal is { } nowhere)
        {
            return nowhere;
        }

        if (request.NoticedAt > book.Now)
        {
            return Refusal.Invalid("noticedAt", "noticedAtFuture");
        }

        var (plantId, placeId, areaId, productId) = located.Value;
        var terms = new DysfunctionTerms(
            request.Kind, Words.Given(request.Title) ?? request.TitleOtherwise, request.Facts, request.Perimeter, placeId, areaId ?? Same(alerts, a => a.AreaId), productId,
            DysfunctionKeys.Of(alerts, placeId, productId));
        var origin = new DysfunctionOrigin(
            request.NoticedById, request.NoticedAt ?? (alerts.Count > 0 ? alerts[0].RaisedAt : book.Now), [.. alerts.Select(a => a.Id)],
            request.RecurrenceId);
        var reported = Dysfunction.Report(
            plantId, await dysfunctions.NextNumber(plantId, cancellationToken), terms, origin, book.Actor.PersonId!.Value, book.Now);
        return reported.Refusal is { } refusal ? refusal : await Keep(reported.Value, traced.Value.Recurrence, cancellationToken);
    }

    private async Task<Outcome<Made>> Keep(Dysfunction dysfunction, Recurrence? recurrence, CancellationToken cancellationToken)
    {
        if (recurrence?.Take(book.Actor, book.Now) is { } taken)
        {
            return await book.Name(taken, dysfunction.PlantId, cancellationToken);
        }

        if (recurrence is not null)
        {
            recurrences.Save(recurrence);
            events.Raise(new RecurrenceTaken(recurrence.PlantId, recurrence.Id, dysfunction.Id));
        }

        dysfunctions.Add(dysfunction);
        events.Raise(new DysfunctionReported(
            dysfunction.PlantId, dysfunction.Id, dysfunction.Number, dysfunction.Kind, dysfunction.Title, dysfunction.AreaId,
            dysfunction.PlaceId, dysfunction.ProductId, dysfunction.ReportedById, dysfunction.AlertIds, dysfunction.RecurrenceId));
        return (Made)dysfunction.Id;
    }

    private static Guid? Same(IReadOnlyList<Alert> alerts, Func<Alert, Guid?> part) =>
        alerts.Select(part).Distinct().ToList() is [{ } only] ? only : null;
}

/// <summary>The alerts that a dysfunction is opened from, oldest first, and the recurrence that named them.</summary>
public sealed record TracedOrigin(IReadOnlyList<Alert> Alerts, Recurrence? Recurrence);

/// <summary>Finds the alerts and the recurrence that somebody names: of one plant that the actor sees.</summary>
public sealed class DysfunctionOrigins(IAlertReader alerts, IRecurrenceReader recurrences, ICurrentActor current)
{
    public async Task<Outcome<TracedOrigin>> Trace(IReadOnlyList<Guid>? alertIds, Guid? recurrenceId, CancellationToken cancellationToken)
    {
        var recurrence = recurrenceId is { } id ? await recurrences.Find(id, cancellationToken) : null;
        if (recurrenceId is not null && (recurrence is null || !current.Actor.Sees(recurrence.PlantId)))
        {
            return Refusal.NotFound("recurrence");
        }

        var named = (alertIds ?? []).Concat(recurrence?.AlertIds ?? []).Distinct().ToList();
        if (named.Count > Dysfunction.MostAlerts)
        {
            return Refusal.Invalid("alertIds", "alertsTooMany", ("most", Dysfunction.MostAlerts));
        }

        var found = (await alerts.ById(named, cancellationToken)).Where(a => current.Actor.Sees(a.PlantId)).ToList();
        return found.Count < named.Count ? Refusal.NotFound("alert")
            : found.Select(a => a.PlantId).Append(recurrence?.PlantId ?? found.FirstOrDefault()?.PlantId ?? default).Distinct().Count() > 1
                ? Refusal.Invalid("alertIds", "alertsOfTwoPlants")
                : new TracedOrigin([.. found.OrderBy(a => a.RaisedAt).ThenBy(a => a.Id)], recurrence);
    }
}

/// <summary>Where a dysfunction is.</summary>
public sealed record DysfunctionPlace(Guid PlantId, Guid? PlaceId, Guid? AreaId, Guid? ProductId);

/// <summary>Finds place, product and person that somebody names, in one plant in which the actor may report.</summary>
public sealed class DysfunctionPlaces(ISupplyStore supply, IDirectory directory, ICurrentActor current)
{
    public async Task<Outcome<DysfunctionPlace>> Locate(
        Guid? placeId, Guid? productId, Guid? plantId, Guid? personId, CancellationToken cancellationToken)
    {
        var people = await directory.Current(cancellationToken);
        var place = placeId is { } id ? people.Place(id) : null;
        if (placeId is not null && (place is null || !current.Actor.Sees(place.PlantId)))
        {
            return Refusal.NotFound("place");
        }

        var plants = current.Actor.PlantIds.ToList();
        if ((plantId ?? place?.PlantId ?? (plants.Count == 1 ? plants[0] : null)) is not { } where)
        {
            return Refusal.Invalid("placeId", "placeNeeded");
        }

        if (people.Plant(where) is null || !current.Actor.Sees(where))
        {
            return Refusal.NotFound("plant");
        }

        if (!current.Actor.May(Permission.ReportDysfunction, where))
        {
            return Refusal.Forbidden(Permission.ReportDysfunction);
        }

        if (place is not null && place.PlantId != where)
        {
            return Refusal.NotFound("place");
        }

        if (productId is { } product && await supply.Products([product], cancellationToken) is [])
        {
            return Refusal.NotFound("product");
        }

        return personId is { } person && people.ActorOf(person)?.Sees(where) != true
            ? Refusal.NotFound("person")
            : new DysfunctionPlace(where, place?.Id, place?.AreaId, productId);
    }
}

/// <summary>What a dysfunction is about, as a plan will follow it: what its alerts were raised on, else its place and product.</summary>
public static class DysfunctionKeys
{
    public static IReadOnlyList<PlanKey> Of(IReadOnlyList<Alert> alerts, Guid? placeId, Guid? productId) => alerts.Count > 0
        ? [.. alerts.Select(a => new PlanKey(a.Key.Family, a.PlaceId, a.ProductId)).Distinct()]
        : placeId is null && productId is null ? []
        : [new PlanKey(null, placeId, productId)];
}
