using LogiPilot.Kaizen.Core.Alerts;
using LogiPilot.Kaizen.Core.Improvement.Dysfunctions;
using LogiPilot.Kaizen.Core.Improvement.Plans;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Actions;

/// <summary>
/// Plans an action: of a plan (and a step of it), or alone, born of an alert, a dysfunction, a meeting or an audit. Without an owner, the
/// actor does it. Without a key, one that stands alone has its alert's. The plant is that of plan or alert, else named, else the actor's only one.
/// </summary>
[Needs(Permission.LeadPlan)]
public sealed record AddAction(
    ActionKind Kind, string? What, DateOnly DueOn, string? Why = null, Guid? OwnerId = null, Guid? PlanId = null, string? Step = null,
    Guid? DysfunctionId = null, Guid? AlertId = null, Guid? MeetingId = null, Guid? PlaceId = null, PlanKey? Key = null,
    Guid? SponsorId = null, string? RemovalCondition = null, IReadOnlyList<string>? CauseIds = null, Guid? PlantId = null) : Command;

/// <inheritdoc cref="AddAction"/>
public sealed class AddActionHandler(ActionBook book, IPlansOfActions plans, IDysfunctionStore dysfunctions, IAlertStore alerts, IDirectory directory)
    : IRequestHandler<AddAction, Outcome<Made>>
{
    public async Task<Outcome<Made>> Handle(AddAction request, CancellationToken cancellationToken)
    {
        var origin = await Locate(request, cancellationToken);
        if (origin.Refusal is { } refusal)
        {
            return refusal;
        }

        var (plantId, from) = origin.Value;
        if (await Unknown(request, plantId, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        if ((request.OwnerId ?? book.Actor.PersonId) is not { } ownerId)
        {
            return Refusal.Invalid("ownerId", "actionOwnerUnknown");
        }

        var draft = new ActionDraft(request.Kind, request.What, request.Why, ownerId, request.DueOn, request.RemovalCondition, request.CauseIds);
        var added = await book.Add(plantId, draft, from, request.SponsorId, cancellationToken);
        return added.Refusal is { } refused ? refused : (Made)added.Value.Id;
    }

    /// <summary>What it was born of is of its plant.</summary>
    private async Task<Refusal?> Unknown(AddAction request, Guid plantId, CancellationToken cancellationToken) =>
        request.DysfunctionId is { } about && (await dysfunctions.Find(about, cancellationToken))?.PlantId != plantId ? Refusal.NotFound("dysfunction")
        : request.MeetingId is { } held && (await plans.OfMeeting(held, cancellationToken))?.PlantId != plantId ? Refusal.NotFound("meeting")
        : null;

    private async Task<Outcome<(Guid PlantId, ActionOrigin Origin)>> Locate(AddAction request, CancellationToken cancellationToken)
    {
        var origin = new ActionOrigin(
            request.PlanId, Words.Given(request.Step), 1, request.DysfunctionId, request.AlertId, request.MeetingId, null, request.Key);
        var picture = await directory.Current(cancellationToken);
        if (request.PlanId is { } planId)
        {
            return await plans.Find(planId, cancellationToken) is not { } plan || !book.Actor.Sees(plan.PlantId) ? Refusal.NotFound("plan")
                : request.SponsorId is not null ? Refusal.Invalid("sponsorId", "actionOriginMany")
                : origin.Step is { } step && !plan.Steps.Contains(step, StringComparer.Ordinal) ? Refusal.Invalid("step", "actionStepUnknown", ("step", step))
                : (plan.PlantId, origin with { Cycle = plan.Cycle, AreaId = plan.AreaId });
        }

        var alert = request.AlertId is { } alertId ? await alerts.Find(alertId, cancellationToken) : null;
        if (request.AlertId is not null && (alert is null || !book.Actor.Sees(alert.PlantId)))
        {
            return Refusal.NotFound("alert");
        }

        var place = (request.PlaceId ?? request.Key?.PlaceId) is { } placeId ? picture.Place(placeId) : null;
        if ((request.PlaceId ?? request.Key?.PlaceId) is not null && (place is null || !book.Actor.Sees(place.PlantId)))
        {
            return Refusal.NotFound("place");
        }

        var plants = book.Actor.PlantIds.ToList();
        if ((alert?.PlantId ?? place?.PlantId ?? request.PlantId ?? (plants.Count == 1 ? plants[0] : null)) is not { } plantId)
        {
            return Refusal.Invalid("plantId", "plantNeeded");
        }

        if (picture.Plant(plantId) is null || !book.Actor.Sees(plantId) || (place is not null && place.PlantId != plantId))
        {
            return Refusal.NotFound("plant");
        }

        var key = request.Key is { IsEmpty: false } given ? given : (alert is null ? null : new PlanKey(alert.Key.Family, alert.Key.PlaceId, alert.Key.ProductId));
        return (plantId, origin with { Key = key, AreaId = alert?.AreaId ?? place?.AreaId });
    }
}
