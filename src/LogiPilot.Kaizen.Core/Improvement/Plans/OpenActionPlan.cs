using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Core.Improvement.Plans;

/// <summary>Opens a plan by a method, as a draft: from alerts, a dysfunction, or a project of its own.</summary>
[Needs(Permission.LeadPlan)]
public sealed record OpenActionPlan(
    string Method, Guid? PlantId, PlanCharter Charter, IReadOnlyList<Guid>? AlertIds = null, Guid? DysfunctionId = null, string? OriginText = null)
    : Command;

public sealed class OpenActionPlanHandler(PlanBook book, Alerts.IAlertStore alerts, Dysfunctions.IDysfunctionStore dysfunctions) : IRequestHandler<OpenActionPlan, Outcome<Made>>
{
    private const int MostAlerts = 100;

    public async Task<Outcome<Made>> Handle(OpenActionPlan request, CancellationToken cancellationToken)
    {
        Guid[] alertIds = [.. (request.AlertIds ?? []).Distinct()];
        if (alertIds.Length > MostAlerts)
        {
            return Refusal.Invalid("alertIds", "planAlertsMany", ("most", MostAlerts));
        }

        var origin = new List<Alerts.Alert>();
        foreach (var id in alertIds)
        {
            if (await alerts.Find(id, cancellationToken) is not { } alert || !book.Actor.Sees(alert.PlantId))
            {
                return Refusal.NotFound("alert");
            }

            origin.Add(alert);
        }

        var about = request.DysfunctionId is { } dysfunctionId ? await dysfunctions.Find(dysfunctionId, cancellationToken) : null;
        if (request.DysfunctionId is not null && (about is null || !book.Actor.Sees(about.PlantId)))
        {
            return Refusal.NotFound("dysfunction");
        }

        Guid?[] named = [request.PlantId, about?.PlantId];
        var plants = origin.Select(a => a.PlantId).Concat(named.OfType<Guid>()).Distinct().ToList();
        var plantId = plants.Count == 1 ? plants[0] : plants.Count == 0 && book.Actor.PlantIds.Take(2).ToList() is [var only] ? only : (Guid?)null;
        if (plantId is not { } plant)
        {
            return Refusal.Invalid("plantId", "plantNeeded");
        }

        if (!book.Actor.Sees(plant))
        {
            return Refusal.NotFound("plant");
        }

        var charter = request.Charter with
        {
            Keys = request.Charter.Keys ?? (origin.Count == 0 ? null
                : [.. origin.Select(a => new PlanKey(a.Key.Family, a.LineId ?? a.PlaceId, a.ProductId)).Distinct().Take(PlanCharter.MostKeys)]),
            AreaId = request.Charter.AreaId ?? origin.Select(a => a.AreaId).Distinct().ToList() switch { [var area] => area, _ => null },
        };
        var kind = request.DysfunctionId is not null ? PlanOriginKind.Dysfunction
            : alertIds.Length > 0 ? PlanOriginKind.Alerts
            : PlanOriginKind.Project;
        var draft = new PlanDraft(plant, new PlanOrigin(kind, request.DysfunctionId, alertIds, Words.Given(request.OriginText)), charter);
        var opened = await book.Open(request.Method, draft, cancellationToken);
        return opened.Refusal is { } refusal ? refusal : (Made)opened.Value.Id;
    }
}
